package simplify_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"lianhua/internal/art"
	"lianhua/internal/art/simplify"
	"lianhua/internal/geom"
)

// wave is a curve through many points, as programs write them, with straight parts.
func wave(r *rand.Rand, n int) geom.Path {
	var p geom.Path
	at := func(x float64) (geom.Pt, geom.Pt) {
		return geom.P(x, 300+60*math.Sin(x/90)), geom.P(1, 60.0/90*math.Cos(x/90))
	}
	x := r.Float64() * 100
	from, way := at(x)
	p.Move(from.X, from.Y)
	for range n {
		step := 2 + r.Float64()*6
		x += step
		to, next := at(x)
		p.Cube(from.X+way.X*step/3, from.Y+way.Y*step/3, to.X-next.X*step/3, to.Y-next.Y*step/3, to.X, to.Y)
		from, way = to, next
	}
	for i := range n {
		p.Line(from.X-float64(i), from.Y+40)
	}
	return *p.Close()
}

// lines are a path as lines that hardly leave it.
func lines(p geom.Path) [][2]geom.Pt {
	var out [][2]geom.Pt
	var at geom.Pt
	p.Flatten(0.001, func(to geom.Pt, move bool) {
		if !move {
			out = append(out, [2]geom.Pt{at, to})
		}
		at = to
	})
	return out
}

// farthest is how far a point of one path lies from the other path at the most.
func farthest(a, b geom.Path) float64 {
	most, other := 0.0, lines(b)
	for _, l := range lines(a) {
		for i := range 5 {
			p, least := l[0].Lerp(l[1], float64(i)/4), math.Inf(1)
			for _, m := range other {
				along := m[1].Sub(m[0])
				t := 0.0
				if n := along.Dot(along); n > 0 {
					t = math.Min(math.Max(p.Sub(m[0]).Dot(along)/n, 0), 1)
				}
				least = math.Min(least, p.Dist(m[0].Add(along.Mul(t))))
			}
			most = math.Max(most, least)
		}
	}
	return most
}

func TestWhatIsLeftRunsWhereItRan(t *testing.T) {
	const tolerance = 0.05
	for seed := range uint64(5) {
		p := wave(rand.New(rand.NewPCG(seed, 2)), 30)
		q := simplify.Path(p, tolerance)
		if len(q.Pts) > len(p.Pts)/3 {
			t.Errorf("seed %d: of %d points %d are left", seed, len(p.Pts), len(q.Pts))
		}
		if far := math.Max(farthest(p, q), farthest(q, p)); far > tolerance*1.1 {
			t.Errorf("seed %d: it lies %v from where it was", seed, far)
		}
		again := simplify.Path(q, tolerance)
		if len(again.Pts) > len(q.Pts) {
			t.Errorf("seed %d: simplified again it has more points", seed)
		}
	}
}

func TestCornersEndsAndDotsStay(t *testing.T) {
	for name, d := range map[string]string{
		"corners":             "M0 0H10V10H0Z",
		"a corner of curves":  "M0 0C0 5 5 10 10 10C10 5 15 0 20 0",
		"a dot":               "M5 5h0",
		"a turn back":         "M0 0H10H5",
		"dots one by one":     "M0 0h.2M5 0h.2M9 9h.2",
		"a curve that is not": "M0 0C10 0 10 10 0 10",
		"quadratic":           "M0 0Q5 10 10 0",
	} {
		p, err := geom.ParseSVG(d)
		if err != nil {
			t.Fatal(err)
		}
		if q := simplify.Path(p, 0.05); len(q.Pts) != len(p.Pts) || len(q.Verbs) != len(p.Verbs) {
			t.Errorf("%s: %v became %v", name, p, q)
		}
	}
}

func TestWhatIsStraightBecomesALine(t *testing.T) {
	p, err := geom.ParseSVG("M0 0C1 1 2 2 3 3L4 4.01L5 5C6 6 7 7 8 8H9")
	if err != nil {
		t.Fatal(err)
	}
	if q := simplify.Path(p, 0.05); len(q.Pts) != 3 {
		t.Errorf("it became %v", q)
	}
}

// Points that are added have the grain of those that were there.
func TestGrainStays(t *testing.T) {
	var p geom.Path
	p.Move(0, 0)
	for i := range 20 {
		x := float64(i) * 6
		p.Cube(x+2, 0.2, x+4, 0.2, x+6, 0)
	}
	for _, q := range simplify.Path(p, 0.5).Pts {
		if math.Abs(q.X*5-math.Round(q.X*5)) > 1e-9 || math.Abs(q.Y*5-math.Round(q.Y*5)) > 1e-9 {
			t.Errorf("%v has a finer grain than fifths", q)
		}
	}
}

// Points move by the distance of places at the most, those of small shapes less.
func TestSnappedPointsHardlyMove(t *testing.T) {
	for _, c := range []struct{ size, magnified, grain float64 }{{200, 1, 0.1}, {200, 0.39, 0.2}, {200, 4, 0.02}, {200, 40, 0}, {4, 1, 0.05}, {0.5, 1, 0}} {
		r := rand.New(rand.NewPCG(8, 8))
		var p geom.Path
		p.Move(0, 0).Line(c.size, c.size)
		for range 50 {
			p.Line(r.Float64()*c.size, r.Float64()*c.size)
		}
		for i, q := range simplify.Snap(p, c.magnified).Pts {
			if far := math.Max(math.Abs(q.X-p.Pts[i].X), math.Abs(q.Y-p.Pts[i].Y)); far > c.grain+1e-9 {
				t.Fatalf("%+v: a point moves by %v", c, far)
			}
			if c.grain > 0 && math.Abs(q.X/c.grain-math.Round(q.X/c.grain)) > 1e-6 {
				t.Fatalf("%+v: %v is no place", c, q)
			}
		}
	}
}

// A shape that its transform magnifies keeps more points than one that it does not.
func TestToleranceIsThatOfTheLayer(t *testing.T) {
	left := func(scale float64) int {
		p := wave(rand.New(rand.NewPCG(1, 2)), 200)
		d := &art.Drawing{Layers: []art.Layer{{Items: []art.Item{{Layer: -1, Shape: art.Shape{Path: p, M: geom.ScaleBy(scale, scale)}}}}}}
		was := len(p.Pts)
		out := simplify.Drawing(d)
		if len(d.Layers[0].Items[0].Shape.Path.Pts) != was {
			t.Fatal("the drawing itself was changed")
		}
		return len(out.Layers[0].Items[0].Shape.Path.Pts)
	}
	if small, large := left(0.1), left(100); small >= large {
		t.Errorf("in a tenth of the size %d points are left, in a hundred times the size %d", small, large)
	}
}
