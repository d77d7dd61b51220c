package inspection

import (
	"math"
	"testing"

	"lianhua/internal/geom"
)

func TestAPictureStandsBackUntilItIsClear(t *testing.T) {
	area := geom.R(0, 0, 400, 800)
	for _, c := range []struct{ top, bottom, from, to, wantTop, wantBottom float64 }{
		{200, 600, 100, 700, 200, 600}, // as it lies
		{50, 450, 100, 700, 100, 500},  // moved down
		{350, 750, 100, 700, 300, 700}, // moved up
		{50, 750, 100, 450, 100, 450},  // and smaller
		{0, 800, 300, 500, 300, 700},   // never smaller than half
	} {
		m := standBack(area, c.top, c.bottom, c.from, c.to)
		if a, b := m.At(geom.P(200, c.top)), m.At(geom.P(200, c.bottom)); math.Abs(a.Y-c.wantTop)+math.Abs(b.Y-c.wantBottom) > 1e-9 || math.Abs(a.X-200) > 1e-9 {
			t.Errorf("%v: it is seen from %v to %v", c, a, b)
		}
	}
}
