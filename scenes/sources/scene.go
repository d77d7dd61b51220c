// Package sources shows where every figure stands on the page: a miniature of
// the page with a box a paragraph and a dot a figure, and the figures of the
// paragraph that is picked, each leading to the scene that draws it.
package sources

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Scene is the scene; it holds no state but where figures are drawn.
type Scene struct {
	drawn map[string]place // by figure
}

// place is the scene that draws a figure.
type place struct {
	target string // its link
	title  string // the copy key of its title
}

// New returns the scene for a story with the given other scenes.
func New(others []stage.Scene) *Scene {
	s := &Scene{drawn: map[string]place{}}
	for _, o := range others {
		f, ok := o.(stage.Figured)
		if !ok {
			continue
		}
		for _, id := range f.Figures() {
			if _, known := s.drawn[id]; !known {
				s.drawn[id] = place{o.Name() + "/1", o.Name() + ".title"}
			}
		}
	}
	return s
}

func (*Scene) Name() string    { return "sources" }
func (*Scene) Chapter() string { return "sources.chapter" }

// Describe gives the sentence for each beat.
func (*Scene) Describe(beat int) string {
	keys := [...]string{"sources.beat.page", "sources.beat.figures", "sources.beat.end"}
	return keys[max(0, min(beat, len(keys)-1))]
}

func (*Scene) Beats() []anim.Beat {
	return []anim.Beat{
		{Name: "page", Move: 1.6, Hold: 3},
		{Name: "figures", Move: 2, Hold: 5},
		{Name: "end", Move: 1.2, Hold: 6},
	}
}

func (s *Scene) Draw(l *draw.List, v stage.View) {
	lay, title := chart.Frame(l, &v, chart.Heading{
		Chapter: "sources.chapter", Title: "sources.title", Deck: "sources.deck", Hint: "sources.hint", Wide: 0.42,
	})
	sheet, panel := divide(lay, title)
	f := focusOf(&v)
	s.drawSheet(l, &v, lay, &f, sheet)
	s.drawPanels(l, &v, lay, &f, panel)
}

// divide gives the miniature and the list their places.
func divide(lay stage.Layout, title geom.Rect) (sheet, panel geom.Rect) {
	in := geom.R(lay.Head.X, title.Bottom(), lay.Head.W, lay.Foot.Y-title.Bottom())
	px := lay.Px
	switch lay.Form {
	case stage.Phone:
		in = in.Pad(0, px(10), 0, 0)
		return in.SplitY(0.52, px(6))
	case stage.Kiosk:
		in = in.Pad(0, px(40), 0, px(20))
		return in.SplitY(0.44, px(40))
	}
	sheet = geom.R(in.X, in.Y+px(28), lay.Head.W*0.46, in.H-px(36))
	left := sheet.Right() + px(64)
	top := lay.Body.Y - px(198)
	return sheet, geom.R(left, top, lay.Head.Right()-left, lay.Foot.Y-px(8)-top)
}
