package month

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Days is a band round an ellipse that is a month, or another span of so many days: each
// has a cell of it, clockwise from the top.
type Days struct {
	N            int
	Inner, Outer geom.Rect // the extents of the band's edges
}

// On is the point of the band at a day and so far from its inner edge to its outer one,
// 0 to 1.
func (b *Days) On(day, out float64) geom.Pt { return b.point(b.ellipse(out), day) }

// ellipse is one a part of the way from edge to edge.
func (b *Days) ellipse(t float64) geom.Rect {
	return geom.RectAround(b.Inner.Center(), anim.Lerp(b.Inner.W, b.Outer.W, t), anim.Lerp(b.Inner.H, b.Outer.H, t))
}

func (b *Days) point(r geom.Rect, day float64) geom.Pt {
	sin, cos := math.Sincos(2 * math.Pi * day / float64(b.N))
	c := r.Center()
	return geom.P(c.X+r.W/2*sin, c.Y-r.H/2*cos)
}

// perDay is in how many straight pieces the band turns in a day.
const perDay = 4

// Span fills the band from one day to another, in a colour that turns into another from
// its right to its foot, with a sheen in lines of a unit.
func (b *Days) Span(l *draw.List, id draw.ID, from, to, unit float64, light, dark draw.Color) {
	if to <= from {
		return
	}
	lo, hi := b.ellipse(0.08), b.ellipse(0.92)
	shining := geom.RectAround(lo.Center(), anim.Lerp(lo.W, hi.W, 0.82), anim.Lerp(lo.H, hi.H, 0.82))
	steps := 1 + int((to-from)*perDay)
	p, sheen := l.NewPath(), l.NewPath()
	for i := range steps + 1 {
		day := anim.Lerp(from, to, float64(i)/float64(steps))
		q, s := b.point(hi, day), b.point(shining, day)
		if i == 0 {
			p.Move(q.X, q.Y)
			sheen.Move(s.X, s.Y)
			continue
		}
		p.Line(q.X, q.Y)
		sheen.Line(s.X, s.Y)
	}
	for i := range steps + 1 {
		q := b.point(lo, anim.Lerp(to, from, float64(i)/float64(steps)))
		p.Line(q.X, q.Y)
	}
	paint := draw.LinearRamp(geom.P(b.Outer.Right(), b.Outer.Y), geom.P(b.Outer.X, b.Outer.Bottom()), draw.Stop{At: 0, Color: light}, draw.Stop{At: 1, Color: dark})
	l.Fill(id, p.Close(), paint, draw.Decor())
	l.Stroke(id.Sub("sheen"), sheen, geom.Pen{Width: 1.8 * unit}, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.34)), draw.Decor())
}

// Lines parts the days that have gone by.
func (b *Days) Lines(l *draw.List, id draw.ID, now, unit float64, c draw.Color) {
	lines := l.NewPath()
	for d := 1.0; d < now; d++ {
		p, q := b.point(b.Inner, d), b.point(b.Outer, d)
		lines.Move(p.X, p.Y).Line(q.X, q.Y)
	}
	l.Stroke(id, lines, geom.Pen{Width: 1.4 * unit}, draw.Ink(c), draw.Decor())
}

// furled is how much of a flag's cloth is seen before it unfurls.
const furled = 0.16

// Flag sets one at a day: two patterns, of which the cloth has unfurled so far.
func (b *Days) Flag(l *draw.List, v *stage.View, id draw.ID, day float64, pole, cloth string, unfurled float64) {
	l.PushAt(b.On(day, 0.5), 1, 1)
	storyboard.Pattern(l, v, id.Sub("pole"), pole)
	l.Push(geom.Affine{A: anim.Lerp(furled, 1, unfurled), D: 1}, 1)
	storyboard.Pattern(l, v, id.Sub("cloth"), cloth)
	l.Pop()
	l.Pop()
}

// Bead is a brass bead that lies on the band at a day, so large.
func (b *Days) Bead(l *draw.List, id draw.ID, day, r float64) {
	c := b.On(day, 0.5)
	l.Fill(id.Sub("shade"), l.NewPath().Ellipse(geom.P(c.X+0.45*r, c.Y+0.2*r), 1.2*r, 0.5*r), draw.Ink(draw.RGB(0x3A2416).Fade(0.4)), draw.Decor())
	c.Y -= 0.7 * r
	l.Circle(id, c, r, draw.RadialRamp(geom.P(c.X-0.4*r, c.Y-0.5*r), 1.7*r,
		draw.Stop{At: 0, Color: draw.RGB(0xFFF6D2)}, draw.Stop{At: 0.35, Color: draw.RGB(0xE9C46A)}, draw.Stop{At: 1, Color: draw.RGB(0x8A6417)}), draw.Decor())
	l.Stroke(id.Sub("rim"), l.NewPath().Circle(c, r), geom.Pen{Width: 0.09 * r}, draw.Ink(draw.RGB(0x6E4A12)), draw.Decor())
}
