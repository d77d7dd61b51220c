package play

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// A switch is set at once and eases to where it is set, for as long as that takes; at
// once, where motion is reduced.
func TestASwitchEasesUnlessMotionIsReduced(t *testing.T) {
	for _, reduced := range []bool{false, true} {
		p := newPlayer(t, Options{Reduced: reduced})
		p.settle(t)
		id := draw.Name("switch")
		turned := func() float64 {
			v := p.View(screen)
			return v.Turned(id, 0)
		}
		p.tapAt(t, geom.P(830, 620))
		if got := p.Inputs().Get(id, 0); got != 1 {
			t.Fatalf("reduced %v: tapped, it is set to %v", reduced, got)
		}
		if got := turned(); reduced && got != 1 || !reduced && got > 0.9 {
			t.Errorf("reduced %v: tapped, it stands at %v", reduced, got)
		}
		p.settle(t)
		if got := turned(); got != 1 {
			t.Errorf("reduced %v: at rest it stands at %v", reduced, got)
		}
	}
}
