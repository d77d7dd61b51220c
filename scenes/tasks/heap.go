package tasks

import (
	"cmp"
	"math"
	"slices"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	// coinWorth is what a coin stands for, in yuan, as the yard's words say.
	coinWorth = 1_000_000
	mostCoins = 2000

	// pale is the share of the heap, at its rim, that thins out: what is beyond the
	// stated floor has no number and so no edge.
	pale = 0.09

	// Coins fall by so many pixels' steps, and are as tall as one of so many: those that
	// fall are then no new shapes in each frame.
	places = 0.25
	tilts  = 6

	// fallen is the part of the beat by which the last coin lies.
	fallen          = 0.8
	stream, spreads = 0.14, 0.74 // of the heap's width and of a coin's way: between the rooms' names
)

// golden is the angle between one seed of a sunflower and the next, which fills a
// disc evenly whatever their number.
const golden = 2.399963

// coin is where one of endlessly many lies: x to the right, y towards the eye, out
// from the middle, each to be divided by the root of how many there are.
type coin struct {
	i         int
	x, y, out float64
}

// pile is as many coins as there may be, those behind first: their order is the same
// whatever part of them, from the middle out, makes the heap.
func pile() []coin {
	all := make([]coin, mostCoins)
	for i := range all {
		q := math.Sqrt(float64(i) + 0.5)
		sin, cos := math.Sincos(float64(i) * golden)
		all[i] = coin{i, cos * q, sin * q, q}
	}
	slices.SortStableFunc(all, func(a, b coin) int { return cmp.Compare(a.y, b.y) })
	return all
}

// coins is how many the figure is worth.
func coins(v *stage.View) int { return v.Count(fundsID, mostCoins*coinWorth) / coinWorth }

// heap is the coins that a yard may hold.
type heap []coin

// draw draws the money: a dome as wide as its slot, one mark a coin. The coins of
// the rim fall first, so that the dome grows upon them.
func (h heap) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	move := v.Beat(beatMoney)
	if move <= 0 {
		return
	}
	n := coins(&v)
	r := at.Rect
	rx := r.W / 2
	ry := rx * 0.39
	if v.Layout().Form.Upright() {
		ry = rx * 0.6
	}
	rise := r.H - ry
	middle := geom.P(r.X+rx, r.Y+rise)
	th := v.Theme
	dark, bright := draw.Mix(th.GoldDark, th.Gold, 0.9), draw.Mix(th.GoldLight, th.Panel, 0.3)
	shade := th.GoldDark
	if th.Dark() { // lamps light it, so it keeps its gold
		dark, bright, shade = draw.Mix(th.Ground, th.Gold, 0.62), draw.Mix(th.Gold, th.GoldLight, 0.35), draw.Mix(th.Ground, th.Gold, 0.25)
	}
	step := places / at.Scale
	size := rx * 1.215 / math.Sqrt(float64(max(n, 1)))
	l.Open(draw.Name("coins"), draw.Sem{})
	whole := 1 / math.Sqrt(float64(max(n, 1)))
	for _, c := range h {
		if c.i >= n {
			continue
		}
		c.x, c.y, c.out = c.x*whole, c.y*whole, c.out*whole
		come := anim.Span(move, 0.04+(1-c.out)*(fallen-0.34), 0.34+(1-c.out)*(fallen-0.34), anim.CubicOut)
		if come <= 0 {
			continue
		}
		grain := anim.Wave(float64(c.i)*0.618) * v.Knob(&coinGrain)
		lit := anim.Clamp(0.5 - 0.62*c.x*c.out - 0.18*c.y + grain)
		alpha := math.Min(1, come*3)
		if beyond := c.out*c.out - (1 - pale); beyond > 0 {
			alpha *= 1 - 0.72*beyond/pale
		}
		p := geom.P(middle.X+c.x*rx, middle.Y+c.y*ry-rise*(1-math.Pow(c.out, 1.7)))
		p = geom.P(middle.X+c.x*rx*anim.Lerp(stream, 1, anim.Span(come, spreads, 1, anim.SineInOut)), p.Y-(1-come)*rx*v.Knob(&dropFrom))
		if come < 1 {
			p = geom.P(middle.X+math.Trunc((p.X-middle.X)/step)*step, math.Round(p.Y/step)*step)
		}
		tall := size * (0.45 + 0.39*math.Round(tilts*math.Max(0, c.y)*c.out)/tilts)
		edge := size * 0.32 * v.Knob(&coinThick)
		face := draw.Mix(dark, bright, lit)
		rim := draw.Mix(shade, face, 0.25)
		l.Push(geom.Translate(p.X, p.Y), alpha)
		paint := draw.LinearRamp(geom.P(0, -tall), geom.P(0, tall+edge), draw.Stop{At: 0, Color: face}, draw.Stop{At: 0.72, Color: face}, draw.Stop{At: 0.8, Color: rim}, draw.Stop{At: 1, Color: rim})
		l.Fill(draw.Nth("coin", c.i+1), l.NewPath().Ellipse(geom.P(0, edge/2), size, tall+edge/2), paint, draw.Decor())
		l.Pop()
	}
	l.Close()
}
