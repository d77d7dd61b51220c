package village

import (
	"testing"

	"lianhua/internal/geom"
)

// Light goes out from the middle and comes to all of its oval in the end, and nothing
// that it has come to goes dark again.
func TestARippleComesToAll(t *testing.T) {
	oval := geom.R(100, 50, 400, 200)
	places := []geom.Pt{oval.Center(), geom.P(400, 150), geom.P(300, 240), geom.P(499, 150)}
	before := make([]float64, len(places))
	for i := 0; i <= 20; i++ {
		r := RippleOf(oval, float64(i)/20)
		for k, p := range places {
			level := r.Level(p)
			if level < before[k] {
				t.Errorf("at %d of 20 it leaves %v", i, p)
			}
			if i == 0 && level != 0 || i == 20 && level != 1 {
				t.Errorf("at %d of 20 %v is lit by %v", i, p, level)
			}
			before[k] = level
		}
	}
}
