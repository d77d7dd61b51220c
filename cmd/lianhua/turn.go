package main

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/geom"
)

// turn is by how many quarters the picture is turned clockwise on its screen, by the
// player: no system need know of it, and touches are turned with it.
type turn int

func turnOf(degrees int) turn { return turn(degrees / 90 % 4) }

// across reports whether what is wide on the screen is tall in the picture.
func (t turn) across() bool { return t%2 == 1 }

// of is a screen's width and height as the picture has them, and the other way round.
func (t turn) of(width, height float64) (w, h float64) {
	if t.across() {
		return height, width
	}
	return width, height
}

// place lays a picture on a screen of so many pixels.
func (t turn) place(width, height float64) ebiten.GeoM {
	var m ebiten.GeoM
	set := func(a, b, c, d, x, y float64) {
		m.SetElement(0, 0, a)
		m.SetElement(0, 1, b)
		m.SetElement(1, 0, c)
		m.SetElement(1, 1, d)
		m.Translate(x, y)
	}
	switch t {
	case 1:
		set(0, -1, 1, 0, width, 0)
	case 2:
		set(-1, 0, 0, -1, width, height)
	case 3:
		set(0, 1, -1, 0, 0, height)
	}
	return m
}

// at is a point of a screen of so many pixels in the picture's.
func (t turn) at(p geom.Pt, width, height float64) geom.Pt {
	switch t {
	case 1:
		return geom.P(p.Y, width-p.X)
	case 2:
		return geom.P(width-p.X, height-p.Y)
	case 3:
		return geom.P(height-p.Y, p.X)
	}
	return p
}

// unfitted is where on a screen of so many pixels a point stands that Ebitengine tells in
// the picture's: it believes a picture that lies across to be fitted into the screen.
func (t turn) unfitted(p geom.Pt, width, height float64) geom.Pt {
	if !t.across() {
		return p
	}
	k := math.Min(width/height, height/width)
	return p.Mul(k).Add(geom.P(width-height*k, height-width*k).Mul(0.5))
}
