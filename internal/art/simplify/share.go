package simplify

import (
	"cmp"
	"math"
	"slices"

	"lianhua/internal/art"
	"lianhua/internal/geom"
)

// How far a point of one shape may lie from that of another which stands for it: in
// pixels of the design, or as what part of the distance between two places that its
// file's numbers have; and never more than a part of its extent.
const (
	alike     = 0.06
	alikeOpen = 0.7
	alikePart = 1.0 / 64
)

// leastShared is the fewest points of a path for which a transform in its place is
// less to write, and mostTried is how many of those that others have are tried.
const (
	leastShared = 8
	mostTried   = 48
)

// model is a path that stands for those of several shapes.
type model struct {
	path   geom.Path // from its first point on
	centre geom.Pt   // of its points
	most   float64   // how much longer the shapes' transforms make a length
}

// stand says how a model stands for a shape.
type stand struct {
	of    *model
	m     geom.Affine // in place of the shape's
	start geom.Pt     // of the path
}

// sharer finds the shapes whose paths are alike.
type sharer struct {
	models  map[string][]*model // by their steps
	linears []linear            // transforms without their shift, as they are had most
	stands  []stand             // by shape
}

type linear struct {
	m     geom.Affine
	times int
}

// share finds one path for shapes of one form: in several places, and of several sizes,
// turned and mirrored as others of the set are. The largest stands for the others, so
// that none is shown larger than it was drawn.
func share(shapes []*art.Shape) []stand {
	k := sharer{models: map[string][]*model{}, stands: make([]stand, len(shapes))}
	type sized struct {
		at     int
		extent float64
	}
	order := make([]sized, len(shapes))
	for i, s := range shapes {
		b := s.M.Bounds(s.Path.Bounds())
		order[i] = sized{i, math.Max(b.W, b.H)}
		k.count(s.M)
	}
	slices.SortStableFunc(k.linears, func(a, b linear) int { return cmp.Compare(b.times, a.times) })
	k.linears = k.linears[:min(len(k.linears), mostTried)]
	slices.SortStableFunc(order, func(a, b sized) int { return cmp.Compare(b.extent, a.extent) })
	for _, o := range order {
		if s := shapes[o.at]; len(s.Path.Pts) > 0 {
			k.stands[o.at] = k.take(s, o.extent)
		}
	}
	return k.stands
}

// count takes note of a transform.
func (k *sharer) count(m geom.Affine) {
	m.E, m.F = 0, 0
	i := slices.IndexFunc(k.linears, func(l linear) bool { return l.m == m })
	if i < 0 {
		i = len(k.linears)
		k.linears = append(k.linears, linear{m, 0})
	}
	k.linears[i].times++
}

// take finds a model for a shape, or makes it one.
func (k *sharer) take(s *art.Shape, extent float64) stand {
	steps := make([]byte, len(s.Path.Verbs))
	for i, v := range s.Path.Verbs {
		steps[i] = byte(v)
	}
	if len(s.Path.Pts) >= leastShared && !ellipse(&s.Path) {
		open := alikeOpen * grainOf(s.Path.Pts) * magnification(s.M)
		near := math.Min(math.Max(alike, open), extent*alikePart)
		for _, m := range k.models[string(steps)] {
			if st, ok := k.fit(m, s, near); ok {
				m.most = math.Max(m.most, magnification(st.m))
				return st
			}
		}
	}
	first := s.Path.Pts[0]
	m := &model{most: magnification(s.M)}
	m.path.Append(s.Path, geom.Translate(-first.X, -first.Y))
	for _, p := range m.path.Pts {
		m.centre = m.centre.Add(p.Mul(1 / float64(len(m.path.Pts))))
	}
	k.models[string(steps)] = append(k.models[string(steps)], m)
	return stand{m, s.M, first}
}

// fit lays a model onto a shape. Strokes and gradients stay as they are only under
// transforms that make all longer alike.
func (k *sharer) fit(m *model, s *art.Shape, near float64) (stand, bool) {
	to := make([]geom.Pt, len(s.Path.Pts))
	var centre geom.Pt
	for i, p := range s.Path.Pts {
		to[i] = s.M.At(p)
		centre = centre.Add(to[i].Mul(1 / float64(len(to))))
	}
	if shift, ok := m.lies(s.M, to, centre, near); ok {
		inv, ok := s.M.Inverse()
		return stand{m, s.M, inv.At(shift)}, ok
	}
	plain := s.Pen.Width == 0 && len(s.Paint.Stops) == 0
	if !plain && !similar(s.M) {
		return stand{}, false
	}
	for _, l := range k.linears {
		if !plain && !similar(l.m) {
			continue
		}
		if shift, ok := m.lies(l.m, to, centre, near); ok {
			l.m.E, l.m.F = shift.X, shift.Y
			return stand{m, l.m, geom.Pt{}}, true
		}
	}
	return stand{}, false
}

// lies reports whether a transform, whatever its shift, lays a model's points near
// others, and where its first point is then.
func (m *model) lies(by geom.Affine, to []geom.Pt, centre geom.Pt, near float64) (first geom.Pt, ok bool) {
	by.E, by.F = 0, 0
	first = centre.Sub(by.At(m.centre))
	for i, p := range m.path.Pts {
		if d := by.At(p).Add(first).Sub(to[i]); d.Dot(d) > near*near {
			return first, false
		}
	}
	return first, true
}

// similar reports whether a transform makes all longer alike.
func similar(m geom.Affine) bool {
	slack := 1e-6 * (math.Abs(m.A) + math.Abs(m.B))
	return math.Abs(m.A-m.D) <= slack && math.Abs(m.B+m.C) <= slack || math.Abs(m.A+m.D) <= slack && math.Abs(m.B-m.C) <= slack
}

// ellipse reports whether a path is an ellipse as geom draws them, which takes no
// more to write than a transform.
func ellipse(p *geom.Path) bool {
	if len(p.Pts) != 13 || len(p.Verbs) != 6 || p.Verbs[5] != geom.CloseTo {
		return false
	}
	right, bottom := p.Pts[0], p.Pts[3]
	var is geom.Path
	is.Ellipse(geom.Pt{X: bottom.X, Y: right.Y}, right.X-bottom.X, bottom.Y-right.Y)
	for i, q := range is.Pts {
		if q.Dist(p.Pts[i]) > 0.02*right.Dist(bottom) {
			return false
		}
	}
	return slices.Equal(is.Verbs, p.Verbs)
}
