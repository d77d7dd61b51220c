package benches_test

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/scenes/aluminium/benches"
)

// Strips are as wide as one another at any depth, narrower the farther away, and what
// runs away from the eye runs to one point.
func TestStripsNarrowWithTheirDistance(t *testing.T) {
	f, ok := benches.FloorOf(20, new(geom.Path).Move(0, 500).Line(1000, 500), new(geom.Path).Move(300, 400).Line(800, 400))
	if !ok {
		t.Fatal("there is no floor")
	}
	last := math.Inf(1)
	for _, depth := range []float64{0, 0.25, 0.5, 1} {
		if f.Pitch(depth) >= last {
			t.Errorf("at depth %v a strip is %v wide, nearer %v", depth, f.Pitch(depth), last)
		}
		last = f.Pitch(depth)
		for i := range 20 {
			if got := f.At(float64(i+1), depth).Dist(f.At(float64(i), depth)); math.Abs(got-last) > 1e-9 {
				t.Fatalf("at depth %v the strip %d is %v wide, want %v", depth, i+1, got, last)
			}
		}
	}
	if f.At(0, 0) != geom.P(0, 500) || f.At(20, 1).Dist(geom.P(800, 400)) > 1e-9 || f.Pitch(0) != 50 || f.Pitch(1) != 25 {
		t.Errorf("its corners are %v and %v", f.At(0, 0), f.At(20, 1))
	}
	if _, ok := benches.FloorOf(0, nil, nil); ok {
		t.Error("nothing lies on a floor")
	}
	var quad geom.Path
	f.Quad(&quad, 2, 3, 0, 1, 0)
	var l draw.List
	clip := f.UpTo(&l, 3, 4)
	if !quad.Contains(f.At(2.5, 0.5)) || quad.Contains(f.At(3.5, 0.5)) || !clip.Contains(f.At(2.9, 0.5)) || clip.Contains(f.At(3.1, 0.5)) {
		t.Error("strips lie beyond their edges")
	}
}
