package draw

import (
	"math"
	"testing"

	"lianhua/internal/geom"
)

// The distance and the path must be the same house.
func TestRoofDistanceAgreesWithItsPath(t *testing.T) {
	var p geom.Path
	RoofPath(&p, geom.P(3, 4), 10)
	for y := -12.0; y <= 12; y += 0.37 {
		for x := -12.0; x <= 12; x += 0.41 {
			d := RoofDistance(geom.P(x, y), 10)
			if math.Abs(d) < 1e-9 {
				continue
			}
			if in := p.Contains(geom.P(3+x, 4+y)); in != (d < 0) {
				t.Fatalf("(%v, %v): distance %v, in the path %v", x, y, d, in)
			}
		}
	}
	if n := math.Hypot(RoofPitch, 1); math.Abs(n-roofNorm) > 1e-15 {
		t.Errorf("the normal is %v long", n)
	}
}
