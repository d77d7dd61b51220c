package gpu

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// glow paints a disc or ellipse whose ramp has run out at the rim: the ramp alone
// shows its shape, so that it may grow and travel without a mask.
func (r *Renderer) glow(m *draw.Mark, to geom.Affine, k *ink) bool {
	p, ramp := m.Path, &m.Paint.Ramp
	if ramp.Kind != draw.Radial || ramp.N == 0 || ramp.Stops[ramp.N-1].Color.A() != 0 || len(p.Pts) != 13 || len(p.Verbs) != 6 {
		return false
	}
	c, rad, ok := circle(p)
	d := ramp.To.Sub(ramp.From)
	if !ok || c.Sub(ramp.From).Dot(c.Sub(ramp.From)) > 1e-6*rad*rad || d.Dot(d) > rad*rad*(1+1e-6) || ramp.Stops[ramp.N-1].At > 1 {
		return false
	}
	b := to.Bounds(geom.R(c.X-rad, c.Y-rad, 2*rad, 2*rad))
	if !(b.W+b.H < math.MaxInt32) {
		return false
	}
	r.solid(box{
		float32(math.Floor(b.X)), float32(math.Floor(b.Y)),
		float32(math.Ceil(b.Right())), float32(math.Ceil(b.Bottom())),
	}, k)
	return true
}

// manyPieces is the number of contours from which a path's are kept one by one.
const manyPieces = 8

// scattered reports whether a path is many contours that all wind the same way:
// none is another's hole, so the whole is what they show one over the other.
func scattered(p *geom.Path) bool {
	if len(p.Pts) < 2*manyPieces {
		return false
	}
	pieces, first, turned := 0, 0, 0
	end := func(next int) bool {
		if next-first < 2 {
			return true
		}
		pieces++
		sign := 1
		if turn(p.Pts[first:next]) < 0 {
			sign = -1
		}
		if turned == 0 {
			turned = sign
		}
		return sign == turned
	}
	at := 0
	for _, v := range p.Verbs {
		if v == geom.MoveTo {
			if !end(at) {
				return false
			}
			first = at
		}
		at += points(v)
	}
	return end(at) && pieces >= manyPieces
}

// turn is twice the area that a contour's points enclose; its sign is the way
// that they wind.
func turn(pts []geom.Pt) float64 {
	sum, last := 0.0, pts[len(pts)-1]
	for _, q := range pts {
		sum += last.X*q.Y - q.X*last.Y
		last = q
	}
	return sum
}

// points is how many points a verb takes.
func points(v geom.Verb) int {
	switch v {
	case geom.MoveTo, geom.LineTo:
		return 1
	case geom.QuadTo:
		return 2
	case geom.CubeTo:
		return 3
	}
	return 0
}

// scatter paints each contour by a mask of its own: when some of them move, the
// others' masks stay.
func (r *Renderer) scatter(p *geom.Path, to geom.Affine, k *ink) {
	verb, at := 0, 0 // where the contour begins
	next := 0
	for i, v := range p.Verbs {
		if v == geom.MoveTo && i > verb {
			r.piece(p, verb, i, at, next, to, k)
			verb, at = i, next
		}
		next += points(v)
	}
	r.piece(p, verb, len(p.Verbs), at, next, to, k)
}

func (r *Renderer) piece(p *geom.Path, verb, verbEnd, at, end int, to geom.Affine, k *ink) {
	if end-at < 2 {
		return
	}
	r.contour = geom.Path{Verbs: p.Verbs[verb:verbEnd], Pts: p.Pts[at:end]}
	r.masked(&r.contour, &r.fill, to, k)
}

// strokesTogether is how many contours of a stroke have a mask in common.
const strokesTogether = 16

// strokes paints an opaque stroke, whose contours lie one over the other, by a mask for
// so many of them: when some of them move, the others' masks stay.
func (r *Renderer) strokes(p *geom.Path, pen *geom.Pen, to geom.Affine, k *ink) {
	verb, at := 0, 0 // where those begin that have no mask yet
	next, contours := 0, 0
	for i, v := range p.Verbs {
		if v == geom.MoveTo {
			if contours == strokesTogether {
				r.contour = geom.Path{Verbs: p.Verbs[verb:i], Pts: p.Pts[at:next]}
				r.masked(&r.contour, pen, to, k)
				verb, at, contours = i, next, 0
			}
			contours++
		}
		next += points(v)
	}
	if verb == 0 {
		r.masked(p, pen, to, k)
		return
	}
	r.contour = geom.Path{Verbs: p.Verbs[verb:], Pts: p.Pts[at:]}
	r.masked(&r.contour, pen, to, k)
}
