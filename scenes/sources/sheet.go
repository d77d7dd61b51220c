package sources

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/scenes/sources/page"
)

// acts are those of the story with the colours of their dots: these stand on paper,
// which is light in every theme.
var acts = [...]struct {
	key string
	ink draw.Color
}{
	{"act.chain", draw.RGB(0x4C6373)}, {"act.roots", draw.RGB(0x81580D)}, {"act.yard", draw.RGB(0xB04F38)},
	{"act.people", draw.RGB(0x18645B)}, {"act.measure", draw.RGB(0x1C1B1A)},
}

var (
	white    = draw.RGB(0xFFFDF6)
	recorded = draw.RGB(0x655F55) // of a figure that no act draws
)

// sheet is the page as the scene shows it; it holds no state but where figures are
// drawn.
type sheet struct {
	drawn map[string]place // by figure
	paper page.Paper
	list  chart.Listing // of the paragraph that is read, but for its name
}

func sheetOf(others []stage.Scene) *sheet {
	s := &sheet{drawn: placesOf(others)}
	s.list = chart.Listing{More: "sources.more", Link: s.link} // once: a frame makes nothing
	s.paper = page.Paper{
		Mark: "para", Label: "sources.page", Articles: []string{"article-one", "article-two"}, Glass: "glass", Full: 7,
		Open: open, Come: func(v stage.View) float64 { return v.Beat(beatFigures) },
		Ground: white, Ink: draw.RGB(0x1C1B1A), Print: draw.RGB(0x4A463F), Picked: draw.RGB(0xB04F38), Dot: s.dot,
	}
	return s
}

// open is how far the page lies on the desk, 0 to 1: it is lifted in the third beat.
func open(v stage.View) float64 {
	return v.Span(beatPage, 0.62, 0.9) * (1 - v.Span(beatSilences, 0, 0.12))
}

// dot is the colour of a figure's dot, that of the act where it is drawn: a ring where
// it is only on record.
func (s *sheet) dot(v stage.View, figure string) (c draw.Color, n int, hollow bool) {
	from, ok := s.drawn[figure]
	if !ok {
		return recorded, 0, true
	}
	if n := actOf(&v, from.scene); n >= 0 {
		return acts[n].ink, n + 1, false
	}
	return recorded, 0, false
}

// actOf is the act of a scene, counted from 0; -1: it is in none.
func actOf(v *stage.View, scene int) int {
	k := -1
	for _, r := range v.Runs {
		if r.Act == "" {
			continue
		}
		if k++; scene >= r.From && scene < r.To {
			return k % len(acts)
		}
	}
	return -1
}
