package hydrogen

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// flagshipsID is the figure of the industries of which hydrogen is one.
const flagshipsID = "industries.flagships"

// drawStatements sets what the page says beside the chain: hydrogen is one of
// two flagship industries, the park that it grows in, the firms that lead.
func (p *plan) drawStatements(l *draw.List, v *stage.View) {
	if !p.rule.Empty() {
		l.Rect(draw.Name("statements-rule"), p.rule, 0, draw.Ink(v.Theme.Rule), draw.Decor())
	}
	if show := appear(v, research, 0.5, 0.85); show > 0 {
		p.drawFlagships(l, v, show)
	}
	if show := appear(v, making, 0.7, 0.95); show > 0 {
		p.statement(l, v, draw.Name("park"), 1, show, "hydrogen.park", "hydrogen.park-note")
	}
	if show := appear(v, equipment, 0.6, 0.9); show > 0 {
		note := "hydrogen.leaders-note"
		if p.lay.Form == stage.Phone {
			// The parts that gather there are named in the cards.
			note = "hydrogen.leaders-short"
		}
		p.statement(l, v, draw.Name("leaders"), 2, show, "hydrogen.leaders", note)
	}
}

// drawFlagships shows the two industries as two marks, a ring and a drop, of
// which the drop is lit.
func (p *plan) drawFlagships(l *draw.List, v *stage.View, show float64) {
	c := p.spots[0]
	t := p.lay.Type
	size := t.Figure
	switch p.lay.Form {
	case stage.Phone:
		size = t.FigureSmall
	case stage.Kiosk:
		size = t.FigureSmall * 1.1
	}
	l.Push(geom.Translate(0, (1-show)*size*0.18), show)
	box := chart.Figure(l, v, draw.Name("flagships"), flagshipsID, chart.NumberStyle{Size: size, Unit: t.Unit}, c.at)
	x := box.Right() + size*0.34
	r := size * 0.26
	mid := c.at.Y - size*0.33
	th := v.Theme
	l.Stroke(draw.Name("flagship-ring"), l.NewPath().Circle(geom.P(x+r, mid), r*0.78), geom.Pen{Width: r * 0.4}, draw.Ink(th.SilverDark), draw.Decor())
	x += r * 2.7
	drop := l.NewPath().Move(x+r, mid-r*1.2).Cube(x+r*1.6, mid-r*0.5, x+r*1.9, mid-r*0.1, x+r*1.9, mid+r*0.3).
		Cube(x+r*1.9, mid+r*0.8, x+r*1.5, mid+r*1.12, x+r, mid+r*1.12).Cube(x+r*0.5, mid+r*1.12, x+r*0.1, mid+r*0.8, x+r*0.1, mid+r*0.3).
		Cube(x+r*0.1, mid-r*0.1, x+r*0.4, mid-r*0.5, x+r, mid-r*1.2).Close()
	l.Fill(draw.Name("flagship-drop"), drop, draw.LinearRamp(geom.P(x, mid-r), geom.P(x+2*r, mid+r), draw.Stop{At: 0, Color: th.Cyan}, draw.Stop{At: 1, Color: th.Mint}), draw.Decor())
	x += r * 2.6
	st := typeset.Style{Face: typeset.Sans, Size: p.small, Leading: 1.4, Balance: true}
	room := geom.R(x, 0, c.at.X+c.width-x, 0)
	key := "hydrogen.flagships"
	if p.lay.Form == stage.Phone {
		key = "hydrogen.flagships-short"
	}
	b := v.Set.Block(v.Words(key), st, room.W)
	room.Y = mid - b.Height/2
	chart.Prose(l, v, draw.Name("flagships-text"), key, st, room, th.Text)
	l.Pop()
}

// statement is a name in the serif and what it is below.
func (p *plan) statement(l *draw.List, v *stage.View, id draw.ID, spot int, show float64, name, note string) {
	c := p.spots[spot]
	st := v.Set.Fit(v.Words(name), typeset.Style{Face: typeset.Serif, Size: p.name}, c.width, p.lay.Type.Small)
	small := typeset.Style{Face: typeset.Sans, Size: p.small, Leading: 1.35, Balance: true}
	l.Push(geom.Translate(0, (1-show)*p.name*0.2), show)
	chart.Label(l, v, id, name, st, c.at, v.Theme.Deep)
	chart.Prose(l, v, id.Sub("note"), note, small, geom.R(c.at.X, c.at.Y+p.name*0.3, c.width, 0), v.Theme.Text)
	l.Pop()
}
