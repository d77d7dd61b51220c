package art

import (
	"math"

	"lianhua/internal/geom"
	"lianhua/internal/varint"
)

// point is a place in steps.
type point struct{ x, y int32 }

// tenths is the point in whole tenths, rounded down, and what is beyond them.
func (p point) tenths() (whole, rest point) {
	rest = point{(p.x%tenth + tenth) % tenth, (p.y%tenth + tenth) % tenth}
	return point{(p.x - rest.x) / tenth, (p.y - rest.y) / tenth}, rest
}

// outline is a path in steps, seen from its first point.
type outline struct {
	fine  int // how often the steps are halved
	verbs []geom.Verb
	pts   []point
}

// start is a path's first point in steps, and the path as an outline. What follows
// on a step without its points, or has no first point, is left out.
func start(p *geom.Path, halved int, into *outline) point {
	into.fine, into.verbs, into.pts = halved, into.verbs[:0], into.pts[:0]
	fine := perOne(halved)
	if len(p.Verbs) == 0 || p.Verbs[0] != geom.MoveTo || len(p.Pts) == 0 {
		return point{}
	}
	first := p.Pts[0]
	from := point{steps(first.X, fine), steps(first.Y, fine)}
	i := 0
	for _, v := range p.Verbs {
		if v > geom.CloseTo || i+v.Points() > len(p.Pts) {
			break
		}
		into.verbs = append(into.verbs, v)
		for _, q := range p.Pts[i : i+v.Points()] {
			into.pts = append(into.pts, point{distance(first.X, q.X, from.x, fine), distance(first.Y, q.Y, from.y, fine)})
		}
		i += v.Points()
	}
	return from
}

// distance is that between two ordinates in steps, such that the far one stays
// where lengths can be.
func distance(from, to float64, start int32, fine float64) int32 {
	d := int64(steps(to-from, fine)) + int64(start)
	return int32(min(max(d, -farthest), farthest) - int64(start))
}

// handle is the place of the handle of a quarter of an ellipse on its half-axis.
func handle(r int32) int32 { return int32(math.Round(float64(r) * 0.5522847498307936)) }

// ellipse appends the points of an ellipse seen from its right end, as geom makes
// them.
func ellipse(dst []point, rx, ry int32) []point {
	kx, ky := handle(rx), handle(ry)
	return append(dst, point{},
		point{0, ky}, point{kx - rx, ry}, point{-rx, ry},
		point{-rx - kx, ry}, point{-2 * rx, ky}, point{-2 * rx, 0},
		point{-2 * rx, -ky}, point{-rx - kx, -ry}, point{-rx, -ry},
		point{kx - rx, -ry}, point{0, -ky}, point{})
}

// ellipseVerbs are the steps of an ellipse.
func ellipseVerbs() []geom.Verb {
	return []geom.Verb{geom.MoveTo, geom.CubeTo, geom.CubeTo, geom.CubeTo, geom.CubeTo, geom.CloseTo}
}

// ellipse is the half-axes of an outline that is an ellipse but for rounding.
func (o *outline) ellipse(scratch []point) (rx, ry int32, ok bool) {
	want := ellipseVerbs()
	if len(o.verbs) != len(want) {
		return 0, 0, false
	}
	for i, v := range want {
		if o.verbs[i] != v {
			return 0, 0, false
		}
	}
	rx, ry = -o.pts[3].x, o.pts[3].y
	for i, p := range ellipse(scratch, rx, ry) {
		if q := o.pts[i]; q.x-p.x > 1 || p.x-q.x > 1 || q.y-p.y > 1 || p.y-q.y > 1 {
			return 0, 0, false
		}
	}
	return rx, ry, true
}

// write appends the outline to its three streams.
func (o *outline) write(verbs, x, y []byte) (_, _, _ []byte) {
	if len(o.verbs) == 0 {
		return append(verbs, codeNone), x, y
	}
	if o.fine > 0 {
		verbs = append(verbs, codeFine, uint8(o.fine))
	}
	grain := int32(1)
	number := func(dst []byte, n int32) []byte { return varint.Append(dst, varint.Zigzag(int64(n/grain))) }
	if rx, ry, ok := o.ellipse(make([]point, 0, 13)); ok {
		return append(verbs, codeEllipse), number(x, rx), number(y, ry)
	}
	for i, g := range grains {
		if o.multiples(g) {
			verbs, grain = append(verbs, codeGrain+uint8(i)), g
			break
		}
	}
	at, before, i := point{}, point{}, 1
	for k, v := range o.verbs[1:] {
		code := [...]uint8{codeMove, codeLine, codeQuad, codeCube, codeClose}[v]
		switch {
		case v == geom.CloseTo && k == len(o.verbs)-2:
			return append(verbs, codeCloseEnd), x, y
		case v == geom.LineTo && o.pts[i].y == at.y:
			code = codeAcross
		case v == geom.LineTo && o.pts[i].x == at.x:
			code = codeDown
		}
		verbs = append(verbs, code)
		for n := range v.Points() {
			from, to := at, o.pts[i]
			if v == geom.CubeTo && (n > 0 || o.verbs[k] == geom.CubeTo) {
				from = expected(at, before)
			}
			if code != codeDown {
				x = number(x, to.x-from.x)
			}
			if code != codeAcross {
				y = number(y, to.y-from.y)
			}
			before, at, i = at, to, i+1
		}
	}
	return append(verbs, codeEnd), x, y
}

// expected is as far on from a point as that is from the one before it.
func expected(at, before point) point { return point{2*at.x - before.x, 2*at.y - before.y} }

// multiples reports whether all points are multiples of a length.
func (o *outline) multiples(of int32) bool {
	for _, p := range o.pts {
		if p.x%of != 0 || p.y%of != 0 {
			return false
		}
	}
	return true
}
