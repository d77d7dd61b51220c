package art_test

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"lianhua/internal/art"
	"lianhua/internal/geom"
)

// random is a set of drawings with everything that a set can have, from a seed.
func random(seed uint64, shapes int) *art.Set {
	r := rand.New(rand.NewPCG(seed, 1))
	s := &art.Set{Forms: [4]int{1, 0, 1, 0}}
	for i, name := range []string{"some", "some.phone"} {
		d := art.Drawing{Name: name, Width: 1440, Height: 900, Anchor: geom.P(0.5, 0.25), Colors: []string{"ink", "steel-40", "gold"}}
		if i == 1 {
			d.Colors = []string{"gold", "silver", "ink"}
		}
		d.Clips = []art.Clip{{Path: randomPath(r), Outer: -1}, {Path: randomPath(r), Outer: 0}}
		d.Layers = []art.Layer{
			{Name: "ground", Parent: -1, Clip: -1},
			{Name: "house", Parent: -1, Clip: 1, Role: "button", Label: "house.label", Detail: "house.detail"},
			{Name: "lamps", Parent: 1, Light: art.Night, Clip: -1},
		}
		for k := range d.Layers {
			for range shapes / 6 {
				d.Layers[k].Items = append(d.Layers[k].Items, art.Item{Layer: -1, Shape: randomShape(r)})
			}
		}
		inner := art.Item{Layer: 2, Shape: art.Shape{Clip: -1}}
		items := d.Layers[1].Items
		d.Layers[1].Items = append(append(items[:len(items)/2:len(items)/2], inner), items[len(items)/2:]...)
		line := randomPath(r)
		d.Slots = []art.Slot{
			{Name: "title", Rect: geom.Rect{X: 10.5, Y: 20, W: 300, H: 40}, X: art.Middle, Y: art.End, Size: 19, Fit: art.Fit{Lines: 2, Least: 0.8, Drop: true}, Anchor: art.ToTop},
			{Name: "title", Lang: "en", Rect: geom.Rect{X: 10.5, Y: 20, W: 320, H: 40}},
			{Name: "road", Path: &line, Anchor: art.ToLeft},
		}
		s.Drawings = append(s.Drawings, d)
	}
	return s
}

func randomPath(r *rand.Rand) geom.Path {
	var p geom.Path
	x, y := r.Float64()*2000-300, r.Float64()*1200-200
	near := func(v float64) float64 { return v + r.NormFloat64()*8 }
	switch r.IntN(5) {
	case 0:
		p.Rect(geom.Rect{X: x, Y: y, W: r.Float64() * 40, H: r.Float64() * 40})
	case 1:
		p.Ellipse(geom.P(x, y), r.Float64()*10, r.Float64()*10)
	case 2:
		p.Rect(geom.Rect{X: x, Y: y, W: 12, H: 8})
	case 3:
		return p // none
	default:
		p.Move(x, y)
		for range 1 + r.IntN(9) {
			switch r.IntN(5) {
			case 0:
				p.Line(near(x), near(y))
			case 1:
				p.Quad(near(x), near(y), near(x), near(y))
			case 2:
				p.Cube(near(x), near(y), near(x), near(y), near(x), near(y))
			case 3:
				p.Close()
			case 4:
				p.Move(near(x), near(y))
			}
		}
	}
	return p
}

func randomShape(r *rand.Rand) art.Shape {
	s := art.Shape{Path: randomPath(r), M: geom.Identity(), Clip: r.IntN(3) - 1}
	if r.IntN(3) == 0 {
		s.Pen = geom.Pen{Width: r.Float64() * 3, Cap: geom.CapRound, Join: geom.JoinBevel, Dash: 4, Gap: 2, Phase: r.Float64()}
	}
	switch r.IntN(4) {
	case 0:
		s.M = geom.Affine{A: 0.25, B: 0.5, C: -3, D: r.Float64(), E: r.Float64() * 100, F: -7.123}
	case 1:
		s.M = geom.Translate(r.Float64()*900, 0)
	}
	s.Paint = art.Paint{Color: r.IntN(3), Opacity: r.Float64()}
	if r.IntN(2) == 0 {
		s.Paint = art.Paint{Radial: r.IntN(2) == 0, From: geom.P(r.Float64()*1440, 20), To: geom.P(30, r.Float64()*900)}
		for range 2 + r.IntN(3) {
			s.Paint.Stops = append(s.Paint.Stops, art.Stop{At: r.Float64(), Color: r.IntN(3), Opacity: r.Float64()})
		}
	}
	return s
}

// TestASetComesBack compares sets with what their packs give back, to a hundredth
// of a pixel; what a pack gives back, its own pack gives back to the bit.
func TestASetComesBack(t *testing.T) {
	for seed := range uint64(40) {
		set := random(seed, 60)
		data := art.Encode(set)
		got, err := art.Decode(data)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if what := differs(reflect.ValueOf(*set), reflect.ValueOf(*got), "set"); what != "" {
			t.Fatalf("seed %d: %s", seed, what)
		}
		again, err := art.Decode(art.Encode(got))
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Fatalf("seed %d: another round changes what is there (%v)", seed, err)
		}
		if !bytes.Equal(data, art.Encode(random(seed, 60))) {
			t.Fatalf("seed %d: equal sets give different bytes", seed)
		}
	}
}

// differs is where two values differ by more than rounding.
func differs(a, b reflect.Value, at string) string {
	switch a.Kind() {
	case reflect.Float64:
		// A step is a hundredth after the transforms here, which magnify up to three
		// times; an ellipse's handles may lie two from where they were.
		if math.Abs(a.Float()-b.Float()) > 0.025 {
			return at
		}
	case reflect.Struct:
		for i := range a.NumField() {
			if what := differs(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name); what != "" {
				return what
			}
		}
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return at + "'s length"
		}
		for i := range a.Len() {
			if what := differs(a.Index(i), b.Index(i), at+"[]"); what != "" {
				return what
			}
		}
	case reflect.Pointer:
		if a.IsNil() != b.IsNil() {
			return at
		}
		if !a.IsNil() {
			return differs(a.Elem(), b.Elem(), at)
		}
	default:
		if !a.Equal(b) {
			return at
		}
	}
	return ""
}

// A path that a transform magnifies is kept as much finer.
func TestRoundingIsAsFineAsItIsSeen(t *testing.T) {
	shape := art.Shape{M: geom.ScaleBy(1000, 1000), Clip: -1, Paint: art.Paint{Opacity: 1}}
	shape.Path.Move(0.123456, 0.2).Line(0.654321, 0.3)
	set := &art.Set{Drawings: []art.Drawing{{Colors: []string{"ink"}, Layers: []art.Layer{{Parent: -1, Clip: -1, Items: []art.Item{{Layer: -1, Shape: shape}}}}}}}
	got, err := art.Decode(art.Encode(set))
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range got.Drawings[0].Layers[0].Items[0].Shape.Path.Pts {
		if q := shape.Path.Pts[i]; math.Abs(p.X-q.X) > 1e-5 || math.Abs(p.Y-q.Y) > 1e-5 {
			t.Errorf("%v became %v", q, p)
		}
	}
}

// A set that no reader should get is refused when its pack is read.
func TestWhatHoldsNotTogetherIsRefused(t *testing.T) {
	for name, spoil := range map[string]func(d *art.Drawing){
		"a clip inside of one after it":       func(d *art.Drawing) { d.Clips[0].Outer = 1 },
		"a clip that is not there":            func(d *art.Drawing) { d.Layers[0].Clip = 2 },
		"a layer inside of one after it":      func(d *art.Drawing) { d.Layers[0].Parent = 2 },
		"a layer that stands elsewhere":       func(d *art.Drawing) { d.Layers[2].Parent = 0 },
		"a layer that stands in itself":       func(d *art.Drawing) { d.Layers[2].Items[0].Layer = 2 },
		"a colour that the drawing lacks":     func(d *art.Drawing) { d.Layers[0].Items[0].Shape.Paint = art.Paint{Color: 3} },
		"a drawing that is not there":         nil,
		"a light that there is none of":       func(d *art.Drawing) { d.Layers[0].Light = 3 },
		"an end of lines that there is not":   func(d *art.Drawing) { d.Layers[0].Items[0].Shape.Pen = geom.Pen{Width: 1, Cap: 3} },
		"an alignment that there is none of":  func(d *art.Drawing) { d.Slots[0].X = 3 },
		"more shapes than a set may have":     func(d *art.Drawing) { d.Layers[0].Items = tooMany() },
		"a shape's clip that is not there":    func(d *art.Drawing) { d.Layers[0].Items[0].Shape.Clip = 2 },
		"an edge of windows that there is no": func(d *art.Drawing) { d.Slots[0].Anchor = 5 },
	} {
		set := random(2, 30)
		if spoil == nil {
			set.Forms[2] = 2
		} else {
			spoil(&set.Drawings[1])
		}
		if _, err := art.Decode(art.Encode(set)); !errors.Is(err, art.ErrCorrupt) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := art.Decode(art.Encode(&art.Set{})); !errors.Is(err, art.ErrCorrupt) {
		t.Errorf("a set without drawings: %v", err)
	}
}

func tooMany() []art.Item {
	items := make([]art.Item, 65537)
	for i := range items {
		items[i] = art.Item{Layer: -1, Shape: art.Shape{M: geom.Identity(), Clip: -1}}
	}
	return items
}

// What is not a path's end stays out; what is not a number is nought.
func TestOddPathsAreTamed(t *testing.T) {
	nan, far := math.NaN(), math.Inf(1)
	for _, p := range []geom.Path{
		{Verbs: []geom.Verb{geom.LineTo}, Pts: []geom.Pt{{X: 1, Y: 1}}},
		{Verbs: []geom.Verb{geom.MoveTo, geom.CubeTo}, Pts: []geom.Pt{{X: 1, Y: 1}, {X: 2, Y: 2}}},
		{Verbs: []geom.Verb{geom.MoveTo, 9}, Pts: []geom.Pt{{X: nan, Y: far}, {X: 2, Y: 2}}},
		{Verbs: []geom.Verb{geom.MoveTo, geom.LineTo, geom.LineTo}, Pts: []geom.Pt{{X: far, Y: -far}, {X: -far, Y: nan}, {X: 1e300, Y: -1e300}}},
	} {
		set := random(2, 6)
		set.Drawings[0].Layers[0].Items[0].Shape.Path = p
		got, err := art.Decode(art.Encode(set))
		if err != nil {
			t.Fatal(err)
		}
		again, err := art.Decode(art.Encode(got))
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%v: another round changes what is there (%v)", p, err)
		}
	}
}

// One outline does for the drawings of all forms, whatever they are magnified by.
func TestFormsShareOutlines(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	drawing := func(scale float64, shapes int) art.Drawing {
		l := art.Layer{Parent: -1, Clip: -1}
		for range shapes {
			s := art.Shape{M: geom.ScaleBy(scale, scale), Clip: -1, Paint: art.Paint{Opacity: 1}}
			s.Path.Move(float64(r.IntN(14400))/10, float64(r.IntN(9000))/10)
			for range 40 {
				s.Path.Cube(float64(r.IntN(14400))/10, 1, 2, 3, float64(r.IntN(14400))/10, float64(r.IntN(9000))/10)
			}
			l.Items = append(l.Items, art.Item{Layer: -1, Shape: s})
		}
		return art.Drawing{Colors: []string{"ink"}, Layers: []art.Layer{l}}
	}
	wide := drawing(1, 100)
	alone := len(art.Encode(&art.Set{Drawings: []art.Drawing{wide}}))
	for _, scale := range []float64{0.390625, 1.2} {
		other := drawing(scale, 0)
		for _, it := range wide.Layers[0].Items {
			it.Shape.M = geom.ScaleBy(scale, scale)
			other.Layers[0].Items = append(other.Layers[0].Items, it)
		}
		if both := len(art.Encode(&art.Set{Drawings: []art.Drawing{wide, other}})); both > alone*11/10 {
			t.Errorf("a form in %v of the size makes %d bytes %d", scale, alone, both)
		}
	}
}

// What is written once costs nothing more than to say so.
func TestEqualShapesAreShared(t *testing.T) {
	size := func(n int) int {
		r := rand.New(rand.NewPCG(1, 1))
		var shape art.Shape
		for len(shape.Path.Verbs) < 8 || len(shape.Paint.Stops) < 3 {
			shape = randomShape(r)
		}
		set := &art.Set{}
		for range 2 {
			l := art.Layer{Parent: -1, Clip: -1}
			for i := range n {
				s := shape
				var p geom.Path
				p.Append(shape.Path, geom.Translate(float64(i%7)*12.3, float64(i)*0.27))
				s.Path, s.Clip, s.M = p, -1, geom.Identity()
				s.Paint.From, s.Paint.To = p.Pts[0], p.Pts[0].Add(geom.P(3, 4))
				l.Items = append(l.Items, art.Item{Layer: -1, Shape: s})
			}
			set.Drawings = append(set.Drawings, art.Drawing{Colors: []string{"a", "b", "c"}, Layers: []art.Layer{l}})
		}
		return len(art.Encode(set))
	}
	if more := float64(size(1100)-size(100)) / 2000; more > 12 {
		t.Errorf("one more of the same takes %.1f bytes", more)
	}
}

func BenchmarkDecode(b *testing.B) {
	data := art.Encode(random(1, 7000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := art.Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
