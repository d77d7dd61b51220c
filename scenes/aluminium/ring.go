package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// ringSlot is the extent of the ring.
const ringSlot = "ring"

// Heat shines by itself: it looks the same in every light.
var (
	white = draw.RGB(0xFFFBEA)
	pale  = draw.RGB(0xFFDD9A)
	amber = draw.RGB(0xF99A40)
	ember = draw.RGB(0xC9481A)
	dull  = draw.RGB(0x6A2412)
)

// drawHeat lies over the metal of the ring while it is forged, and drains from the foot
// up: the seam at the top is silver last.
func drawHeat(l *draw.List, v stage.View, at storyboard.Spot) {
	t := v.Beat(forge)
	if at.Path == nil || t >= coolTo || t <= closeFrom {
		return
	}
	// From dull to white in so much of the ring's height; the dull end leads. While the
	// arms close, the foot is already red.
	const deep, red = 0.95, 0.32
	cool := red*anim.Span(t, closeFrom, coolFrom, anim.Linear) + (1-red)*anim.Span(t, coolFrom, coolTo, anim.SineInOut)
	l.Push(geom.Identity(), 1-anim.Span(t, coolTo-0.1, coolTo, anim.Linear))
	r := at.Rect
	c, far := r.Center(), 0.54*max(r.W, r.H)
	warm := amber.Fade(0.3 * (1 - cool))
	l.Circle(draw.Name("heat-glow"), c, far, draw.RadialRamp(c, far, draw.Stop{At: 0, Color: warm.Fade(0.4)}, draw.Stop{At: 0.7, Color: warm}, draw.Stop{At: 1, Color: warm.Fade(0)}), draw.Decor())
	y := func(share float64) float64 { return r.Bottom() - r.H*((1+deep)*cool-0.8*deep+deep*share) }
	heat := draw.LinearRamp(geom.P(r.X, y(0)), geom.P(r.X, y(1)),
		draw.Stop{At: 0, Color: dull.Fade(0)}, draw.Stop{At: 0.16, Color: ember.Fade(0.55)},
		draw.Stop{At: 0.4, Color: amber.Fade(0.8)}, draw.Stop{At: 0.72, Color: pale.Fade(0.84)}, draw.Stop{At: 1, Color: white.Fade(0.88)})
	l.Fill(draw.Name("heat"), at.Path, heat, draw.Decor())
	l.Pop()
}

// sparks fly from each end of the two arms.
const sparks = 44

// drawTips is the light at the ends of the arms while they close, and what flies off.
func drawTips(l *draw.List, v stage.View, at storyboard.Spot) {
	t := v.Beat(forge)
	come := anim.Span(t, closeFrom, closeTo, anim.SineInOut)
	show := anim.Clamp(10*come) * (1 - anim.Span(t, closeTo, closeTo+0.12, anim.Linear))
	if show <= 0 {
		return
	}
	whole := at.Slot(ringSlot).Center()
	size := at.Rect.H
	shower := l.NewPath()
	for side, s := range [...]float64{-1, 1} {
		a := math.Pi * come
		sin, cos := math.Sin(a)/(at.Rect.W/2), math.Cos(a)/(at.Rect.H/2)
		far := 1 / math.Sqrt(sin*sin+cos*cos)
		tip := geom.P(whole.X+s*far*math.Sin(a), whole.Y+far*math.Cos(a))
		lit := size * 0.24
		l.Circle(draw.Nth("tip", side+1), tip, lit, draw.RadialRamp(tip, lit,
			draw.Stop{At: 0, Color: white.Fade(show)}, draw.Stop{At: 0.25, Color: pale.Fade(0.7 * show)}, draw.Stop{At: 0.55, Color: amber.Fade(0.3 * show)}, draw.Stop{At: 1, Color: amber.Fade(0)}), draw.Decor())
		for i := range sparks {
			n := i + side*sparks
			_, age := math.Modf(storyboard.Chance(n, 1) + 9*t)
			angle := 2 * math.Pi * storyboard.Chance(n, 0)
			reach := size * (0.04 + 0.34*storyboard.Chance(n, 2)) * (0.2 + age)
			from, to := geom.Polar(tip, reach*0.74, angle), geom.Polar(tip, reach, angle)
			fall := size * 0.16 * age * age
			shower.Move(from.X, from.Y+fall*0.6).Line(to.X, to.Y+fall)
		}
	}
	l.Stroke(draw.Name("sparks"), shower, geom.Pen{Width: size * 0.0034, Cap: geom.CapRound}, draw.Ink(pale.Fade(0.9*show)), draw.Decor())
}
