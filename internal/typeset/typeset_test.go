package typeset

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lianhua/internal/geom"
	"lianhua/internal/typeset/otf"
)

// sources are the wide fonts, so that new copy does not change the tests.
var sources = sync.OnceValues(func() (*Fonts, error) {
	var files [faceCount][]byte
	for _, f := range Faces() {
		b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "source", f.String()+".ttf"))
		if err != nil {
			return nil, err
		}
		files[f] = b
	}
	return Load(files[Sans], files[SansBold], files[Serif])
})

func setter(t testing.TB, lang string) *Setter {
	t.Helper()
	f, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	return NewSetter(f, lang)
}

func ExampleSetter_Block() {
	f, err := sources()
	if err != nil {
		fmt.Println(err)
		return
	}
	zh := NewSetter(f, "zh")
	b := zh.Block("园区有约 100 家铝企业——从电解到应用。", Style{Size: 16}, 130)
	for _, l := range b.Lines {
		fmt.Printf("%5.1f %6.2f %s\n", l.Y, l.Run.Width, l.Run.Text)
	}
	// Output:
	//  19.7 114.64 园区有约 100 家
	//  46.9 128.00 铝企业——从电解
	//  74.1  56.00 到应用。
}

func lines(b *Block) []string {
	var out []string
	for _, l := range b.Lines {
		out = append(out, l.Run.Text)
	}
	return out
}

func TestGapsAndSqueezes(t *testing.T) {
	zh := setter(t, "zh")
	st := Style{Size: 100}
	width := func(s string) float64 { return zh.Line(s, st).Width }
	near := func(name string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-6 {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	near("a quarter of an em before and after digits", width("共67条"), 200+width("67")+2*100*HanLatinGap)
	near("a typed space is as wide as the automatic one", width("共 67 条"), width("共67条"))
	near("a stop loses half at the line's end", width("村。"), 150)
	near("an opening mark loses half at the line's start", width("（村"), 150)
	near("closing before a stop loses half", width("村」。村"), 350)
	near("closing before opening loses half", width("村）（村"), 350)
	near("opening before opening loses half", width("村（「村"), 350)
	near("a lone mark between Han keeps its em", width("村，村"), 300)
	near("the dash is two ems", width("村——村"), 400)
	near("size scales everything", zh.Line("共67条，（约）", Style{Size: 7}).Width*100/7, width("共67条，（约）"))

	en := setter(t, "en")
	if w := en.Line("it’s", st).Width; w > 170 {
		t.Errorf("an English apostrophe is as wide as a Chinese one: %v", w)
	}
	if kern, plain := en.Line("AVAT", st).Width, en.Line("AVAT", Style{Size: 100, Tabular: true}).Width; kern >= plain {
		t.Errorf("kerning does not tighten: %v, %v", kern, plain)
	}
}

func TestTabularDigitsAreOfOneWidth(t *testing.T) {
	zh := setter(t, "zh")
	for _, f := range Faces() {
		st := Style{Face: f, Size: 40, Tabular: true}
		want := zh.Line("0,000.0", st).Width
		for _, s := range []string{"1,111.1", "2,345.6", "7,890.1", "4,711.4"} {
			if got := zh.Line(s, st).Width; math.Abs(got-want) > 1e-9 {
				t.Errorf("%v: %s is %v wide, 0,000.0 is %v", f, s, got, want)
			}
		}
	}
}

func TestTrackingStandsBetweenCharactersOnly(t *testing.T) {
	zh := setter(t, "zh")
	plain, tracked := zh.Line("产业链", Style{Size: 10}), zh.Line("产业链", Style{Size: 10, Tracking: 0.2})
	if got := tracked.Width - plain.Width; math.Abs(got-4) > 1e-9 {
		t.Errorf("two gaps of 2 add %v", got)
	}
}

func TestFallbackTakesAnotherFace(t *testing.T) {
	f, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	subset, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "serif.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	wide := f.faces
	read := func(face Face) []byte {
		b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "source", face.String()+".ttf"))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	mixed, err := Load(read(Sans), read(SansBold), subset)
	if err != nil {
		t.Fatal(err)
	}
	const rare = '碍' // in the sources, in no word of the story
	if _, ok := wide[Serif].Glyph(rare); !ok || mixed.FaceHas(Serif, rare) || !mixed.Has(rare) {
		t.Fatal("the test needs another character")
	}
	run := NewSetter(mixed, "zh").Line("一碍一", Style{Face: Serif, Size: 10})
	var faces []Face
	for _, g := range run.Glyphs {
		if g.Ref.GID == 0 {
			t.Error("a character is drawn as missing")
		}
		faces = append(faces, g.Ref.Face)
	}
	if fmt.Sprint(faces) != "[serif bold serif]" {
		t.Errorf("faces %v", faces)
	}
}

func TestOutlineIsTheGlyphInEms(t *testing.T) {
	zh := setter(t, "zh")
	run := zh.Line("铝 ,", Style{Size: 50})
	for i, want := range []bool{true, false, true} {
		g := run.Glyphs[i]
		p, ok := zh.Fonts().Outline(g.Ref)
		if !ok || p.Empty() == want {
			t.Fatalf("glyph %d: outline %v, has ink %v", i, ok, want)
		}
	}
	p, _ := zh.Fonts().Outline(run.Glyphs[0].Ref)
	b := p.Bounds()
	if b.Y < -emAscent-0.05 || b.Bottom() > emDescent+0.05 || b.W < 0.8 || b.W > 1 {
		t.Errorf("the outline's bounds are %v", b)
	}
	one := zh.Line("铝", Style{Size: 50}).Bounds
	scaled := geom.R(b.X*50, b.Y*50, b.W*50, b.H*50)
	if math.Abs(one.X-scaled.X)+math.Abs(one.Y-scaled.Y)+math.Abs(one.W-scaled.W)+math.Abs(one.H-scaled.H) > 0.2 {
		t.Errorf("the run's ink is %v, the outline's %v", one, scaled)
	}
	if _, ok := zh.Fonts().Outline(GlyphRef{Sans, 1 << 20}); ok {
		t.Error("a glyph beyond the font has an outline")
	}
}

func TestOutlinesFillTheirBounds(t *testing.T) {
	f, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	for _, face := range Faces() {
		font := f.faces[face]
		k := float64(font.Upem())
		for g := range font.Glyphs() {
			x0, y0, x1, y1, ok := font.Bounds(otf.GID(g))
			p, found := f.Outline(GlyphRef{face, uint32(g)})
			if !found || ok == p.Empty() {
				t.Fatalf("%v, glyph %d: ink %v, outline %v", face, g, ok, !p.Empty())
			}
			if !ok {
				continue
			}
			b := p.Bounds()
			// The file's bounds hold the control points as well.
			left, right := b.X*k-float64(x0), float64(x1)-b.Right()*k
			top, bottom := b.Y*k+float64(y1), -float64(y0)-b.Bottom()*k
			if min(left, right, top, bottom) < -1e-6 || max(left, right, top, bottom) > 40 {
				t.Fatalf("%v, glyph %d: outline %v, bounds %d,%d..%d,%d", face, g, b, x0, y0, x1, y1)
			}
		}
	}
}

func TestAlignment(t *testing.T) {
	zh := setter(t, "zh")
	text := "从电解铝到轻合金，从一道工序到一座园区，链条在这里接上"
	for _, a := range []Align{Start, Center, End, Justify} {
		b := zh.Block(text, Style{Size: 16, Align: a}, 150)
		for i, l := range b.Lines {
			last := i == len(b.Lines)-1
			left, right := l.X, 150-l.X-l.Run.Width
			ok := map[Align]bool{
				Start: left == 0, Center: math.Abs(left-right) < 1e-9, End: math.Abs(right) < 1e-9,
				Justify: left == 0 && (last || math.Abs(right) < 1e-9),
			}[a]
			if !ok {
				t.Errorf("alignment %d, line %d: %v left, %v right", a, i, left, right)
			}
		}
	}
}

func TestMaxLinesEndsInAnEllipsis(t *testing.T) {
	zh := setter(t, "zh")
	b := zh.Block("从电解铝到轻合金，从一道工序到一座园区，链条在这里接上", Style{Size: 16, MaxLines: 2}, 120)
	if len(b.Lines) != 2 || !strings.HasSuffix(b.Lines[1].Run.Text, "…") || b.Lines[1].Run.Width > 120 {
		t.Errorf("%q, %v wide", lines(b), b.Lines[len(b.Lines)-1].Run.Width)
	}
	if end := b.Lines[1].End; end != len("从电解铝到轻合金，从一道工序到一座园区，链条在这里接上") {
		t.Errorf("the last line ends at %d", end)
	}
}

func TestTruncationKeepsWordsWhole(t *testing.T) {
	en := setter(t, "en")
	const text = "Aluminium runs from the pot to wings and homes"
	for w := 130.0; w < 300; w += 3 {
		b := en.Block(text, Style{Size: 16, MaxLines: 1}, w)
		run := b.Lines[0].Run
		kept := strings.TrimSuffix(run.Text, "…")
		if run.Width > w || !strings.HasPrefix(text, kept) || text[len(kept)] != ' ' {
			t.Errorf("width %v: %q, %v wide", w, run.Text, run.Width)
		}
	}
	if got := en.Block("Transformation of everything", Style{Size: 16, MaxLines: 1}, 60).Lines[0].Run.Text; got == "…" {
		t.Error("nothing is left of a long word")
	}
}

func TestFit(t *testing.T) {
	zh := setter(t, "zh")
	st := Style{Face: Serif, Size: 60}
	const title = "一炉铝水，\n流成一条产业链"
	got := zh.Fit(title, st, 260, 12)
	if b := zh.Block(title, got, 260); len(b.Lines) != 2 || b.Width > 260 {
		t.Errorf("at %v: %q, %v wide", got.Size, lines(b), b.Width)
	}
	bigger := got
	bigger.Size += fitStep
	if b := zh.Block(title, bigger, math.Inf(1)); b.Width <= 260 {
		t.Errorf("%v would have fitted as well", bigger.Size)
	}
	if got := zh.Fit(title, st, 1e4, 12); got != st {
		t.Errorf("a title that fits became %v", got.Size)
	}
	if got := zh.Fit(title, st, 10, 12); got.Size != 12 {
		t.Errorf("below the least size: %v", got.Size)
	}
}

func TestOddInput(t *testing.T) {
	zh := setter(t, "zh")
	for _, text := range []string{"", "\n", "\n\n", " ", "a\n", "\xff\xfe", "\u200d", "。", "\x00", "é", "\r\n", "（"} {
		for _, w := range []float64{0, -1, 1, math.Inf(1), math.NaN()} {
			b := zh.Block(text, Style{Size: 10, Align: Justify, MaxLines: 1}, w)
			if text != "" && len(b.Lines) == 0 {
				t.Errorf("%q in %v: no line", text, w)
			}
		}
		zh.Line(text, Style{Size: math.NaN(), Face: 9})
	}
	if n := len(zh.Block("a\n\nb\n", Style{Size: 10}, 50).Lines); n != 4 {
		t.Errorf("a, nothing, b and nothing make %d lines", n)
	}
}

func TestLoadNamesTheFont(t *testing.T) {
	if _, err := Load(nil, nil, nil); err == nil || !strings.Contains(err.Error(), "sans") {
		t.Errorf("error %v", err)
	}
}
