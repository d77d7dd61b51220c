package coverage

import (
	"lianhua/internal/geom"
)

// Span is a rectangle of pixels, relative to the raster's origin: a mask, whose
// rows of W bytes begin at Masks[At], or solid where At is negative.
type Span struct {
	X, Y, W, H int
	At         int
}

// Solid is the At of a span that is wholly covered.
const Solid = -1

// tile is the width in pixels of what is either stored or not.
const tile = 8

// shortGap is how many tiles without an edge a mask goes on over: a span costs more than
// their pixels.
const shortGap = 2

// maxSpan is the greatest width of a mask, so that masks pack well.
const maxSpan = 512

// Raster accumulates the edges of one shape and finishes them into spans. The
// zero value is ready.
type Raster struct {
	Spans []Span
	Masks []byte

	w, h, strip int
	edges       []edge
	start, refs []int32 // edges by strip: refs[start[s]:start[s+1]]
	acc         []float32
	touched     []bool
	carry       []float32
	open        []int32 // solid spans that end at the strip in work

	at, first geom.Pt
	began     bool

	// What Meet makes, and then what it was made of.
	met struct {
		spans []Span
		masks []byte
		row   []byte
	}
}

type edge struct{ x0, y0, x1, y1 float64 }

// Begin empties the raster for a shape within a window of w by h pixels, to be
// worked out in strips of the given height.
func (r *Raster) Begin(w, h, strip int) {
	r.w, r.h, r.strip = w, h, strip
	r.edges = r.edges[:0]
	r.Spans, r.Masks = r.Spans[:0], r.Masks[:0]
	r.began = false
}

// To goes on to a point, in pixels from the window's corner; with move it closes
// the contour and begins another. It is a visitor for geom.Path.Flatten.
func (r *Raster) To(p geom.Pt, move bool) {
	if move {
		r.close()
		r.first, r.began = p, true
	} else {
		r.edge(r.at, p)
	}
	r.at = p
}

// Path goes along a path's contours as To along their points: curves within tol, and
// from is where the window's corner lies.
func (r *Raster) Path(p *geom.Path, tol float64, from geom.Pt) {
	for _, v := range p.Verbs {
		if v == geom.QuadTo || v == geom.CubeTo {
			p.Flatten(tol, func(to geom.Pt, move bool) { r.To(geom.Pt{X: to.X - from.X, Y: to.Y - from.Y}, move) })
			return
		}
	}
	// Strokes are lines, and very many: without a call for each.
	i := 0
	for _, v := range p.Verbs {
		if v == geom.CloseTo {
			r.close()
			r.at = r.first
			continue
		}
		to := geom.Pt{X: p.Pts[i].X - from.X, Y: p.Pts[i].Y - from.Y}
		i++
		if v == geom.MoveTo {
			r.close()
			r.first, r.began = to, true
		} else {
			r.edge(r.at, to)
		}
		r.at = to
	}
}

func (r *Raster) close() {
	if r.began && r.at != r.first {
		r.edge(r.at, r.first)
	}
}

// edge keeps what of an edge matters to the window: what lies left of it is
// pressed onto its left side, what lies right of it onto its right.
func (r *Raster) edge(a, b geom.Pt) {
	h, w := float64(r.h), float64(r.w)
	if a.Y <= 0 && b.Y <= 0 || a.Y >= h && b.Y >= h {
		return
	}
	if a.Y == b.Y && (a.X <= 0 && b.X <= 0 || a.X >= w && b.X >= w) {
		return
	}
	if a.X >= 0 && b.X >= 0 && a.X <= w && b.X <= w && a.Y >= 0 && b.Y >= 0 && a.Y <= h && b.Y <= h {
		// Most lie inside: the calls below would change nothing, and take a while in WASM.
		r.edges = append(r.edges, edge{a.X, a.Y, b.X, b.Y})
		return
	}
	a, b = clipY(a, b, h), clipY(b, a, h)
	r.clipX(a, b, w)
}

// clipY moves a along a line to b into the window's rows.
func clipY(a, b geom.Pt, h float64) geom.Pt {
	switch {
	case a.Y < 0:
		return geom.Pt{X: a.X + (b.X-a.X)*(0-a.Y)/(b.Y-a.Y), Y: 0}
	case a.Y > h:
		return geom.Pt{X: a.X + (b.X-a.X)*(h-a.Y)/(b.Y-a.Y), Y: h}
	}
	return a
}

func (r *Raster) clipX(a, b geom.Pt, w float64) {
	for _, side := range [2]float64{0, w} {
		if (a.X < side) != (b.X < side) && a.X != side && b.X != side {
			y := a.Y + (b.Y-a.Y)*(side-a.X)/(b.X-a.X)
			mid := geom.Pt{X: side, Y: y}
			r.clipX(a, mid, w)
			r.clipX(mid, b, w)
			return
		}
	}
	r.edges = append(r.edges, edge{within(a.X, 0, w), a.Y, within(b.X, 0, w), b.Y})
}

// Finish works out Spans and Masks, which stay until the next Begin.
func (r *Raster) Finish() {
	r.close()
	if r.w <= 0 || r.h <= 0 || len(r.edges) == 0 {
		return
	}
	tiles := (r.w + tile - 1) / tile
	stride := tiles*tile + 1
	r.acc = grow(r.acc, stride*r.strip)
	r.touched = grow(r.touched, tiles+1)
	r.carry = grow(r.carry, r.strip)
	r.open = r.open[:0]
	if r.h <= r.strip {
		for i := range r.edges {
			r.add(&r.edges[i], 0, r.h, stride)
		}
		r.sweep(0, r.h, tiles, stride)
		return
	}
	r.bin()
	for s := 0; s*r.strip < r.h; s++ {
		y := s * r.strip
		rows := min(r.strip, r.h-y)
		for _, i := range r.refs[r.start[s]:r.start[s+1]] {
			r.add(&r.edges[i], float64(y), rows, stride)
		}
		r.sweep(y, rows, tiles, stride)
	}
}

// within limits v to lo and hi. The language's min and max are calls in WASM,
// for the sake of what is not a number, and took a quarter of the time.
func within(v, lo, hi float64) float64 {
	if v < lo {
		return lo
	}
	if v > hi {
		return hi
	}
	return v
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// bin sorts the edges by the strips that they cross.
func (r *Raster) bin() {
	n := (r.h + r.strip - 1) / r.strip
	r.start = grow(r.start, n+2)
	clear(r.start)
	for i := range r.edges {
		a, b := r.strips(&r.edges[i], n)
		for s := a; s <= b; s++ {
			r.start[s+2]++
		}
	}
	for s := 2; s < len(r.start); s++ {
		r.start[s] += r.start[s-1]
	}
	r.refs = grow(r.refs, int(r.start[n+1]))
	for i := range r.edges {
		a, b := r.strips(&r.edges[i], n)
		for s := a; s <= b; s++ {
			r.refs[r.start[s+1]] = int32(i)
			r.start[s+1]++
		}
	}
}

func (r *Raster) strips(e *edge, n int) (first, last int) {
	lo, hi := e.y0, e.y1
	if lo > hi {
		lo, hi = hi, lo
	}
	first = min(int(lo)/r.strip, n-1)
	last = min((ceil(hi)-1)/r.strip, n-1)
	return first, max(first, last)
}
