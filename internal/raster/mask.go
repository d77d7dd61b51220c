package raster

import (
	"image"
	"image/draw"
	"math"

	"lianhua/internal/geom"
)

// maskSide is the largest mask, in pixels, for which x/image/vector works in
// fixed point, which is the same on every architecture and fast.
const maskSide = 512

// grid is the number of places to a pixel that polygons are set on. It keeps
// polygons free of the last bits of a sine, in which architectures may differ,
// and exact in the float32 that the rasteriser takes.
const grid = 256

// polygon is a flattened path in pixels, closed contours one after another.
type polygon struct {
	pts    []vertex
	bounds image.Rectangle // whole pixels that hold it
	x0, y0 float64
	x1, y1 float64
	visit  func(to geom.Pt, move bool)
}

type vertex struct {
	x, y float64
	move bool
}

// flatten takes a path whose coordinates are pixels.
func (g *polygon) flatten(p *geom.Path) {
	if g.visit == nil {
		g.visit = g.add
	}
	g.pts = g.pts[:0]
	g.x0, g.y0, g.x1, g.y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	p.Flatten(flatness, g.visit)
	if len(g.pts) == 0 {
		g.bounds = image.Rectangle{}
		return
	}
	const far = 1 << 20
	floor := func(v float64) int { return int(math.Floor(math.Max(-far, math.Min(far, v)))) }
	ceil := func(v float64) int { return int(math.Ceil(math.Max(-far, math.Min(far, v)))) }
	g.bounds = image.Rect(floor(g.x0), floor(g.y0), ceil(g.x1), ceil(g.y1))
}

func (g *polygon) add(to geom.Pt, move bool) {
	x, y := math.Floor(to.X*grid+0.5)/grid, math.Floor(to.Y*grid+0.5)/grid
	g.pts = append(g.pts, vertex{x, y, move})
	g.x0, g.x1 = math.Min(g.x0, x), math.Max(g.x1, x)
	g.y0, g.y1 = math.Min(g.y0, y), math.Max(g.y1, y)
}

// fill paints the inside of a path in pixels by the non-zero rule.
func (r *Renderer) fill(p *geom.Path) {
	r.poly.flatten(p)
	r.fillTraced()
}

// fillTraced paints the inside of the polygon.
func (r *Renderer) fillTraced() {
	b := r.poly.bounds.Intersect(r.clip)
	if b.Empty() {
		return
	}
	if r.poly.upright() {
		r.fillRect(b)
		return
	}
	r.tiles(b)
}

// tiles paints what of the polygon lies in b, by masks that are small enough.
func (r *Renderer) tiles(b image.Rectangle) {
	for y := b.Min.Y; y < b.Max.Y; y += maskSide {
		for x := b.Min.X; x < b.Max.X; x += maskSide {
			part := image.Rect(x, y, x+maskSide, y+maskSide).Intersect(b)
			r.cover(part)
			r.blend(part, r.mask.Pix, part.Dx())
		}
	}
}

// beyond is whether all points of a path, which `to` maps to pixels, lie so many pixels to
// one side of what can be painted, and so the path too: of a part of a large picture, most
// does.
func (r *Renderer) beyond(p *geom.Path, to geom.Affine, by float64) bool {
	by++ // what is flattened is laid on a grid
	x0, y0 := float64(r.clip.Min.X)-by, float64(r.clip.Min.Y)-by
	x1, y1 := float64(r.clip.Max.X)+by, float64(r.clip.Max.Y)+by
	left, right, above, below := true, true, true, true
	for _, q := range p.Pts {
		q = to.At(q)
		left, right = left && q.X < x0, right && q.X > x1
		above, below = above && q.Y < y0, below && q.Y > y1
		if !left && !right && !above && !below {
			return false
		}
	}
	return true
}

// blend paints a mask that lies over part; stride is the length of its rows.
func (r *Renderer) blend(part image.Rectangle, cover []byte, stride int) {
	w := part.Dx()
	for y := part.Min.Y; y < part.Max.Y; y++ {
		i := r.dst.PixOffset(part.Min.X, y)
		k := (y - part.Min.Y) * stride
		r.row(r.dst.Pix[i:i+4*w], cover[k:k+w], part.Min.X, y)
	}
}

// cover rasterises the polygon into r.mask, whose first pixel is part's.
func (r *Renderer) cover(part image.Rectangle) {
	w, h := part.Dx(), part.Dy()
	r.z.Reset(w, h)
	r.z.DrawOp = draw.Src
	e := edges{z: &r.z, ox: float64(part.Min.X), oy: float64(part.Min.Y), w: float64(w), h: float64(h)}
	var first, at vertex
	for i, v := range r.poly.pts {
		if v.move {
			if i > 0 {
				e.line(at, first)
			}
			first = v
		} else {
			e.line(at, v)
		}
		at = v
	}
	e.line(at, first)
	if n := w * h; cap(r.mask.Pix) < n {
		r.mask.Pix = make([]byte, n)
	} else {
		r.mask.Pix = r.mask.Pix[:n]
	}
	r.mask.Stride, r.mask.Rect = w, image.Rect(0, 0, w, h)
	r.z.Draw(&r.mask, r.mask.Rect, image.Opaque, image.Point{})
}

type lineTo interface {
	MoveTo(x, y float32)
	LineTo(x, y float32)
}

// edges feeds a rasteriser with what matters to its window: nothing above or
// below, and what lies beside it pressed onto its sides.
type edges struct {
	z            lineTo
	ox, oy, w, h float64
	penX, penY   float64
	down         bool
}

func (e *edges) line(a, b vertex) {
	ax, ay, bx, by := a.x-e.ox, a.y-e.oy, b.x-e.ox, b.y-e.oy
	if ay == by || ay <= 0 && by <= 0 || ay >= e.h && by >= e.h {
		return
	}
	if ax <= 0 && bx <= 0 {
		ax, bx = 0, 0
	} else if ax >= e.w && bx >= e.w {
		ax, bx = e.w, e.w
	}
	if !e.down || ax != e.penX || ay != e.penY {
		e.z.MoveTo(float32(ax), float32(ay))
	}
	e.z.LineTo(float32(bx), float32(by))
	e.penX, e.penY, e.down = bx, by, true
}

// upright reports whether the polygon is one rectangle with level sides.
func (g *polygon) upright() bool {
	n := len(g.pts)
	if n < 4 || n > 5 || n == 5 && (g.pts[4].x != g.pts[0].x || g.pts[4].y != g.pts[0].y) {
		return false
	}
	a, b, c, d := g.pts[0], g.pts[1], g.pts[2], g.pts[3]
	if b.move || c.move || d.move || n == 5 && g.pts[4].move {
		return false
	}
	return a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x ||
		a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y
}

// fillRect paints the upright rectangle that the polygon is, without a mask of
// its whole area: all rows between the first and the last are alike.
func (r *Renderer) fillRect(b image.Rectangle) {
	w := b.Dx()
	if cap(r.mask.Pix) < w {
		r.mask.Pix = make([]byte, max(w, maskSide*maskSide))
	}
	cover := r.mask.Pix[:w]
	g := &r.poly
	last := -1.0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		v := overlap(y, g.y0, g.y1)
		if v != last {
			for i := range cover {
				cover[i] = uint8(v*overlap(b.Min.X+i, g.x0, g.x1)*255 + 0.5)
			}
			last = v
		}
		i := r.dst.PixOffset(b.Min.X, y)
		r.row(r.dst.Pix[i:i+4*w], cover, b.Min.X, y)
	}
}

// overlap is how much of the pixel's unit from i to i+1 lies between lo and hi.
func overlap(i int, lo, hi float64) float64 {
	return math.Max(0, math.Min(float64(i)+1, hi)-math.Max(float64(i), lo))
}
