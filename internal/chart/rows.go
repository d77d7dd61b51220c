package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/geom"
)

// Rows is where N things stand in rows behind each other, seen from the front: they
// fill the columns one by one, back rows stand closer together, and every other row is
// set off.
type Rows struct {
	Rect   geom.Rect // of their feet, as wide as the front row
	N      int
	Deep   int     // how many rows there are
	Eye    float64 // where the reader stands
	Narrow float64 // how much of its width the last row keeps
}

// setOff is how far every other row stands aside, in parts of what one thing has.
const setOff = 0.22

// Cols is how many columns there are, the last perhaps not full.
func (r *Rows) Cols() int { return max((r.N+r.Deep-1)/r.Deep, 1) }

// Pitch is how far things of the front row stand apart.
func (r *Rows) Pitch() float64 { return r.Rect.W / float64(r.Cols()) }

// Near is how near a row is, from 0, the last, to 1.
func (r *Rows) Near(row int) float64 {
	if r.Deep < 2 {
		return 1
	}
	return float64(row) / float64(r.Deep-1)
}

// Foot is where the i-th stands.
func (r *Rows) Foot(i int) geom.Pt {
	c, row := i/r.Deep, i%r.Deep
	near := r.Near(row)
	x := r.Rect.X + (float64(c)+0.5+setOff*float64(row%2*2-1))*r.Pitch()
	return geom.P(r.Eye+(x-r.Eye)*anim.Lerp(r.Narrow, 1, near), r.Rect.Y+r.Rect.H*near)
}
