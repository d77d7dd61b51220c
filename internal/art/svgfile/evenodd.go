package svgfile

import (
	"math"
	"slices"

	"lianhua/internal/geom"
)

// flatness is how exactly outlines are looked at where only their order matters.
const flatness = 0.05

// nonZero is a path that fills by the non-zero rule what p fills by the even-odd
// rule: outlines within others run the other way round. ok is false where outlines
// cross each other or themselves.
func nonZero(p geom.Path) (out geom.Path, ok bool) {
	all := contours(p)
	flat := make([][]geom.Pt, len(all))
	for i, c := range all {
		c.Flatten(flatness, func(to geom.Pt, _ bool) {
			if n := len(flat[i]); n == 0 || flat[i][n-1] != to {
				flat[i] = append(flat[i], to)
			}
		})
		if n := len(flat[i]); n > 1 && flat[i][0] == flat[i][n-1] {
			flat[i] = flat[i][:n-1]
		}
	}
	if cross(flat) {
		return p, false
	}
	for i, c := range all {
		inside := false
		for k, other := range flat {
			if k != i && mostly(flat[i], other) {
				inside = !inside
			}
		}
		if a := area(flat[i]); a < 0 != inside && a != 0 {
			c = reversed(c)
		}
		out.Append(c, geom.Identity())
	}
	return out, true
}

// clockwise is a path of one outline that runs with its area on its right, as
// seen; ok is false where there are more.
func clockwise(p geom.Path) (out geom.Path, ok bool) {
	all := contours(p)
	if len(all) != 1 {
		return p, false
	}
	var flat []geom.Pt
	p.Flatten(flatness, func(to geom.Pt, _ bool) { flat = append(flat, to) })
	if area(flat) < 0 {
		return reversed(p), true
	}
	return p, true
}

// contours are the outlines of a path, each a path.
func contours(p geom.Path) (all []geom.Path) {
	i := 0
	for _, v := range p.Verbs {
		if v == geom.MoveTo {
			all = append(all, geom.Path{})
		}
		c := &all[len(all)-1]
		c.Verbs = append(c.Verbs, v)
		c.Pts = append(c.Pts, p.Pts[i:i+v.Points()]...)
		i += v.Points()
	}
	return slices.DeleteFunc(all, func(c geom.Path) bool { return len(c.Verbs) < 2 })
}

// reversed is one outline run the other way.
func reversed(c geom.Path) (out geom.Path) {
	pts := slices.Clone(c.Pts)
	slices.Reverse(pts)
	out.Pts = pts
	out.Verbs = append(out.Verbs, geom.MoveTo)
	closed := false
	for _, v := range slices.Backward(c.Verbs) {
		switch v {
		case geom.CloseTo:
			closed = true
		case geom.MoveTo:
		default:
			out.Verbs = append(out.Verbs, v)
		}
	}
	if closed {
		out.Verbs = append(out.Verbs, geom.CloseTo)
	}
	return out
}

// area is positive where a polygon runs clockwise, as seen.
func area(p []geom.Pt) (a float64) {
	for i := range p {
		a += p[i].Cross(p[(i+1)%len(p)])
	}
	return a / 2
}

// mostly reports whether more of a's corners lie within b than not: they may
// touch.
func mostly(a, b []geom.Pt) bool {
	in := 0
	for i, p := range a {
		if holds(b, p.Lerp(a[(i+1)%len(a)], 0.5)) {
			in++
		}
	}
	return 2*in > len(a)
}

func holds(poly []geom.Pt, q geom.Pt) bool {
	in := false
	for i, a := range poly {
		b := poly[(i+1)%len(poly)]
		if (a.Y > q.Y) != (b.Y > q.Y) && q.X < a.X+(b.X-a.X)*(q.Y-a.Y)/(b.Y-a.Y) {
			in = !in
		}
	}
	return in
}

// mostEdges and mostPairs are beyond what is worth looking at: such a path counts
// as one whose outlines cross.
const (
	mostEdges = 100_000
	mostPairs = 10_000_000
)

// edge is a side of a polygon, its left end first.
type edge struct {
	a, b           geom.Pt
	contour, index int
}

// cross reports whether sides of the polygons cross, which is more than touching.
func cross(polys [][]geom.Pt) bool {
	var edges []edge
	for c, p := range polys {
		for i, a := range p {
			b := p[(i+1)%len(p)]
			if a.X > b.X {
				a, b = b, a
			}
			edges = append(edges, edge{a, b, c, i})
		}
	}
	if len(edges) > mostEdges {
		return true
	}
	pairs := 0
	slices.SortFunc(edges, func(x, y edge) int {
		switch {
		case x.a.X < y.a.X:
			return -1
		case x.a.X > y.a.X:
			return 1
		}
		return 0
	})
	for i, e := range edges {
		for _, f := range edges[i+1:] {
			if f.a.X > e.b.X {
				break
			}
			if pairs++; pairs > mostPairs {
				return true
			}
			if math.Max(f.a.Y, f.b.Y) < math.Min(e.a.Y, e.b.Y) || math.Min(f.a.Y, f.b.Y) > math.Max(e.a.Y, e.b.Y) {
				continue
			}
			d, g := e.b.Sub(e.a), f.b.Sub(f.a)
			s, t := d.Cross(f.a.Sub(e.a)), d.Cross(f.b.Sub(e.a))
			u, v := g.Cross(e.a.Sub(f.a)), g.Cross(e.b.Sub(f.a))
			// How far beyond each other's line the ends lie, in pixels.
			const touch = 1e-3
			s, t, u, v = s/d.Len(), t/d.Len(), u/g.Len(), v/g.Len()
			if (s > touch && t < -touch || s < -touch && t > touch) && (u > touch && v < -touch || u < -touch && v > touch) {
				return true
			}
		}
	}
	return false
}
