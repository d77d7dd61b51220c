package aluminium

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// statements are the figures beside the lines, each with the beat in which it
// comes. They are separate: no two of them are a part and a whole.
var statements = [...]struct{ figure, short, beat string }{
	{"aluminium.firms", "aluminium.firms-short", melt},
	{"aluminium.upgraded", "aluminium.upgraded-short", roll},
	{"aluminium.factories", "aluminium.factories-short", forge},
}

// linesID is the figure whose things are drawn one by one.
const linesID = "aluminium.lines"

func (p *plan) drawFigures(l *draw.List, v *stage.View) {
	if !p.rule.Empty() {
		l.Rect(draw.Name("figures-rule"), p.rule, 0, draw.Ink(v.Theme.Rule), draw.Decor())
	}
	for i := range statements {
		s, at := &statements[i], &p.stats[i]
		show := appear(v, s.beat, 0.5, 0.8)
		if show <= 0 {
			continue
		}
		st := chart.NumberStyle{Size: at.size, Unit: p.lay.Type.Unit, Label: at.label, Width: at.width, Text: s.short}
		if p.lay.Form == stage.Phone {
			st.Unit = p.lay.Type.Small
		}
		l.Push(geom.Translate(0, (1-show)*at.size*0.18), show)
		chart.Figure(l, v, draw.Nth("figure", i+1), s.figure, st, at.at)
		l.Pop()
	}
	p.drawLines(l, v)
}

// drawLines lights the smart lines one by one while their counter runs.
func (p *plan) drawLines(l *draw.List, v *stage.View) {
	f, ok := v.Story.Figure(linesID)
	if !ok {
		return
	}
	run := v.Span(lines, 0.06, 0.94)
	chart.Units{N: f.Count(), Rows: p.rows, Box: p.units, Lit: v.Theme.Accent, Off: v.Theme.Faint, Progress: run}.
		Draw(l, draw.Name("lines"), draw.Sem{Role: draw.RolePicture, Label: v.Words("aluminium.lines-alt"), Figure: f.ID, Digits: draw.DigitsFigure})
	show := appear(v, lines, 0, 0.08)
	if show <= 0 {
		return
	}
	l.Push(geom.Identity(), show)
	st := chart.NumberStyle{Size: p.lines.size, Unit: p.lay.Type.Unit, Label: p.lines.label, Width: p.lines.width, Counting: true, Running: run, Text: "aluminium.lines-short"}
	if p.lay.Form == stage.Phone {
		st.Label, st.Unit = 0, p.lay.Type.Small
	}
	chart.Figure(l, v, draw.Nth("figure", len(statements)+1), f.ID, st, p.lines.at)
	if p.lay.Form != stage.Phone {
		small := typeset.Style{Face: typeset.Sans, Size: p.lines.label, Leading: 1.35, Balance: true}
		gap := max(p.lines.size*0.16, p.lines.label*0.3)
		room := geom.R(p.note.at.X, p.note.at.Y+gap, p.note.width, 0)
		room.H = v.Set.Block(v.Words("aluminium.note"), small, room.W).Height
		// Low windows leave it to the article, as phones do: it would run into the source.
		if room.Bottom() < p.lay.Foot.Center().Y-p.lay.Type.Small {
			chart.Prose(l, v, draw.Name("note"), "aluminium.note", small, room, v.Theme.Mute)
		}
	} else {
		small := typeset.Style{Face: typeset.Sans, Size: p.lines.label, Leading: 1.3}
		chart.Prose(l, v, draw.Name("note"), "aluminium.lines-short", small, geom.R(p.units.X, p.units.Bottom()+p.lines.label*0.3, p.lines.width, 0), v.Theme.Text)
	}
	l.Pop()
}
