package otf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	oracle "github.com/go-text/typesetting/language"
)

var fontFiles = []string{"source/sans.ttf", "source/bold.ttf", "source/serif.ttf", "sans.ttf", "bold.ttf", "serif.ttf"}

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "fonts", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func ExampleFont_Shape() {
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "fonts", "source", "sans.ttf"))
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := Parse(b)
	if err != nil {
		fmt.Println(err)
		return
	}
	text := []rune("AVA——链")
	for _, g := range f.Shape(nil, text, true) {
		fmt.Println(string(text[g.Index]), g.Advance)
	}
	// Output:
	// A 590
	// V 557
	// A 608
	// — 2000
	// 链 1000
}

// peer is go-text's port of HarfBuzz.
type peer struct {
	font *harfbuzz.Font
	face *font.Face
	buf  *harfbuzz.Buffer
}

func newPeer(t testing.TB, file []byte) *peer {
	t.Helper()
	face, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return &peer{harfbuzz.NewFont(face), face, harfbuzz.NewBuffer()}
}

func (p *peer) shape(text []rune, kern bool) []Glyph {
	p.buf.Clear()
	p.buf.AddRunes(text, 0, -1)
	p.buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: oracle.Han, Language: "zh-hans"}
	var features []harfbuzz.Feature
	if !kern {
		features = []harfbuzz.Feature{{Tag: opentype.NewTag('k', 'e', 'r', 'n'), End: harfbuzz.FeatureGlobalEnd}}
	}
	p.buf.Shape(p.font, features)
	var out []Glyph
	for i, g := range p.buf.Info {
		out = append(out, Glyph{GID(g.Glyph), g.Cluster, int(p.buf.Pos[i].XAdvance), int(p.buf.Pos[i].XOffset)})
	}
	return out
}

// difference tells the first glyph that differs, with its neighbours.
func difference(text []rune, got, want []Glyph) string {
	for i := range got {
		if i < len(want) && got[i] == want[i] {
			continue
		}
		from := max(0, got[i].Index-2)
		return fmt.Sprintf("%q: got %v, want %v", string(text[from:min(len(text), from+6)]), got[i:min(len(got), i+2)], want[i:min(len(want), i+2)])
	}
	return fmt.Sprintf("%d glyphs, want %d", len(got), len(want))
}

func TestShapesLikeHarfBuzz(t *testing.T) {
	for _, name := range fontFiles {
		file := read(t, name)
		f, err := Parse(file)
		if err != nil {
			t.Fatal(name, err)
		}
		p := newPeer(t, file)
		same := func(text []rune) bool {
			for _, kern := range []bool{true, false} {
				got, want := f.Shape(nil, text, kern), p.shape(text, kern)
				if fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("%s, kerning %v: %s", name, kern, difference(text, got, want))
					return false
				}
			}
			return true
		}
		all := f.cmap.runes
		if !same(all) {
			continue
		}
		// HarfBuzz 15.0.0 kerns ‹T and ›J as we do; go-text 0.3.5 misses them.
		all = slices.DeleteFunc(slices.Clone(all), func(r rune) bool { return r == '‹' || r == '›' })
		var latin []rune
		for _, r := range all {
			if r < 0x250 || r >= 0x2010 && r < 0x2200 || r >= 0x3000 && r < 0x3100 || r >= 0xFF00 {
				latin = append(latin, r)
			}
		}
		// Every pair of Latin letters, digits and marks.
		for _, a := range latin {
			line := make([]rune, 0, 2*len(latin))
			for _, b := range latin {
				line = append(line, a, b)
			}
			if !same(line) {
				break
			}
		}
		rng := rand.New(rand.NewPCG(5, 6))
		for range 300 {
			text := make([]rune, 1+rng.IntN(40))
			for i := range text {
				set := all
				if rng.IntN(2) == 0 {
					set = latin
				}
				text[i] = set[rng.IntN(len(set))]
				if i > 0 && rng.IntN(6) == 0 {
					text[i] = text[i-1]
				}
			}
			if !same(text) {
				break
			}
		}
	}
}

// TestComposite writes a composite over a glyph: the parts are A as it is and a
// comma, half as large, moved.
func TestComposite(t *testing.T) {
	file := bytes.Clone(read(t, "sans.ttf"))
	f, err := Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := f.Glyph('A')
	comma, _ := f.Glyph(',')
	over, _ := f.Glyph('链')
	description := []byte{
		0xFF, 0xFF, 0, 0, 0, 0, 3, 232, 3, 232,
		0, argsAreXY | more, byte(a >> 8), byte(a), 0, 0,
		0, argsAreXY | argsAreWords | oneScale, byte(comma >> 8), byte(comma), 0x01, 0x00, 0xFF, 0xF6, 0x20, 0x00,
	}
	copy(f.glyph(over), description)
	whole, part := f.Outline(nil, a), f.Outline(nil, comma)
	got := f.Outline(nil, over)
	if len(got) != len(whole)+len(part) {
		t.Fatalf("%d points, want %d and %d", len(got), len(whole), len(part))
	}
	for i, p := range got {
		want := Point{}
		if i < len(whole) {
			want = whole[i]
		} else {
			want = part[i-len(whole)]
			want.X, want.Y = want.X/2+256, want.Y/2-10
		}
		if p != want {
			t.Fatalf("point %d is %v, want %v", i, p, want)
		}
	}
	o, _ := newPeer(t, file).face.GlyphDataOutline(font.GID(over))
	if len(o.Segments) == 0 {
		t.Error("go-text does not read the composite")
	}
	copy(f.glyph(over)[10:], []byte{0, argsAreXY | more, byte(over >> 8), byte(over), 0, 0})
	f.Outline(nil, over) // made of itself: must end
}

func TestGlyphsLikeGoText(t *testing.T) {
	for _, name := range fontFiles {
		file := read(t, name)
		f, err := Parse(file)
		if err != nil {
			t.Fatal(name, err)
		}
		p := newPeer(t, file)
		composites := 0
		for g := range f.Glyphs() {
			if f.glyph(GID(g)).i16(0) < 0 {
				composites++
			}
			x0, y0, x1, y1, ok := f.Bounds(GID(g))
			e, _ := p.face.GlyphExtents(font.GID(g))
			if ok && (float32(x0) != e.XBearing || float32(y1) != e.YBearing || float32(x1-x0) != e.Width || float32(y0-y1) != e.Height) {
				t.Fatalf("%s, glyph %d: bounds %d,%d..%d,%d, go-text %+v", name, g, x0, y0, x1, y1, e)
			}
			o, _ := p.face.GlyphDataOutline(font.GID(g))
			var want []Point
			for _, s := range o.Segments {
				for _, a := range s.ArgsSlice() {
					want = append(want, Point{X: float64(a.X), Y: float64(a.Y)})
				}
			}
			pts := f.Outline(nil, GID(g))
			if (len(pts) == 0) != (len(want) == 0) {
				t.Fatalf("%s, glyph %d: %d points, go-text %d", name, g, len(pts), len(want))
			}
			on := map[Point]bool{}
			for _, w := range want {
				on[w] = true
			}
			for _, q := range pts {
				if !on[Point{X: q.X, Y: q.Y}] {
					t.Fatalf("%s, glyph %d: point %v is not in go-text's outline", name, g, q)
				}
			}
		}
		t.Logf("%s: %d glyphs, %d composites", name, f.Glyphs(), composites)
	}
}

func TestRefusesWhatItDoesNotRead(t *testing.T) {
	for _, bad := range [][]byte{nil, []byte("wOF2"), []byte("OTTO\x00\x01"), make([]byte, 200)} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("%q: no error", bad[:min(len(bad), 8)])
		}
	}
	file := bytes.Clone(read(t, "sans.ttf"))
	f, err := Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.subst) < 3 || len(f.kern) == 0 {
		t.Errorf("%d substitutions and %d kernings", len(f.subst), len(f.kern))
	}
	tables := data(file)
	for i := range tables.u16(4) {
		rec := tables.from(12 + 16*i)
		if string(rec[:4]) != "GSUB" {
			continue
		}
		list := tables.from(rec.u32(8)).at(8)
		list.at(2)[1] = 6 // chained contexts
	}
	if _, err := Parse(file); err == nil {
		t.Error("a lookup of an unknown type was accepted")
	}
}

func FuzzParse(f *testing.F) {
	whole := read(f, "serif.ttf")
	f.Add(100, 3, byte(255))
	f.Fuzz(func(t *testing.T, at, n int, v byte) {
		file := bytes.Clone(whole)
		for k := range max(0, min(n, 64)) {
			i := (at + k*7919) % len(file)
			if i < 0 {
				i += len(file)
			}
			file[i] ^= v
		}
		font, err := Parse(file)
		if err != nil {
			return
		}
		font.Shape(nil, []rune("AVA——链0“,画"), true)
		for g := range min(font.Glyphs(), 50) {
			font.Outline(nil, GID(g))
			font.Bounds(GID(g))
		}
	})
}

func TestDamageDoesNotPanic(t *testing.T) {
	whole := read(t, "serif.ttf")
	rng := rand.New(rand.NewPCG(7, 8))
	for range 400 {
		file := bytes.Clone(whole[:len(whole)-rng.IntN(2)*rng.IntN(len(whole))])
		for range 1 + rng.IntN(30) {
			if len(file) > 0 {
				i := rng.IntN(len(file))
				if rng.IntN(2) == 0 {
					i = rng.IntN(min(len(file), 6000))
				}
				file[i] = byte(rng.Uint32())
			}
		}
		font, err := Parse(file)
		if err != nil {
			continue
		}
		font.Shape(nil, []rune("AVA——链0“,画fi"), true)
		for g := range min(font.Glyphs(), 100) {
			font.Outline(nil, GID(g))
		}
	}
}
