package gpu

import (
	"image"
	"math"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// settle draws a list n times, from what is not kept to what is.
func settle(s *scene, l *draw.List, scale float64, n int) *image.RGBA {
	for range n {
		s.Draw(s.dst, l, scale)
	}
	return read(s.dst)
}

// loose is a list of a sheet's marks by themselves.
func loose(l *draw.List, s *draw.Sheet, to geom.Affine) {
	for _, m := range s.Marks {
		for c := m.Within; c != nil; c = c.Outer {
			m.Within = &draw.Clip{Path: c.Path, M: c.M.Then(to)}
		}
		m.M = m.M.Then(to)
		l.Marks = append(l.Marks, m)
	}
}

// A sheet that is kept has the pixels that its marks have: neither seam nor blur,
// wherever it stands and however it is enlarged.
func TestAKeptSheetIsItsMarks(t *testing.T) {
	sheet := village(120, 20)
	for _, scale := range []float64{1, 1.25, 1.5, 2, 2.625, 3} {
		for _, to := range []geom.Affine{
			geom.Translate(12.3, 7.7),
			{A: 0.61, D: 0.61, E: 3, F: 50},
			{A: 1.9, B: 0.3, C: -0.4, D: 1.7, E: 40.4, F: -30.2}, // beyond the window
		} {
			kept, marks := picture(330, 180), picture(330, 180)
			kept.Push(to, 1)
			kept.Sheet(draw.Name("village"), sheet)
			kept.Pop()
			loose(marks, sheet, to)
			size := raster.Size(kept, scale)
			withScene(t, size.X, size.Y, func(s *scene) {
				want := settle(s, marks, scale, 1)
				for _, n := range []int{1, 2, 6} {
					got := settle(s, kept, scale, n)
					st := s.Stats()
					if st.Laid != 1 || st.Kept == 0 {
						t.Errorf("scale %v under %v: %+v", scale, to, st)
					}
					for i, v := range got.Pix {
						if d := int(v) - int(want.Pix[i]); d < -2 || d > 2 {
							t.Fatalf("scale %v under %v, after %d frames: pixel %d,%d differs by %d levels", scale, to, n, i/4%size.X, i/4/size.X, d)
						}
					}
				}
				if st := s.Stats(); st.Made != 0 || st.Sent != 0 || st.Calls > 2 {
					t.Errorf("a frame of a kept sheet takes %+v", st)
				}
			})
		}
	}
}

// moving shows a sheet that has moved by so much.
func moving(l *draw.List, sheet *draw.Sheet, by float64) {
	l.Reset(geom.R(0, 0, 330, 180), ground)
	l.Push(geom.Translate(10+by, 10), 1)
	l.Sheet(draw.Name("village"), sheet)
	l.Pop()
}

// A sheet that moves is carried by its layer, a little softer than its marks, and is
// drawn anew where it comes to rest.
func TestASheetThatMovesIsCarried(t *testing.T) {
	sheet := village(60, 15)
	withScene(t, 330, 180, func(s *scene) {
		l := new(draw.List)
		for i, c := range []struct {
			at    float64
			rests bool
		}{{0, true}, {0, true}, {0.4, false}, {0.8, false}, {1.3, false}, {1.3, true}, {1.3, true}, {1.3, true}, {0.1, false}, {0.1, true}} {
			moving(l, sheet, c.at)
			got := settle(s, l, 1, 1)
			if st := s.Stats(); st.Laid != 1 || !c.rests && st.Made != 0 {
				t.Errorf("frame %d: %+v, want one layer, and nothing made on the way", i+1, st)
			}
			most := limit{2.5, 0.05}
			if c.rests {
				most = limit{0.5, 0.001}
			}
			if mean, off := compare(got, raster.Render(l, nil, 1)); mean > most.mean || off > most.off {
				t.Errorf("frame %d is off by %v levels, %v of its pixels", i+1, mean, off)
			}
		}
	})
}

// Neighbours that a camera moves and scales go as one layer, also where more of them
// comes into the window, and are their marks again where it rests.
func TestACameraCarriesNeighboursAsOne(t *testing.T) {
	sheets := []*draw.Sheet{village(60, 15), village(61, 15), village(62, 15)}
	withScene(t, 660, 360, func(s *scene) {
		l := new(draw.List)
		show := func(zoom float64) Stats {
			l.Reset(geom.R(0, 0, 330, 180), ground)
			l.Push(geom.ScaleAbout(zoom, geom.P(165, 90)), 1)
			for i, sheet := range sheets {
				l.Push(geom.Translate(12*float64(i), 7*float64(i)), 1)
				l.Sheet(draw.Nth("village", i+1), sheet)
				l.Pop()
			}
			l.Pop()
			got := settle(s, l, 2, 1)
			most := limit{0.5, 0.001}
			if s.Soft() {
				most = limit{2.5, 0.05}
			}
			if mean, off := compare(got, raster.Render(l, nil, 2)); mean > most.mean || off > most.off {
				t.Errorf("at %v it is off by %v levels, %v of its pixels", zoom, mean, off)
			}
			return s.Stats()
		}
		made, frames := 0, 0
		for zoom := 1.6; zoom > 1.001; zoom -= 0.01 {
			st := show(zoom)
			if frames++; frames > 3 && st.Laid != 1 {
				t.Errorf("at %v: %+v, want one layer", zoom, st)
			}
			if st.Made > 0 {
				made++
			}
		}
		if made > 4 { // as it sets out, and a quarter wider each time
			t.Errorf("masks are made in %d of %d frames of the camera's way", made, frames)
		}
		show(1)
		for range joinAfter + 2 {
			if show(1); s.Soft() {
				t.Error("at rest it is still what was carried")
			}
		}
	})
}

// A sheet that fades where it stands is made once.
func TestASheetFadesFromItsLayer(t *testing.T) {
	sheet := village(60, 15)
	withScene(t, 330, 180, func(s *scene) {
		l := new(draw.List)
		for i := range 6 {
			l.Reset(geom.R(0, 0, 330, 180), ground)
			l.PushClipPath(l.NewPath().Circle(geom.P(100, 80), 40+5*float64(i)))
			l.Push(geom.Translate(10.5, 10), 1-0.15*float64(i))
			l.Sheet(draw.Name("village"), sheet)
			l.Pop()
			l.Pop()
			got := settle(s, l, 1, 1)
			if st := s.Stats(); st.Laid != 1 || i > 0 && st.Made > 1 {
				t.Errorf("frame %d takes %+v", i+1, st)
			}
			if mean, off := compare(got, raster.Render(l, nil, 1)); mean > 0.5 || off > 0.001 {
				t.Errorf("frame %d is off by %v levels, %v of its pixels", i+1, mean, off)
			}
		}
	})
}

// many shows n sheets over each other, each with a look of its own.
func many(l *draw.List, sheets []*draw.Sheet) {
	l.Reset(geom.R(0, 0, 330, 180), ground)
	for i, s := range sheets {
		l.Push(geom.Affine{A: 1.3, D: 1.3, E: -40 + float64(i), F: -40 + 2*float64(i)}, 1)
		l.Sheet(draw.Nth("village", i+1), s)
		l.Pop()
		l.Rect(draw.Nth("between", i+1), geom.R(20*float64(i), 10, 15, 160), 0, draw.Ink(clay), draw.Decor())
	}
}

// However many sheets there are, layers take no more than four windows, and what
// finds no room is drawn all the same.
func TestLayersTakeABoundedMemory(t *testing.T) {
	var sheets []*draw.Sheet
	for i := range 9 {
		sheets = append(sheets, village(100+i, 12))
	}
	withScene(t, 660, 360, func(s *scene) {
		l := new(draw.List)
		most := keptWindows * 4 * 660 * 360
		many(l, sheets)
		want := raster.Render(l, nil, 2)
		for n := range 4 {
			got := settle(s, l, 2, 1)
			st := s.Stats()
			if st.Kept > most || st.Laid < keptWindows {
				t.Errorf("frame %d: %+v, where %d bytes are the most", n+1, st, most)
			}
			if mean, off := compare(got, want); mean > 0.5 || off > 0.001 {
				t.Errorf("frame %d is off by %v levels, %v of its pixels", n+1, mean, off)
			}
		}
		// What is shown no longer makes room.
		many(l, sheets[5:])
		for range 4 {
			s.Draw(s.dst, l, 2)
		}
		if st := s.Stats(); st.Laid != 4 || st.Kept > most || st.Made != 0 {
			t.Errorf("after the others: %+v", st)
		}
	})
}

func TestLayersComeBackAfterTheyWereLost(t *testing.T) {
	sheet := village(60, 15)
	withScene(t, 330, 180, func(s *scene) {
		l := new(draw.List)
		moving(l, sheet, 0)
		want := settle(s, l, 1, 3)
		for name, loses := range map[string]func(){"lost": s.Lose, "at rest": s.Rest} {
			loses()
			if s.layers.bytes != 0 || len(s.layers.kept) != 0 || s.layers.scratch != nil {
				t.Errorf("%s: %d bytes are still kept", name, s.layers.bytes)
			}
			got := settle(s, l, 1, 1)
			if st := s.Stats(); st.Laid != 1 {
				t.Errorf("%s: %+v", name, st)
			}
			if mean, _ := compare(got, want); mean != 0 {
				t.Errorf("%s: the picture differs by %v levels", name, mean)
			}
		}
	})
}

// A sheet of more masks than its share of the atlas, new or moving, leaves those of
// the picture.
func TestASheetLeavesTheMasksOfThePicture(t *testing.T) {
	sheet := village(3000, 60)
	withScene(t, 1360, 880, func(s *scene) {
		l := new(draw.List)
		b := block()
		show := func(scale float64) Stats {
			l.Reset(geom.R(0, 0, 680, 440), ground)
			page(l, b)
			if scale > 0 {
				l.Push(geom.Affine{A: scale, D: scale, E: 5, F: 5}, 1)
				l.Sheet(draw.Name("village"), sheet)
				l.Pop()
			}
			s.Draw(s.dst, l, 2)
			return s.Stats()
		}
		show(0)
		for _, scale := range []float64{0.3, 0.6} { // so much larger that its layer would be too soft
			if st := show(scale); (scale == 0.3) != (st.Laid == 1) || st.Made < len(sheet.Marks)/2 {
				t.Errorf("at %v: %+v", scale, st)
			}
			if s.atlas.room.Height != atlasRows {
				t.Errorf("at %v the atlas grew to %d rows for masks that are used once", scale, s.atlas.room.Height)
			}
		}
		if st := show(0); st.Made != 0 || st.Sent != 0 {
			t.Errorf("after a sheet the picture's own masks are gone: %+v", st)
		}
	})
}

// BenchmarkSheet times frames of a sheet of 5,000 shapes on a laptop's window and on
// a phone's of three pixels to one: the first, one of a kept layer, one where the
// sheet moves, and, to compare, the same pixels made by the CPU and uploaded.
func BenchmarkSheet(b *testing.B) {
	for _, screen := range []struct {
		name        string
		w, h, scale float64
		row         int
	}{{"laptop", 1440, 900, 1, 70}, {"phone", 360, 640, 3, 30}} {
		sheet := village(1667, screen.row)
		to := geom.Translate(2, 2)
		k := math.Min(screen.w/sheet.Bounds.W, screen.h/sheet.Bounds.H)
		to = geom.ScaleBy(k, k).Then(to)
		list := func(l *draw.List, by float64) {
			l.Reset(geom.R(0, 0, screen.w, screen.h), ground)
			l.Push(to.Then(geom.Translate(by, 0)), 1)
			l.Sheet(draw.Name("village"), sheet)
			l.Pop()
		}
		l := new(draw.List)
		run := func(name string, before, within func(s *scene), by func(i int) float64) {
			b.Run(screen.name+"/"+name, func(b *testing.B) {
				s := open(b, int(screen.w*screen.scale), int(screen.h*screen.scale))
				var px [4]byte
				one := s.dst.SubImage(image.Rect(0, 0, 1, 1)).(*ebiten.Image)
				frame(func() {
					list(l, 0)
					settle(s, l, screen.scale, 3)
					least := math.Inf(1)
					for i := range b.N {
						list(l, by(i))
						before(s)
						began := time.Now()
						within(s)
						s.Draw(s.dst, l, screen.scale)
						least = min(least, float64(time.Since(began).Microseconds()))
						one.ReadPixels(px[:])
					}
					// What the page's thread does, without the GPU's work.
					b.ReportMetric(least/1000, "ms-script")
				})
			})
		}
		still, nothing := func(int) float64 { return 0 }, func(*scene) {}
		run("first", func(s *scene) {
			s.layers.lose()
			s.evict(s.frame + 1)
		}, nothing, still)
		run("kept", nothing, nothing, still)
		run("moved", nothing, nothing, func(i int) float64 { return float64(i%97+1) * 0.37 })
		run("firstByCPU", nothing, func(s *scene) {
			cpu := raster.New(nil)
			img := ebiten.NewImageWithOptions(s.dst.Bounds(), &ebiten.NewImageOptions{Unmanaged: true})
			img.WritePixels(cpu.Render(l, screen.scale).Pix)
			s.dst.DrawImage(img, nil)
			img.Deallocate()
		}, still)
	}
}

// A window that has grown while sheets move: what lies under them is of the new window,
// also while they are painted aside.
func TestSheetsAreCarriedIntoALargerWindow(t *testing.T) {
	sheet := village(60, 15)
	withScene(t, 330, 900, func(s *scene) {
		low := ebiten.NewImage(330, 180)
		defer low.Deallocate()
		l := new(draw.List)
		frame := func(dst *ebiten.Image, height, at float64) {
			l.Reset(geom.R(0, 0, 330, height), ground)
			l.Rect(draw.Name("floor"), l.Area, 0, draw.Ink(draw.RGB(0x336699)), draw.Decor())
			l.Push(geom.Translate(10+at, 10), 1)
			l.Sheet(draw.Name("village"), sheet)
			l.Pop()
			s.Draw(dst, l, 1)
		}
		for _, at := range []float64{0, 0, 0.4, 0.8} {
			frame(low, 180, at)
		}
		for _, at := range []float64{1.3, 1.9} {
			frame(s.dst, 900, at)
			if mean, off := compare(read(s.dst), raster.Render(l, nil, 1)); mean > 2.5 || off > 0.05 {
				t.Errorf("at %v it is off by %v levels, %v of its pixels", at, mean, off)
			}
		}
	})
}
