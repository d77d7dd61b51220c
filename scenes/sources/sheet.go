package sources

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// para is the ID of the k-th place of the page, from 0.
func para(k int) draw.ID { return draw.Nth("para", k+1) }

// drawSheet draws the page: an article above the other, a column a section, a
// box a paragraph. Boxes are of one size: they say where a paragraph stands,
// not how long it is.
func (s *Scene) drawSheet(l *draw.List, v *stage.View, lay stage.Layout, f *focus, r geom.Rect) {
	th, t := v.Theme, lay.Type
	places := v.Story.Sources()
	l.Open(draw.Name("sheet"), draw.Sem{Role: draw.RoleList, Label: v.Words("sources.page")})
	shade := lay.Px(7)
	paper := geom.R(r.X, r.Y, r.W, r.H-t.Small*2)
	l.Open(draw.Name("picture"), draw.Sem{Role: draw.RolePicture, Label: v.Words("sources.alt")})
	l.Rect(draw.Name("sheet.shade"), paper.Offset(geom.P(shade*0.5, shade)), 2, draw.Ink(draw.Color(0x00000012)), draw.Decor())
	l.Rect(draw.Name("sheet.paper"), paper, 2, draw.Ink(th.Panel), draw.Decor())
	l.Stroke(draw.Name("sheet.edge"), l.NewPath().Rect(paper.Inset(0.5)), geom.Pen{Width: 1}, draw.Ink(th.Rule), draw.Decor())
	l.Close()

	pad := t.Small * 0.8
	in := paper.Inset(pad)
	head := t.Small * 1.6
	var tall [len(bylines)]int // the longest section of each article, in paragraphs
	articles := countArticles(places, &tall)
	if articles == 0 || tall[0]+tall[1] == 0 {
		l.Close()
		return
	}
	gap := pad
	row := (in.H - float64(articles)*head - gap) / float64(tall[0]+tall[1])
	y := in.Y
	for a, from := 0, 0; a < articles; a++ {
		upTo := from
		for upTo < len(places) && places[upTo].Article == places[from].Article {
			upTo++
		}
		s.drawArticle(l, v, lay, f, a, from, upTo, geom.R(in.X, y, in.W, head+row*float64(tall[a])), head, row)
		y += head + row*float64(tall[a]) + gap
		from = upTo
	}
	l.Close()
	legend(l, v, lay, geom.P(r.X, r.Bottom()-t.Small*0.3), r.Right())
}

// bylines are who wrote the articles, as the page names them.
var bylines = [...]string{"sources.byline.first", "sources.byline.second"}

// countArticles is how many articles the places belong to, at most two, and the
// number of paragraphs of the longest section of each.
func countArticles(places []story.Source, tall *[len(bylines)]int) int {
	n := 0
	for i, p := range places {
		if i == 0 || p.Article != places[i-1].Article {
			n++
		}
		if n > len(tall) {
			return len(tall)
		}
		tall[n-1] = max(tall[n-1], p.Paragraph)
	}
	return n
}

func (s *Scene) drawArticle(l *draw.List, v *stage.View, lay stage.Layout, f *focus, a, from, upTo int, r geom.Rect, head, row float64) {
	th, t := v.Theme, lay.Type
	places := v.Story.Sources()
	sections := 0
	for i := from; i < upTo; i++ {
		if i == from || places[i].Section != places[i-1].Section {
			sections++
		}
	}
	name := v.Set.Line(places[from].Article, typeset.Style{Face: typeset.SansBold, Size: t.Small})
	l.Text(draw.Nth("article", a+1), name, geom.P(r.X, r.Y+t.Small*1.05), draw.Ink(th.Ink), draw.Sem{Role: draw.RoleText})
	byline := v.Set.Fit(v.Words(bylines[a]), typeset.Style{Face: typeset.Sans, Size: t.Small, Align: typeset.End}, r.W-name.Width-t.Small*0.7, t.Small*0.78)
	chart.Label(l, v, draw.Nth("byline", a+1), bylines[a], byline, geom.P(r.Right(), r.Y+t.Small*1.05), th.Text)
	gap := t.Small * 0.5
	w := (r.W - gap*float64(sections-1)) / float64(sections)
	column := -1
	for i := from; i < upTo; i++ {
		if i == from || places[i].Section != places[i-1].Section {
			column++
		}
		if places[i].Paragraph == 0 {
			continue
		}
		box := geom.R(r.X+float64(column)*(w+gap), r.Y+head+row*float64(places[i].Paragraph-1), w, row*0.8)
		s.drawPara(l, v, lay, f, i, &places[i], box)
	}
}

func (s *Scene) drawPara(l *draw.List, v *stage.View, lay stage.Layout, f *focus, k int, p *story.Source, box geom.Rect) {
	th := v.Theme
	id := para(k)
	appear := anim.Stagger(v.Beat("page"), k, len(v.Story.Sources()), 0.3, anim.CubicOut)
	count, last := stated(v.Story, p.ID), k == f.last
	picked, hover := f.weight(v, k), v.Hovered(id)
	l.Push(geom.Translate(0, (1-appear)*lay.Px(6)), appear)
	l.Open(id, draw.Sem{Role: draw.RoleButton, Label: p.Cite, Digits: draw.DigitsPage, On: v.Picked.ID == id})
	fill := draw.Mix(draw.Mix(th.Panel, th.Faint, 0.32), th.Accent, 0.16*max(picked, hover*0.5))
	l.Fill(id.Sub("box"), outline(l.NewPath(), box, last), draw.Ink(fill), draw.Decor())
	if count == 0 {
		lines := l.NewPath()
		for i := 1; i <= 2; i++ {
			y := box.Y + box.H*float64(i)/3
			lines.Move(box.X+box.W*0.08, y).Line(box.X+box.W*(0.92-0.3*float64(i-1)), y)
		}
		l.Stroke(id.Sub("lines"), lines, geom.Pen{Width: max(box.H*0.06, 0.7)}, draw.Ink(th.Faint), draw.Decor())
	} else {
		s.drawDots(l, v, id, p, count, box)
	}
	if picked > 0 {
		l.Stroke(id.Sub("edge"), outline(l.NewPath(), box, last), geom.Pen{Width: max(lay.Px(2), 1.2)}, draw.Ink(th.Accent.Fade(picked)), draw.Decor())
	}
	l.Close()
	l.Pop()
}

// outline is a paragraph's box; the one at which the page breaks off is torn.
func outline(p *geom.Path, r geom.Rect, torn bool) *geom.Path {
	if !torn {
		return p.RoundRect(r, min(r.H*0.16, 4))
	}
	const teeth = 4
	edge := r.Right() - r.W*0.12
	p.Move(r.X, r.Y).Line(r.Right(), r.Y)
	for i := 1; i <= teeth; i++ {
		x := edge
		if i%2 == 0 {
			x = r.Right() - r.W*0.03
		}
		p.Line(x, r.Y+r.H*float64(i)/teeth)
	}
	return p.Line(r.X, r.Bottom()).Close()
}

// drawDots draws a dot a figure that the page states there: filled where a scene
// draws it, open where it is only on record.
func (s *Scene) drawDots(l *draw.List, v *stage.View, id draw.ID, p *story.Source, count int, box geom.Rect) {
	th := v.Theme
	rows := 1
	if box.H > 0 && float64(count)*box.H*0.5 > box.W*0.9 {
		rows = 2
	}
	perRow := (count + rows - 1) / rows
	step := min(box.W*0.9/float64(perRow), box.H*0.86/float64(rows))
	r := step * 0.36
	left := box.X + box.W*0.06
	full, open := l.NewPath(), l.NewPath()
	n := 0
	figures := v.Story.Figures()
	for i := range figures {
		f := &figures[i]
		if f.Source.ID != p.ID || f.Derived {
			continue
		}
		c := geom.P(left+step*(float64(n%perRow)+0.5), box.Y+box.H/2+step*(float64(n/perRow)-float64(rows-1)/2))
		g := r * anim.Stagger(v.Beat("figures"), n, count+4, 0.4, anim.BackOut)
		if _, drawn := s.drawn[f.ID]; drawn {
			full.Circle(c, g)
		} else {
			open.Circle(c, g*0.86)
		}
		n++
	}
	l.Fill(id.Sub("drawn"), full, draw.Ink(th.Accent), draw.Decor())
	l.Stroke(id.Sub("kept"), open, geom.Pen{Width: max(r*0.3, 0.8)}, draw.Ink(th.Mute), draw.Decor())
}

func legend(l *draw.List, v *stage.View, lay stage.Layout, at geom.Pt, right float64) {
	th, t := v.Theme, lay.Type
	st := typeset.Style{Face: typeset.Sans, Size: t.Small}
	r := t.Small * 0.28
	show := v.Span("figures", 0, 0.5)
	l.Push(geom.Identity(), 0.25+0.75*show)
	l.Circle(draw.Name("legend.full"), geom.P(at.X+r, at.Y-t.Small*0.34), r, draw.Ink(th.Accent), draw.Decor())
	box := chart.Label(l, v, draw.Nth("legend", 1), "sources.legend-drawn", st, geom.P(at.X+r*3.4, at.Y), th.Text)
	x := box.Right() + t.Small*1.4
	l.Stroke(draw.Name("legend.open"), l.NewPath().Circle(geom.P(x+r, at.Y-t.Small*0.34), r*0.86), geom.Pen{Width: max(r*0.3, 0.8)}, draw.Ink(th.Mute), draw.Decor())
	box = chart.Label(l, v, draw.Nth("legend", 2), "sources.legend-kept", st, geom.P(x+r*3.4, at.Y), th.Text)
	l.Pop()
	const photographs = "sources.photographs"
	st.Align = typeset.End
	st = v.Set.Fit(v.Words(photographs), st, right-box.Right()-t.Small*0.7, t.Small*0.82)
	chart.Label(l, v, draw.Name("photographs"), photographs, st, geom.P(right, at.Y), th.Text)
}
