package flaw_test

import (
	"slices"
	"strings"
	"testing"

	"lianhua/assets/fonts"
	"lianhua/internal/draw"
	"lianhua/internal/flaw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
	"lianhua/internal/typeset"
)

var phone = geom.R(0, 0, 360, 640)

// picture is a phone's with what draw puts into it.
func picture(t *testing.T, put func(l *draw.List, text func(name, words string, size, x, y float64, c draw.Color))) (*draw.List, *typeset.Fonts) {
	t.Helper()
	faces, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		t.Fatal(err)
	}
	set := typeset.NewSetter(faces, "en")
	l := &draw.List{}
	l.Reset(phone, draw.RGB(0xffffff))
	put(l, func(name, words string, size, x, y float64, c draw.Color) {
		l.Text(draw.Name(name), set.Line(words, typeset.Style{Size: size}), geom.P(x, y), draw.Ink(c), draw.Sem{Role: draw.RoleText})
	})
	return l, faces
}

const black, grey = draw.Color(0x000000ff), draw.Color(0xbbbbbbff)

func kindsOf(found []flaw.Flaw) (all []string) {
	for _, f := range found {
		all = append(all, f.Kind.String())
	}
	return all
}

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		name string
		put  func(l *draw.List, text func(name, words string, size, x, y float64, c draw.Color))
		want []string
		told string
	}{
		{"nothing is wrong", func(_ *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
			text("a", "apart", 14, 20, 100, black)
			text("b", "apart", 14, 20, 140, black)
		}, nil, ""},
		{"two texts in one place", func(_ *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
			text("a", "one", 14, 20, 100, black)
			text("b", "other", 14, 22, 102, black)
		}, []string{"overlap"}, `a "one" overlaps b "other"`},
		{"a text at the edge", func(_ *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
			text("a", "beyond", 14, 340, 100, black)
		}, []string{"outside"}, `a "beyond" leaves the picture`},
		{"small print", func(_ *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
			text("a", "small", 9, 20, 100, black)
		}, []string{"small"}, "is set in 9.0, needs 10.0"},
		{"into the source", func(_ *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
			text("cite", "source", 12, 20, 600, black)
			text("a", "long", 14, 120, 600, black)
		}, []string{"foot"}, "into the source's line"},
		{"a text that the story lacks", func(_ *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
			text("a", "⟨water.title⟩", 14, 20, 100, black)
		}, []string{"lacking"}, "is missing from the story"},
		{"hardly there", func(l *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
			l.Push(geom.Identity(), 0.2)
			text("a", "faint", 4, 340, 100, black)
			l.Pop()
		}, nil, ""},
	} {
		l, _ := picture(t, c.put)
		found := flaw.Layout(l)
		if got := kindsOf(found); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		if len(found) > 0 && !strings.Contains(found[0].Tell(l), c.told) {
			t.Errorf("%s: told %q, want %q", c.name, found[0].Tell(l), c.told)
		}
	}
}

func TestContrastIsMeasuredOnWhatIsDrawnBehind(t *testing.T) {
	l, faces := picture(t, func(l *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
		text("pale", "pale", 14, 20, 100, grey)
		text("dark", "dark", 14, 20, 140, black)
		l.Rect(draw.Name("board"), geom.R(0, 180, 360, 60), 0, draw.Ink(black), draw.Decor())
		text("lit", "lit", 14, 20, 220, grey)
	})
	for _, scale := range []float64{0.5, 1, 2} {
		found := flaw.Contrast(l, raster.New(faces), scale)
		if len(found) != 1 || l.Marks[found[0].Mark].ID.Name != "pale" || found[0].Need != 4.5 {
			t.Errorf("at %g: %+v", scale, found)
		}
	}
	for i := range l.Marks {
		if l.Marks[i].Alpha != 1 {
			t.Errorf("%s is left with an opacity of %g", l.Marks[i].ID, l.Marks[i].Alpha)
		}
	}
}

func TestTargetsNeedAPlaceOfTheirOwn(t *testing.T) {
	l, _ := picture(t, func(l *draw.List, _ func(string, string, float64, float64, float64, draw.Color)) {
		button := draw.Sem{Role: draw.RoleButton}
		l.Rect(draw.Name("alone"), geom.R(100, 100, 10, 10), 0, draw.Ink(black), button)
		for i := range 3 {
			l.Rect(draw.Nth("crowded", i+1), geom.R(100+12*float64(i), 300, 10, 10), 0, draw.Ink(black), button)
		}
	})
	var names []string
	for _, f := range flaw.Targets(l) {
		names = append(names, l.Marks[f.Mark].ID.String())
	}
	if !slices.Contains(names, "crowded.2") || slices.Contains(names, "alone") {
		t.Errorf("found %v", names)
	}
}

func TestGlyphs(t *testing.T) {
	l, faces := picture(t, func(_ *draw.List, text func(string, string, float64, float64, float64, draw.Color)) {
		text("a", "words", 14, 20, 100, black)
		text("b", "☃ words ☃", 14, 20, 140, black)
	})
	found := flaw.Glyphs(l, faces.Lacks)
	if len(found) != 1 || found[0].Rune != '☃' || l.Marks[found[0].Mark].ID.Name != "b" {
		t.Errorf("found %+v", found)
	}
}
