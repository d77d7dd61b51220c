package geom

import "math"

// Flatten walks the path as straight segments that stay within tol of its
// curves. Each contour begins with one call with move set; a closed contour
// ends at its first point.
func (p Path) Flatten(tol float64, visit func(to Pt, move bool)) {
	var at, start Pt
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case MoveTo:
			at = p.Pts[i]
			start = at
			visit(at, true)
		case LineTo:
			at = p.Pts[i]
			visit(at, false)
		case QuadTo:
			c, e := p.Pts[i], p.Pts[i+1]
			n := quadSegments(at, c, e, tol)
			for k := 1; k < n; k++ {
				t := float64(k) / float64(n)
				visit(at.Lerp(c, t).Lerp(c.Lerp(e, t), t), false)
			}
			visit(e, false)
			at = e
		case CubeTo:
			a, b, e := p.Pts[i], p.Pts[i+1], p.Pts[i+2]
			n := cubeSegments(at, a, b, e, tol)
			for k := 1; k < n; k++ {
				visit(cubeAt(at, a, b, e, float64(k)/float64(n)), false)
			}
			visit(e, false)
			at = e
		case CloseTo:
			if at != start {
				visit(start, false)
			}
			at = start
		}
		i += v.Points()
	}
}

// quadSegments and cubeSegments bound the error of a uniform split by the
// second difference of the control points (Wang, 1984).
func quadSegments(a, b, c Pt, tol float64) int {
	d := a.Sub(b.Mul(2)).Add(c).Len()
	return segments(math.Sqrt(d / (4 * tol)))
}

func cubeSegments(a, b, c, d Pt, tol float64) int {
	m := math.Max(a.Sub(b.Mul(2)).Add(c).Len(), b.Sub(c.Mul(2)).Add(d).Len())
	return segments(math.Sqrt(0.75 * m / tol))
}

func segments(n float64) int {
	switch {
	case !(n > 1):
		return 1
	case n > 256:
		return 256
	}
	return int(math.Ceil(n))
}

// Length returns the length of all contours.
func (p Path) Length() float64 {
	var sum float64
	var at Pt
	p.Flatten(0.002, func(to Pt, move bool) {
		if !move {
			sum += at.Dist(to)
		}
		at = to
	})
	return sum
}

// At returns the point at the distance s along the path and the direction
// there, a unit vector. Distances beyond the ends give the ends.
func (p Path) At(s float64) (pos, dir Pt) {
	var at Pt
	done, first := false, true
	p.Flatten(0.002, func(to Pt, move bool) {
		if done {
			return
		}
		if move {
			if first {
				pos, first = to, false
			}
			at = to
			return
		}
		d := at.Dist(to)
		if d > 0 {
			dir = to.Sub(at).Mul(1 / d)
			if s <= d {
				pos = at.Lerp(to, math.Max(s, 0)/d)
				done = true
				return
			}
		}
		s -= d
		pos, at = to, to
	})
	return pos, dir
}

// Nearest is how far along the path the point of it lies that is nearest to q, and how
// far q is from it. An empty path gives infinity.
func (p Path) Nearest(q Pt) (s, dist float64) {
	var at Pt
	done := 0.0
	dist = math.Inf(1)
	p.Flatten(0.05, func(to Pt, move bool) {
		if move {
			at = to
			return
		}
		by := to.Sub(at)
		d := at.Dist(to)
		t := 0.0
		if d > 0 {
			t = math.Max(0, math.Min(1, (q.Sub(at).X*by.X+q.Sub(at).Y*by.Y)/(d*d)))
		}
		if far := at.Lerp(to, t).Dist(q); far < dist {
			s, dist = done+t*d, far
		}
		done += d
		at = to
	})
	return s, dist
}

// Trim appends to dst the part of p between two distances along it, as lines.
func (p Path) Trim(dst *Path, from, to float64) {
	var at Pt
	s := 0.0
	open := false
	p.Flatten(0.002, func(q Pt, move bool) {
		if move {
			at, open = q, false
			return
		}
		d := at.Dist(q)
		if d > 0 && s+d > from && s < to {
			a, b := at, q
			if from > s {
				a = at.Lerp(q, (from-s)/d)
			}
			if to < s+d {
				b = at.Lerp(q, (to-s)/d)
			}
			if !open {
				dst.Move(a.X, a.Y)
				open = true
			}
			dst.Line(b.X, b.Y)
		}
		s += d
		at = q
	})
}

// Contains reports whether q lies inside the filled path by the non-zero rule.
func (p Path) Contains(q Pt) bool {
	w := 0
	var at, start Pt
	edge := func(a, b Pt) {
		if (a.Y <= q.Y) == (b.Y <= q.Y) {
			return
		}
		side := b.Sub(a).Cross(q.Sub(a))
		if b.Y > a.Y && side > 0 {
			w++
		} else if b.Y < a.Y && side < 0 {
			w--
		}
	}
	p.Flatten(0.1, func(to Pt, move bool) {
		if move {
			edge(at, start)
			start = to
		} else {
			edge(at, to)
		}
		at = to
	})
	edge(at, start)
	return w != 0
}
