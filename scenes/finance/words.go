package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
	"lianhua/scenes/finance/cash"
)

// statement is what is said of a money: its total, and in its place what comes to a
// firm.
type statement struct {
	money       *money
	total, each said
	from        float64 // of its beat
	color       func(t *stage.Theme) draw.Color
}

// said is where a figure stands, and what is said below it: the copy's keys.
// On upright forms, which have less room, it may be said otherwise.
type said struct{ slot, label, note, number, labelUpright, noteUpright string }

func sayAt(slot string) said {
	key := "finance." + slot
	return said{slot, key + "-label", key + "-note", key + "-number", key + "-label-short", key + "-short"}
}

func say(m *money, slot string, from float64, color func(t *stage.Theme) draw.Color) statement {
	return statement{m, sayAt(slot), sayAt(slot + "-each"), from, color}
}

var statements = [...]statement{
	say(&loans, "loan", 0.1, func(t *stage.Theme) draw.Color { return t.GoldDark }),
	say(&year, "knowledge", 0.1, func(t *stage.Theme) draw.Color { return t.Deep }),
	say(&fund, "fund", 0.06, func(t *stage.Theme) draw.Color { return t.LeafDark }),
	say(&grants, "grant", 0.3, func(t *stage.Theme) draw.Color { return t.Accent }),
}

// over draws what stands over the picture: statements, the scale, and the switch.
func over(l *draw.List, v stage.View, p storyboard.Place) {
	d := dealing(&v)
	before, after := 1-anim.Span(d.T, 0.02, 0.2, anim.SineInOut), anim.Span(d.T, 0.72, 0.94, anim.SineInOut)
	bottom := 0.0
	for i := range statements {
		s := &statements[i]
		come := v.Span(s.money.beat, s.from, s.from+0.16)
		total := s.draw(l, &v, &p, &s.total, s.money.total, come*before, s.running(&v))
		each := s.draw(l, &v, &p, &s.each, s.money.average, come*after, 1)
		if s.money == &loans {
			bottom = max(total, each) // below it, in low windows, stand scale and switch
		}
	}
	bottom = scale(l, &v, &p, bottom, v.Span(beatLoans, 0.2, 0.4))
	turn(l, &v, &p, bottom, &d)
}

// running is how much of the money has come, of what falls; a fund's size and a sum
// applied for do not run up.
func (s *statement) running(v *stage.View) float64 {
	if m := s.money; m.stream.Cols > 0 {
		return m.stream.Come(m.coins(v), falling(v, m.beat))
	}
	return 1
}

// draw sets a figure, what it is, and a note.
func (s *statement) draw(l *draw.List, v *stage.View, p *storyboard.Place, words *said, figure string, show, running float64) (bottom float64) {
	if show <= 0 {
		return 0
	}
	lay, r, id := v.Layout(), p.Slot(words.slot), draw.Name(words.slot)
	small, upright := noteSize(&lay, p.K), lay.Form.Upright()
	switch {
	case s.money == &loans: // flush with the title, and below it
		r.W, r.X = r.Right()-lay.Head.X, lay.Head.X
		if upright {
			r.Y = max(r.Y, lay.Head.Y+lay.Type.Title*4.08)
		}
	case s.money == &fund && !upright:
		r.W = lay.Head.Right() + lay.Margin*0.4 - r.X
	}
	tight := upright || low(v, p.K)
	align := typeset.Start
	if s.money == &grants && !upright {
		align = typeset.End
	}
	l.Push(geom.Identity(), show)
	defer l.Pop()
	y := r.Bottom() + small*0.5
	if figure == "" {
		pen := geom.Pen{Width: 0.1 * lay.Type.Small, Dash: 0.36 * lay.Type.Small, Gap: 0.29 * lay.Type.Small}
		l.Stroke(id.Sub("empty"), l.NewPath().RoundRect(p.Slot(words.slot), r.H*0.14), pen, draw.Ink(s.color(v.Theme)), draw.Decor())
	} else {
		st := chart.NumberStyle{Size: max(r.H*1.02, small*1.56), Color: s.color(v.Theme), Align: align, Counting: running < 1, Running: running}
		st.Unit = max(small*1.1, min(st.Size*0.3, small*1.7))
		y = chart.FigureIn(l, v, id, figure, words.number, st, r).Bottom() + max(small*0.5, r.H*0.15)
	}
	label, note := words.label, words.note
	if tight {
		label, note = words.labelUpright, words.noteUpright
	}
	st := typeset.Style{Size: small, Leading: 1.32, Align: align}
	if !tight {
		st.Size *= 1.12
	}
	y = chart.Prose(l, v, draw.Name(label), label, st, geom.R(r.X, y, r.W, 0), v.Theme.Text).Bottom() + small*0.16
	st.Size = small
	if y+v.Set.Block(v.Words(note), st, r.W).Height > lay.Foot.Y+lay.Foot.H*0.12 {
		return y // the source's line has its place
	}
	return chart.Prose(l, v, draw.Name(note), note, st, geom.R(r.X, y, r.W, 0), v.Theme.Text.Fade(anim.Span(v.Beat(s.money.beat), landed, 1, anim.Linear))).Bottom() + small*0.16
}

// noteSize is the size of what stands below a figure: larger on kiosks, read standing.
func noteSize(lay *stage.Layout, scale float64) float64 {
	if lay.Form == stage.Kiosk {
		return max(lay.Type.Small, min(lay.Type.Text, scale*30))
	}
	return lay.Type.Small
}

// low reports whether a wide window is so low that type is large beside the drawing.
func low(v *stage.View, scale float64) bool {
	lay := v.Layout()
	return !lay.Form.Upright() && lay.Type.Small > scale*18
}

// scale says once, beside the mark, what a coin is worth.
func scale(l *draw.List, v *stage.View, p *storyboard.Place, below, show float64) (bottom float64) {
	lay := v.Layout()
	r, small := p.Slot("scale"), noteSize(&lay, p.K)
	if lay.Form != stage.Kiosk { // which has room for it elsewhere
		r.X, r.Y = lay.Head.X, max(r.Y, below+small*0.4)
	}
	if show <= 0 {
		return r.Bottom()
	}
	rad, ink := small*0.62, inks(v, &loans)
	l.Push(geom.Identity(), show)
	defer l.Pop()
	chart.CoinMark(l, draw.Name("scale-coin"), geom.P(r.X+rad, r.Center().Y), rad, ink[0], ink[3])
	st := typeset.Style{Size: small, Leading: 1.25}
	b := v.Set.Block(v.Words("finance.scale"), st, r.W-rad*3)
	chart.Prose(l, v, draw.Name("scale"), "finance.scale", st, geom.R(r.X+rad*2.9, r.Center().Y-b.Height/2, r.W-rad*3, 0), v.Theme.Text)
	return r.Center().Y + max(b.Height, r.H)/2
}

// turn draws the switch between totals and what comes to a firm. The story turns it
// first; from then on it is the reader's.
func turn(l *draw.List, v *stage.View, p *storyboard.Place, below float64, d *cash.Dealing) {
	show := v.Span(beatFirms, 0, 0.06)
	if show <= 0 {
		return
	}
	r, lay := p.Slot("switch"), v.Layout()
	r.X = lay.Head.X
	if !lay.Form.Upright() {
		r.Y = max(r.Y, below+lay.Type.Small*0.6)
	}
	s := chart.Switch{ID: switchID, Label: "finance.switch", Detail: "finance.switch-detail", Names: [2]string{"finance.switch-total", "finance.switch-each"}}
	s.Set, s.Turned = v.Inputs.Get(switchID, 1), anim.Span(d.T, 0, 0.5, anim.SineInOut)
	l.Push(geom.Identity(), show)
	s.Draw(l, v, r)
	l.Pop()
}
