package innovation

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// unrolled is the part of the last beat from which the pennant unrolls.
const unrolled = 0.72

// streamer unrolls a long swallow-tailed pennant from the mast, and a wave runs through
// it once.
func streamer(l *draw.List, v stage.View, at storyboard.Spot) {
	out := anim.CubicOut(anim.Clamp((v.Beat(clusters) - unrolled) / (0.9 - unrolled)))
	if out <= 0 {
		return
	}
	r, th := at.Rect, v.Theme
	turn := 2 * math.Pi * (1 - anim.Span(v.Beat(clusters), unrolled, 1, anim.SineInOut))
	const n = 24
	high := v.Knob(&waving)
	wave := func(u float64) float64 { return 0.18 * high * r.H * math.Sin(6.4*u-0.4+turn) * math.Pow(u, 0.7) }
	upper := func(u float64) geom.Pt { return geom.P(r.X+u*r.W*out, r.Y+wave(u)+0.14*r.H*u) }
	lower := func(u float64) geom.Pt { return geom.P(r.X+u*r.W*out, r.Y+(0.92-0.4*u)*r.H+wave(u)+0.08*r.H*u) }
	cloth, rim := l.NewPath(), l.NewPath()
	for i := range n + 1 {
		p := upper(float64(i) / n)
		if i == 0 {
			cloth.Move(p.X, p.Y)
			rim.Move(p.X, p.Y)
			continue
		}
		cloth.Line(p.X, p.Y)
		rim.Line(p.X, p.Y)
	}
	const notch = 0.84
	a, b := upper(notch), lower(notch)
	cloth.Line(a.X, (a.Y+b.Y)/2)
	for i := n; i >= 0; i-- {
		p := lower(float64(i) / n)
		cloth.Line(p.X, p.Y)
	}
	dark, bright := draw.Mix(th.Clay, draw.RGB(0), 0.34), draw.Mix(th.Clay, th.Molten, 0.5)
	fold := draw.LinearRamp(geom.P(r.X, 0), geom.P(r.X+r.W*out, 0),
		draw.Stop{At: 0, Color: draw.Mix(dark, bright, 0.7)}, draw.Stop{At: 0.1, Color: bright}, draw.Stop{At: 0.55, Color: dark}, draw.Stop{At: 0.86, Color: draw.Mix(dark, bright, 0.8)}, draw.Stop{At: 1, Color: bright})
	l.Fill(draw.Name("pennant").Sub("cloth"), cloth.Close(), fold, draw.Decor())
	l.Stroke(draw.Name("pennant").Sub("rim"), rim, geom.Pen{Width: r.H * 0.02}, draw.Ink(th.MoltenLight.Fade(0.6)), draw.Decor())
}

// over is what the page counts, beside its stars, and the rank by the pennant.
func over(l *draw.List, v stage.View, p storyboard.Place) {
	for i := range groups {
		g := &groups[i]
		from := starsFrom(i)
		if show := anim.Span(v.Beat(clusters), from+0.04, from+0.16, anim.CubicOut); show > 0 {
			l.Push(geom.Identity(), show)
			g.told(l, &v, &p)
			l.Pop()
		}
	}
	if show := anim.Span(v.Beat(clusters), unrolled, unrolled+0.2, anim.CubicOut); show > 0 {
		l.Push(geom.Identity(), show)
		rank(l, &v, &p)
		l.Pop()
	}
}

// told sets a group's number and what it counts. On upright screens English, whose
// units are words, leaves the unit to the line below.
func (g *group) told(l *draw.List, v *stage.View, p *storyboard.Place) {
	r, small := p.Slot(g.numberSlot), v.Layout().Type.Small
	upright := v.Layout().Form.Upright()
	size := max(r.H*1.2, small)
	at := geom.P(r.Center().X, r.Y+r.H*0.94)
	key := g.label
	if upright {
		key = g.short
	}
	if upright && !v.Chinese() {
		chart.Label(l, v, draw.Name(g.numberSlot), g.numberOnly, typeset.Style{Face: typeset.Serif, Size: size, Align: typeset.Center}, at, v.Theme.Ink)
	} else {
		chart.Figure(l, v, draw.Name(g.numberSlot), g.figure, chart.NumberStyle{Size: size, Unit: max(size*0.42, small), Align: typeset.Center, Text: key}, at)
	}
	words(l, v, p, g.labelSlot, key)
}

// words sets small words in a slot, in the middle.
func words(l *draw.List, v *stage.View, p *storyboard.Place, slot, key string) {
	r, small := p.Slot(slot), v.Layout().Type.Small
	if v.Layout().Form == stage.Kiosk { // which is read standing: there, small is large
		small *= 0.92
	}
	st := typeset.Style{Size: small, Leading: 1.3, Align: typeset.Center, Balance: true}
	chart.Prose(l, v, draw.Name(slot), key, st, r, v.Theme.Ink)
}

// rank is the place that the page gives, without a number of teams, for it has none.
func rank(l *draw.List, v *stage.View, p *storyboard.Place) {
	r := p.Slot("rank")
	st := chart.NumberStyle{Size: r.H * 1.2, Unit: max(r.H*0.46, v.Layout().Type.Small), Align: typeset.Center, Text: "innovation.rank-label"}
	chart.Figure(l, v, draw.Name("rank"), rankID, st, geom.P(r.Center().X, r.Bottom()))
	words(l, v, p, "rank-label", "innovation.rank-label")
}
