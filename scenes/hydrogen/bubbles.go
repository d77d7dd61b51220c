package hydrogen

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Strings of bubbles at each plate, and the bubbles of one: two volumes of hydrogen
// come with one of oxygen.
const (
	hydrogenStrings = 10
	oxygenStrings   = 5
	inString        = 14
	pressedStrings  = 3 // more at each plate for each of oxygen's, while the reader presses
)

// globule is a bubble or a pearl.
type globule struct {
	at      geom.Pt
	r, fade float64
}

// glint is a disc of light in a globule: its middle and radius, in radii.
type glint struct {
	x, y, r float64
	c       draw.Color
}

// Gas shines by itself: it looks the same in every light.
var (
	bubbleGlints = [...]glint{
		{0, 0, 1, draw.RGB(0xF4FEFC).Fade(0.82)},
		{0.05, 0.06, 0.8, draw.RGB(0x8FD0D4).Fade(0.72)},
		{-0.3, -0.32, 0.3, draw.RGB(0xFFFFFF).Fade(0.95)},
	}
	pearlGlints = [...]glint{
		{0, 0, 1.9, draw.RGB(0x7FE0C4).Fade(0.24)},
		{0, 0, 1, draw.RGB(0x2A9374)},
		{-0.05, -0.06, 0.88, draw.RGB(0x5CBF9F)},
		{-0.12, -0.14, 0.68, draw.RGB(0x8FDCC2)},
		{-0.22, -0.24, 0.42, draw.RGB(0xDDFBF2)},
		{-0.3, -0.32, 0.2, draw.RGB(0xFFFFFF)},
	}
)

// globules draws n of them, a set of discs for each glint.
func globules(l *draw.List, id draw.ID, glints []glint, n int, at func(i int) globule) {
	for k, g := range glints {
		l.Dots(id.SubN("glint", k+1), n, func(i int) draw.Dot {
			q := at(i)
			return draw.Dot{At: geom.P(q.at.X+g.x*q.r, q.at.Y+g.y*q.r), R: q.r * g.r, Color: g.c.Fade(q.fade)}
		}, draw.Decor())
	}
}

// chance is a number from 0 to 1 for the k-th property of the i-th of some things.
func chance(i, k int) float64 {
	n := draw.Noise()
	return float64(n[(i*4+k)&(len(n)-1)]) / 255
}

// bubbles rise in the water over a plate, in strings that sway, and grow on the way.
// A few hang on the plate before the current flows.
func bubbles(l *draw.List, id draw.ID, water geom.Rect, strings int, turns, show float64) {
	globules(l, id, bubbleGlints[:], strings*inString, func(i int) globule {
		return bubble(i, strings, turns, water).faded(show)
	})
}

func (g globule) faded(by float64) globule {
	g.fade *= by
	return g
}

// bubble is the i-th over a plate with so many strings, after some turns.
func bubble(i, strings int, turns float64, water geom.Rect) globule {
	s := i % strings
	h := float64(i/strings)/inString + chance(s, 0) + 0.04*chance(i, 1) + turns*(0.85+0.3*chance(s, 2))
	h -= math.Floor(h)
	sway := 0.022 * h * math.Sin(2*math.Pi*(1.5*h+chance(s, 3)))
	x := 0.06 + 0.88*(float64(s)+0.5)/float64(strings) + sway
	r := (0.012 + 0.025*math.Pow(h, 1.2)) * (0.75 + 0.45*chance(i, 3)) * water.W
	y := water.Bottom() - r - h*(water.H-2*r)
	return globule{geom.P(water.X+x*water.W, y), r, anim.Clamp(h*9) * anim.Clamp((1-h)*14)}
}
