package draw

import (
	"testing"

	"lianhua/internal/geom"
)

func TestSnapGlyphTakesQuartersAcrossAndWholePixelsDown(t *testing.T) {
	for _, c := range []struct {
		x, y          float64
		px, py, phase int
	}{{0, 0, 0, 0, 0}, {1.12, 2.49, 1, 2, 0}, {1.13, 2.5, 1, 3, 1}, {-0.1, -0.6, 0, -1, 0}, {-0.2, 0, -1, 0, 3}, {4.9, 0, 5, 0, 0}} {
		px, py, phase, ok := SnapGlyph(geom.Identity(), 1, c.x, c.y)
		if px != c.px || py != c.py || phase != c.phase || !ok {
			t.Errorf("(%v, %v): %d %d phase %d %v, want %d %d phase %d", c.x, c.y, px, py, phase, ok, c.px, c.py, c.phase)
		}
	}
}

func TestSnapGlyphLeavesMovingTextAlone(t *testing.T) {
	var l List
	l.Reset(geom.R(10, 20, 100, 100), 0)
	for name, c := range map[string]struct {
		m    geom.Affine
		want bool
	}{
		"moved":   {geom.Translate(3.3, 4.4), true},
		"zoomed":  {geom.ScaleBy(1.1, 1.1), false},
		"turned":  {geom.Rotate(0.1, geom.P(0, 0)), false},
		"settled": {geom.ScaleBy(1+1e-9, 1+1e-9), true},
	} {
		if _, _, _, got := SnapGlyph(c.m.Then(l.Device(2)), 2, 0, 0); got != c.want {
			t.Errorf("%s: snapped is %v", name, got)
		}
	}
}

func TestSnapClipMeetsItsNeighbourWithoutGap(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 100, 100), 0)
	d := l.Device(1.5)
	_, _, right, _ := SnapClip(d, geom.R(0, 0, 33, 10))
	left, _, _, _ := SnapClip(d, geom.R(33, 0, 20, 10))
	if right != left || left != 50 {
		t.Errorf("one ends at %d, the next begins at %d, want 50", right, left)
	}
}
