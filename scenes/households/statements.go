package households

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// statement is the count of households, running as the roofs appear.
func statement(l *draw.List, v *stage.View, p *places) {
	come := v.Beat(beatRoofs)
	show := anim.Span(come, 0, 0.08, anim.CubicOut)
	if show <= 0 {
		return
	}
	l.Push(geom.Identity(), show)
	unit := p.lay.Type.Unit
	box := chart.Figure(l, v, draw.Name("rebuilt"), rebuiltID, chart.NumberStyle{
		Size: p.size, Unit: unit, Color: v.Theme.Accent, Counting: true, Running: shown(come), Text: "households.rebuilt",
	}, p.figure)
	st := typeset.Style{Face: typeset.Sans, Size: p.lay.Type.Label, Leading: 1.3, Balance: true}
	if p.lay.Form.Upright() {
		st.Size = p.lay.Type.Text
	}
	gap := unit * 0.8
	room := p.room - box.W - gap
	b := v.Set.Block(v.Words("households.rebuilt"), st, room)
	y := p.figure.Y - b.Height + st.Size*0.27
	chart.Prose(l, v, draw.Name("rebuilt").Sub("what"), "households.rebuilt", st, geom.R(box.Right()+gap, y, room, b.Height), v.Theme.Text)
	l.Pop()
}

// gauge is the coverage of sanitary toilets, a statement of its own.
func gauge(l *draw.List, v *stage.View, p *places) {
	move := v.Beat(beatGauge)
	show := anim.Span(move, 0.3, 0.45, anim.CubicOut)
	if show <= 0 {
		return
	}
	fig, _ := v.Story.Figure(coverageID)
	t, th := p.lay.Type, v.Theme
	l.Push(geom.Identity(), show)
	l.Open(draw.Name("coverage"), draw.Sem{})
	width := p.dialR * 0.2
	chart.Gauge{
		Center: p.dial, R: p.dialR, Width: width, Share: fig.Float64() / 100, Progress: anim.Span(move, 0.4, 0.97, anim.CubicInOut),
		Ink: th.Leaf, Off: draw.Mix(th.Faint, th.Ground, 0.25), Scale: typeset.Style{Face: typeset.Sans, Size: t.Small}, Tick: th.Mute,
	}.Draw(l, v, draw.Name("gauge"), draw.Sem{Role: draw.RolePicture, Label: fig.Text, Figure: fig.ID, Digits: draw.DigitsFigure})
	size := p.dialR * 0.36
	chart.Figure(l, v, draw.Name("share"), coverageID, chart.NumberStyle{
		Size: size, Unit: max(size*0.5, t.Small), Align: typeset.Center, Color: th.LeafDark,
		Counting: true, Running: anim.Span(move, 0.4, 0.97, anim.CubicInOut),
	}, p.dial.Sub(geom.P(0, p.dialR*0.1)))
	name := typeset.Style{Face: typeset.SansBold, Size: t.Label, Leading: 1.3}
	note := typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.45, Balance: true}
	box := p.words
	switch p.lay.Form {
	case stage.Laptop, stage.Wall:
		name.Align, note.Align = typeset.End, typeset.End
	default:
		if p.lay.Form == stage.Kiosk {
			note.Size = t.Text
		}
		// Beside the dial, at its middle height.
		h := v.Set.Block(v.Words("households.coverage"), name, box.W).Height + t.Small*0.3 + v.Set.Block(v.Words("households.apart"), note, box.W).Height
		box.Y = max(box.Y, box.Bottom()-max(h, p.dialR)/2-h/2-t.Small)
		box.Y = min(box.Y, p.words.Bottom()-h)
	}
	a := chart.Prose(l, v, draw.Name("coverage").Sub("name"), "households.coverage", name, box, th.Ink)
	box.Y += a.H + t.Small*0.3
	chart.Prose(l, v, draw.Name("coverage").Sub("note"), "households.apart", note, box, th.Text)
	l.Close()
	l.Pop()
}

// picked tells of the roof that was touched.
func picked(l *draw.List, v *stage.View, p *places, f *draw.Field) {
	show := v.AnyPicked(roofID)
	id := v.Picked.ID
	if id.Name != roofID {
		id = v.Left.ID
	}
	if show <= 0 || id.Name != roofID || id.N < 1 || id.N > f.Count {
		return
	}
	d, ok := f.At(id.N - 1)
	if !ok {
		return
	}
	at := p.zoom.At(d.At)
	if !p.window.Has(at) {
		return
	}
	r := max(d.R*p.zoom.Scale()*1.25, p.lay.Type.Small*0.55)
	ring := geom.Pen{Width: max(p.lay.Px(1.5), 1.2)}
	l.Push(geom.Identity(), show)
	l.Stroke(draw.Name("ring"), l.NewPath().Circle(at, r), ring, draw.Ink(v.Theme.Ink), draw.Decor())
	l.Pop()
	card := chart.Card{Title: "households.one", Text: "households.one-of", Width: p.lay.Type.Text * 15, Show: show}
	h := card.Height(v)
	in := p.lay.Inner()
	to := geom.P(at.X-card.Width/2, at.Y-r-h-p.lay.Type.Small*0.7)
	if to.Y < p.window.Y {
		to.Y = at.Y + r + p.lay.Type.Small*0.7
	}
	card.Draw(l, v, draw.Name("card"), to, geom.R(in.X, p.window.Y, in.W, p.window.H))
}
