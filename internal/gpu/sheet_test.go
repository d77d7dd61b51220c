package gpu

import (
	"math"
	"testing"

	"lianhua/internal/geom"
)

// What turns or grows on its way takes steps that nobody sees, and the same ones again.
func TestWhatMovesTakesFewSteps(t *testing.T) {
	b := geom.R(-14, -30, 28, 30)
	looks := map[geom.Affine]bool{}
	const frames = 4000
	for i := range frames {
		f := float64(i) / frames
		to := geom.Affine{A: 0.9 + 0.2*f, D: 0.9 + 0.2*f, E: 300 * f, F: 40 * math.Sin(9*f)}
		got := stepped(to, b)
		for _, c := range []geom.Pt{b.Min(), b.Max(), {X: b.X, Y: b.Bottom()}, {X: b.Right(), Y: b.Y}} {
			if d := got.At(c).Sub(to.At(c)); math.Abs(d.X) > 0.25 || math.Abs(d.Y) > 0.25 {
				t.Fatalf("frame %d: the corner %v is off by %v", i, c, d)
			}
		}
		_, got.E = math.Modf(got.E)
		_, got.F = math.Modf(got.F)
		looks[got] = true
	}
	if len(looks) > frames/4 {
		t.Errorf("%d frames take %d looks", frames, len(looks))
	}
}
