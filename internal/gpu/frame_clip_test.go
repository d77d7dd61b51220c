package gpu

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// curtains are shapes, sheets and dots within an upright rectangle whose right side is at
// x, within a star where there is one.
func curtains(x float64, starred bool) *draw.List {
	l := picture(330, 180)
	if starred {
		l.PushClipPath(star(l.NewPath(), geom.P(160, 90), 88))
	}
	l.PushClipPath(l.NewPath().Rect(geom.R(20.3, 12.6, x-20.3, 150.7)))
	l.PushClipPath(l.NewPath().Rect(geom.R(0, 14.2, 330, 160)))
	l.Sheet(draw.Name("village"), village(60, 15))
	l.Fill(draw.Name("sun"), star(l.NewPath(), geom.P(150, 90), 70), draw.Ink(draw.RGB(0x804020)), draw.Decor())
	l.Fill(draw.Name("mist"), l.NewPath().Rect(geom.R(0, 60, 330, 40)), draw.LinearRamp(geom.P(0, 60), geom.P(0, 100), draw.Stop{Color: draw.RGB(0x204080)}, draw.Stop{At: 1, Color: draw.RGB(0x204080).Fade(0)}), draw.Decor())
	l.Stroke(draw.Name("way"), l.NewPath().Move(10, 150).Quad(160, 20, 320, 160), geom.Pen{Width: 6.5}, draw.Ink(draw.RGB(0x2050A0).Fade(0.7)), draw.Decor())
	l.Dots(draw.Name("dots"), 2, func(i int) draw.Dot {
		return draw.Dot{At: geom.P(100+120*float64(i), 50), R: 20, Color: draw.RGB(0x225588)}
	}, draw.Decor())
	for range 2 {
		l.Pop()
	}
	if starred {
		l.Pop()
	}
	return l
}

// What an upright rectangle cuts, looks as the CPU has it, and no mask is made anew where
// the rectangle moves.
func TestAnUprightClipThatMovesMakesNoMasks(t *testing.T) {
	for _, starred := range []bool{false, true} {
		withScene(t, 330, 180, func(s *scene) {
			settle(s, curtains(200.2, starred), 1, 8)
			for i := range 4 {
				l := curtains(203.1+7.3*float64(i), starred)
				got := settle(s, l, 1, 1)
				if made := s.Stats().Made; made != 0 {
					t.Errorf("starred %t, the frame %d makes %d masks", starred, i, made)
				}
				if mean, off := compare(got, raster.Render(l, nil, 1)); mean > 0.5 || off > 0.005 {
					t.Errorf("starred %t, the frame %d differs by %.2f levels, %.3f of its pixels by much", starred, i, mean, off)
				}
			}
		})
	}
}
