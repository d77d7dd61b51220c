package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

func ExampleAppend() {
	var l draw.List
	l.Reset(geom.R(0, 0, 100, 60), draw.RGB(0xF6F1E7))
	l.Open(draw.Name("ring"), draw.Sem{Role: draw.RoleButton, Label: "Ring & rim"})
	l.Circle(draw.Name("rim"), geom.P(50, 30), 20, draw.Ink(draw.RGB(0x4C6373)), draw.Decor())
	l.Line(draw.Name("axis"), geom.P(10, 50.123), geom.P(90, 50.123), 2, draw.Ink(draw.Color(0x11223380)), draw.Decor())
	l.Close()
	fmt.Print(string(Append(nil, &l, Options{Title: "Aluminium", Lang: "en"})))
	// Output:
	// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60" width="100" height="60" xml:lang="en" role="graphics-document" font-family="Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif" stroke-linejoin="round" xml:space="preserve">
	// <title>Aluminium</title>
	// <rect width="100" height="60" fill="#f6f1e7"/>
	// <g id="ring" role="group" aria-label="Ring &amp; rim">
	// <circle cx="50" cy="30" r="20" fill="#4c6373"/>
	// <path d="m10 50.12h80" fill="none" stroke="#123" stroke-opacity=".502" stroke-width="2" stroke-linecap="round"/>
	// </g>
	// </svg>
}

type square struct{}

func (square) Outline(g typeset.GlyphRef) (p geom.Path, ok bool) {
	p.Rect(geom.R(0, -0.5, 0.5, 0.5))
	return p, g.GID > 0
}

func run(text string, size float64) *typeset.Run {
	r := &typeset.Run{Text: text, Style: typeset.Style{Size: size, Face: typeset.Serif}}
	x := 0.0
	for at := range text {
		r.Glyphs = append(r.Glyphs, typeset.Glyph{Ref: typeset.GlyphRef{GID: 1}, X: x, Advance: size, Cluster: at})
		x += size
	}
	return r
}

func everything(marks int) *draw.List {
	l := new(draw.List)
	l.Reset(geom.R(0, 0, 400, 300), draw.RGB(0xffffff))
	fade := draw.LinearRamp(geom.P(0, 0), geom.P(100, 0), draw.Stop{At: 0, Color: 0xff000080}, draw.Stop{At: 0.5, Color: 0x00ff00ff}, draw.Stop{At: 1, Color: 0})
	l.Open(draw.Name("a b"), draw.Sem{Role: draw.RoleFigure, Label: "<1 & \"2\">", Detail: "three"})
	l.Rect(draw.Nth("panel", 1), geom.R(1, 2, 100, 50), 6, fade, draw.Decor())
	l.Rect(draw.Nth("panel", 2), geom.R(1, 62, 100, 50), 0, fade, draw.Decor())
	l.PushClip(geom.R(20, 20, 90, 90))
	l.Stroke(draw.Name("arc"), l.NewPath().Arc(geom.P(60, 60), 40, 0, 4, false), geom.Pen{Width: 3, Dash: 4, Gap: 2, Phase: 1}, fade, draw.Decor())
	l.Text(draw.Name("clipped"), run("链 <画>&", 12), geom.P(30, 40), draw.Ink(draw.RGB(0)), draw.Sem{Role: draw.RoleHeading, Level: 2})
	l.Pop()
	l.Close()
	l.Push(geom.Rotate(0.3, geom.P(200, 100)), 0.5)
	l.Text(draw.Name("turned"), run("\x00H₂", 12), geom.P(200, 100), fade, draw.Sem{Role: draw.RoleText})
	l.Pop()
	l.Dots(draw.Name("dots"), 9, func(i int) draw.Dot {
		return draw.Dot{At: geom.P(200+10*float64(i), 20), R: 2 + float64(i/4), Color: draw.RGB(0x123456)}
	}, draw.Sem{Role: draw.RolePicture, Label: "nine"})
	for n, symbol := range []draw.Symbol{draw.Disc, draw.Roof} {
		f := l.NewField()
		f.Count, f.Cols, f.Radius, f.Symbol, f.Lifted = marks, 50, 1, symbol, 3*n
		f.Inks = [4]draw.Color{draw.RGB(1), draw.RGB(2), draw.RGB(3), draw.RGB(3)}
		f.Mesh = draw.Mesh{U: []float64{-1, 51}, V: []float64{-1, float64(f.Rows() + 1)}}
		y := 150 + 70*float64(n)
		f.Mesh.P = []geom.Pt{{X: 10, Y: y}, {X: 390, Y: y}, {X: 10, Y: y + 60}, {X: 390, Y: y + 60}}
		l.Field(draw.Nth("field", n+1), f, draw.Decor())
	}
	return l
}

func parse(doc []byte) error {
	d := xml.NewDecoder(bytes.NewReader(doc))
	ids := map[string]bool{}
	var refs []string
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range el.Attr {
			if a.Name.Local == "id" {
				if ids[a.Value] {
					return fmt.Errorf("id %q stands twice", a.Value)
				}
				ids[a.Value] = true
			}
			if r, ok := strings.CutPrefix(a.Value, "url(#"); ok {
				refs = append(refs, strings.TrimSuffix(r, ")"))
			}
			if r, ok := strings.CutPrefix(a.Value, "#"); ok && a.Name.Local == "href" {
				refs = append(refs, r)
			}
		}
	}
	for _, r := range refs {
		if !ids[r] {
			return fmt.Errorf("nothing has the id %q", r)
		}
	}
	return nil
}

func TestDocumentsAreWellFormed(t *testing.T) {
	for name, opt := range map[string]Options{
		"text":     {Title: "a < b", Lang: "zh", Prefix: "x-"},
		"outlines": {Desc: "]]> & co", Outlines: square{}},
		"sample":   {MaxFieldMarks: 100},
	} {
		doc := Append(nil, everything(1000), opt)
		if err := parse(doc); err != nil {
			t.Errorf("%s: %v\n%s", name, err, doc)
		}
		if !bytes.Equal(doc, Append(nil, everything(1000), opt)) {
			t.Errorf("%s: two documents of equal lists differ", name)
		}
	}
}

func TestRampsAreDefinedOnce(t *testing.T) {
	doc := string(Append(nil, everything(10), Options{}))
	if n := strings.Count(doc, "<linearGradient"); n != 1 {
		t.Errorf("%d definitions of one ramp", n)
	}
}

func TestEachCharacterHasItsPlace(t *testing.T) {
	l := new(draw.List)
	l.Reset(geom.R(0, 0, 100, 20), 0)
	r := run("链画ab", 10)
	r.Glyphs = r.Glyphs[:3] // a ligature of a and b
	r.Glyphs[2].Advance = 8
	l.Text(draw.Name("t"), r, geom.P(5, 15), draw.Ink(draw.RGB(0)), draw.Decor())
	doc := string(Append(nil, l, Options{}))
	if !strings.Contains(doc, `x="5 15 25 29"`) || !strings.Contains(doc, ">链画ab</text>") {
		t.Errorf("places are wrong:\n%s", doc)
	}
}

func TestAllMarksOfAFieldAreDrawnOrTheRatioIsSaid(t *testing.T) {
	all := string(Append(nil, everything(1000), Options{}))
	if n := strings.Count(all, "h0"); n < 1000 {
		t.Errorf("%d of 1000 discs are drawn", n)
	}
	if strings.Contains(all, "<desc>") {
		t.Error("a whole field is described as a sample")
	}
	some := string(Append(nil, everything(1000), Options{MaxFieldMarks: 300}))
	if !strings.Contains(some, "<desc>A sample: 250 of 1000 marks are drawn.</desc>") {
		t.Errorf("the sample is not declared:\n%s", some)
	}
}

// Every mark of every symbol stands where the field puts it.
func TestSymbolsStandInTheirPlaces(t *testing.T) {
	for n := range draw.Symbols() {
		l := new(draw.List)
		l.Reset(geom.R(0, 0, 400, 100), draw.RGB(0xffffff))
		f := l.NewField()
		f.Count, f.Cols, f.Radius, f.Symbol, f.Jitter = 40, 20, 4, draw.Symbol(n), 0.6
		f.Inks = [4]draw.Color{draw.RGB(1), draw.RGB(1), draw.RGB(1), draw.RGB(1)}
		f.Mesh = draw.Mesh{U: []float64{-1, 21}, V: []float64{-1, 3}, P: []geom.Pt{{X: 0, Y: 0}, {X: 400, Y: 0}, {X: 0, Y: 100}, {X: 400, Y: 100}}}
		l.Field(draw.Name("field"), f, draw.Decor())
		var want geom.Path
		for i := range f.Count {
			d, _ := f.At(i)
			f.Symbol.Path(&want, f.Pose(i), d.At, d.R)
		}
		var got geom.Path
		for _, part := range strings.Split(string(Append(nil, l, Options{})), ` d="`)[1:] {
			data, _, _ := strings.Cut(part, `"`)
			p, err := geom.ParseSVG(data)
			if err != nil {
				t.Fatalf("%s: %v", f.Symbol, err)
			}
			got.Append(p, geom.Identity())
		}
		if f.Symbol.Round() {
			continue // drawn as points
		}
		a, b := got.Bounds(), want.Bounds()
		if math.Abs(a.X-b.X)+math.Abs(a.Y-b.Y)+math.Abs(a.Right()-b.Right())+math.Abs(a.Bottom()-b.Bottom()) > 0.5 {
			t.Errorf("%s: marks lie in %v, want %v", f.Symbol, a, b)
		}
		for y := 2.0; y < 100; y += 6.3 {
			for x := 2.0; x < 400; x += 4.7 {
				q := geom.P(x, y)
				in := f.Holds(q)
				edge := false
				for _, d := range [...]geom.Pt{{X: 0.3}, {X: -0.3}, {Y: 0.3}, {Y: -0.3}} {
					edge = edge || f.Holds(q.Add(d)) != in
				}
				if !edge && got.Contains(q) != in {
					t.Fatalf("%s: at %v the path holds %v, the field %v", f.Symbol, q, !in, in)
				}
			}
		}
	}
}

// Path data read back is the path, within what its digits hold.
func TestPathDataReadsBack(t *testing.T) {
	var p geom.Path
	p.Sector(geom.P(123.456, -78.9), 50.005, 20, 0.3, 5)
	p.Move(-0.001, 0.004).Line(0.5, 0.004).Line(0.5, -12).Quad(1, 1, 0.25, 0.125)
	for _, digits := range []int{1, 2, 4} {
		w := writer{}
		w.data(&p, digits)
		q, err := geom.ParseSVG(string(w.b))
		if err != nil {
			t.Fatalf("%v in %s", err, w.b)
		}
		if len(q.Pts) != len(p.Pts) {
			t.Fatalf("%d points, want %d: %s", len(q.Pts), len(p.Pts), w.b)
		}
		for i := range p.Pts {
			if d := p.Pts[i].Dist(q.Pts[i]); d > math.Sqrt2/2*math.Pow(10, -float64(digits))+1e-9 {
				t.Errorf("%d digits: point %d is %v off", digits, i, d)
			}
		}
	}
}

func TestNumbersCarryNothingIdle(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.001: "0", 0.5: ".5", -0.25: "-.25", 10: "10", 3.10: "3.1", 99.999: "100", math.Inf(1): "0"} {
		if got := string(appendNumber(nil, v, 2)); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}
