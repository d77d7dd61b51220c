package geom

import (
	"fmt"
	"math"
	"testing"
)

func ExamplePath() {
	var p Path
	p.Circle(P(10, 10), 5)
	fmt.Printf("%.2f %.3f\n", p.Bounds(), p.Length()/(10*math.Pi))
	fmt.Println(p.Contains(P(10, 6)), p.Contains(P(15, 15)))
	// Output:
	// {5.00 5.00 10.00 10.00} 1.000
	// true false
}

func TestBoundsFollowTheCurveNotItsHandles(t *testing.T) {
	var p Path
	p.Move(0, 0).Cube(0, 40, 100, 40, 100, 0)
	b := p.Bounds()
	if math.Abs(b.Bottom()-30) > 1e-9 {
		t.Errorf("bottom %v, want 30", b.Bottom())
	}
}

func TestStrokeOutlineIsWhereTheStrokeIs(t *testing.T) {
	var p, o Path
	p.Move(0, 0).Line(100, 0).Line(100, 100)
	p.Outline(&o, Pen{Width: 10, Join: JoinRound}, 0.05)
	for _, c := range []struct {
		at Pt
		in bool
	}{{P(50, 4.9), true}, {P(50, 5.1), false}, {P(103, -3), true}, {P(104.6, -4.6), false}, {P(-1, 0), false}, {P(104, 99), true}} {
		if got := o.Contains(c.at); got != c.in {
			t.Errorf("at %v: %v, want %v", c.at, got, c.in)
		}
	}
}

func TestTrimKeepsLengths(t *testing.T) {
	var p, part Path
	p.Circle(P(0, 0), 50)
	total := p.Length()
	p.Trim(&part, total*0.25, total*0.75)
	if got := part.Length() / total; math.Abs(got-0.5) > 1e-6 {
		t.Errorf("half of a circle is %v of it", got)
	}
}

func TestDashesCoverTheirShare(t *testing.T) {
	var p Path
	p.Move(0, 0).Line(40, 0).Line(100, 0)
	var on float64
	var at Pt
	p.dashes(Pen{Width: 1, Dash: 6, Gap: 4, Phase: 3}, 0.05, func(to Pt, move bool) {
		if !move {
			on += at.Dist(to)
		}
		at = to
	})
	if math.Abs(on-60) > 3.1 {
		t.Errorf("dashes draw %v of 100, want about 60", on)
	}
}

func TestInverse(t *testing.T) {
	m := Rotate(0.7, P(3, 4)).Then(ScaleBy(2, 3)).Then(Translate(5, -6))
	inv, ok := m.Inverse()
	if !ok {
		t.Fatal("no inverse")
	}
	q := inv.At(m.At(P(11, -13)))
	if q.Dist(P(11, -13)) > 1e-9 {
		t.Errorf("came back to %v", q)
	}
}

func TestParseSVG(t *testing.T) {
	p, err := ParseSVG("M10,20 l5-5h10v-3 c1,2 3,4 5,6 s1,1 2,2 q1 1 2 0 t2,0 z m1 1 2 2")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(p.Verbs); n != 11 {
		t.Errorf("%d verbs, want 11", n)
	}
	for _, bad := range []string{"L1 2", "M1", "M0 0 A1 1 0 2 0 2 2", "M0 0 A1 1 0 0 0 2", "M0 0 L x"} {
		if _, err := ParseSVG(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func FuzzParseSVG(f *testing.F) {
	f.Add("M0 0 L1e3-.5.5z")
	f.Add("M0 0a5 3 30 01.5.5zA1e9 1 0 1 1 3 4")
	f.Fuzz(func(t *testing.T, d string) {
		p, err := ParseSVG(d)
		if err == nil {
			p.Bounds()
			n := 0
			for _, v := range p.Verbs {
				n += v.Points()
			}
			if n != len(p.Pts) {
				t.Fatalf("%d points for verbs that take %d", len(p.Pts), n)
			}
		}
	})
}

func TestRefilledPathDoesNotAllocate(t *testing.T) {
	var p, o Path
	fill := func() {
		p.Reset()
		o.Reset()
		p.RoundRect(R(0, 0, 30, 20), 5).Circle(P(5, 5), 3)
		p.Outline(&o, Pen{Width: 2}, 0.1)
	}
	fill()
	if n := testing.AllocsPerRun(20, fill); n > 1 {
		t.Errorf("%v allocations", n)
	}
}

func TestNearestIsMeasuredAlongThePath(t *testing.T) {
	var p Path // a hairpin: ten to the right, two down, ten back
	p.Move(0, 0).Line(10, 0).Line(10, 2).Line(0, 2)
	for _, c := range []struct {
		q       Pt
		s, dist float64
	}{{P(4, 0.4), 4, 0.4}, {P(4, 1.7), 18, 0.3}, {P(-3, -4), 0, 5}, {P(12, 1), 11, 2}, {P(-1, 2), 22, 1}} {
		if s, dist := p.Nearest(c.q); math.Abs(s-c.s) > 1e-9 || math.Abs(dist-c.dist) > 1e-9 {
			t.Errorf("nearest to %v lies %v along and %v away, want %v and %v", c.q, s, dist, c.s, c.dist)
		}
	}
	if _, dist := (Path{}).Nearest(P(0, 0)); !math.IsInf(dist, 1) {
		t.Error("nothing is near an empty path")
	}
}

func TestALineSpansASmallRoundCorner(t *testing.T) {
	for _, turn := range []float64{0.2, -0.2} {
		// Two segments of length 10 from the origin, the second turned.
		end := Polar(Pt{X: 10}, 10, turn)
		var o Path
		Path{Verbs: []Verb{MoveTo, LineTo, LineTo}, Pts: []Pt{{}, {X: 10}, end}}.Outline(&o, Pen{Width: 2, Join: JoinRound}, 0.05)
		// The first segment has four points, then comes the corner.
		from, to := -math.Pi/2, -math.Pi/2+turn
		if turn < 0 {
			from, to = math.Pi/2+turn, math.Pi/2
		}
		want := []Pt{{X: 10}, Polar(Pt{X: 10}, 1, from), Polar(Pt{X: 10}, 1, to)}
		for i, w := range want {
			if got := o.Pts[4+i]; got.Dist(w) > 1e-12 {
				t.Errorf("turned by %v, point %d of the corner is %v, want %v", turn, i, got, w)
			}
		}
	}
}
