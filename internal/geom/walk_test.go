package geom

import (
	"math"
	"testing"
)

func TestAWalkIsMeasuredAlongItsLength(t *testing.T) {
	var line, sums, cut Path
	w := NewWalk(&line, &sums)
	if w.Length() != 0 {
		t.Error("a walk that has not begun has a length")
	}
	for _, p := range []Pt{P(0, 0), P(3, 4), P(13, 4), P(13, 14)} {
		w.Add(p)
	}
	if w.Length() != 25 || w.Points() != 4 || w.End() != P(13, 14) {
		t.Errorf("%v long, %d points, ends at %v", w.Length(), w.Points(), w.End())
	}
	if p, a := w.At(10); p != P(8, 4) || a != 0 {
		t.Errorf("at 10: %v, %v", p, a)
	}
	if p, a := w.At(99); p != P(13, 14) || math.Abs(a-math.Pi/2) > 1e-12 {
		t.Errorf("beyond the end: %v, %v", p, a)
	}
	if y := w.Height(1.5); y != 2 {
		t.Errorf("it passes 1.5 at %v", y)
	}
	if got := w.Cut(&cut, 2.5, 20).Length(); math.Abs(got-17.5) > 1e-9 || len(cut.Pts) != 4 {
		t.Errorf("cut out of it are %v in %d points", got, len(cut.Pts))
	}
	// From corner to corner, none comes twice.
	cut.Reset()
	if got := w.Cut(&cut, 5, 15).Length(); got != 10 || len(cut.Pts) != 2 {
		t.Errorf("from corner to corner are %v in %d points", got, len(cut.Pts))
	}
}

func TestAWalkFollowsCurves(t *testing.T) {
	var line, sums, arc Path
	arc.Arc(P(0, 0), 10, math.Pi, 2*math.Pi, false)
	w := NewWalk(&line, &sums)
	w.Follow(&arc, 0.001)
	if math.Abs(w.Length()-10*math.Pi) > 0.02 {
		t.Errorf("half a round of 10 is %v long", w.Length())
	}
	if y := w.Height(0); math.Abs(y+10) > 0.01 {
		t.Errorf("its top lies at %v", y)
	}
}
