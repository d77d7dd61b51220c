package benches

import (
	"testing"

	"lianhua/internal/geom"
)

// Every line has a bed of its own, dark and lit alike, and no two lie over each other.
func TestEveryLineHasABed(t *testing.T) {
	const n, bed = 67, 1 // the second shape of a sheet
	f, ok := FloorOf(n, new(geom.Path).Move(40, 700).Line(990, 700), new(geom.Path).Move(190, 650).Line(980, 650))
	if !ok {
		t.Fatal("the lines have no floor")
	}
	off, on := sheetOf(&f, &dark), sheetOf(&f, &bright)
	if len(off.Marks) != len(on.Marks) {
		t.Fatalf("lit lines have %d shapes, dark ones %d", len(on.Marks), len(off.Marks))
	}
	for i := range off.Marks {
		if off.Marks[i].Path.Bounds() != on.Marks[i].Path.Bounds() {
			t.Errorf("the shape %d lies elsewhere when it is lit", i+1)
		}
	}
	beds := on.Marks[bed].Path
	starts := 0
	for _, verb := range beds.Verbs {
		if verb == geom.MoveTo {
			starts++
		}
	}
	if starts != n {
		t.Errorf("%d beds for %d lines", starts, n)
	}
	for i := range n {
		for _, depth := range []float64{0.02, 0.5, 0.98} {
			if !beds.Contains(f.At(float64(i)+0.5, depth)) || beds.Contains(f.At(float64(i), depth)) {
				t.Fatalf("at depth %v the line %d has no bed, or no way beside it", depth, i+1)
			}
		}
	}
}

// Lines are lit whole, the last of them at the end.
func TestLinesAreLitWhole(t *testing.T) {
	for running, want := range map[float64]int{0: 0, 0.0149: 0, 0.015: 1, 0.5: 33, 0.999: 66, 1: 67} {
		if got := Lit(67, running); got != want {
			t.Errorf("at %v %d lines are lit, want %d", running, got, want)
		}
	}
}
