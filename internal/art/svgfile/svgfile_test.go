package svgfile_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/art"
	"lianhua/internal/art/svgfile"
	"lianhua/internal/authoring"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func options(t testing.TB) svgfile.Options {
	t.Helper()
	p, err := svgfile.ParsePalette(file(t, "theme.toml"))
	if err != nil {
		t.Fatal(err)
	}
	return svgfile.Options{Palette: p, Symbols: file(t, "symbols.svg")}
}

func read(t testing.TB, name string) *art.Drawing {
	t.Helper()
	d, problems := svgfile.Read(name, file(t, name), options(t))
	for _, p := range problems {
		t.Error(p)
	}
	if d == nil {
		t.FailNow()
	}
	return d
}

func ExampleRead() {
	palette := svgfile.Palette{Colors: map[string]draw.Color{"ink": draw.RGB(0x1C1B1A)}}
	const lamp = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 640">
<g data-lh-layer="lamp">
<circle class="fill-ink" cx="10" cy="20" r="3"/>
<circle class="fill-inc" cx="10" cy="30" r="3"/>
<image href="lamp.png"/>
</g>
</svg>`
	_, problems := svgfile.Read("lamp.svg", []byte(lamp), svgfile.Options{Palette: palette})
	for _, p := range problems {
		fmt.Println(p)
	}
	// Output:
	// lamp.svg:4: <circle>: unknown colour "inc"
	// 	hint: did you mean ink?
	// lamp.svg:5: <image>: drawings have no such element
	// 	hint: drawings are vectors: trace it, or draw it
}

func TestADrawingOfInkscape(t *testing.T) {
	d := read(t, "inkscape.svg")
	if d.Name != "inkscape" || d.Width != 480 || d.Height != 360 || d.Anchor != geom.P(0.5, 0.5) {
		t.Errorf("%+v", d)
	}
	pond, lit := d.Layers[0], d.Layers[1]
	if pond.Name != "pond" || pond.Role != "button" || pond.Label != "pond.name" || pond.Parent != -1 || len(pond.Items) != 3 || pond.Items[2].Layer != 1 {
		t.Errorf("the layer is %+v", pond)
	}
	if lit.Name != "lit" || lit.Parent != 0 || lit.Light != art.Night || lit.Items[0].Shape.Pen.Dash != 4 {
		t.Errorf("the layer within is %+v", lit)
	}
	oval := pond.Items[1].Shape
	if !oval.Paint.Radial || oval.Clip < 0 || oval.M == geom.Identity() {
		t.Errorf("the elliptic gradient is %+v", oval)
	}
	s := d.Slots[0]
	if s.Name != "title" || s.Rect != geom.R(20, 20, 200, 40) || s.X != art.Start || s.Y != art.Middle || s.Size != 19 {
		t.Errorf("the slot is %+v", s)
	}
}

func TestADrawingOfFigma(t *testing.T) {
	d := read(t, "figma.svg")
	hill := d.Layers[0]
	if len(hill.Items) != 4 || hill.Clip < 0 {
		t.Fatalf("the layer is %+v", hill)
	}
	frame := hill.Items[1].Shape.Path
	if frame.Contains(geom.P(180, 400)) || !frame.Contains(geom.P(60, 400)) {
		t.Error("the hole of an evenodd shape is filled")
	}
}

func TestSlots(t *testing.T) {
	d := read(t, "features.svg")
	if d.Anchor != geom.P(0.5, 1) {
		t.Errorf("the drawing's anchor is %v", d.Anchor)
	}
	for _, c := range []struct {
		name, lang string
		want       art.Slot
	}{
		{"title", "zh", art.Slot{Name: "title", Rect: geom.R(20, 20, 200, 40), Y: art.Middle, Size: 19, Fit: art.Fit{Lines: 2, Least: 0.8, Drop: true}, Anchor: art.ToTop}},
		{"title", "en", art.Slot{Name: "title", Lang: "en", Rect: geom.R(20, 20, 240, 40)}},
		{"lamp", "en", art.Slot{Name: "lamp", Rect: geom.R(400, 40, 0, 0)}},
	} {
		i, ok := d.Slot(c.name, c.lang)
		if !ok {
			t.Errorf("there is no slot %s", c.name)
			continue
		}
		got := d.Slots[i]
		got.Line = 0
		if got != c.want {
			t.Errorf("%s in %s is %+v, want %+v", c.name, c.lang, got, c.want)
		}
	}
	if i, ok := d.Slot("flow", "zh"); !ok || d.Slots[i].Path == nil || d.Slots[i].Path.Empty() {
		t.Error("the slot of a line has no path")
	}
}

// TestGradientsLieWhereTheirTransformPutsThem compares a gradient under a skew with
// what its definition says at some points.
func TestGradientsLieWhereTheirTransformPutsThem(t *testing.T) {
	const skewed = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><g data-lh-layer="a" transform="scale(2 1)">
<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="10" y2="0" gradientTransform="skewX(45)"><stop class="stop-ink"/><stop offset="1" class="stop-clay"/></linearGradient>
<rect width="20" height="20" fill="url(#g)"/></g></svg>`
	d, problems := svgfile.Read("a.svg", []byte(skewed), options(t))
	if d == nil {
		t.Fatal(problems)
	}
	p := d.Layers[0].Items[0].Shape.Paint
	along := p.To.Sub(p.From)
	for _, q := range []geom.Pt{{X: 0, Y: 0}, {X: 10, Y: 0}, {X: 3, Y: 7}, {X: -4, Y: 9}} {
		in := geom.Affine{A: 1, C: 1, D: 1}.Then(geom.ScaleBy(2, 1)).At(q)
		if got, want := in.Sub(p.From).Dot(along)/along.Dot(along), q.X/10; got-want > 1e-9 || want-got > 1e-9 {
			t.Errorf("at %v the place is %v, want %v", q, got, want)
		}
	}
}

func TestEqualFilesGiveEqualDrawings(t *testing.T) {
	a, b := fmt.Sprintf("%+v", *read(t, "features.svg")), fmt.Sprintf("%+v", *read(t, "features.svg"))
	for _, s := range []*string{&a, &b} { // but for where the slot's line is kept
		*s = strings.Split(*s, "Path:0x")[0]
	}
	if a != b {
		t.Error("two readings differ")
	}
}

func TestPalettesAreWrittenAndNothingElse(t *testing.T) {
	p := options(t).Palette
	for _, name := range []string{"features.svg", "inkscape.svg", "figma.svg", "symbols.svg"} {
		data := file(t, name)
		now, err := svgfile.WithPalette(data, p)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(now, data) {
			t.Errorf("%s is not current: studio art -theme theme.toml %s", name, name)
		}
	}
	const before, after = "<?xml version='1.0'?>\n<!-- <style> -->\n<svg a='1'\n b=\"2\">", "<g class=\"fill-sky-0  stroke-ink none\"/></svg>\n"
	const sheet = "<style id=\"palette\">\n.fill-sky-0{fill:#8FC4CF}\n.stroke-ink{stroke:#1C1B1A}\n</style>"
	for _, c := range []struct{ name, was, is string }{
		{"old", "<style\n id=\"palette\">.fill-old{fill:red}</style>", strings.Replace(sheet, "<style id", "<style\n id", 1)},
		{"empty", "<style id=\"palette\"/>", sheet},
		{"missing", "", "\n" + sheet},
		{"in CDATA", "<style id=\"palette\"><![CDATA[.x{}]]></style>", sheet},
		{"current", sheet, sheet},
	} {
		got, err := svgfile.WithPalette([]byte(before+c.was+after), p)
		if err != nil {
			t.Fatal(err)
		}
		if want := before + c.is + after; string(got) != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
	}
	if _, err := svgfile.WithPalette([]byte("<svg><g></svg>"), p); err == nil {
		t.Error("a broken file is written")
	}
}

func TestLookingAtFiles(t *testing.T) {
	for _, name := range []string{"features.svg", "symbols.svg"} {
		s := svgfile.Look(name, file(t, name), options(t))
		if len(s.Problems) > 0 || s.Palette != nil || s.Stats.Shapes == 0 || s.Stats.Points == 0 {
			t.Errorf("%+v", s)
		}
	}
	s := svgfile.Look("art/symbols.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><symbol id="a"><path class="fill-ink" d="M-5 0h5v5z"/></symbol></svg>`), options(t))
	if got := fmt.Sprint(s.Problems); !strings.Contains(got, "art/symbols.svg:1: <symbol id=\"a\">: it reaches beyond its own box") {
		t.Errorf("a symbol that browsers would cut: %s", got)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"features.svg", "inkscape.svg", "figma.svg", "symbols.svg"} {
		f.Add(file(f, name))
	}
	opt := options(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		d, problems := svgfile.Read("fuzz.svg", data, opt)
		if (d == nil) != (authoring.Errors(problems) > 0) {
			t.Fatalf("the drawing is %v and the problems are %v", d, problems)
		}
		svgfile.Look("symbols.svg", data, opt)
		if d == nil {
			return
		}
		if err := sound(d); err != "" {
			t.Fatal(err)
		}
		now, err := svgfile.WithPalette(data, opt.Palette)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := svgfile.WithPalette(now, opt.Palette); err != nil || !bytes.Equal(again, now) {
			t.Fatalf("a palette that was written is not current: %v", err)
		}
	})
}

// sound says what breaks the promises of a drawing; it is empty where nothing does.
func sound(d *art.Drawing) string {
	for i, c := range d.Clips {
		if c.Outer >= i || c.Outer < -1 {
			return "a clip lies within a later one"
		}
	}
	shown := make([]bool, len(d.Layers))
	for i, l := range d.Layers {
		if l.Parent >= i || l.Clip >= len(d.Clips) {
			return "a layer stands before the one around it, or its clip is not there"
		}
		for _, item := range l.Items {
			if item.Layer >= 0 {
				if d.Layers[item.Layer].Parent != i || shown[item.Layer] {
					return "a layer stands in another than its parent, or twice"
				}
				shown[item.Layer] = true
				continue
			}
			s := item.Shape
			n := 0
			for _, v := range s.Path.Verbs {
				n += v.Points()
			}
			if n != len(s.Path.Pts) || s.Clip >= len(d.Clips) || len(s.Paint.Stops) > draw.MaxStops {
				return "a shape has other points than its verbs, or a clip or stops that there are not"
			}
			if len(s.Paint.Stops) == 0 && s.Paint.Color >= len(d.Colors) {
				return "a colour is not there"
			}
			for _, v := range []float64{s.M.A, s.M.B, s.M.C, s.M.D, s.M.E, s.M.F, s.Pen.Width, s.Paint.From.X, s.Paint.From.Y, s.Paint.To.X, s.Paint.To.Y} {
				if v-v != 0 {
					return "a number is none"
				}
			}
		}
	}
	return ""
}

func BenchmarkRead(b *testing.B) {
	data, opt := file(b, "features.svg"), options(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		svgfile.Read("features.svg", data, opt)
	}
}
