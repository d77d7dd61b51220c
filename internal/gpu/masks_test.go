package gpu

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// Shapes that are equal and stand apart by whole pixels have one mask, whether their
// points tell where they stand or their transform; half a pixel makes another.
func TestEqualShapesHaveOneMask(t *testing.T) {
	pen := geom.Pen{Width: 3.7}
	withScene(t, 330, 180, func(s *scene) {
		for _, c := range []struct {
			at   []geom.Pt
			made int
		}{
			{[]geom.Pt{{X: 30.3, Y: 40.6}, {X: 97.3, Y: 40.6}, {X: 164.3, Y: 107.6}}, 1},
			{[]geom.Pt{{X: 31.4, Y: 40.6}, {X: 97.9, Y: 40.6}}, 2},
		} {
			l := picture(330, 180)
			for i, at := range c.at {
				l.Stroke(draw.Nth("ring", i+1), l.NewPath().Circle(at, 20.2), pen, draw.Ink(black), draw.Decor())
				l.Push(geom.Translate(at.X, at.Y+21), 1)
				l.Stroke(draw.Nth("moved", i+1), l.NewPath().Circle(geom.P(0, 0), 20.2), pen, draw.Ink(black.Fade(0.5)), draw.Decor())
				l.Pop()
			}
			got := settle(s, l, 1, 1)
			if st := s.Stats(); st.Made != c.made {
				t.Errorf("shapes at %v: %d masks are made, want %d", c.at, st.Made, c.made)
			}
			if mean, off := compare(got, raster.Render(l, nil, 1)); mean > 0.1 || off > 0.001 {
				t.Errorf("shapes at %v are off by %v levels, %v of their pixels", c.at, mean, off)
			}
		}
	})
}

// Equal shapes that reach far beyond the window show what each has in it.
func TestEqualShapesBeyondTheWindow(t *testing.T) {
	l := picture(330, 180)
	for i := range 3 {
		x := 100 * float64(i)
		path := l.NewPath().Move(x, -900).Line(x+20.5, -900).Line(x+70.5, 1200).Line(x+50, 1200)
		path.Close()
		l.Fill(draw.Nth("beam", i+1), path, draw.Ink(black), draw.Decor())
	}
	withScene(t, 330, 180, func(s *scene) {
		got := settle(s, l, 1, 2)
		for y := range 180 {
			for x := range 100 {
				if first := got.RGBAAt(x, y); first != got.RGBAAt(x+100, y) || first != got.RGBAAt(x+200, y) {
					t.Fatalf("pixel %d,%d of the first is %v, of the others %v and %v", x, y, first, got.RGBAAt(x+100, y), got.RGBAAt(x+200, y))
				}
			}
		}
		if at := got.RGBAAt(40, 90); at != got.RGBAAt(140, 90) || at.R > 60 {
			t.Errorf("the first shows %v where it is inside", at)
		}
		if st := s.Stats(); st.Made != 0 {
			t.Errorf("a frame like the one before makes %d masks", st.Made)
		}
	})
}
