package gpu

import (
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// manner is which shader a quad needs; the first of a batch decides, except that
// what is plain may go with what is rich, and with a layer.
type manner uint8

const (
	plain manner = iota
	rich
	layered
	between
	carried
)

// joins reports whether quads of both manners may be painted in one call.
func (m manner) joins(n manner) bool {
	return m == n || max(m, n) < between && (m == plain || n == plain)
}

// box is a rectangle in device pixels.
type box struct{ x0, y0, x1, y1 float32 }

func (b box) empty() bool { return b.x0 >= b.x1 || b.y0 >= b.y1 }

func (b box) area() int { return int((b.x1 - b.x0) * (b.y1 - b.y0)) }

// meet is what both have in common; what is not a number stays. The language's min and
// max are calls in WASM.
func (b box) meet(c box) box {
	if c.x0 > b.x0 || c.x0 != c.x0 {
		b.x0 = c.x0
	}
	if c.y0 > b.y0 || c.y0 != c.y0 {
		b.y0 = c.y0
	}
	if c.x1 < b.x1 || c.x1 != c.x1 {
		b.x1 = c.x1
	}
	if c.y1 < b.y1 || c.y1 != c.y1 {
		b.y1 = c.y1
	}
	return b
}

// with is the box around both; an empty one takes no part.
func (b box) with(c box) box {
	switch {
	case c.empty():
		return b
	case b.empty():
		return c
	}
	return box{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1)}
}

// beyond is the sides of the box that a point lies at or beyond, a bit for each.
func (b box) beyond(x, y float32) (sides uint8) {
	if x <= b.x0 {
		sides |= 1
	}
	if x >= b.x1 {
		sides |= 2
	}
	if y <= b.y0 {
		sides |= 4
	}
	if y >= b.y1 {
		sides |= 8
	}
	return sides
}

func (b box) holds(c box) bool {
	return c.x0 >= b.x0 && c.y0 >= b.y0 && c.x1 <= b.x1 && c.y1 <= b.y1
}

// batch is the quads of one draw call.
type batch struct {
	manner   manner
	layer    *ebiten.Image // where it is layered
	vertices []ebiten.Vertex
	indices  []uint32
	options  ebiten.DrawTrianglesShaderOptions
	poly     [2][8]ebiten.Vertex // a polygon while it is clipped
	panes    []pane
	shades   shades
}

func (b *batch) reset() {
	b.manner, b.layer = plain, nil
	b.vertices, b.indices, b.panes = b.vertices[:0], b.indices[:0], b.panes[:0]
}

// want makes the batch one that m can join.
func (r *Renderer) want(m manner, layer *ebiten.Image) {
	b := &r.batch
	if len(b.indices) > 0 && (!m.joins(b.manner) || layer != nil && layer != b.layer && b.layer != nil) {
		r.flush()
	}
	if m > b.manner || len(b.indices) == 0 {
		b.manner = m
	}
	if layer != nil {
		b.layer = layer
	}
}

// ink is what a mark is painted with: a premultiplied colour, or a ramp whose
// place is linear in the pixel's: p0 = x0·X + y0·Y + c0, and p1 alike.
type ink struct {
	r, g, b, a float32
	row        float32
	clear      bool // something shows through it, or may
	x0, y0, c0 float64
	x1, y1, c1 float64
	layer      *ebiten.Image // what the place is of, instead of a ramp
	moved      bool          // and may be one in between its pixels
}

func solid(c draw.Color, alpha float64) ink {
	a := float64(c.A()) / 255 * alpha
	k := a / 255
	return ink{r: float32(float64(c.R()) * k), g: float32(float64(c.G()) * k), b: float32(float64(c.B()) * k), a: float32(a)}
}

// ink takes a paint whose own coordinates `to` maps to pixels; ok is false where
// it shows nothing.
func (r *Renderer) ink(p *draw.Paint, alpha float64, to geom.Affine) (k ink, ok bool) {
	if p.Ramp.Kind == draw.Solid {
		k = solid(p.Color, alpha)
		return k, k.a > 0
	}
	inv, ok := to.Inverse()
	if !ok || p.Ramp.N == 0 {
		return ink{}, false
	}
	row, ok := r.ramps.row(&p.Ramp, r.frame)
	if !ok {
		r.flush()
		r.ramps.forget()
		row, _ = r.ramps.row(&p.Ramp, r.frame)
	}
	a := float32(alpha)
	k = ink{r: a, g: a, b: a, a: a, row: float32(row + 1)}
	for _, s := range p.Ramp.Stops[:p.Ramp.N] {
		k.clear = k.clear || s.Color.A() < 255
	}
	d := p.Ramp.To.Sub(p.Ramp.From)
	n := d.Dot(d)
	switch {
	case n == 0:
		k.c0 = 1
	case p.Ramp.Kind == draw.Linear:
		k.x0 = (inv.A*d.X + inv.B*d.Y) / n
		k.y0 = (inv.C*d.X + inv.D*d.Y) / n
		k.c0 = ((inv.E-p.Ramp.From.X)*d.X + (inv.F-p.Ramp.From.Y)*d.Y) / n
	default:
		s := 1 / math.Sqrt(n)
		k.row = -k.row
		k.x0, k.y0, k.c0 = inv.A*s, inv.C*s, (inv.E-p.Ramp.From.X)*s
		k.x1, k.y1, k.c1 = inv.B*s, inv.D*s, (inv.F-p.Ramp.From.Y)*s
	}
	return k, true
}

// vertex puts a corner at (x, y) with the source position (u, v).
func (r *Renderer) vertex(p *ebiten.Vertex, x, y, u, v, radius float32, k *ink) {
	p.DstX, p.DstY, p.SrcX, p.SrcY = x+r.offX, y+r.offY, u, v
	p.ColorR, p.ColorG, p.ColorB, p.ColorA = k.r, k.g, k.b, k.a
	p.Custom0, p.Custom1, p.Custom2, p.Custom3 = 0, 0, k.row, -radius
	if k.row != 0 {
		fx, fy := float64(x), float64(y)
		p.Custom0 = float32(k.x0*fx + k.y0*fy + k.c0)
		p.Custom1 = float32(k.x1*fx + k.y1*fy + k.c1)
	}
}

// quad paints an upright rectangle whose corner at the top left takes the source
// position (u, v) and that moves by du and dv for each pixel. With a radius it is
// a disc's.
func (r *Renderer) quad(at box, u, v, du, dv, radius float32, k *ink) {
	part := at.meet(r.clip)
	if part.empty() {
		return
	}
	switch {
	case k.moved:
		r.want(carried, k.layer)
	case k.layer != nil:
		r.want(layered, k.layer)
	case k.row != 0 || radius > 0:
		r.want(rich, nil)
	default:
		r.want(plain, nil)
	}
	u0, v0 := u+(part.x0-at.x0)*du, v+(part.y0-at.y0)*dv
	u1, v1 := u0+(part.x1-part.x0)*du, v0+(part.y1-part.y0)*dv
	b := &r.batch
	n := len(b.vertices)
	if n+4 > cap(b.vertices) {
		b.vertices = slices.Grow(b.vertices, 4)
	}
	b.vertices = b.vertices[:n+4]
	p := b.vertices[n : n+4 : n+4]
	r.vertex(&p[0], part.x0, part.y0, u0, v0, radius, k)
	if p[1], p[2], p[3] = p[0], p[0], p[0]; k.row != 0 {
		r.vertex(&p[1], part.x1, part.y0, u1, v0, radius, k)
		r.vertex(&p[2], part.x1, part.y1, u1, v1, radius, k)
		r.vertex(&p[3], part.x0, part.y1, u0, v1, radius, k)
	} else {
		// What the corners have in common is most of them.
		x1, y1 := part.x1+r.offX, part.y1+r.offY
		p[1].DstX, p[1].SrcX = x1, u1
		p[2].DstX, p[2].DstY, p[2].SrcX, p[2].SrcY = x1, y1, u1, v1
		p[3].DstY, p[3].SrcY = y1, v1
	}
	// What takes no step in the atlas is covered all over.
	b.panes = append(b.panes, pane{part, len(b.indices), du == 0 && radius == 0 && k.a == 1 && !k.clear})
	i := uint32(n)
	b.indices = append(b.indices, i, i+1, i+2, i, i+2, i+3)
}

// solid paints a rectangle that is wholly covered, from a mask that is.
func (r *Renderer) solid(at box, k *ink) { r.quad(at, fullX, fullY, 0, 0, 0, k) }

// turned paints a rectangle of source positions wherever `to` maps it.
func (r *Renderer) turned(src geom.Rect, u, v float32, to geom.Affine, k *ink) {
	b := &r.batch
	poly := b.poly[0][:4]
	bounds := box{math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32}
	for i, c := range [4]geom.Pt{src.Min(), {X: src.Right(), Y: src.Y}, src.Max(), {X: src.X, Y: src.Bottom()}} {
		q := to.At(c)
		x, y := float32(q.X), float32(q.Y)
		r.vertex(&poly[i], x, y, u+float32(c.X-src.X), v+float32(c.Y-src.Y), 0, k)
		bounds = box{min(bounds.x0, x), min(bounds.y0, y), max(bounds.x1, x), max(bounds.y1, y)}
	}
	if bounds.meet(r.clip).empty() {
		return
	}
	if !r.clip.holds(bounds) {
		poly = r.cut(poly)
	}
	if len(poly) < 3 {
		return
	}
	r.want(between, nil)
	n := uint32(len(b.vertices))
	b.vertices = append(b.vertices, poly...)
	for i := uint32(2); i < uint32(len(poly)); i++ {
		b.indices = append(b.indices, n, n+i-1, n+i)
	}
}

// cut clips a convex polygon, one side after another (Sutherland and Hodgman).
func (r *Renderer) cut(poly []ebiten.Vertex) []ebiten.Vertex {
	c := r.clip
	c.x0, c.x1, c.y0, c.y1 = c.x0+r.offX, c.x1+r.offX, c.y0+r.offY, c.y1+r.offY
	for side := range 4 {
		beyond := func(p *ebiten.Vertex) float32 {
			switch side {
			case 0:
				return p.DstX - c.x0
			case 1:
				return c.x1 - p.DstX
			case 2:
				return p.DstY - c.y0
			}
			return c.y1 - p.DstY
		}
		out := r.batch.poly[1-side&1][:0]
		for i := range poly {
			a, b := &poly[i], &poly[(i+1)%len(poly)]
			da, db := beyond(a), beyond(b)
			if da >= 0 {
				out = append(out, *a)
			}
			if (da >= 0) != (db >= 0) {
				out = append(out, along(a, b, da/(da-db)))
			}
		}
		poly = out
	}
	return poly
}

func along(a, b *ebiten.Vertex, t float32) ebiten.Vertex {
	v := *a
	mix := func(x *float32, y float32) { *x += (y - *x) * t }
	mix(&v.DstX, b.DstX)
	mix(&v.DstY, b.DstY)
	mix(&v.SrcX, b.SrcX)
	mix(&v.SrcY, b.SrcY)
	mix(&v.Custom0, b.Custom0)
	mix(&v.Custom1, b.Custom1)
	return v
}

// disc paints a disc whose centre and radius are in pixels.
func (r *Renderer) disc(c geom.Pt, rad float64, k *ink) {
	reach := rad + 0.5
	at := box{
		float32(math.Floor(c.X - reach)), float32(math.Floor(c.Y - reach)),
		float32(math.Ceil(c.X + reach)), float32(math.Ceil(c.Y + reach)),
	}
	r.quad(at, at.x0-float32(c.X), at.y0-float32(c.Y), 1, 1, float32(rad), k)
}

// rect paints an upright rectangle by the area that it covers of each pixel: its
// inside, and the rows and columns that it covers in part.
func (r *Renderer) rect(at box, k *ink) {
	pieces(at, k, func(piece box, k ink) { r.solid(piece, &k) })
}

// pieces paints a box by the area that it covers of each pixel, in boxes of whole pixels
// whose ink is as faint as the part of them that lies inside.
func pieces(b box, k *ink, paint func(piece box, k ink)) {
	var xs, ys [4]float32
	var cx, cy [3]float32
	nx := cuts(b.x0, b.x1, &xs, &cx)
	ny := cuts(b.y0, b.y1, &ys, &cy)
	for j := range ny {
		for i := range nx {
			part := *k
			if c := cx[i] * cy[j]; c != 1 {
				part.r, part.g, part.b, part.a = k.r*c, k.g*c, k.b*c, k.a*c
			}
			paint(box{xs[i], ys[j], xs[i+1], ys[j+1]}, part)
		}
	}
}

// cuts divides lo…hi into whole pixels of equal coverage: n parts, from at[i] to
// at[i+1], each covered by the share of cover[i].
func cuts(lo, hi float32, at *[4]float32, cover *[3]float32) (n int) {
	floor := func(v float32) float32 { return float32(math.Floor(float64(v))) }
	ceil := func(v float32) float32 { return float32(math.Ceil(float64(v))) }
	if !(lo < hi) {
		return 0
	}
	at[0] = floor(lo)
	if ceil(hi)-at[0] <= 1 {
		at[1], cover[0] = at[0]+1, hi-lo
		return 1
	}
	if lo > at[0] {
		at[1], cover[0] = at[0]+1, at[0]+1-lo
		n = 1
	}
	if inner := floor(hi); inner > at[n] {
		at[n+1], cover[n] = inner, 1
		n++
	}
	if hi > at[n] {
		at[n+1], cover[n] = at[n]+1, hi-at[n]
		n++
	}
	return n
}
