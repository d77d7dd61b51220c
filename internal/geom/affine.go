package geom

import "math"

// Affine maps (x, y) to (A·x + C·y + E, B·x + D·y + F): the order of SVG's matrix().
type Affine struct{ A, B, C, D, E, F float64 }

// Identity leaves points as they are.
func Identity() Affine { return Affine{A: 1, D: 1} }

func Translate(x, y float64) Affine { return Affine{A: 1, D: 1, E: x, F: y} }
func ScaleBy(x, y float64) Affine   { return Affine{A: x, D: y} }

// Rotate turns by a radians about c.
func Rotate(a float64, c Pt) Affine {
	s, k := math.Sincos(a)
	return Affine{k, s, -s, k, c.X - k*c.X + s*c.Y, c.Y - s*c.X - k*c.Y}
}

// ScaleAbout scales by k, leaving c in place.
func ScaleAbout(k float64, c Pt) Affine {
	return Affine{A: k, D: k, E: c.X - k*c.X, F: c.Y - k*c.Y}
}

// Then returns the transform that applies m first and n after it.
func (m Affine) Then(n Affine) Affine {
	return Affine{
		n.A*m.A + n.C*m.B, n.B*m.A + n.D*m.B,
		n.A*m.C + n.C*m.D, n.B*m.C + n.D*m.D,
		n.A*m.E + n.C*m.F + n.E, n.B*m.E + n.D*m.F + n.F,
	}
}

// At maps a point.
func (m Affine) At(p Pt) Pt { return Pt{m.A*p.X + m.C*p.Y + m.E, m.B*p.X + m.D*p.Y + m.F} }

// Det is the factor by which areas grow; negative where the transform mirrors.
func (m Affine) Det() float64 { return m.A*m.D - m.B*m.C }

// Scale is the factor by which lengths grow on the mean: the root of |Det|.
func (m Affine) Scale() float64 { return math.Sqrt(math.Abs(m.Det())) }

// Inverse returns the inverse transform; ok is false where there is none.
func (m Affine) Inverse() (inv Affine, ok bool) {
	d := m.Det()
	if d == 0 || math.IsNaN(d) {
		return Affine{}, false
	}
	return Affine{
		m.D / d, -m.B / d, -m.C / d, m.A / d,
		(m.C*m.F - m.D*m.E) / d, (m.B*m.E - m.A*m.F) / d,
	}, true
}

// Upright reports whether the transform neither turns nor mirrors nor stretches
// one axis more than the other: text under it may be set on the pixel grid.
func (m Affine) Upright() bool { return m.B == 0 && m.C == 0 && m.A == m.D && m.A > 0 }

// Bounds returns the bounds of the mapped rectangle.
func (m Affine) Bounds(r Rect) Rect {
	a, b := m.At(r.Min()), m.At(Pt{r.Right(), r.Y})
	c, d := m.At(r.Max()), m.At(Pt{r.X, r.Bottom()})
	x0, x1 := lesser(lesser(a.X, b.X), lesser(c.X, d.X)), greater(greater(a.X, b.X), greater(c.X, d.X))
	y0, y1 := lesser(lesser(a.Y, b.Y), lesser(c.Y, d.Y)), greater(greater(a.Y, b.Y), greater(c.Y, d.Y))
	return Rect{x0, y0, x1 - x0, y1 - y0}
}
