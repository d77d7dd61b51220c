package anim

import (
	"fmt"
	"math"
	"testing"
)

func ExampleTimeline() {
	t := NewTimeline([]Beat{{Name: "melt", Move: 2}, {Name: "cast", Move: 1}})
	fmt.Println(t.Length(), t.BeatAt(2), t.BeatAt(2.1))
	fmt.Println(t.Progress("melt", 1), t.Progress("cast", 1), t.Progress("cast", 2.5))
	// Output:
	// 3 0 1
	// 0.5 0 0.5
}

func TestEasesStartAtNoughtAndEndAtOne(t *testing.T) {
	for i, e := range []Ease{Linear, QuadOut, CubicOut, CubicInOut, SineInOut, BackOut} {
		if math.Abs(e(0)) > 1e-12 || math.Abs(e(1)-1) > 1e-12 {
			t.Errorf("ease %d: %v to %v", i, e(0), e(1))
		}
		for k := 0; k < 1000; k++ {
			a, b := e(float64(k)/1000), e(float64(k+1)/1000)
			if math.Abs(b-a) > 0.006 {
				t.Fatalf("ease %d jumps at %d/1000: %v to %v", i, k, a, b)
			}
		}
	}
}

func TestAReversedEaseEndsWhereTheEaseBegins(t *testing.T) {
	for i := 0; i <= 10; i++ {
		at := float64(i) / 10
		if got, want := Reverse(CubicOut)(at), 1-CubicOut(at); got != want {
			t.Errorf("at %v: %v, want %v", at, got, want)
		}
	}
}

func TestASwingGoesPastItsRestAndComesToIt(t *testing.T) {
	e := Swing(5 * math.Pi)
	if e(0) != 0 || e(1) != 1 {
		t.Errorf("from %v to %v", e(0), e(1))
	}
	if first, last := e(0.2)-1, e(0.6)-1; first <= 0 || last <= 0 || last >= first {
		t.Errorf("it swings %v past its rest, then %v", first, last)
	}
}

func TestStaggerCoversTheWholeMove(t *testing.T) {
	for _, n := range []int{1, 2, 67} {
		if got := Stagger(1, n-1, n, 0.3, Linear); got != 1 {
			t.Errorf("%d: last ends at %v", n, got)
		}
		if got := Stagger(0, 0, n, 0.3, Linear); got != 0 {
			t.Errorf("%d: first begins at %v", n, got)
		}
	}
}

// The value at a moment may not depend on how one got there.
func TestAnyOrderGivesTheSame(t *testing.T) {
	tl := NewTimeline([]Beat{{Name: "a", Move: 0.7}, {Name: "b"}, {Name: "c", Move: 1.3}})
	at := func(s float64) float64 { return tl.Progress("a", s) + 2*tl.Progress("b", s) + 4*tl.Progress("c", s) }
	var forward [201]float64
	for i := range forward {
		forward[i] = at(float64(i) / 100)
	}
	for i := 200; i >= 0; i-- {
		if at(float64(i)/100) != forward[i] {
			t.Fatalf("at %d", i)
		}
	}
}

func TestWaveIsACosine(t *testing.T) {
	for i := -20000; i <= 20000; i++ {
		x := float64(i) / 500
		if d := math.Abs(Wave(x) - math.Cos(x)); d > 1e-6 {
			t.Fatalf("at %v: off by %v", x, d)
		}
	}
}
