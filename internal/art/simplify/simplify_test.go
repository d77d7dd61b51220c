package simplify_test

import (
	"math"
	"math/rand/v2"
	"slices"
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

// shown is a drawing of shapes with these paths.
func shown(m geom.Affine, paths ...geom.Path) *art.Drawing {
	l := art.Layer{Parent: -1, Clip: -1}
	for _, p := range paths {
		l.Items = append(l.Items, art.Item{Layer: -1, Shape: art.Shape{Path: p, M: m, Clip: -1, Paint: art.Paint{Opacity: 1}}})
	}
	return &art.Drawing{Colors: []string{"ink"}, Layers: []art.Layer{l}}
}

func simplified(d *art.Drawing) *art.Drawing {
	return &new(simplify.Memory).Set(&art.Set{Drawings: []art.Drawing{*d}}).Drawings[0]
}

// Points lie on places, and a line moves by what that and the tolerance leave it; small
// shapes' places lie closer.
func TestWhatIsDrawnHardlyMoves(t *testing.T) {
	for _, c := range []struct{ size, magnified, grain, far float64 }{
		{200, 1, 0.2, 0.22}, {200, 0.39, 0.5, 0.56}, {200, 4, 0.05, 0.056}, {200, 40, 0, 0.0041}, {25, 1, 0.1, 0.15}, {4, 1, 0.05, 0.115}, {0.5, 1, 0, 0.081},
	} {
		r := rand.New(rand.NewPCG(8, 8))
		var p geom.Path
		p.Move(0.123456, 0).Line(c.size, c.size)
		for range 6 {
			at := func() float64 { return r.Float64() * c.size }
			p.Line(at(), at()).Cube(at(), at(), at(), at(), at(), at())
		}
		s := simplified(shown(geom.ScaleBy(c.magnified, c.magnified), p)).Layers[0].Items[0].Shape
		if s.M != geom.ScaleBy(c.magnified, c.magnified) {
			t.Errorf("%+v: its transform became %v", c, s.M)
		}
		if far := math.Max(farthest(p, s.Path), farthest(s.Path, p)); far > c.far {
			t.Errorf("%+v: it lies %v from where it was", c, far)
		}
		for _, q := range s.Path.Pts {
			if d := q.Sub(s.Path.Pts[0]); c.grain > 0 && (math.Abs(d.X/c.grain-math.Round(d.X/c.grain)) > 1e-6 || math.Abs(d.Y/c.grain-math.Round(d.Y/c.grain)) > 1e-6) {
				t.Errorf("%+v: %v is no place", c, d)
				break
			}
		}
	}
}

// What its file has written in round numbers keeps them, whatever it is shown by.
func TestRoundNumbersStay(t *testing.T) {
	for _, grain := range []float64{1, 0.5, 0.2} {
		var p geom.Path
		p.Move(3*grain, 4*grain)
		r := rand.New(rand.NewPCG(3, 3))
		for range 40 {
			p.Line(float64(r.IntN(300))*grain, float64(r.IntN(300))*grain)
		}
		q := simplified(shown(geom.ScaleBy(0.38021, 0.38021), p)).Layers[0].Items[0].Shape.Path
		for i := range p.Pts {
			if q.Pts[i].Dist(p.Pts[i]) > 1e-9 {
				t.Fatalf("of %v, %v became %v", grain, p.Pts[i], q.Pts[i])
			}
		}
	}
}

// One path does for what is alike in all drawings of a set, moved, mirrored and
// smaller; what is not alike stays as it is.
func TestWhatIsAlikeSharesAPath(t *testing.T) {
	house := wave(rand.New(rand.NewPCG(5, 2)), 12)
	moved := func(m geom.Affine) geom.Path { return *new(geom.Path).Append(house, m) }
	mirror, half := geom.Affine{A: -1, D: 1}, geom.ScaleBy(0.5, 0.5)
	// Others have these transforms.
	known := shown(mirror, house)
	known.Layers = append(known.Layers, shown(half, house).Layers...)
	drawn := shown(geom.Identity(), house, moved(geom.Translate(31.4, 7)), moved(mirror.Then(geom.Translate(900, 0))), moved(half))
	for i := range drawn.Layers[0].Items {
		s := &drawn.Layers[0].Items[i].Shape
		s.Pen = geom.Pen{Width: 3, Dash: 4, Gap: 2, Phase: 1}
		s.Paint = art.Paint{From: s.Path.Pts[0], To: s.Path.Pts[1], Stops: []art.Stop{{}, {At: 1, Opacity: 1}}}
	}
	other := house
	other.Pts = slices.Clone(other.Pts)
	other.Pts[5].Y += 1
	set := new(simplify.Memory).Set(&art.Set{Drawings: []art.Drawing{*drawn, *known, *shown(geom.Identity(), other)}})
	whole := func(p geom.Path) geom.Path {
		return *new(geom.Path).Append(p, geom.Translate(-p.Pts[0].X, -p.Pts[0].Y))
	}
	same := func(a, b geom.Path) bool {
		return len(a.Pts) == len(b.Pts) && !slices.ContainsFunc(indices(a.Pts), func(i int) bool { return a.Pts[i].Dist(b.Pts[i]) > 1e-6 })
	}
	first := whole(set.Drawings[0].Layers[0].Items[0].Shape.Path)
	for i, it := range set.Drawings[0].Layers[0].Items {
		s, was := it.Shape, drawn.Layers[0].Items[i].Shape
		if !same(whole(s.Path), first) {
			t.Errorf("shape %d has a path of its own", i)
		}
		if far := farthest(*new(geom.Path).Append(s.Path, s.M), was.Path); far > 0.25 {
			t.Errorf("shape %d lies %v from where it was", i, far)
		}
		k := s.M.Scale()
		for what, d := range map[string]float64{
			"width": s.Pen.Width*k - 3, "dash": s.Pen.Dash*k - 4, "gap": s.Pen.Gap*k - 2, "phase": s.Pen.Phase*k - 1,
			"gradient's begin": s.M.At(s.Paint.From).Dist(was.Paint.From), "gradient's end": s.M.At(s.Paint.To).Dist(was.Paint.To),
		} {
			if math.Abs(d) > 0.06 {
				t.Errorf("shape %d: its %s is off by %v", i, what, d)
			}
		}
	}
	if same(whole(set.Drawings[2].Layers[0].Items[0].Shape.Path), first) {
		t.Error("what has a point elsewhere has the same path")
	}
}

func indices[T any](all []T) (out []int) {
	for i := range all {
		out = append(out, i)
	}
	return out
}

// A run of lines along a curve becomes a curve.
func TestManyLinesBecomeACurve(t *testing.T) {
	var p geom.Path
	p.Move(0, 0)
	for i := range 60 {
		x := float64(i+1) * 2
		p.Line(x, 30*math.Sin(x/40))
	}
	q := simplify.Path(p, 0.08)
	if far := math.Max(farthest(p, q), farthest(q, p)); len(q.Pts) > 16 || far > 0.09 {
		t.Errorf("of %d points %d are left, and it lies %v from where it was", len(p.Pts), len(q.Pts), far)
	}
}

// A shape that its transform magnifies keeps more points than one that it does not.
func TestToleranceIsThatOfTheLayer(t *testing.T) {
	left := func(scale float64) int {
		p := wave(rand.New(rand.NewPCG(1, 2)), 200)
		d := &art.Drawing{Layers: []art.Layer{{Items: []art.Item{{Layer: -1, Shape: art.Shape{Path: p, M: geom.ScaleBy(scale, scale)}}}}}}
		was := len(p.Pts)
		out := simplified(d)
		if len(d.Layers[0].Items[0].Shape.Path.Pts) != was {
			t.Fatal("the drawing itself was changed")
		}
		return len(out.Layers[0].Items[0].Shape.Path.Pts)
	}
	if small, large := left(0.1), left(100); small >= large {
		t.Errorf("in a tenth of the size %d points are left, in a hundred times the size %d", small, large)
	}
}
