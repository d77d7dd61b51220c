package sources

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// over draws what stands over the picture: the slip with the figures of the paragraph
// that is read, and what the dots' colours say.
func (s *sheet) over(l *draw.List, v stage.View, p storyboard.Place) {
	turnPages(l, &v, &p)
	show := v.Span(beatPage, 0.74, 1) * (1 - v.Span(beatSilences, 0, 0.12))
	if show <= 0 {
		return
	}
	l.Push(geom.Identity(), show)
	s.paper.Read(l, &v, func(k int, place *story.Source) { s.drawPanel(l, &v, k, place, p.Slot(slipSlot)) })
	legend(l, &v, p.Slot("legend"))
	l.Pop()
}

func (s *sheet) drawPanel(l *draw.List, v *stage.View, k int, p *story.Source, r geom.Rect) {
	th, t := v.Theme, v.Layout().Type
	id := draw.Nth("panel", k+1)
	size := max(t.Text, 12)
	l.Open(id, draw.Sem{Role: draw.RoleTable, Label: p.Cite, Digits: draw.DigitsPage})
	st := typeset.Style{Face: typeset.SansBold, Size: size, Leading: 1.2}
	cite := v.Set.Block(p.Cite, st, r.W)
	legend, small := &told[0], max(t.Small, 12)
	if v.Layout().Form.Upright() {
		legend = s.actsOf(v, p.ID)
	}
	if len(cite.Lines) > 1 || legend.Lines(v, small, r.W-cite.Width) > 1 {
		cite = v.Set.Block(p.Within, st, r.W) // the article's name stands over the page
	}
	if legend.Lines(v, small, r.W-cite.Width) == 1 {
		legend.Draw(l, v, id.Sub("acts"), small, geom.R(r.X, r.Y, r.W, cite.Height))
	}
	chart.Lines(l, id.Sub("cite"), cite, r.Min(), th.Accent, draw.Sem{Role: draw.RoleHeading, Level: 2, Digits: draw.DigitsPage})
	y := r.Y + cite.Height + size*0.4
	l.Line(id.Sub("rule"), geom.P(r.X, y), geom.P(r.Right(), y), 1, draw.Ink(th.Rule), draw.Decor())
	rows := geom.R(r.X, y, r.W, r.Bottom()-y)
	st = typeset.Style{Face: typeset.Sans, Size: small, Leading: 1.4}
	note := ""
	if b, ok := v.Story.BreaksOff(); ok && b.ID == p.ID && !v.Layout().Form.Upright() {
		note = "sources.breaks-off"
		rows.H -= v.Set.Block(v.Words(note), st, r.W).Height + st.Size
	}
	list := s.list
	list.Source = p.ID
	y = list.Draw(l, v, id, rows)
	if y == rows.Y {
		note = "sources.none"
	}
	if note != "" {
		chart.Prose(l, v, id.Sub("note"), note, st, geom.R(r.X, y+st.Size*0.8, r.W, 0), th.Mute)
	}
	l.Close()
}

// link is where a figure leads: to the scene that draws it.
func (s *sheet) link(figure string) (target, title string, ok bool) {
	at, ok := s.drawn[figure]
	return at.target, at.title, ok
}
