package chart_test

import (
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/geom"
)

// Things in rows stand apart, the front row as wide as the rectangle, the last
// narrower about the eye.
func TestRowsStandApart(t *testing.T) {
	r := chart.Rows{Rect: geom.R(100, 50, 400, 60), N: 198, Deep: 5, Eye: 300, Narrow: 0.9}
	seen := map[geom.Pt]bool{}
	for i := range r.N {
		p := r.Foot(i)
		if seen[p] || !r.Rect.Inset(-r.Pitch()).Has(p) {
			t.Errorf("thing %d stands at %v", i, p)
		}
		seen[p] = true
	}
	width := func(row int) float64 { return r.Foot(195-5+row).X - r.Foot(row).X }
	if got := width(0) / width(4); got < 0.89 || got > 0.91 {
		t.Errorf("the last row is %.2f as wide as the first", got)
	}
	if r.Foot(0).Y != 50 || r.Foot(4).Y != 110 {
		t.Errorf("rows stand at %v and %v", r.Foot(0), r.Foot(4))
	}
}

// Every thing hangs on a wire, in proportion to its length.
func TestStrungThingsShareTheWires(t *testing.T) {
	var wires geom.Path
	wires.Move(0, 10).Line(100, 10).Move(0, 20).Line(200, 20).Move(50, 30).Line(350, 30)
	s := chart.Strung{Wires: &wires, N: 600}
	next := 0
	for w := range s.Count() {
		from, to := s.On(w)
		if from != next || to-from != (w+1)*100 {
			t.Errorf("wire %d holds %d to %d", w, from, to)
		}
		next = to
		for k := from; k < to; k++ {
			if p := s.At(w, k, from, to); p.Y != float64(10*w+10) || p.X <= wires.Pts[2*w].X || p.X >= wires.Pts[2*w+1].X {
				t.Errorf("thing %d hangs at %v", k, p)
			}
		}
	}
	if a := s.Apart(); next != s.N || a != geom.P(1, 10) {
		t.Errorf("%d hang, %v apart", next, a)
	}
}
