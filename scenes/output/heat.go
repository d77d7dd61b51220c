package output

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	teeth    = 100 // of the ring: one for a per cent
	fullTurn = 2 * math.Pi
	top      = -math.Pi / 2
	tooth    = fullTurn / teeth
	between  = 0.085 // of a tooth, left free at each side
	bore     = 0.735 // of the ring's radius
	shift    = 0.055 // by which the far edge of the bore lies to the left
)

// Fire shines by itself: it looks the same in every light.
var (
	ember = draw.RGB(0x7A2A0C)
	hot   = [...]draw.Color{draw.RGB(0xC9481A), draw.RGB(0xF07F2E), draw.RGB(0xFFC36B), draw.RGB(0xFFF4CF), draw.RGB(0xF59A44), draw.RGB(0xC24A1C)}
	glow  = draw.RGB(0xF9A04A)
	white = draw.RGB(0xFFF6DC)
)

// drawHeat is the hot teeth, tooth after tooth from the top clockwise, and the wall of
// the bore that they light.
func drawHeat(l *draw.List, v stage.View, at storyboard.Spot) {
	n := float64(v.Count(shareID, teeth)) * anim.Span(v.Beat(ring), heatFrom, heatTo, anim.SineInOut) // teeth
	if n <= 0 {
		return
	}
	c, r := at.Rect.Center(), at.Rect.W/2
	to := top + n*tooth
	inner := geom.P(c.X-r*shift, c.Y+r*shift*0.3)
	wall := l.NewPath().Arc(c, r*bore, top, to, false).Arc(inner, r*(bore-shift), to, top, true).Close()
	l.Fill(draw.Name("wall"), wall, draw.LinearRamp(geom.P(c.X, c.Y-r*bore), geom.P(c.X+r*bore, c.Y+r*bore*0.5), draw.Stop{At: 0, Color: hot[0]}, draw.Stop{At: 0.5, Color: hot[2]}, draw.Stop{At: 1, Color: hot[0]}), draw.Decor())
	l.Fill(draw.Name("ember"), l.NewPath().Sector(c, r*0.998, r*(bore+0.002), top, to), draw.Ink(ember), draw.Decor())
	path := l.NewPath()
	for i := between; i < n; i++ { // the last one as far as the heat has come
		path.Sector(c, r, r*bore, top+i*tooth, top+min(i+1-2*between, n)*tooth)
	}
	l.Fill(draw.Name("teeth"), path, fireAt(c, r), draw.Decor())
	l.Stroke(draw.Name("heat-line"), l.NewPath().Arc(c, r*0.865, top+0.03, max(to-0.03, top+0.031), true), geom.Pen{Width: r * 0.024, Cap: geom.CapRound}, draw.Ink(white.Fade(0.55*anim.Clamp(n/2))), draw.Decor())
	l.Stroke(draw.Name("heat-rim"), l.NewPath().Arc(c, r, top, to, true), geom.Pen{Width: r * 0.01}, draw.Ink(hot[2].Fade(0.9)), draw.Decor())
	front(l, v, c, r, n)
}

// fireAt is heat across the ring, white in the middle.
func fireAt(c geom.Pt, r float64) draw.Paint {
	stop := func(i int, across float64) draw.Stop {
		return draw.Stop{At: bore + (1-bore)*across, Color: hot[i]}
	}
	return draw.RadialRamp(c, r, stop(0, 0), stop(1, 0.12), stop(2, 0.3), stop(3, 0.52), stop(4, 0.84), stop(5, 1))
}

// front is the light of the tooth that is catching now.
func front(l *draw.List, v stage.View, c geom.Pt, r, n float64) {
	come := anim.Span(v.Beat(ring), heatFrom, heatTo, anim.Linear)
	show := anim.Clamp(8*come) * anim.Clamp(8*(1-come))
	if show <= 0 {
		return
	}
	q, wide := geom.Polar(c, r*0.865, top+n*tooth), r*0.44*v.Knob(&frontWide)
	l.Circle(draw.Name("front"), q, wide, draw.RadialRamp(q, wide, draw.Stop{At: 0, Color: white.Fade(0.95 * show)}, draw.Stop{At: 0.16, Color: hot[2].Fade(0.7 * show)}, draw.Stop{At: 0.42, Color: glow.Fade(0.32 * show)}, draw.Stop{At: 1, Color: glow.Fade(0)}), draw.Decor())
}
