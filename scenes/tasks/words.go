package tasks

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// near is how much larger the gate is seen while the old man speaks.
const near = 1.4

// drawnBack is how far the camera has left the gate.
func drawnBack(v *stage.View) float64 { return anim.Span(v.Beat(beatRooms), 0, back, anim.CubicInOut) }

// camera shows the gate, and then the whole court: the point of the window where
// it leaves the gate's foot stays, so that it never looks beyond the drawing.
func camera(v stage.View, p storyboard.Place) geom.Affine {
	t := 1 - drawnBack(&v)
	if t <= 0 {
		return geom.Identity()
	}
	gate := p.Slot("gate")
	k := anim.Lerp(1, v.Knob(&gateNear), t)
	from := geom.P(gate.Center().X, gate.Bottom())
	to := from
	if v.Layout().Form.Upright() {
		to.X = anim.Lerp(from.X, v.Area.Center().X, 0.3*t)
	} else {
		to.X = anim.Lerp(from.X, v.Area.X+v.Area.W*0.64, t)
		to.Y += p.K * 10 * t
	}
	return geom.Affine{A: k, D: k, E: to.X - from.X*k, F: to.Y - from.Y*k}
}

// spoken is how far the old man is heard: until the camera draws back.
func spoken(v *stage.View) float64 {
	return 1 - anim.Span(v.Beat(beatRooms), 0, back*0.6, anim.CubicInOut)
}

// rise pushes what comes in from a part of the first beat; false: it is not there.
func rise(l *draw.List, v *stage.View, from float64) bool {
	in := anim.Span(v.Beat(beatVoice), from, from+0.2, anim.CubicOut) * spoken(v)
	if in <= 0 {
		return false
	}
	l.Push(geom.Translate(0, (1-in)*v.Layout().Type.Small*0.5), in)
	return true
}

// told is where the old man's words stand: below the title, and flush with it.
type told struct {
	by   geom.Pt       // from where the drawing has them
	said geom.Rect     // what he says
	st   typeset.Style // and how that is set
	note geom.Rect     // whose words they are
	set  typeset.Style
}

func toldAt(v *stage.View, p *storyboard.Place, lay stage.Layout, title geom.Rect) told {
	small, number := lay.Type.Small, p.Slot("voice-number")
	t := told{by: geom.P(lay.Head.X-number.X, max(0, title.Bottom()+small*1.2-number.Y))}
	t.said, t.note = p.Slot("voice").Offset(t.by), p.Slot("voice-note").Offset(t.by)
	t.st = typeset.Style{Face: typeset.Serif, Size: t.said.H * 0.176, Leading: 1.62}
	if lay.Form.Upright() {
		t.st.Size, t.st.Leading = t.said.H*0.17, 1.5
	}
	t.st = v.Set.Fit(v.Words("tasks.title-voice"), t.st, t.said.W, small)
	t.set = typeset.Style{Size: small * 1.05, Leading: 1.4, Balance: true}
	end := t.said.Y + v.Set.Block(v.Words("tasks.title-voice"), t.st, t.said.W).Height + small*0.8
	if lay.Form.Upright() {
		t.note.Y = end // the roofs begin below
	}
	t.note.Y = max(t.note.Y, end)
	t.note.H = v.Set.Block(v.Words("tasks.voice-note"), t.set, t.note.W).Height
	return t
}

// voice is what the old man says, before the gate.
func voice(l *draw.List, v *stage.View, p *storyboard.Place, lay stage.Layout, title geom.Rect) {
	small, th, at := lay.Type.Small, v.Theme, toldAt(v, p, lay, title)
	number := p.Slot("voice-number").Offset(at.by)
	if rise(l, v, 0.1) {
		st := chart.NumberStyle{Size: number.H * 1.08, Unit: max(number.H*0.34, small), Color: th.Accent, Text: "tasks.age"}
		box := chart.Figure(l, v, draw.Name("age"), ageID, st, geom.P(number.X, number.Bottom()))
		name, where := p.Slot("voice-name").Offset(at.by), p.Slot("voice-where").Offset(at.by)
		x := max(name.X, box.Right()+small)
		chart.Label(l, v, draw.Name("man-name"), "tasks.man", typeset.Style{Face: typeset.SansBold, Size: max(name.H*0.74, small)}, geom.P(x, name.Bottom()-name.H*0.2), th.Ink)
		chart.Label(l, v, draw.Name("man-where"), "tasks.man-where", typeset.Style{Size: max(where.H*0.68, small)}, geom.P(x, where.Bottom()-where.H*0.2), th.Text)
		l.Pop()
	}
	if rise(l, v, 0.35) {
		chart.Prose(l, v, draw.Name("voice"), "tasks.title-voice", at.st, at.said, th.Ink)
		l.Pop()
	}
	if rise(l, v, 0.7) {
		chart.Prose(l, v, draw.Name("voice-note"), "tasks.voice-note", at.set, at.note, th.Mute)
		l.Pop()
	}
}

// mist is the ground of the page, on which the voice is read: whole as far as its
// words go.
func mist(l *draw.List, v *stage.View, p *storyboard.Place, title geom.Rect) {
	show := spoken(v)
	if show <= 0 {
		return
	}
	c := v.Theme.Ground.Fade(show)
	stop := func(at, alpha float64) draw.Stop { return draw.Stop{At: at, Color: c.Fade(alpha)} }
	r := v.Area
	if v.Layout().Form.Upright() {
		at := toldAt(v, p, v.Layout(), title)
		whole := at.note.Bottom() + v.Layout().Type.Small - r.Y
		r.H = whole + p.K*mistEdge
		l.Rect(draw.Name("mist"), r, 0, draw.LinearRamp(geom.P(0, r.Y), geom.P(0, r.Bottom()), stop(0, 0.96), stop(whole/r.H, 0.96), stop(1, 0)), draw.Decor())
		return
	}
	r.W = p.Slot("voice").Right() + p.K*320 - r.X
	l.Rect(draw.Name("mist"), r, 0, draw.LinearRamp(geom.P(r.X, 0), geom.P(r.Right(), 0), stop(0, 0.96), stop(0.46, 0.9), stop(0.72, 0.35), stop(1, 0)), draw.Decor())
}

// mistEdge is over what height the mist ends on upright forms, in the drawing's pixels.
const mistEdge = 70

// foot keeps the page's ground under the hint, however near the gate is seen.
func foot(v stage.View, p storyboard.Place) geom.Pt {
	return storyboard.ToFoot(v, p).Mul(1 / camera(v, p).D)
}

// deck is the sentence under the title, which comes when the camera has drawn back.
func deck(l *draw.List, v *stage.View, lay stage.Layout, title geom.Rect) {
	show := anim.Span(v.Beat(beatRooms), back+takes*0.8, back+takes*1.6, anim.CubicOut)
	if show <= 0 {
		return
	}
	key, y, width, ink := "tasks.deck", title.Bottom()+lay.Px(10), lay.Head.W*0.36, v.Theme.Text
	if lay.Form.Upright() {
		key, y, width, ink = "tasks.deck-short", title.Bottom()+lay.Type.Deck*0.35, lay.Head.W, v.Theme.Ink // before the bamboo
	}
	text := v.Story.Copy(key)
	b := v.Set.Block(text.Text(), typeset.Style{Size: lay.Type.Deck, Leading: 1.5, Balance: true}, width)
	l.Push(geom.Identity(), show)
	chart.Lines(l, draw.Name("deck"), b, geom.P(title.X, y), ink, draw.Sem{
		Role: draw.RoleText, Label: text.Text(), Frame: draw.FrameDeck, Digits: draw.DigitsFigure, Figures: text.Figures,
	})
	l.Pop()
}

// money is the sum, running while the coins fall once it is more than nothing; English
// has one, in more words than the yard of upright forms is wide: there, in two lines.
func money(l *draw.List, v *stage.View, p *storyboard.Place) {
	show := anim.Span(v.Beat(beatMoney), 0.31, 0.43, anim.CubicOut)
	if show <= 0 {
		return
	}
	r, upright := p.Slot("money"), v.Layout().Form.Upright()
	l.Push(geom.Identity(), show)
	defer l.Pop()
	if upright && !v.Chinese() {
		st := typeset.Style{Face: typeset.Serif, Size: max(r.H*0.42, v.Layout().Type.Small), Leading: 1.15, Align: typeset.Center, Balance: true}
		chart.Prose(l, v, draw.Name("money"), "tasks.money-number", st, r, v.Theme.Ink)
		return
	}
	st := chart.NumberStyle{Size: r.H * 1.06, Counting: v.Chinese(), Running: anim.Span(v.Beat(beatMoney), 0.1, fallen, anim.CubicInOut)}
	at := geom.P(r.X, r.Bottom())
	if upright {
		st.Align, at.X, st.Size = typeset.Center, r.Center().X, r.H*0.95
	}
	st.Unit = max(st.Size*0.36, v.Layout().Type.Small)
	chart.Figure(l, v, draw.Name("money"), fundsID, st, at)
}

// households is the figure of the rebuilt toilets. On phones what it counts stands
// below it, in the words of the way.
func households(l *draw.List, v *stage.View, p *storyboard.Place) {
	show := anim.Span(v.Beat(beatRooms), opens(0)+takes*0.7, opens(0)+takes, anim.CubicOut)
	if show <= 0 {
		return
	}
	l.Push(geom.Identity(), show)
	defer l.Pop()
	r, small := p.Slot("figure-"+rebuilt), v.Layout().Type.Small
	if v.Layout().Form.Upright() {
		st := typeset.Style{Face: typeset.Serif, Size: max(r.H*0.95, small), Align: typeset.Center}
		chart.Label(l, v, draw.Name("rebuilt"), "tasks."+rebuilt+"-number", st, geom.P(r.Center().X, r.Y+st.Size*0.86), v.Theme.Accent)
		return
	}
	st := chart.NumberStyle{Size: max(r.H*0.875, small), Unit: small, Align: typeset.Center, Color: v.Theme.Accent}
	chart.Figure(l, v, draw.Name("rebuilt"), rooms[0].figure, st, geom.P(r.Center().X, r.Y+st.Size*0.72))
}
