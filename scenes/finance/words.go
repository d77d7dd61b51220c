package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// statement is what is said of a money: its total, and in its place what comes to a
// firm.
type statement struct {
	money       *money
	total, each said
	from, to    float64 // of its beat
	color       func(t *stage.Theme) draw.Color
}

// said is where a figure stands, and what is said below it: the copy's keys.
type said struct{ slot, label, note string }

func sayAt(slot string) said {
	return said{slot, "finance." + slot + "-label", "finance." + slot + "-note"}
}

func say(m *money, slot string, from, to float64, color func(t *stage.Theme) draw.Color) statement {
	return statement{m, sayAt(slot), sayAt(slot + "-each"), from, to, color}
}

var statements = [...]statement{
	say(&loans, "loan", 0.1, 0.96, func(t *stage.Theme) draw.Color { return t.GoldDark }),
	say(&year, "knowledge", 0.1, 0.96, func(t *stage.Theme) draw.Color { return t.Deep }),
	say(&fund, "fund", 0.06, 0.4, func(t *stage.Theme) draw.Color { return t.LeafDark }),
	say(&grants, "grant", 0.3, 0.8, func(t *stage.Theme) draw.Color { return t.Accent }),
}

// over draws what stands over the picture: statements, the scale, and the switch.
func over(l *draw.List, v stage.View, p storyboard.Place) {
	d := dealing(&v)
	before, after := 1-anim.Span(d.all, 0.02, 0.2, anim.SineInOut), anim.Span(d.all, 0.72, 0.94, anim.SineInOut)
	for i := range statements {
		s := &statements[i]
		come := v.Span(s.money.beat, s.from, s.from+0.16)
		s.draw(l, &v, &p, &s.total, s.money.total, come*before, v.Span(s.money.beat, s.from, s.to))
		s.draw(l, &v, &p, &s.each, s.money.average, come*after, 1)
	}
	scale(l, &v, &p, v.Span(beatLoans, 0.2, 0.4))
	turn(l, &v, &p, &d)
}

// draw sets a figure, what it is, and a note.
func (s *statement) draw(l *draw.List, v *stage.View, p *storyboard.Place, words *said, figure string, show, running float64) {
	if show <= 0 {
		return
	}
	r, small, id := p.Slot(words.slot), v.Layout().Type.Small, draw.Name(words.slot)
	align := typeset.Start
	at := geom.P(r.X, r.Bottom())
	if s.money == &grants && !v.Layout().Form.Upright() {
		align, at.X = typeset.End, r.Right()
	}
	l.Push(geom.Identity(), show)
	defer l.Pop()
	if figure == "" {
		pen := geom.Pen{Width: max(1.2, p.K*1.4), Dash: 5 * max(p.K, 0.7), Gap: 4 * max(p.K, 0.7)}
		l.Stroke(id.Sub("empty"), l.NewPath().RoundRect(r, r.H*0.14), pen, draw.Ink(s.color(v.Theme)), draw.Decor())
	} else {
		st := chart.NumberStyle{Size: max(r.H*1.02, small*1.3), Color: s.color(v.Theme), Align: align, Counting: running < 1, Running: running}
		st.Unit = max(small*1.1, min(st.Size*0.3, small*1.7))
		if w := chart.NumberWidth(v, figure, st); w > r.W && r.W > 0 {
			st.Size = max(st.Size*r.W/w, small*1.3)
			st.Unit = max(small, min(st.Unit, st.Size*0.6))
		}
		chart.Figure(l, v, id, figure, st, at)
	}
	y := r.Bottom() + small*0.5
	for i, key := range [...]string{words.label, words.note} {
		st := typeset.Style{Size: small * 1.12, Leading: 1.32, Align: align}
		c := v.Theme.Text
		if i > 0 {
			st.Size, c = small, v.Theme.Mute
		}
		if v.Layout().Form.Upright() {
			st.Size = small
		}
		y = chart.Prose(l, v, draw.Name(key), key, st, geom.R(r.X, y, r.W, 0), c).Bottom() + small*0.16
	}
}

// scale says once, beside the mark, what a coin is worth.
func scale(l *draw.List, v *stage.View, p *storyboard.Place, show float64) {
	if show <= 0 {
		return
	}
	r, th, small := p.Slot("scale"), v.Theme, v.Layout().Type.Small
	rad := small * 0.62
	c := geom.P(r.X+rad, r.Center().Y)
	ink := inks(v, &loans)
	id := draw.Name("scale")
	l.Push(geom.Identity(), show)
	defer l.Pop()
	l.Fill(id.Sub("coin"), l.NewPath().Circle(c, rad), draw.LinearRamp(c.Sub(geom.P(rad, rad)), c.Add(geom.P(rad, rad)),
		draw.Stop{At: 0, Color: draw.Mix(ink[0], draw.RGB(0xFFFFFF), 0.4)}, draw.Stop{At: 1, Color: ink[3]}), draw.Decor())
	l.Stroke(id.Sub("rim"), l.NewPath().Circle(c, rad*0.7), geom.Pen{Width: rad * 0.12}, draw.Ink(draw.Mix(ink[3], draw.RGB(0x3A2606), 0.5)), draw.Decor())
	l.Fill(id.Sub("hole"), l.NewPath().Rect(geom.RectAround(c, rad*0.46, rad*0.46)), draw.Ink(draw.Mix(ink[3], draw.RGB(0x3A2606), 0.7)), draw.Decor())
	st := typeset.Style{Size: small, Leading: 1.25}
	b := v.Set.Block(v.Words("finance.scale"), st, r.W-rad*3)
	chart.Prose(l, v, id, "finance.scale", st, geom.R(r.X+rad*2.9, r.Center().Y-b.Height/2, r.W-rad*3, 0), th.Text)
}
