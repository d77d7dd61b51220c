package geom

import "math"

// EllipticArc adds an arc from the point from, where the path is, to the point to,
// of an ellipse with the given half-axes that is turned by tilt, as SVG's A has it:
// of the two ellipses through both points, and their two arcs each, large and sweep
// pick one. Half-axes that do not reach are made longer. The arc becomes cubics of
// at most a quarter turn each.
func (p *Path) EllipticArc(from Pt, rx, ry, tilt float64, large, sweep bool, to Pt) *Path {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if from == to {
		return p
	}
	if rx == 0 || ry == 0 {
		return p.Line(to.X, to.Y)
	}
	// Both points on a circle of radius 1 about the origin, its centre still to be
	// found: half of the chord, in the ellipse's axes.
	sin, cos := math.Sincos(tilt)
	half := from.Sub(to).Mul(0.5)
	hx, hy := (cos*half.X+sin*half.Y)/rx, (cos*half.Y-sin*half.X)/ry
	reach := hx*hx + hy*hy
	if reach > 1 {
		k := math.Sqrt(reach)
		rx, ry, hx, hy, reach = rx*k, ry*k, hx/k, hy/k, 1
	}
	if reach == 0 { // closer than numbers can tell
		return p.Line(to.X, to.Y)
	}
	k := math.Sqrt(max(1/reach-1, 0))
	if large == sweep {
		k = -k
	}
	cx, cy := k*hy, -k*hx
	a, b := math.Atan2(hy-cy, hx-cx), math.Atan2(-hy-cy, -hx-cx)
	switch {
	case sweep && b < a:
		b += 2 * math.Pi
	case !sweep && b > a:
		b -= 2 * math.Pi
	}
	mid := from.Lerp(to, 0.5)
	m := Affine{rx * cos, rx * sin, -ry * sin, ry * cos, 0, 0}
	c := mid.Add(m.At(Pt{cx, cy}))
	m.E, m.F = c.X, c.Y

	n := max(int(math.Ceil(math.Abs(b-a)/(math.Pi/2)-1e-9)), 1)
	step := (b - a) / float64(n)
	h := 4.0 / 3 * math.Tan(step/4)
	for i := range n {
		s0, c0 := math.Sincos(a + step*float64(i))
		s1, c1 := math.Sincos(a + step*float64(i+1))
		u, v, e := m.At(Pt{c0 - h*s0, s0 + h*c0}), m.At(Pt{c1 + h*s1, s1 - h*c1}), m.At(Pt{c1, s1})
		if i == n-1 {
			e = to
		}
		p.Cube(u.X, u.Y, v.X, v.Y, e.X, e.Y)
	}
	return p
}
