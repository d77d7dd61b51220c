package sources

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// focus is what the list shows in one picture.
type focus struct {
	first, last           int // places: full of figures; where the page breaks off
	free, opening, ending float64
}

// focusOf works the focus out once a picture: where the reader has picked no
// paragraph, the list shows the first one that is full of figures, and in the
// end the one at which the page breaks off.
func focusOf(v *stage.View) focus {
	f := focus{free: 1 - v.AnyPicked("para"), opening: v.Span("page", 0.5, 1), ending: v.Ease("end")}
	f.first, f.last = landmarks(v.Story)
	return f
}

// weight is how far the figures of the k-th place are shown, 0 to 1.
func (f *focus) weight(v *stage.View, k int) float64 {
	w := v.Pick(para(k))
	switch k {
	case f.first:
		w += f.free * (1 - f.ending) * f.opening
	case f.last:
		w += f.free * f.ending
	}
	return min(w, 1)
}

// full is how many figures make a paragraph full of them.
const full = 7

// landmarks are the places of the first paragraph that is full of figures and of
// the page's end.
func landmarks(st *story.Story) (first, last int) {
	first, last = -1, -1
	b, broken := st.BreaksOff()
	places := st.Sources()
	for k := range places {
		p := &places[k]
		if broken && p.ID == b.ID {
			last = k
		}
		if first < 0 && p.Paragraph > 0 && stated(st, p.ID) >= full {
			first = k
		}
	}
	return first, last
}

// stated is how many figures the page states in a paragraph.
func stated(st *story.Story, paragraph string) int {
	n := 0
	figures := st.Figures()
	for i := range figures {
		if f := &figures[i]; !f.Derived && f.Source.ID == paragraph {
			n++
		}
	}
	return n
}

func (s *Scene) drawPanels(l *draw.List, v *stage.View, lay stage.Layout, f *focus, r geom.Rect) {
	places := v.Story.Sources()
	for k := range places {
		w := f.weight(v, k)
		// Of two that change places, the one that goes is gone by half.
		if w <= 0.5 {
			continue
		}
		l.Push(geom.Translate(0, (1-w)*lay.Px(8)), w*2-1)
		s.drawPanel(l, v, lay, k, &places[k], r)
		l.Pop()
	}
}

func (s *Scene) drawPanel(l *draw.List, v *stage.View, lay stage.Layout, k int, p *story.Source, r geom.Rect) {
	th, t := v.Theme, lay.Type
	id := draw.Nth("panel", k+1)
	l.Open(id, draw.Sem{Role: draw.RoleTable, Label: p.Cite, Digits: draw.DigitsPage})
	size := t.Text
	cite := v.Set.Line(p.Cite, typeset.Style{Face: typeset.SansBold, Size: size})
	if cite.Width > r.W {
		size *= max(r.W/cite.Width, 0.75)
		cite = v.Set.Line(p.Cite, typeset.Style{Face: typeset.SansBold, Size: size})
	}
	y := r.Y + t.Text
	l.Text(id.Sub("cite"), cite, geom.P(r.X, y), draw.Ink(th.Accent), draw.Sem{Role: draw.RoleHeading, Level: 2, Digits: draw.DigitsPage})
	y += t.Text * 0.7
	l.Line(id.Sub("rule"), geom.P(r.X, y), geom.P(r.Right(), y), 1, draw.Ink(th.Rule), draw.Decor())
	rows := geom.R(r.X, y, r.W, r.Bottom()-y)
	if b, ok := v.Story.BreaksOff(); ok && b.ID == p.ID {
		st := typeset.Style{Face: typeset.Sans, Size: t.Text, Leading: 1.5}
		note := v.Set.Block(v.Words("sources.breaks-off"), st, r.W-t.Text*1.2)
		rows.H -= note.Height + t.Text*1.4
		bottom := s.drawRows(l, v, lay, id, p, rows) + t.Text
		l.Line(id.Sub("torn"), geom.P(r.X, bottom+t.Text*0.4), geom.P(r.X, bottom+note.Height+t.Text*0.1), max(lay.Px(3), 2), draw.Ink(th.Accent), draw.Decor())
		chart.Prose(l, v, id.Sub("note"), "sources.breaks-off", st, geom.R(r.X+t.Text, bottom, r.W-t.Text*1.2, 0), th.Text)
	} else {
		s.drawRows(l, v, lay, id, p, rows)
	}
	l.Close()
}

// drawRows lists the figures of a place and returns where the list ends.
func (s *Scene) drawRows(l *draw.List, v *stage.View, lay stage.Layout, id draw.ID, p *story.Source, r geom.Rect) float64 {
	t := lay.Type
	figures := v.Story.Figures()
	n := 0
	for i := range figures {
		if figures[i].Source.ID == p.ID {
			n++
		}
	}
	if n == 0 {
		chart.Prose(l, v, id.Sub("none"), "sources.none", typeset.Style{Face: typeset.Sans, Size: t.Text}, geom.R(r.X, r.Y+t.Text, r.W, 0), v.Theme.Mute)
		return r.Y + t.Text*2
	}
	least := leastRow(t)
	rows := max(int(r.H/least), 1)
	pages := (n + rows - 1) / rows
	if pages > 1 {
		rows = max(int((r.H-draw.MinTouch)/least), 1)
		pages = (n + rows - 1) / rows
	}
	const airy = 1.7 // how much wider than the least a short list is set
	page := min(int(v.Inputs.Get(id.Sub("page"), 0)+0.5), pages-1)
	height := min(r.H/float64(min(rows, n)), least*airy)
	if pages > 1 {
		height = min((r.H-draw.MinTouch)/float64(rows), least*airy)
		pager(l, v, lay, id.Sub("page"), page, pages, geom.R(r.X, r.Bottom()-draw.MinTouch*0.7, r.W, draw.MinTouch*0.4))
	}
	i, row := 0, 0
	for k := range figures {
		f := &figures[k]
		if f.Source.ID != p.ID {
			continue
		}
		if i/rows == page {
			s.drawRow(l, v, lay, i, f, geom.R(r.X, r.Y+height*float64(row), r.W, height))
			row++
		}
		i++
	}
	if pages > 1 {
		return r.Bottom()
	}
	return r.Y + height*float64(row)
}

// leastRow is the height of a row with one line for its meaning.
func leastRow(t stage.Type) float64 { return t.Text*1.5 + t.Small*1.7 }

// drawRow draws a figure, what it counts, for when, and the way to its scene.
func (s *Scene) drawRow(l *draw.List, v *stage.View, lay stage.Layout, i int, f *story.Figure, r geom.Rect) {
	th, t := v.Theme, lay.Type
	id := draw.ID{Name: "row", N: i + 1, Part: f.ID}
	at, drawn := s.drawn[f.ID]
	sem := draw.Sem{Role: draw.RoleRow, Label: f.Label}
	if drawn {
		sem = draw.Sem{Role: draw.RoleLink, Label: f.Label, Detail: v.Words(at.title), Target: at.target}
	}
	l.Open(id, sem)
	// A row that is high enough takes a meaning of two lines.
	words := typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.3, MaxLines: 1}
	if r.H >= leastRow(t)+t.Small*1.3 {
		words.MaxLines = 2
	}
	label := v.Set.Block(f.Label, words, r.W)
	base := r.Y + r.H/2 - t.Small*0.1
	if len(label.Lines) > 1 {
		base -= t.Small * 0.65
	}
	chart.Figure(l, v, draw.ID{Name: "figure", N: i + 1, Part: f.ID}, f.ID, chart.NumberStyle{Size: min(t.Text*1.35, r.H*0.5), Unit: t.Small, Plain: true}, geom.P(r.X, base))
	st := typeset.Style{Face: typeset.Sans, Size: t.Small}
	y := base + t.Small*1.5
	end := r.X
	for k, line := range label.Lines {
		sem := draw.Sem{Role: draw.RoleCell, Label: f.Label}
		if k > 0 {
			sem = draw.Decor()
			y += t.Small * 1.3
		}
		l.Text(draw.ID{Name: "label", N: i + 1, Part: f.ID, K: k}, line.Run, geom.P(r.X, y), draw.Ink(th.Text), sem)
		end = r.X + line.Run.Width
	}
	period := v.Set.Line(f.Period, st)
	if px := r.Right() - period.Width; px > end+t.Small {
		l.Text(draw.ID{Name: "period", N: i + 1, Part: f.ID}, period, geom.P(px, y), draw.Ink(th.Mute), draw.Sem{Role: draw.RoleCell, Digits: draw.DigitsPage})
	}
	if drawn {
		a := t.Small * 0.42
		c := geom.P(r.Right()-a*1.4, base-t.Text*0.42)
		arrow := l.NewPath().Move(c.X-a*1.6, c.Y).Line(c.X+a, c.Y).Move(c.X, c.Y-a).Line(c.X+a, c.Y).Line(c.X, c.Y+a)
		l.Stroke(draw.ID{Name: "arrow", N: i + 1, Part: f.ID}, arrow, geom.Pen{Width: max(lay.Px(1.6), 1.2), Cap: geom.CapRound}, draw.Ink(th.Accent), draw.Decor())
	}
	l.Line(draw.ID{Name: "under", N: i + 1, Part: f.ID}, geom.P(r.X, r.Bottom()), geom.P(r.Right(), r.Bottom()), 0.75, draw.Ink(th.Rule.Fade(0.7)), draw.Decor())
	l.Close()
}

// pager is a slider over the pages of a list that is longer than its place.
func pager(l *draw.List, v *stage.View, lay stage.Layout, id draw.ID, page, pages int, r geom.Rect) {
	th := v.Theme
	l.Open(id, draw.Sem{Role: draw.RoleSlider, Label: v.Words("sources.more"), Now: float64(page), Min: 0, Max: float64(pages - 1), Step: 1})
	gap := lay.Px(6)
	w := (r.W - gap*float64(pages-1)) / float64(pages)
	for i := range pages {
		c := th.Faint
		if i == page {
			c = th.Accent
		}
		l.Rect(draw.ID{Name: "pager", N: id.N, Part: "page", K: i + 1}, geom.R(r.X+float64(i)*(w+gap), r.Center().Y-2, w, 4), 2, draw.Ink(c), draw.Decor())
	}
	l.Close()
}
