package ledger

import (
	"fmt"
	"slices"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

func say(l *draw.List, name, text string, sem draw.Sem) {
	l.Text(draw.Name(name), &typeset.Run{Text: text}, geom.P(0, 0), draw.Ink(draw.RGB(0)), sem)
}

func ExampleOf() {
	var l draw.List
	say(&l, "lead", "约", draw.Sem{Figure: "firms", Digits: draw.DigitsFigure})
	say(&l, "number", "100", draw.Sem{Figure: "firms", Digits: draw.DigitsFigure})
	say(&l, "text", "3 factories, 67 lines", draw.Sem{Figures: []string{"factories", "lines"}, Digits: draw.DigitsFigure})
	for _, e := range Of(&l).Entries {
		fmt.Println(e.Figure, e.Drawn)
	}
	// Output:
	// firms [约 100]
	// factories [3 factories, 67 lines]
	// lines [3 factories, 67 lines]
}

func TestUnsourced(t *testing.T) {
	for _, c := range []struct {
		text string
		sem  draw.Sem
		bad  bool
	}{
		{"words only, 一百家", draw.Sem{}, false},
		{"100", draw.Sem{}, true},
		{"１００", draw.Sem{}, true},
		{"m²", draw.Sem{}, true},
		{"H₂", draw.Sem{}, true},
		{"½", draw.Sem{}, true},
		{"٣", draw.Sem{}, true},
		{"100", draw.Sem{Digits: draw.DigitsFigure}, true},
		{"100", draw.Sem{Figure: "f"}, true},
		{"100", draw.Sem{Digits: draw.DigitsFigure, Figure: "f"}, false},
		{"100", draw.Sem{Digits: draw.DigitsFigure, Figures: []string{"f"}}, false},
		{"50", draw.Sem{Digits: draw.DigitsTick}, false},
	} {
		var l draw.List
		say(&l, "t", c.text, c.sem)
		l.Push(geom.Identity(), 0)
		say(&l, "hidden", "7", draw.Sem{})
		l.Pop()
		if got := Unsourced(&l); (len(got) > 0) != c.bad {
			t.Errorf("%q with %+v: %v", c.text, c.sem, got)
		}
	}
}

func TestLabelsAreHeldToTheSame(t *testing.T) {
	var l draw.List
	l.Open(draw.Name("picture"), draw.Sem{Role: draw.RolePicture, Label: "67 lines"})
	l.Close()
	l.Open(draw.Name("figure"), draw.Sem{Role: draw.RoleFigure, Label: "67", Figure: "lines"})
	l.Close()
	got := Unsourced(&l)
	if len(got) != 1 || got[0].Mark.Name != "picture" || !got[0].Spoken {
		t.Errorf("found %v", got)
	}
}

func TestMismatched(t *testing.T) {
	texts := func(id string) ([]string, bool) {
		forms, ok := map[string][]string{
			"output": {"1,360亿元", "136 billion"}, "loans": {"6.11亿元"}, "area": {"30万m²"},
		}[id]
		return forms, ok
	}
	for _, c := range []struct {
		text    string
		figures []string
		wrong   []string
	}{
		{"1,360", []string{"output"}, nil},
		{"1360", []string{"output"}, nil},
		{"１３６０", []string{"output"}, nil},
		{"1,361", []string{"output"}, []string{"1361"}},
		{"6.11 of 1 360, m²", []string{"output", "loans", "area"}, []string{"1", "360"}},
		{"6.11, 1\u202f360, m²", []string{"output", "loans", "area"}, nil},
		{"6.1", []string{"loans"}, []string{"6.1"}},
		{"in 6.11.", []string{"loans"}, nil},
		{"30万m³", []string{"area"}, []string{"³"}},
		{"7", []string{"nobody"}, []string{""}},
	} {
		var l draw.List
		say(&l, "t", c.text, draw.Sem{Digits: draw.DigitsFigure, Figures: c.figures})
		var wrong []string
		for _, f := range Mismatched(&l, texts) {
			wrong = append(wrong, f.Number)
		}
		if !slices.Equal(wrong, c.wrong) {
			t.Errorf("%q: wrong are %q, want %q", c.text, wrong, c.wrong)
		}
	}
}
