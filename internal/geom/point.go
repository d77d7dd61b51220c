package geom

import "math"

// Pt is a point or a vector.
type Pt struct{ X, Y float64 }

// P is short for a point.
func P(x, y float64) Pt { return Pt{x, y} }

func (p Pt) Add(q Pt) Pt             { return Pt{p.X + q.X, p.Y + q.Y} }
func (p Pt) Sub(q Pt) Pt             { return Pt{p.X - q.X, p.Y - q.Y} }
func (p Pt) Mul(k float64) Pt        { return Pt{p.X * k, p.Y * k} }
func (p Pt) Dot(q Pt) float64        { return p.X*q.X + p.Y*q.Y }
func (p Pt) Cross(q Pt) float64      { return p.X*q.Y - p.Y*q.X }
func (p Pt) Len() float64            { return math.Sqrt(p.X*p.X + p.Y*p.Y) }
func (p Pt) Dist(q Pt) float64       { return p.Sub(q).Len() }
func (p Pt) Lerp(q Pt, t float64) Pt { return Pt{p.X + (q.X-p.X)*t, p.Y + (q.Y-p.Y)*t} }

// Unit returns p scaled to length 1, or the zero vector where p has no length.
func (p Pt) Unit() Pt {
	n := p.Len()
	if n == 0 {
		return Pt{}
	}
	return Pt{p.X / n, p.Y / n}
}

// Perp returns p turned by a quarter, clockwise on screen.
func (p Pt) Perp() Pt { return Pt{-p.Y, p.X} }

// Polar returns the point at the angle a and the distance r from c.
func Polar(c Pt, r, a float64) Pt {
	s, k := math.Sincos(a)
	return Pt{c.X + r*k, c.Y + r*s}
}
