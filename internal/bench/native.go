package bench

import (
	"fmt"
	"image"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/story"
)

// area is what scenes are measured in.
func area() geom.Rect { return geom.R(0, 0, Width, Height) }

// shots is how many moments of a scene are drawn, evenly over its time.
const shots = 12

// Raster measures how many pictures a second the CPU draws of each scene, list
// and pixels, with one core and with all.
func Raster(st *preview.Viewer, least time.Duration, note func(string)) Section {
	cores := runtime.GOMAXPROCS(0)
	s := Section{
		Name: "raster", Title: fmt.Sprintf("pictures a second drawn by the CPU, %dx%d, %d moments of each scene", Width, Height, shots),
		Columns: []Column{{"one", "core", 1}, {fmt.Sprintf("%d cores", cores), "", 1}, {"gain", "times", 2}, {"list", "µs", 0}},
		Notes:   []string{"the scene's list and its pixels, with glyphs kept; list: of that the time to fill the display list, the mean"},
	}
	for i := range st.Deck.Slots {
		name := st.Deck.Slots[i].Scene.Name()
		note(name)
		one := paintRate(st, i, 1, least)
		row := Row{Name: name, Values: Numbers(one, one, 1, listTime(st, i))}
		if cores > 1 {
			all := paintRate(st, i, cores, least)
			row.Values[1], row.Values[2] = Number(all), Number(all/one)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func momentOf(st *preview.Viewer, scene, k int) preview.Moment {
	length := st.Deck.Slots[scene].Time.Length()
	return preview.Moment{Scene: scene, Now: length * float64(k%shots+1) / shots, Lang: story.ZH, Area: area()}
}

// paintRate is how many pictures a second so many painters draw, each working
// at least that long.
func paintRate(st *preview.Viewer, scene, painters int, least time.Duration) float64 {
	var (
		ready, done sync.WaitGroup
		start       = make(chan struct{})
		pictures    atomic.Int64
		longest     atomic.Int64
	)
	for range painters {
		ready.Add(1)
		done.Go(func() {
			own, painter := st.Clone(), raster.New(st.Fonts)
			dst := image.NewRGBA(image.Rect(0, 0, Width, Height))
			var l draw.List
			paint := func(k int) {
				own.Draw(&l, momentOf(own, scene, k))
				painter.Draw(dst, &l, 1)
			}
			for k := range shots {
				paint(k)
			}
			ready.Done()
			<-start
			began := time.Now()
			n := 0
			for n%shots != 0 || n == 0 || time.Since(began) < least {
				paint(n)
				n++
			}
			pictures.Add(int64(n))
			for took := int64(time.Since(began)); ; {
				most := longest.Load()
				if took <= most || longest.CompareAndSwap(most, took) {
					return
				}
			}
		})
	}
	ready.Wait()
	close(start)
	done.Wait()
	return float64(pictures.Load()) / time.Duration(longest.Load()).Seconds()
}

// listTime is how long a scene's list takes, the mean in microseconds.
func listTime(st *preview.Viewer, scene int) float64 {
	own := st.Clone()
	var l draw.List
	for k := range shots {
		own.Draw(&l, momentOf(own, scene, k))
	}
	began, n := time.Now(), 0
	for time.Since(began) < 100*time.Millisecond {
		own.Draw(&l, momentOf(own, scene, n))
		n++
	}
	return time.Since(began).Seconds() * 1e6 / float64(n)
}

// frameStep is a display's frame in seconds.
const frameStep = 1.0 / 60

// Allocs counts the memory that a frame of each scene takes: the state machine,
// the scene and its texts, without the GPU's backend, which has tests of its own.
func Allocs(m *play.Machine) Section {
	s := Section{
		Name: "allocs", Title: "memory that a frame takes, state machine and display list",
		Columns: []Column{{"still", "allocs", 2}, {"playing", "allocs", 2}, {"first", "allocs", 0}, {"playing", "bytes", 0}},
		Notes:   []string{"still: drawn again at rest; playing: all beats at 60 frames a second, the mean of a second pass; first: of the first pass, which sets each text once"},
	}
	var l draw.List
	m.Draw(&l, area())
	for i := range m.Deck().Slots {
		first, _ := playingAllocs(m, &l, i)
		playing, bytes := playingAllocs(m, &l, i)
		still := testing.AllocsPerRun(50, func() {
			m.Tick(frameStep)
			m.Draw(&l, area())
		})
		s.Rows = append(s.Rows, Row{Name: m.Deck().Slots[i].Scene.Name(), Values: Numbers(still, playing, first, bytes)})
	}
	return s
}

// playingAllocs plays a scene from its start to its end and returns the
// allocations and bytes of a frame.
func playingAllocs(m *play.Machine, l *draw.List, scene int) (allocs, bytes float64) {
	m.Seek(scene, 0)
	for range 60 {
		m.Tick(frameStep)
	}
	m.Draw(l, area())
	var before, after runtime.MemStats
	frames := 0
	runtime.ReadMemStats(&before)
	for beat := range m.Deck().Slots[scene].Time.Len() {
		m.GoTo(scene, beat)
		for range 60 * 60 {
			m.Tick(frameStep)
			m.Draw(l, area())
			frames++
			if m.Due() > 0 {
				break
			}
		}
	}
	runtime.ReadMemStats(&after)
	n := float64(max(frames, 1))
	return float64(after.Mallocs-before.Mallocs) / n, float64(after.TotalAlloc-before.TotalAlloc) / n
}
