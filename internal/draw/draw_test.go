package draw

import (
	"fmt"
	"math"
	"testing"

	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

func ExampleList() {
	var l List
	l.Reset(geom.R(0, 0, 100, 60), RGB(0xF6F1E7))
	l.Open(Name("ring"), Sem{Role: RoleButton, Label: "Ring"})
	l.Circle(Name("rim"), geom.P(50, 30), 20, Ink(RGB(0x4C6373)), Decor())
	l.Close()
	fmt.Print(string(l.AppendText(nil)))
	id, ok := l.Hit(geom.P(52, 30))
	fmt.Println(id, ok)
	// Output:
	// picture at=0,0 100x60 #f6f1e7ff
	// group ring role=button label="Ring"
	//   shape rim #4c6373ff d=M70,30C70,41.046 61.046,50 50,50C38.954,50 30,41.046 30,30C30,18.954 38.954,10 50,10C61.046,10 70,18.954 70,30Z
	// ring true
}

func TestHitPrefersWhatIsDrawnOnTopThenTheNearest(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 400, 400), 0)
	b := Sem{Role: RoleButton}
	l.Rect(Name("under"), geom.R(0, 0, 100, 100), 0, Ink(RGB(0)), b)
	l.Rect(Name("over"), geom.R(50, 50, 100, 100), 0, Ink(RGB(0)), b)
	l.Rect(Name("small"), geom.R(300, 300, 4, 4), 0, Ink(RGB(0)), b)
	for _, c := range []struct {
		at   geom.Pt
		want string
	}{{geom.P(20, 20), "under"}, {geom.P(75, 75), "over"}, {geom.P(320, 290), "small"}, {geom.P(325, 325), ""}} {
		id, _ := l.Hit(c.at)
		if id.Name != c.want {
			t.Errorf("at %v: %q, want %q", c.at, id.Name, c.want)
		}
	}
}

func TestHitFollowsTransformAndClip(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 200, 200), 0)
	l.PushClip(geom.R(100, 100, 50, 50))
	l.Push(geom.Translate(100, 100), 1)
	l.Rect(Name("a"), geom.R(0, 0, 100, 100), 0, Ink(RGB(0)), Sem{Role: RoleButton})
	l.Pop()
	l.Pop()
	if _, ok := l.Hit(geom.P(120, 120)); !ok {
		t.Error("no hit inside")
	}
	if _, ok := l.Hit(geom.P(180, 180)); ok {
		t.Error("a hit where the clip hides the mark")
	}
}

func crowd(l *List, push float64) *Field {
	f := l.NewField()
	f.Count, f.Cols, f.Radius, f.Jitter = 1000, 40, 1, 0.8
	f.Inks = [4]Color{RGB(1), RGB(2), RGB(3), RGB(4)}
	for i := 0; i <= 4; i++ {
		f.Mesh.U = append(f.Mesh.U, float64(i*10))
	}
	for j := 0; j <= 5; j++ {
		f.Mesh.V = append(f.Mesh.V, float64(j*5))
		for i := 0; i <= 4; i++ {
			x := float64(i) * 25
			f.Mesh.P = append(f.Mesh.P, geom.P(x+push*math.Sin(x), float64(j)*20))
		}
	}
	return f
}

func TestFieldDrawsEachOfItsMarksOnce(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 100, 100), 0)
	f := crowd(&l, 3)
	seen := map[geom.Pt]bool{}
	for i := 0; i < f.Count; i++ {
		d, ok := f.At(i)
		if !ok {
			t.Fatalf("mark %d is not drawn", i)
		}
		if seen[d.At] {
			t.Fatalf("mark %d stands on another", i)
		}
		seen[d.At] = true
	}
	f.Shown = 0.5
	n := 0
	for i := 0; i < f.Count; i++ {
		if _, ok := f.At(i); ok {
			n++
		}
	}
	if n < 450 || n > 550 {
		t.Errorf("half shown draws %d of %d", n, f.Count)
	}
}

func TestMeshIsContinuous(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 100, 100), 0)
	f := crowd(&l, 3)
	var before geom.Pt
	for i := 0; i <= 4000; i++ {
		p, _, ok := f.Mesh.At(float64(i)/100, 12.34)
		if !ok {
			t.Fatalf("no point at %d", i)
		}
		if i > 0 && p.Dist(before) > 0.1 {
			t.Fatalf("jumps by %v at %d", p.Dist(before), i)
		}
		before = p
	}
}

func TestRefilledListDoesNotAllocate(t *testing.T) {
	var l List
	run := &typeset.Run{Text: "链"}
	fill := func() {
		l.Reset(geom.R(0, 0, 100, 100), RGB(0))
		l.Push(geom.Translate(3, 4), 0.5)
		l.Open(Name("g"), Decor())
		l.Circle(Nth("c", 1), geom.P(4, 4), 3, Ink(RGB(0)), Decor())
		l.Text(Name("t"), run, geom.P(1, 1), Ink(RGB(0)), Sem{Role: RoleText})
		l.Dots(Name("d"), 100, func(i int) Dot { return Dot{At: geom.P(float64(i), 0), R: 1} }, Decor())
		l.Field(Name("f"), crowd(&l, 1), Decor())
		l.Close()
		l.Pop()
	}
	fill()
	if n := testing.AllocsPerRun(20, fill); n != 0 {
		t.Errorf("%v allocations in a steady frame", n)
	}
	if err := l.Check(); err != nil {
		t.Error(err)
	}
}

func TestCheckFindsBreaches(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 10, 10), 0)
	l.Rect(Name("a"), geom.R(0, 0, 1, 1), 0, Ink(0), Decor())
	l.Rect(Name("a"), geom.R(0, 0, 1, 1), 0, Ink(0), Decor())
	if l.Check() == nil {
		t.Error("a repeated id passes")
	}
	l.Reset(geom.R(0, 0, 10, 10), 0)
	l.Rect(Name("a"), geom.R(math.NaN(), 0, 1, 1), 0, Ink(0), Decor())
	if l.Check() == nil {
		t.Error("a NaN passes")
	}
	l.Reset(geom.R(0, 0, 10, 10), 0)
	l.Open(Name("a"), Decor())
	if l.Check() == nil {
		t.Error("an open group passes")
	}
}

func TestThousandths(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.0001: "0", 1.5: "1.5", -2.0005: "-2.001", 0.12: "0.12", 1234567.891: "1234567.891", 0.001: "0.001"} {
		if got := string(AppendThousandths(nil, v)); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}

// A stroke along nothing stretches nothing: a group that holds one is where the rest of
// it is.
func TestAnEmptyPathTakesNoPlace(t *testing.T) {
	var l List
	l.Reset(geom.R(0, 0, 100, 100), 0)
	l.Open(Name("box"), Sem{Role: RoleButton, Label: "box"})
	l.Fill(Name("box").Sub("fill"), l.NewPath().Rect(geom.R(60, 70, 20, 10)), Ink(Color(0x000000ff)), Decor())
	l.Stroke(Name("box").Sub("none"), l.NewPath(), geom.Pen{Width: 2}, Ink(Color(0x000000ff)), Decor())
	l.Close()
	if got, want := l.Bounds(0), geom.R(60, 70, 20, 10); got != want {
		t.Errorf("the group takes %v, want %v", got, want)
	}
}
