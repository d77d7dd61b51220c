package gpu

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// leaves strews n bent leaves, of which one has shrunk.
func leaves(l *draw.List, n, shrunk int) {
	p := l.NewPath()
	for i := range n {
		s := 9.0
		if i == shrunk {
			s = 4
		}
		x, y := 30.3+float64(i%10)*38.7, 40.6+float64(i/10)*31.1
		p.Move(x-s, y).Quad(x, y-s, x+s, y).Quad(x, y-s*0.3, x-s, y).Close()
	}
	l.Fill(draw.Name("leaves"), p, draw.Ink(black), draw.Decor())
}

func TestContoursThatStayKeepTheirMasks(t *testing.T) {
	withScene(t, 440, 300, func(s *scene) {
		for i, want := range []int{60, 0, 1, 1} {
			l := picture(440, 300)
			leaves(l, 60, []int{-1, -1, 7, 8}[i])
			s.Draw(s.dst, l, 1)
			if made := s.Stats().Made; made != want {
				t.Errorf("frame %d made %d masks, want %d", i+1, made, want)
			}
			if mean, off := compare(read(s.dst), raster.Render(l, nil, 1)); mean > 0.2 || off > 0 {
				t.Errorf("frame %d: mean difference %.3f, %.3f %% off", i+1, mean, off*100)
			}
		}
	})
}

// A stroke of sixty contours is four masks, of which the one that moves is made anew.
func TestStrokesThatStayKeepTheirMasks(t *testing.T) {
	withScene(t, 440, 300, func(s *scene) {
		for i, want := range []int{4, 0, 1} {
			l := picture(440, 300)
			leaves(l, 60, []int{-1, -1, 7}[i])
			m := &l.Marks[len(l.Marks)-1]
			m.Pen = geom.Pen{Width: 2.5, Dash: 4, Gap: 2}
			s.Draw(s.dst, l, 1)
			if made := s.Stats().Made; made != want {
				t.Errorf("frame %d made %d masks, want %d", i+1, made, want)
			}
			if mean, off := compare(read(s.dst), raster.Render(l, nil, 1)); mean > 0.2 || off > 0 {
				t.Errorf("frame %d: mean difference %.3f, %.3f %% off", i+1, mean, off*100)
			}
		}
	})
}

func TestScatteredPathsHaveNoHoles(t *testing.T) {
	path := func(n int, hole bool) *geom.Path {
		p := new(geom.Path)
		for i := range n {
			x := float64(i) * 10
			p.Move(x, 0).Line(x+8, 0).Line(x+8, 8).Line(x, 8).Close()
		}
		if hole {
			p.Move(2, 2).Line(2, 4).Line(4, 4).Line(4, 2).Close()
		}
		return p
	}
	for _, c := range []struct {
		n    int
		hole bool
		want bool
	}{{manyPieces, false, true}, {manyPieces - 1, false, false}, {3 * manyPieces, true, false}} {
		if got := scattered(path(c.n, c.hole)); got != c.want {
			t.Errorf("%d contours, hole %v: %v", c.n, c.hole, got)
		}
	}
}

func TestGlowNeedsNoMask(t *testing.T) {
	withScene(t, 300, 200, func(s *scene) {
		for i, c := range []struct {
			rim  draw.Color
			made int
		}{{draw.RGB(0xD9A441).Fade(0), 0}, {draw.RGB(0xD9A441), 1}} {
			l := picture(300, 200)
			l.Push(geom.Affine{A: 1.3, D: 0.5, E: 140.4, F: 90.7}, 0.8)
			l.Circle(draw.Nth("glow", i+1), geom.P(0, 0), 70, draw.RadialRamp(geom.P(0, 0), 70,
				draw.Stop{At: 0, Color: draw.RGB(0xD9A441)}, draw.Stop{At: 1, Color: c.rim}), draw.Decor())
			l.Pop()
			s.Draw(s.dst, l, 1)
			if made := s.Stats().Made; made != c.made {
				t.Errorf("%d masks made, want %d", made, c.made)
			}
			mean, off := compare(read(s.dst), raster.Render(l, nil, 1))
			if math.IsNaN(mean) || mean > 0.5 || off > 0.001 {
				t.Errorf("mean difference %.3f, %.3f %% off", mean, off*100)
			}
		}
	})
}
