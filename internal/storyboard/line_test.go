package storyboard_test

import (
	"math"
	"testing"

	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

func TestAPlaceOnALineIsMeasuredAlongIt(t *testing.T) {
	line := storyboard.Line{{X: 0, Y: 0}, {X: 30, Y: 0}, {X: 30, Y: 0}, {X: 30, Y: 10}}
	if got := line.Length(); got != 40 {
		t.Errorf("it is %v long", got)
	}
	for share, want := range map[float64]geom.Pt{-1: {}, 0: {}, 0.5: {X: 20}, 0.75: {X: 30}, 0.875: {X: 30, Y: 5}, 1: {X: 30, Y: 10}, 2: {X: 30, Y: 10}} {
		if got := line.At(share); got.Dist(want) > 1e-9 {
			t.Errorf("%v of the way lies at %v, want %v", share, got, want)
		}
	}
}

// A trace ends where the line is, and one that joins has no gap before it.
func TestALineIsTracedAsFarAsItHasCome(t *testing.T) {
	first, next := storyboard.Line{{X: 0, Y: 0}, {X: 100, Y: 0}}, storyboard.Line{{X: 100, Y: 0}, {X: 100, Y: 100}}
	var p geom.Path
	first.Trace(&p, 1, false)
	next.Trace(&p, 0.3, true)
	starts := 0
	for _, verb := range p.Verbs {
		if verb == geom.MoveTo {
			starts++
		}
	}
	if starts != 1 {
		t.Errorf("the trace begins %d times", starts)
	}
	if end := p.Pts[len(p.Pts)-1]; end.Dist(geom.P(100, 30)) > 1e-9 || math.Abs(p.Length()-130) > 1e-9 {
		t.Errorf("it ends at %v after %v", end, p.Length())
	}
}
