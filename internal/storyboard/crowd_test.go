package storyboard

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

func TestAnEdgeGoesOnBeyondItsEnds(t *testing.T) {
	e := Edge{{X: 10, Y: 0}, {X: 20, Y: 10}, {X: 20, Y: 20}}
	for y, want := range map[float64]float64{-5: 5, 0: 10, 5: 15, 15: 20, 30: 20} {
		if got := e.Across(y); math.Abs(got-want) > 1e-9 {
			t.Errorf("at the height %v the edge lies at %v, want %v", y, got, want)
		}
	}
	if got := (Edge{{X: 0, Y: 4}, {X: 8, Y: 0}}).Up(2); got != 3 {
		t.Errorf("at 2 across the edge is %v high, want 3", got)
	}
}

// Whatever a mesh is pressed to, no mark is larger than every backend draws whole.
func TestACrowdKeepsWithinItsReach(t *testing.T) {
	for _, side := range []float64{400, 40, 6} {
		var l draw.List
		l.Reset(geom.R(0, 0, 400, 400), draw.RGB(0xFFFFFF))
		f := l.NewField()
		f.Count, f.Cols, f.Radius, f.Symbol = 100, 10, 8, draw.Cash
		f.Mesh.U, f.Mesh.V = append(f.Mesh.U, -1, 11), append(f.Mesh.V, -1, 11)
		f.Mesh.P = append(f.Mesh.P, geom.P(0, 0), geom.P(side, 0), geom.P(0, side), geom.P(side, side))
		Crowd(&l, draw.Name("crowd"), f, 1)
		if i := l.Find(draw.Name("crowd")); i >= 0 && l.Marks[i].Field.Reach(1) > draw.MaxReach {
			t.Errorf("in %v pixels marks reach %.2f cells", side, l.Marks[i].Field.Reach(1))
		} else if i < 0 && side > 40 {
			t.Errorf("in %v pixels no mark is drawn", side)
		}
	}
}
