package geom

import "testing"

// Short dashes on a long way once met a remainder too small to step over.
func TestDashesOfAnyLengthEnd(t *testing.T) {
	for _, u := range []float64{0.3, 0.61, 0.8, 1, 1.2, 2.4} {
		var p, o Path
		p.Move(951.337*u, 316.21*u).Line(957.1*u, 402.77*u).Line(913.9*u, 781.3*u)
		p.Outline(&o, Pen{Width: 1.5 * u, Cap: CapRound, Dash: 0.1 * u, Gap: 5 * u}, 0.01)
		if o.Empty() {
			t.Errorf("at %v no dash is drawn", u)
		}
	}
}
