package draw

import (
	"math"
	"slices"

	"lianhua/internal/geom"
)

// form is a shape in parts of its radius, y down: all that lies in one of its
// pieces.
type form []piece

// piece is a convex outline, with a convex outline taken out of it.
type piece struct{ hull, hole outline }

// outline is sides from each corner to the next, clockwise as seen. What lies on
// the inner side of every side's line or circle is inside.
type outline []side

// side begins at a corner. Its bend is how far its middle is pushed outward, in
// halves of its length: 0 is straight, 1 half a circle.
type side struct{ x, y, bend float64 }

// Edge is one bound of a piece: of a line, how far p lies beyond it is
// X·p.X + Y·p.Y − D, of an arc, how far it lies from (X, Y) less D; both in parts
// of the radius.
type Edge struct {
	Arc     bool
	X, Y, D float64
}

// Piece is the bounds of a convex part of a symbol, and of what is taken out of it.
type Piece struct {
	Hull, Hole []Edge
	hollow     []geom.Pt // what is taken out, as a polygon within the hull, the other way round
}

// edges are the bounds of an outline, each once.
func (o outline) edges() (all []Edge) {
	for i, s := range o {
		e := s.edge(o[(i+1)%len(o)])
		known := false
		for _, k := range all {
			known = known || k == e
		}
		if !known {
			all = append(all, e)
		}
	}
	return all
}

func (s side) edge(to side) Edge {
	dx, dy := to.x-s.x, to.y-s.y
	length := math.Hypot(dx, dy)
	nx, ny := dy/length, -dx/length
	if s.bend == 0 {
		return Edge{X: nx, Y: ny, D: nx*s.x + ny*s.y}
	}
	half := length / 2
	rise := s.bend * half
	r := (half*half + rise*rise) / (2 * rise)
	round := func(v float64) float64 { return math.Round(v*1e9) / 1e9 } // both halves of a circle are one edge
	return Edge{Arc: true, X: round(s.x + dx/2 - nx*(r-rise)), Y: round(s.y + dy/2 - ny*(r-rise)), D: round(r)}
}

// distance is how far p lies outside, at most as far as it truly is; negative
// inside.
func distance(edges []Edge, p geom.Pt, r float64) float64 {
	far := math.Inf(-1)
	for i := range edges {
		e := &edges[i]
		d := e.X*p.X + e.Y*p.Y
		if e.Arc {
			x, y := p.X-e.X*r, p.Y-e.Y*r
			d = math.Sqrt(x*x + y*y)
		}
		far = max(far, d-e.D*r)
	}
	return far
}

// arcParts is of how many lines a whole circle is made where one outline cuts
// another.
const arcParts = 64

// points is an outline as a polygon.
func (o outline) points() (pts []geom.Pt) {
	for i, s := range o {
		to := o[(i+1)%len(o)]
		pts = append(pts, geom.P(s.x, s.y))
		if s.bend == 0 {
			continue
		}
		c, r, a, b := s.arc(to)
		n := max(int(math.Ceil((b-a)/(2*math.Pi)*arcParts)), 1)
		for k := 1; k < n; k++ {
			pts = append(pts, geom.Polar(c, r, a+(b-a)*float64(k)/float64(n)))
		}
	}
	return pts
}

// arc is the circle of a bent side, and from where to where it runs.
func (s side) arc(to side) (c geom.Pt, r, a, b float64) {
	e := s.edge(to)
	c, r = geom.P(e.X, e.Y), e.D
	a = math.Atan2(s.y-c.Y, s.x-c.X)
	b = math.Atan2(to.y-c.Y, to.x-c.X)
	for b <= a {
		b += 2 * math.Pi
	}
	return c, r, a, b
}

// path adds an outline around c.
func (o outline) path(dst *geom.Path, c geom.Pt, r float64) {
	for i, s := range o {
		at := geom.P(c.X+s.x*r, c.Y+s.y*r)
		if i == 0 {
			dst.Move(at.X, at.Y)
		}
		to := o[(i+1)%len(o)]
		switch {
		case s.bend != 0:
			m, rad, a, b := s.arc(to)
			dst.Arc(geom.P(c.X+m.X*r, c.Y+m.Y*r), rad*r, a, b, true)
		case i+1 < len(o):
			dst.Line(c.X+to.x*r, c.Y+to.y*r)
		}
	}
	dst.Close()
}

// hollow is what of the hole lies within the hull, as a polygon the other way
// round. Holes are cut by the hull's lines; its arcs they stay clear of.
func (p piece) hollow() []geom.Pt {
	pts := p.hole.points()
	for _, e := range p.hull.edges() {
		if !e.Arc {
			pts = within(pts, e)
		}
	}
	slices.Reverse(pts)
	return pts
}

// within is what of a polygon lies on the inner side of a line.
func within(pts []geom.Pt, e Edge) (kept []geom.Pt) {
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		dp, dq := e.X*p.X+e.Y*p.Y-e.D, e.X*q.X+e.Y*q.Y-e.D
		if dp <= 0 {
			kept = append(kept, p)
		}
		if dp < 0 && dq > 0 || dp > 0 && dq < 0 {
			kept = append(kept, p.Lerp(q, dp/(dp-dq)))
		}
	}
	return kept
}
