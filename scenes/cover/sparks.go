package cover

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// sparks fly on from the head along the tangent and spread; the layer turns with it.
// They are drawn where the head stands at the top.
func sparks(l *draw.List, v stage.View, at storyboard.Spot) {
	const life = 0.11 // in parts of the beat
	now := v.Beat(forging)
	if now <= poured || now >= 1 {
		return
	}
	r := at.Rect.W / 2
	c := at.Rect.Center()
	head := geom.P(c.X, c.Y-0.893*r)
	bright, dull := l.NewPath(), l.NewPath()
	for i := range int(v.Knob(&flying)) {
		_, age := math.Modf(now/life + noise(i, 1))
		if now/life < age {
			continue // not thrown yet
		}
		fly := (noise(i, 2) - 0.5) * 1.7 * v.Knob(&spread)
		fast := r * (0.15 + 0.75*noise(i, 3))
		from := geom.P(head.X, head.Y+r*0.18*(noise(i, 4)-0.5))
		path := bright
		if age > 0.4 {
			path = dull
		}
		tip, end := thrown(from, fly, fast, age), thrown(from, fly, fast, max(age-0.13*(1-age), 0))
		path.Move(end.X, end.Y).Line(tip.X, tip.Y)
	}
	pen := geom.Pen{Width: r * 0.0055, Cap: geom.CapRound}
	l.Stroke(draw.Name("sparks"), dull, pen, draw.Ink(v.Theme.Molten.Fade(0.85)), draw.Decor())
	l.Stroke(draw.Name("sparks-bright"), bright, pen, draw.Ink(v.Theme.MoltenLight), draw.Decor())
}

func thrown(from geom.Pt, fly, fast, age float64) geom.Pt {
	return geom.P(from.X+math.Cos(fly)*fast*age, from.Y+math.Sin(fly)*fast*age+fast*0.35*age*age)
}

// noise is a number between 0 and 1 that looks as though it were by chance.
func noise(i, k int) float64 {
	_, f := math.Modf(math.Abs(math.Sin(float64(i)*12.9898+float64(k)*78.233)) * 43758.5453)
	return f
}
