package inspection

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The wheel's rim, and the band on it that is the month: its outer edge and its inner.
const (
	wheelSlot = "wheel"
	earlySlot = "wheel-early" // in the middle of which it stands before the houses come
	bandSlot  = "band"
	bandInner = "band-inner"
)

// monthDays is how many cells the rim has: the longest month. The page names two days
// of it and no length.
const monthDays = 31

// The bead is at the flag by so much of its beat, which then unfurls.
const (
	listed  = 0.72
	arrived = 0.9
)

// bead is the day of the month that the bead has come to. It stays at the last that the
// page names: on which day the ranking comes is not said.
func bead(v *stage.View, list, done float64) float64 {
	d := list * anim.Span(v.Beat(beatList), 0.04, listed, anim.SineInOut)
	return d + (done-list)*walked(v)
}

// walked is how far the visits have come, evenly.
func walked(v *stage.View) float64 { return anim.Span(v.Beat(beatVisit), 0.02, arrived, anim.Linear) }

// onDay is the point of an ellipse at a day of the month, from its top clockwise.
func onDay(r geom.Rect, day float64) geom.Pt {
	sin, cos := math.Sincos(2 * math.Pi * day / monthDays)
	c := r.Center()
	return geom.P(c.X+r.W/2*sin, c.Y-r.H/2*cos)
}

// between is an ellipse a part of the way from one to another.
func between(a, b geom.Rect, t float64) geom.Rect {
	return geom.RectAround(a.Center(), anim.Lerp(a.W, b.W, t), anim.Lerp(a.H, b.H, t))
}

// unit is a pixel of the design on the wheel: what lies there grows with it.
func unit(wheel geom.Rect) float64 { return wheel.W / 780 }

func days(v *stage.View) (list, done float64) {
	a, _ := v.Story.Figure(listID)
	b, _ := v.Story.Figure(doneID)
	return a.Float64(), b.Float64()
}

// drawMonth fills the cells that have gone by: one colour up to each of the two days.
func drawMonth(l *draw.List, v stage.View, at storyboard.Spot) {
	list, done := days(&v)
	now := bead(&v, list, done)
	th, inner, outer := v.Theme, at.Slot(bandInner), at.Slot(bandSlot)
	deep := th.Deep
	if th.Dark() {
		deep = draw.Mix(th.Cyan, th.Ground, 0.3)
	}
	span(l, draw.Nth("span", 1), inner, outer, 0, min(now, list), draw.Mix(th.Cyan, deep, 0.5), deep)
	span(l, draw.Nth("span", 2), inner, outer, list, min(now, done), draw.Mix(th.Leaf, th.LeafLight, 0.45), draw.Mix(th.Leaf, th.LeafDark, 0.35))
	lines := l.NewPath()
	for d := 1.0; d < now; d++ {
		a, b := onDay(inner, d), onDay(outer, d)
		lines.Move(a.X, a.Y).Line(b.X, b.Y)
	}
	l.Stroke(draw.Name("gone"), lines, geom.Pen{Width: 1.4 * unit(at.Rect)}, draw.Ink(th.Panel.Fade(0.85)), draw.Decor())
}

func span(l *draw.List, id draw.ID, inner, outer geom.Rect, from, to float64, a, b draw.Color) {
	if to <= from {
		return
	}
	lo, hi := between(inner, outer, 0.08), between(inner, outer, 0.92)
	steps := 1 + int((to-from)*4)
	p, sheen := l.NewPath(), l.NewPath()
	for i := range steps + 1 {
		q := onDay(hi, anim.Lerp(from, to, float64(i)/float64(steps)))
		s := onDay(between(lo, hi, 0.82), anim.Lerp(from, to, float64(i)/float64(steps)))
		if i == 0 {
			p.Move(q.X, q.Y)
			sheen.Move(s.X, s.Y)
			continue
		}
		p.Line(q.X, q.Y)
		sheen.Line(s.X, s.Y)
	}
	for i := range steps + 1 {
		q := onDay(lo, anim.Lerp(to, from, float64(i)/float64(steps)))
		p.Line(q.X, q.Y)
	}
	paint := draw.LinearRamp(geom.P(outer.Right(), outer.Y), geom.P(outer.X, outer.Bottom()), draw.Stop{At: 0, Color: a}, draw.Stop{At: 1, Color: b})
	l.Fill(id, p.Close(), paint, draw.Decor())
	l.Stroke(id.Sub("sheen"), sheen, geom.Pen{Width: 1.8 * outer.W / 780}, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.34)), draw.Decor())
}

// short is how far before a flag the bead stops, in days: the flag stands clear.
const short = 0.42

// furled is how much of a flag's cloth is seen before it unfurls.
const furled = 0.16

// drawFlags sets a flag at each of the two days, and the bead on its way to them.
func drawFlags(l *draw.List, v stage.View, at storyboard.Spot) {
	list, done := days(&v)
	middle := between(at.Slot(bandInner), at.Slot(bandSlot), 0.5)
	for i, f := range [...]struct {
		day   float64
		cloth string
		out   float64
	}{
		{done, "done-flag", anim.Span(v.Beat(beatVisit), arrived-0.01, 1, anim.BackOut)},
		{list, "list-flag", anim.Span(v.Beat(beatList), listed-0.01, 0.9, anim.BackOut)},
	} {
		id := draw.Nth("flag", i+1)
		l.PushAt(onDay(middle, f.day), 1, 1)
		stamp(l, &v, id.Sub("pole"), "pole")
		l.Push(geom.Affine{A: anim.Lerp(furled, 1, f.out), D: 1}, 1)
		stamp(l, &v, id.Sub("cloth"), f.cloth)
		l.Pop()
		l.Pop()
	}
	c, r := onDay(middle, max(0, bead(&v, list, done)-short)), 9.5*unit(at.Rect)
	id := draw.Name("bead")
	l.Fill(id.Sub("shade"), l.NewPath().Ellipse(geom.P(c.X+0.45*r, c.Y+0.2*r), 1.2*r, 0.5*r), draw.Ink(draw.RGB(0x3A2416).Fade(0.4)), draw.Decor())
	c.Y -= 0.7 * r
	l.Circle(id, c, r, draw.RadialRamp(geom.P(c.X-0.4*r, c.Y-0.5*r), 1.7*r,
		draw.Stop{At: 0, Color: draw.RGB(0xFFF6D2)}, draw.Stop{At: 0.35, Color: draw.RGB(0xE9C46A)}, draw.Stop{At: 1, Color: draw.RGB(0x8A6417)}), draw.Decor())
	l.Stroke(id.Sub("rim"), l.NewPath().Circle(c, r), geom.Pen{Width: 0.09 * r}, draw.Ink(draw.RGB(0x6E4A12)), draw.Decor())
}
