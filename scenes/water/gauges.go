package water

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	dialSlot = "dial"
	fullTurn = 2 * math.Pi
	// bristles stand in the whole round, one a hundredth.
	bristles = 100

	// filled is the part of the beat by which the jar is full; the broom follows.
	filled             = 0.42
	sweepFrom, sweepTo = 0.52, 0.92
)

// drawMatter fills the jar from its foot with what has been sorted.
func drawMatter(l *draw.List, v stage.View, at storyboard.Spot) {
	full := anim.Clamp(v.Value(wasteID)/bristles) * anim.Span(v.Beat(beatGauges), 0.08, filled, anim.SineInOut)
	if full <= 0 {
		return
	}
	r, k := at.Rect, at.Rect.W/46
	level := r.Bottom() - r.H*full
	body := geom.R(r.X+0.8*k, level, r.W-1.6*k, r.Bottom()-level)
	th := v.Theme
	leaf, lit, dark := th.Leaf, th.LeafLight, th.LeafDark
	if th.Dark() { // by night names of light and dark leaves change sides
		leaf, lit, dark = draw.Mix(th.Leaf, th.LeafLight, 0.4), th.LeafDark, th.LeafLight
	}
	deep, deepest := draw.Mix(leaf, dark, 0.6), draw.Mix(dark, th.Coal, 0.25)
	l.Rect(draw.Name("matter"), body, 0, draw.LinearRamp(geom.P(r.X, 0), geom.P(r.Right(), 0),
		draw.Stop{At: 0, Color: deep}, draw.Stop{At: 0.34, Color: leaf}, draw.Stop{At: 1, Color: deepest}), draw.Decor())
	inks := [...]draw.Color{draw.Mix(leaf, lit, 0.8), deepest, draw.Mix(leaf, th.Gold, 0.5), th.GoldLight, deep, th.Litter}
	l.Dots(draw.Name("grains"), int(v.Knob(&grainsIn)), func(i int) draw.Dot {
		p := geom.P(r.X+(3+40*storyboard.Chance(i, 0))*k, r.Bottom()-3*k-(r.H-5*k)*storyboard.Chance(i, 1))
		size := (0.8 + 1.2*storyboard.Chance(i, 2)) * k
		return draw.Dot{At: p, R: size, Color: inks[i%len(inks)].Fade(0.78 * anim.Clamp((p.Y-level)/(6*k)))}
	}, draw.Decor())
	c := geom.P(r.Center().X, level)
	l.Fill(draw.Name("surface"), l.NewPath().Ellipse(c, r.W/2-0.8*k, 3.6*k), draw.Ink(draw.Mix(leaf, lit, 0.5)), draw.Decor())
}

// drawBristles is the ring that the broom lays, clockwise from the top.
func drawBristles(l *draw.List, v stage.View, at storyboard.Spot) {
	r, c, laid := at.Rect.W/2, at.Rect.Center(), min(v.Value(cleanedID), bristles)*anim.Span(v.Beat(beatGauges), sweepFrom, sweepTo, anim.SineInOut)
	paths := [...]*geom.Path{l.NewPath(), l.NewPath(), l.NewPath()}
	for i := 0; i < bristles; i++ {
		a, k := fullTurn*(float64(i)+0.5)/bristles-math.Pi/2, 2
		if float64(i)+0.5 < laid {
			k = i % 2
		}
		from, to := geom.Polar(c, 0.74*r, a), geom.Polar(c, 1.02*r, a)
		paths[k].Move(from.X, from.Y).Line(to.X, to.Y)
	}
	inks := [...]draw.Color{v.Theme.Gold, draw.Mix(v.Theme.Gold, v.Theme.GoldLight, 0.35), draw.Mix(v.Theme.Panel, v.Theme.Faint, 0.7)}
	for k, name := range [...]string{"odd", "even", "waiting"} {
		l.Stroke(draw.Name("bristles").Sub(name), paths[k], geom.Pen{Width: 0.042 * r * v.Knob(&bristleWide)}, draw.Ink(inks[k]), draw.Decor())
	}
}
