package storyboard

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
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

// A stream splits a count into what lies and what falls, and its front comes first.
func TestAStreamComesToItsCount(t *testing.T) {
	s := Stream{Cols: 3}
	for _, n := range []int{0, 5, 3*draw.NoiseSide - 1, 1000} {
		if lying, air := s.Split(n); lying+air != n || lying < 0 || air < 0 || lying > s.Cols*draw.NoiseSide {
			t.Errorf("of %d, %d lie and %d fall", n, lying, air)
		}
	}
	last := -1.0
	for k := 0; k <= 20; k++ {
		f := FallAt(float64(k) / 20)
		come := s.Come(1000, f)
		if come < last || f.Landed() > 0 && f.Entered < 0.9 || f.Lie() > f.Landed() {
			t.Errorf("at %d/20 %+v, %v have come after %v", k, f, come, last)
		}
		last = come
	}
	if last != 1 || FallAt(1).Lie() != 1 {
		t.Errorf("in the end %v have come", last)
	}
}

// Stacks are as many as there are shares, and all of a height: the average's.
func TestStacksAreAnAverage(t *testing.T) {
	if _, ok := StacksOf("stacks", 3, 4, geom.R(0, 0, 100, 100), [4]draw.Color{}); ok {
		t.Error("fewer coins than shares make stacks")
	}
	s, ok := StacksOf("stacks", 65, 10, geom.R(0, 0, 100, 100), [4]draw.Color{})
	if !ok || s.Whole != 6 || s.Each != 6.5 {
		t.Fatalf("65 coins in 10 stacks: %+v", s)
	}
	var l draw.List
	l.Reset(geom.R(0, 0, 100, 100), draw.RGB(0xFFFFFF))
	d := DealingAt(1)
	s.Draw(&l, &stage.View{Theme: &stage.Theme{}}, &d, geom.R(0, 0, 20, 80), 1)
	coins := 0
	for i := range l.Marks {
		if f := l.Marks[i].Field; f != nil {
			coins += f.Count
		}
	}
	if coins != 60 {
		t.Errorf("%d whole coins stand in the stacks, want 60", coins)
	}
}
