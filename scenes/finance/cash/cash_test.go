package cash

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

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
