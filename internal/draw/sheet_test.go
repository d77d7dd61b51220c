package draw

import (
	"math"
	"strings"
	"testing"

	"lianhua/internal/geom"
)

// roofs is a sheet of n triangles in a row, each ten wide.
func roofs(n int, c Color) *Sheet {
	s := new(Sheet)
	for i := range n {
		p := new(geom.Path).Move(0, 10).Line(5, 0).Line(10, 10).Close()
		s.Marks = append(s.Marks, Mark{Kind: KindShape, M: geom.Translate(10*float64(i), 0), Alpha: 1, Path: p, Paint: Ink(c), Parent: -1, Pair: -1})
	}
	s.Seal()
	return s
}

func TestSheetsAreWrittenHitAndMeasuredAsWholes(t *testing.T) {
	s := roofs(3, RGB(0x4C6373))
	var l List
	l.Reset(geom.R(0, 0, 100, 100), 0)
	l.Open(Name("row"), Sem{Role: RoleButton})
	l.Push(geom.Affine{A: 2, D: 2, E: 10, F: 20}, 0.5)
	l.Sheet(Name("roofs"), s)
	l.Pop()
	l.Close()
	if err := l.Check(); err != nil {
		t.Fatal(err)
	}
	if text := string(l.AppendText(nil)); !strings.Contains(text, "  sheet roofs m=2,0,0,2,10,20 alpha=0.5 n=3 at=0,0 30x10 digest=") {
		t.Errorf("the text is\n%s", text)
	}
	if b := l.Bounds(1); b != geom.R(10, 20, 60, 20) {
		t.Errorf("bounds %v", b)
	}
	for at, want := range map[geom.Pt]bool{{X: 20, Y: 30}: true, {X: 40, Y: 39}: true, {X: 30, Y: 25}: false, {X: 80, Y: 30}: false} {
		if got := l.Marks[1].Hits(at); got != want {
			t.Errorf("at %v: hit %v, want %v", at, got, want)
		}
	}
	if id, _ := l.Hit(geom.P(20, 30)); id.Name != "row" {
		t.Errorf("a touch on a sheet works %q", id)
	}
}

func TestTheKeyOfASheetIsThatOfItsLook(t *testing.T) {
	base := roofs(80, RGB(1))
	if base.Key != roofs(80, RGB(1)).Key {
		t.Error("equal sheets have different keys")
	}
	seen := map[uint64]string{base.Key: "the first"}
	for name, change := range map[string]func(*Sheet){
		"a colour":  func(s *Sheet) { s.Marks[40].Paint = Ink(RGB(2)) },
		"a point":   func(s *Sheet) { s.Marks[40].Path.Pts[1].Y = 1 },
		"a place":   func(s *Sheet) { s.Marks[40].M.E++ },
		"a pen":     func(s *Sheet) { s.Marks[40].Pen.Width = 1 },
		"a clip":    func(s *Sheet) { s.Marks[40].Within = &Clip{Path: s.Marks[0].Path, M: geom.Identity()} },
		"one less":  func(s *Sheet) { s.Marks = s.Marks[1:] },
		"the order": func(s *Sheet) { s.Marks[0], s.Marks[1] = s.Marks[1], s.Marks[0] },
	} {
		s := roofs(80, RGB(1))
		change(s)
		s.Seal()
		if other, ok := seen[s.Key]; ok {
			t.Errorf("with %s changed the key is that of %s", name, other)
		}
		seen[s.Key] = name
	}
}

// What is drawn of a sheet lies within its bounds, so that a backend may keep it.
func TestTheBoundsOfASheetHoldTheTipsOfItsStrokes(t *testing.T) {
	for _, pen := range []geom.Pen{{Width: 6, Join: geom.JoinMiter}, {Width: 6, Cap: geom.CapSquare, Join: geom.JoinBevel}, {Width: 6, Cap: geom.CapRound}} {
		p := new(geom.Path).Move(0, 40).Line(12, 0).Line(24, 40)
		s := &Sheet{Marks: []Mark{{Kind: KindShape, M: geom.Rotate(0.6, geom.P(0, 0)), Alpha: 1, Path: p, Pen: pen, Paint: Ink(RGB(1))}}}
		s.Seal()
		var drawn, placed geom.Path
		p.Outline(&drawn, pen, 0.01)
		placed.Append(drawn, s.Marks[0].M)
		if b := placed.Bounds(); !s.Bounds.Inset(-1e-9).Contains(b) {
			t.Errorf("%+v: the stroke takes %v, the sheet says %v", pen, b, s.Bounds)
		}
	}
}

func TestClipsByPathsHold(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 200, 200), 0)
	disc := l.NewPath().Circle(geom.P(0, 0), 50)
	l.Push(geom.Translate(100, 100), 1)
	l.PushClipPath(disc)
	l.Push(geom.Affine{A: 1, D: 1, E: 50}, 1)
	l.PushClipPath(disc)
	l.Rect(Name("both"), geom.R(-150, -100, 200, 200), 0, Ink(RGB(1)), Sem{Role: RoleButton})
	l.Pop()
	l.Pop()
	l.Pop()
	l.Rect(Name("free"), geom.R(-100, -100, 20, 20), 0, Ink(RGB(1)), Decor())
	l.Pop()
	if err := l.Check(); err != nil {
		t.Fatal(err)
	}
	if l.Marks[0].Within == nil || l.Marks[0].Within.Outer == nil || l.Marks[1].Within != nil {
		t.Fatal("the clips are not those that were pushed")
	}
	if b := l.Bounds(0); b != geom.R(100, 50, 50, 100) {
		t.Errorf("bounds %v", b)
	}
	for at, want := range map[geom.Pt]bool{{X: 125, Y: 100}: true, {X: 90, Y: 100}: false, {X: 160, Y: 100}: false, {X: 105, Y: 60}: false} {
		if got := l.Marks[0].Hits(at); got != want {
			t.Errorf("at %v: hit %v, want %v", at, got, want)
		}
	}
	const want = "within m=1,0,0,1,150,100 d=M50,0C50,27.614 27.614,50 0,50C-27.614,50 -50,27.614 -50,0C-50,-27.614 -27.614,-50 0,-50C27.614,-50 50,-27.614 50,0Z within m=1,0,0,1,100,100 d=M50,0C"
	if text := string(l.AppendText(nil)); !strings.Contains(text, want) {
		t.Errorf("the text is\n%s", text)
	}
	other := l.Hash()
	l.Marks[0].Within = l.Marks[0].Within.Outer
	if l.Hash() == other {
		t.Error("a list without a clip has the hash of one with it")
	}
}

func TestAListWithSheetsAndClipsDoesNotAllocate(t *testing.T) {
	var l List
	s := roofs(100, RGB(1))
	fill := func() {
		l.Reset(geom.R(0, 0, 100, 100), 0)
		l.PushClipPath(l.NewPath().Circle(geom.P(50, 50), 40))
		l.PushClipPath(s.Marks[0].Path)
		l.Sheet(Name("roofs"), s)
		l.Pop()
		l.Pop()
	}
	fill()
	if n := testing.AllocsPerRun(20, fill); n != 0 {
		t.Errorf("%v allocations in a steady frame", n)
	}
}

func TestCheckFindsBreachesOfSheetsAndClips(t *testing.T) {
	for name, change := range map[string]func(*List, *Sheet){
		"a text":            func(_ *List, s *Sheet) { s.Marks[0].Kind = KindText },
		"a button":          func(_ *List, s *Sheet) { s.Marks[0].Sem.Role = RoleButton },
		"a rectangle":       func(_ *List, s *Sheet) { s.Marks[0].Clip = geom.R(0, 0, 1, 1) },
		"a point of none":   func(_ *List, s *Sheet) { s.Marks[0].Path.Pts[0].X = math.NaN() },
		"no key":            func(_ *List, s *Sheet) { s.Key = 0 },
		"a clip of nothing": func(l *List, _ *Sheet) { l.Marks[0].Within.M.A = math.Inf(1) },
	} {
		var l List
		l.Reset(geom.R(0, 0, 10, 10), 0)
		s := roofs(2, RGB(1))
		l.PushClipPath(l.NewPath().Rect(geom.R(0, 0, 5, 5)))
		l.Sheet(Name("roofs"), s)
		if err := l.Check(); err != nil {
			t.Fatal(err)
		}
		change(&l, s)
		if l.Check() == nil {
			t.Errorf("%s passes", name)
		}
	}
}
