package drops

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Drop is one of many: a bubble, a pearl, a bead of metal.
type Drop struct {
	At      geom.Pt
	R, Fade float64
}

// Glint is a disc of light in a drop, its middle and radius in the drop's radii. A
// drop is its glints, laid one over the other.
type Glint struct {
	X, Y, R float64
	Color   draw.Color
}

// Draw draws n drops, a set of discs for each glint.
func Draw(l *draw.List, id draw.ID, glints []Glint, n int, at func(i int) Drop) {
	for k, g := range glints {
		l.Dots(id.SubN("glint", k+1), n, func(i int) draw.Dot {
			q := at(i)
			return draw.Dot{At: geom.P(q.At.X+g.X*q.R, q.At.Y+g.Y*q.R), R: q.R * g.R, Color: g.Color.Fade(q.Fade)}
		}, draw.Decor())
	}
}

// Bubbles rise in a slot in strings that sway, and grow on the way.
type Bubbles struct {
	Name    string // of its marks
	Strings int    // beside each other, and how many bubbles are in each
	Each    int
	Glints  []Glint
	Turns   func(v stage.View) float64 // that they have made from foot to surface
	Show    func(v stage.View) float64 // how much of them is seen, 0 to 1
}

// Part is the bubbles in a slot of a drawing, over a layer.
func (b *Bubbles) Part(layer, slot string) storyboard.Part {
	return storyboard.Part{Layer: layer, Slot: slot, Draw: b.draw}
}

func (b *Bubbles) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	show := b.Show(v)
	if show <= 0 || b.Strings <= 0 {
		return
	}
	turns, water := b.Turns(v), at.Rect
	Draw(l, draw.ParseID(b.Name), b.Glints, b.Strings*b.Each, func(i int) Drop {
		d := b.rising(i, turns, water)
		d.Fade *= show
		return d
	})
}

// rising is the i-th bubble after some turns.
func (b *Bubbles) rising(i int, turns float64, water geom.Rect) Drop {
	s := i % b.Strings
	h := float64(i/b.Strings)/float64(b.Each) + storyboard.Chance(s, 0) + 0.04*storyboard.Chance(i, 1) + turns*(0.85+0.3*storyboard.Chance(s, 2))
	h -= math.Floor(h)
	sway := 0.022 * h * math.Sin(2*math.Pi*(1.5*h+storyboard.Chance(s, 3)))
	x := 0.06 + 0.88*(float64(s)+0.5)/float64(b.Strings) + sway
	r := (0.012 + 0.025*math.Pow(h, 1.2)) * (0.75 + 0.45*storyboard.Chance(i, 3)) * water.W
	y := water.Bottom() - r - h*(water.H-2*r)
	return Drop{geom.P(water.X+x*water.W, y), r, anim.Clamp(h*9) * anim.Clamp((1-h)*14)}
}
