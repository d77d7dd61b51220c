package industries

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

// over draws the words of the two sides on their way, and the aim of the flagships.
func over(l *draw.List, v stage.View, p storyboard.Place) {
	sides(l, &v, &p)
	scale(l, &v, &p)
}

// scale is what the two flagships aim at: a figure, and the word that makes it a class.
func scale(l *draw.List, v *stage.View, p *storyboard.Place) {
	show := anim.Span(v.Beat(lights), 0.78, 0.96, anim.CubicOut)
	if show <= 0 {
		return
	}
	r, id := p.Slot("scale"), draw.Name("scale")
	st := chart.NumberStyle{Size: r.H * 1.2, Unit: max(r.H*0.36, v.Layout().Type.Small), Text: "industries.class-label"}
	l.Push(geom.Translate(0, (1-show)*r.H*0.2), show)
	box := chart.Figure(l, v, id, scaleID, st, geom.P(r.X, r.Bottom()))
	gap := st.Unit * 0.06
	if !v.Chinese() {
		gap = st.Unit * 0.34
	}
	chart.Label(l, v, id.Sub("class"), "industries.class", typeset.Style{Face: typeset.SansBold, Size: st.Unit}, geom.P(box.Right()+gap, r.Bottom()), v.Theme.Ink)
	l.Pop()
}

// How the words of the sides ride under the last petal of each side while it falls.
const (
	large  = 0.11 // of the flower's radius
	behind = 0.46 // radians by which they hang below their petal
	lowest = 2.35 // and as far from the top as they go
	reach  = 0.82 // of the flower's radius

	// In this part of the beat they go over to the disc, before the petals cover them.
	restFrom, restTo = 0.37, 0.46
)

// sides are the words under what makes and what serves, until they stand on the disc.
func sides(l *draw.List, v *stage.View, p *storyboard.Place) {
	t := v.Beat(open)
	show := anim.Span(t, 0.12, 0.24, anim.CubicOut) * (1 - anim.Span(t, restFrom, restTo, anim.CubicInOut))
	if show <= 0 {
		return
	}
	foot := p.Slot("foot")
	c, r := foot.Center(), foot.W/2
	st := typeset.Style{Face: typeset.Serif, Size: max(r*large, v.Layout().Type.Small), Align: typeset.Center}
	fallen := min(petals[half+half-1].turns*opened(t, half-1)+behind, lowest)
	l.Push(geom.Identity(), show)
	for _, side := range [...]struct {
		name, key string
		angle     float64
	}{{"riding-make", "industries.name.make", -fallen}, {"riding-serve", "industries.name.serve", fallen}} {
		at := geom.Polar(c, r*reach, side.angle-math.Pi/2)
		// Beside an upright petal a word stands off by half of what it is long, below a
		// level one by nothing.
		at.X += math.Copysign(max(0, math.Cos(fallen))*v.Set.Line(v.Words(side.key), st).Width/2, side.angle)
		chart.Label(l, v, draw.Name(side.name), side.key, st, geom.P(at.X, at.Y+st.Size*0.36), v.Theme.Steel)
	}
	l.Pop()
}
