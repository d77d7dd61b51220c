package geom

import "math"

// Verb is one step of a path.
type Verb uint8

const (
	MoveTo  Verb = iota // one point: a new contour begins
	LineTo              // one point
	QuadTo              // control, end
	CubeTo              // two controls, end
	CloseTo             // no point: a line back to the contour's start
)

// Points is the number of points that a verb takes.
func (v Verb) Points() int { return [...]int{1, 1, 2, 3, 0}[v] }

// Path is a list of contours. The zero value is empty and ready to use; Reset
// keeps its memory, so a path that is refilled each frame does not allocate.
type Path struct {
	Verbs []Verb
	Pts   []Pt
}

func (p *Path) Reset()      { p.Verbs, p.Pts = p.Verbs[:0], p.Pts[:0] }
func (p *Path) Empty() bool { return len(p.Verbs) == 0 }

//go:noinline
func (p *Path) Move(x, y float64) *Path {
	p.Verbs, p.Pts = append(p.Verbs, MoveTo), append(p.Pts, Pt{x, y})
	return p
}

//go:noinline
func (p *Path) Line(x, y float64) *Path {
	p.Verbs, p.Pts = append(p.Verbs, LineTo), append(p.Pts, Pt{x, y})
	return p
}

func (p *Path) Quad(cx, cy, x, y float64) *Path {
	p.Verbs, p.Pts = append(p.Verbs, QuadTo), append(p.Pts, Pt{cx, cy}, Pt{x, y})
	return p
}

//go:noinline
func (p *Path) Cube(ax, ay, bx, by, x, y float64) *Path {
	p.Verbs, p.Pts = append(p.Verbs, CubeTo), append(p.Pts, Pt{ax, ay}, Pt{bx, by}, Pt{x, y})
	return p
}

// Polygon adds the closed outline of points.
//
//go:noinline
func (p *Path) Polygon(corners ...Pt) *Path {
	for i, q := range corners {
		if i == 0 {
			p.Move(q.X, q.Y)
		} else {
			p.Line(q.X, q.Y)
		}
	}
	return p.Close()
}

func (p *Path) Close() *Path {
	if len(p.Verbs) > 0 && p.Verbs[len(p.Verbs)-1] != CloseTo {
		p.Verbs = append(p.Verbs, CloseTo)
	}
	return p
}

// Rect adds a rectangle.
func (p *Path) Rect(r Rect) *Path {
	return p.Move(r.X, r.Y).Line(r.Right(), r.Y).Line(r.Right(), r.Bottom()).Line(r.X, r.Bottom()).Close()
}

// arcK is the handle length of the cubic that stands for a quarter circle of
// radius 1: 4/3·(√2−1), the classic choice with an error below 0.03 %.
const arcK = 0.5522847498307936

// RoundRect adds a rectangle with corners of radius rad, at most half a side.
func (p *Path) RoundRect(r Rect, rad float64) *Path {
	rad = math.Min(rad, math.Min(r.W, r.H)/2)
	if rad <= 0 {
		return p.Rect(r)
	}
	k := rad * (1 - arcK)
	x0, y0, x1, y1 := r.X, r.Y, r.Right(), r.Bottom()
	return p.Move(x0+rad, y0).
		Line(x1-rad, y0).Cube(x1-k, y0, x1, y0+k, x1, y0+rad).
		Line(x1, y1-rad).Cube(x1, y1-k, x1-k, y1, x1-rad, y1).
		Line(x0+rad, y1).Cube(x0+k, y1, x0, y1-k, x0, y1-rad).
		Line(x0, y0+rad).Cube(x0, y0+k, x0+k, y0, x0+rad, y0).Close()
}

// Circle adds a circle.
//
//go:noinline
func (p *Path) Circle(c Pt, r float64) *Path { return p.Ellipse(c, r, r) }

// Ellipse adds an axis-aligned ellipse with the given half-axes.
func (p *Path) Ellipse(c Pt, rx, ry float64) *Path {
	kx, ky := rx*arcK, ry*arcK
	return p.Move(c.X+rx, c.Y).
		Cube(c.X+rx, c.Y+ky, c.X+kx, c.Y+ry, c.X, c.Y+ry).
		Cube(c.X-kx, c.Y+ry, c.X-rx, c.Y+ky, c.X-rx, c.Y).
		Cube(c.X-rx, c.Y-ky, c.X-kx, c.Y-ry, c.X, c.Y-ry).
		Cube(c.X+kx, c.Y-ry, c.X+rx, c.Y-ky, c.X+rx, c.Y).Close()
}

// Arc adds an arc about c from angle a to angle b as cubics of at most a
// quarter turn each. It starts a contour, or goes on from the last one by a
// line where join is set.
func (p *Path) Arc(c Pt, r, a, b float64, join bool) *Path {
	n := int(math.Ceil(math.Abs(b-a)/(math.Pi/2) - 1e-9))
	if n < 1 {
		n = 1
	}
	start := Polar(c, r, a)
	if join && len(p.Verbs) > 0 {
		p.Line(start.X, start.Y)
	} else {
		p.Move(start.X, start.Y)
	}
	step := (b - a) / float64(n)
	k := 4.0 / 3 * math.Tan(step/4) * r
	for i := 0; i < n; i++ {
		t0, t1 := a+step*float64(i), a+step*float64(i+1)
		s0, c0 := math.Sincos(t0)
		s1, c1 := math.Sincos(t1)
		p.Cube(c.X+r*c0-k*s0, c.Y+r*s0+k*c0, c.X+r*c1+k*s1, c.Y+r*s1-k*c1, c.X+r*c1, c.Y+r*s1)
	}
	return p
}

// Ring adds a disc with a hole: two circles that wind against each other.
func (p *Path) Ring(c Pt, outer, inner float64) *Path {
	p.Circle(c, outer)
	p.Arc(c, inner, 0, -2*math.Pi, false)
	return p.Close()
}

// Sector adds the part of a ring between two angles.
func (p *Path) Sector(c Pt, outer, inner, a, b float64) *Path {
	p.Arc(c, outer, a, b, false)
	if inner > 0 {
		p.Arc(c, inner, b, a, true)
	} else {
		p.Line(c.X, c.Y)
	}
	return p.Close()
}

// Append adds q, mapped by m.
func (p *Path) Append(q Path, m Affine) *Path {
	p.Verbs = append(p.Verbs, q.Verbs...)
	for _, pt := range q.Pts {
		p.Pts = append(p.Pts, m.At(pt))
	}
	return p
}

// Transform maps every point in place.
func (p *Path) Transform(m Affine) *Path {
	for i, pt := range p.Pts {
		p.Pts[i] = m.At(pt)
	}
	return p
}

// Bounds returns the smallest rectangle around the path, curves measured at
// their extremes and not at their handles.
func (p Path) Bounds() Rect {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	var at Pt
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case MoveTo, LineTo:
			at = p.Pts[i]
			b.add(at)
		case QuadTo:
			c, e := p.Pts[i], p.Pts[i+1]
			b.addCube(at, at.Lerp(c, 2.0/3), e.Lerp(c, 2.0/3), e)
			at = e
		case CubeTo:
			b.addCube(at, p.Pts[i], p.Pts[i+1], p.Pts[i+2])
			at = p.Pts[i+2]
		}
		i += v.Points()
	}
	if b.x1 < b.x0 {
		return Rect{}
	}
	return Rect{b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0}
}

type box struct{ x0, y0, x1, y1 float64 }

func (b *box) add(p Pt) {
	b.x0, b.x1 = lesser(p.X, b.x0), greater(p.X, b.x1)
	b.y0, b.y1 = lesser(p.Y, b.y0), greater(p.Y, b.y1)
}

// lesser and greater are math.Min and math.Max, which are calls in WASM: those of a
// drawing's points took longer than its masks.
func lesser(a, b float64) float64 {
	if a < b || a != a {
		return a
	}
	return b
}

func greater(a, b float64) float64 {
	if a > b || a != a {
		return a
	}
	return b
}

func (b *box) addCube(p0, p1, p2, p3 Pt) {
	b.add(p3)
	for axis := 0; axis < 2; axis++ {
		a, c, d, e := p0.X, p1.X, p2.X, p3.X
		if axis == 1 {
			a, c, d, e = p0.Y, p1.Y, p2.Y, p3.Y
		}
		// The roots of the derivative: 3·(A t² + B t + C).
		A, B, C := e-3*d+3*c-a, 2*(d-2*c+a), c-a
		if math.Abs(A) < 1e-12 {
			if B != 0 {
				b.addAt(p0, p1, p2, p3, -C/B)
			}
			continue
		}
		disc := B*B - 4*A*C
		if disc < 0 {
			continue
		}
		q := math.Sqrt(disc)
		b.addAt(p0, p1, p2, p3, (-B+q)/(2*A))
		b.addAt(p0, p1, p2, p3, (-B-q)/(2*A))
	}
}

func (b *box) addAt(p0, p1, p2, p3 Pt, t float64) {
	if t > 0 && t < 1 {
		b.add(cubeAt(p0, p1, p2, p3, t))
	}
}

func cubeAt(p0, p1, p2, p3 Pt, t float64) Pt {
	s := 1 - t
	a, b, c, d := s*s*s, 3*s*s*t, 3*s*t*t, t*t*t
	return Pt{a*p0.X + b*p1.X + c*p2.X + d*p3.X, a*p0.Y + b*p1.Y + c*p2.Y + d*p3.Y}
}
