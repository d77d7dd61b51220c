package cleanup

import (
	"math"
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func field(l *draw.List, name string) *draw.Field {
	if i := l.Find(draw.Name(name)); i >= 0 {
		return l.Marks[i].Field
	}
	return nil
}

// crowdOf is the figure and the field that claims to draw it.
var crowds = map[string]string{"sweepers": sweepersID, "contestants": contestantsID}

func TestEveryPersonIsOnScreenOnce(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for b, beat := range s.Deck.Slots[0].Time.Beats {
			var l draw.List
			s.Draw(&l, s.Settled(0, b, story.ZH, s.Themes[0], size.Area))
			taken := map[geom.Pt]bool{}
			people := 0
			for name, id := range crowds {
				f := field(&l, name)
				if f == nil {
					if name == "sweepers" || beat.Name == beatContests {
						t.Fatalf("%s, %s: no %s", size.Name, beat.Name, name)
					}
					continue
				}
				fig, _ := s.Bundle.In(story.ZH).Figure(id)
				if f.Count != fig.Count() {
					t.Errorf("%s, %s: %d marks for %s %s", size.Name, beat.Name, f.Count, id, fig.Text)
				}
				for i := 0; i < f.Count; i++ {
					d, ok := f.At(i)
					if !ok || d.Color.A() < 0x40 || !size.Area.Inset(d.R).Has(d.At) {
						t.Fatalf("%s, %s: %s %d stands at %v, shown %v, opacity %d", size.Name, beat.Name, name, i, d.At, ok, d.Color.A())
					}
					taken[d.At] = true
				}
				people += f.Count
			}
			if len(taken) != people {
				t.Errorf("%s, %s: %d people in %d places", size.Name, beat.Name, people, len(taken))
			}
		}
	}
}

func TestBlocksHoldAThousandEach(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		m := s.Settled(0, 3, story.EN, s.Themes[0], size.Area)
		var l draw.List
		s.Draw(&l, m)
		v := s.View(m)
		var scratch draw.List
		scratch.Reset(v.Area, v.Theme.Ground)
		lay, title := chart.Frame(&scratch, &v, chart.Heading{Title: "cleanup.title", Deck: "cleanup.deck"})
		p := placesOf(&v, lay, title)
		for name, tl := range map[string]*tally{"sweepers": &p.first, "contestants": &p.second} {
			f := field(&l, name)
			n := make([]int, blocksOf(f.Count))
			for i := 0; i < f.Count; i++ {
				d, _ := f.At(i)
				q := d.At.Sub(tl.grid)
				k := int(q.Y/tl.cell.Y)*perRow + int(q.X/tl.cell.X)
				if k < 0 || k >= len(n) {
					t.Fatalf("%s: %s %d stands in no block: %v", size.Name, name, i, q)
				}
				n[k]++
			}
			for b, got := range n {
				if want := min(perBlock, f.Count-b*perBlock); got != want {
					t.Errorf("%s: block %d of the %s holds %d, want %d", size.Name, b+1, name, got, want)
				}
			}
		}
	}
}

// People walk; none leaps from one frame to the next.
func TestNobodyLeaps(t *testing.T) {
	s := previewtest.Open(t, New())
	length := s.Deck.Slots[0].Time.Length()
	for _, size := range preview.Sizes()[:2] {
		var l draw.List
		var before []geom.Pt
		most := math.Hypot(size.Area.W, size.Area.H) * 0.03
		for frame := 0; float64(frame)/60 <= length; frame++ {
			s.Draw(&l, preview.Moment{Now: float64(frame) / 60, Area: size.Area})
			f := field(&l, "sweepers")
			var now []geom.Pt
			for i := 0; i < f.Count; i += 1499 {
				u, v, _ := f.Place(i)
				p, _, _ := f.Mesh.At(u, v)
				now = append(now, p)
			}
			for k := range before {
				if d := now[k].Dist(before[k]); d > most {
					t.Fatalf("%s, frame %d: sample %d moves by %.1f", size.Name, frame, k, d)
				}
			}
			before = now
		}
	}
}

func TestTheSweepOvertakesNobodyAndCountsThoseItMet(t *testing.T) {
	for k := 0; k < lanes; k++ {
		for _, lead := range []float64{0, 0.01, 0.3, 0.77, 1} {
			last := -1.0
			for i := 0; i <= 400; i++ {
				x := swept(strewn(k, float64(i)/400), lead)
				if x <= last || x < 0 || x > 1+1e-9 {
					t.Fatalf("lane %d, front at %v: %v stands at %v behind %v", k, lead, float64(i)/400, x, last)
				}
				last = x
			}
			if s := unstrewn(k, lead); math.Abs(strewn(k, s)-lead) > 1e-3 {
				t.Errorf("lane %d: the share before %v is %v, which stands before %v", k, lead, s, strewn(k, s))
			}
		}
		if leadOf(k, 0) != 0 || leadOf(k, 1) != 1 {
			t.Errorf("lane %d: the front goes from %v to %v", k, leadOf(k, 0), leadOf(k, 1))
		}
	}
}

func TestAFingerPartsTheCrowdAndTheyReturn(t *testing.T) {
	s := previewtest.Open(t, New())
	m := s.Settled(0, 1, story.ZH, s.Themes[0], preview.Sizes()[1].Area)
	v := s.View(m)
	near := func(force float64) (n int, least float64) {
		v.Finger = stage.Finger{At: geom.P(700, 620), Force: force}
		var l draw.List
		s.DrawView(&l, 0, v)
		f := field(&l, "sweepers")
		least = math.Inf(1)
		for i := 0; i < f.Count; i++ {
			d, _ := f.At(i)
			if dist := d.At.Dist(v.Finger.At); dist < 30 {
				n++
				least = min(least, dist)
			}
		}
		return n, least
	}
	still, _ := near(0)
	if pressed, _ := near(1); pressed*4 > still || still == 0 {
		t.Errorf("%d people stand within 30 px of the finger, %d before it pressed", pressed, still)
	}
	if again, _ := near(0); again != still {
		t.Errorf("%d people return of %d", again, still)
	}
}

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	var l draw.List
	for _, now := range []float64{1, 5, 10, s.Deck.Slots[0].Time.Length()} {
		v := s.View(preview.Moment{Now: now, Area: preview.Sizes()[1].Area})
		v.Finger = stage.Finger{At: geom.P(700, 620), Force: 0.7}
		frame := func() { s.DrawView(&l, 0, v) }
		frame()
		frame()
		if n := testing.AllocsPerRun(5, frame); n != 0 {
			t.Errorf("at %v s: %v allocations a frame", now, n)
		}
	}
}

func BenchmarkSweep(b *testing.B) {
	s := previewtest.Open(b, New())
	var l draw.List
	v := s.View(preview.Moment{Now: 6, Area: preview.Sizes()[1].Area})
	for b.Loop() {
		s.DrawView(&l, 0, v)
	}
}
