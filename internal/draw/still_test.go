package draw

import (
	"testing"

	"lianhua/internal/geom"
)

// rows are two groups of shapes, the second faded and moved.
func rows(l *List) {
	l.Open(Name("row"), Decor())
	l.Rect(Name("first"), geom.R(10, 10, 20, 8), 0, Ink(RGB(0x204060)), Decor())
	l.Push(geom.Translate(30, 4), 0.5)
	l.Open(Name("inner"), Decor())
	l.Line(Name("second"), geom.P(0, 0), geom.P(9, 9), 2, Ink(RGB(0x806040)), Decor())
	l.Close()
	l.Pop()
	l.Close()
}

func TestWhatIsRepeatedIsWhatWasDrawn(t *testing.T) {
	var from List
	from.Reset(geom.R(0, 0, 100, 60), 0)
	rows(&from)
	show := func(rows func(l *List)) *List {
		l := new(List)
		l.Reset(geom.R(0, 0, 100, 60), RGB(0xFFFFFF))
		l.Open(Name("layer"), Decor())
		l.PushClipPath(l.NewPath().Circle(geom.P(40, 30), 30))
		l.Push(geom.Affine{A: 2, D: 2, E: 3, F: 4}, 0.8)
		rows(l)
		l.Pop()
		l.Pop()
		l.Close()
		return l
	}
	sheet := from.Sheeted()
	got, want := show(func(l *List) { l.Repeat(&from, sheet) }), show(rows)
	if a, b := string(got.AppendText(nil)), string(want.AppendText(nil)); a != b {
		t.Errorf("repeated:\n%s\ndrawn:\n%s", a, b)
	}
	for i := range want.Marks {
		if a, b := &got.Marks[i], &want.Marks[i]; a.Parent != b.Parent || a.Pair != b.Pair {
			t.Errorf("mark %d is of group %d and paired with %d, want %d and %d", i, a.Parent, a.Pair, b.Parent, b.Pair)
		}
	}
	if len(got.Stills) != 1 {
		t.Fatalf("%d stretches are still", len(got.Stills))
	}
	s := &got.Stills[0]
	if first := got.Marks[s.First].ID; first != Name("first") || s.Mark.Sheet.Len() != 2 || s.Mark.M != (geom.Affine{A: 2, D: 2, E: 3, F: 4}) || s.Mark.Alpha != 0.8 || s.Mark.Within == nil {
		t.Errorf("the stretch begins at %v with %d shapes: %+v", first, s.Mark.Sheet.Len(), s.Mark)
	}
	if got.Reset(got.Area, 0); len(got.Stills) != 0 {
		t.Error("a stretch outlives its picture")
	}
}

func TestOnlyShapesAreSheeted(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 100, 60), 0)
	l.Dots(Name("dots"), 1, func(int) Dot { return Dot{R: 1} }, Decor())
	if l.Sheeted() != nil {
		t.Error("dots are a sheet")
	}
	l.Reset(geom.R(0, 0, 100, 60), 0)
	l.PushClip(geom.R(0, 0, 5, 5))
	l.Rect(Name("r"), geom.R(0, 0, 9, 9), 0, Ink(RGB(0)), Decor())
	if l.Sheeted() != nil {
		t.Error("what a rectangle clips is a sheet, with which it would turn")
	}
}
