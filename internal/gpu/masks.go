package gpu

import (
	"math"

	"lianhua/internal/coverage"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/gpu/pack"
)

// flatness is how far, in pixels, a mask may stray from its curves.
const flatness = 0.05

const (
	stripRows  = 16
	strokeRows = 32 // of strokes, which have little that is solid
	// dense is the side up to which a shape is one mask and not strips.
	dense = 96
	thin  = 24
)

// mask is a rasterised shape: its parts lie relative to the pixel of its origin.
type mask struct {
	parts []part
	used  uint32 // the last frame that showed it
	// A shape that reaches far beyond the picture is only worked out for the
	// window in which it was asked for.
	partial bool
	window  window
}

type part struct {
	x, y, w, h int
	slot       pack.Slot // empty: solid
}

type window struct{ x, y, w, h int } // relative to the origin

// shape paints a filled or stroked path.
func (r *Renderer) shape(m *draw.Mark, to geom.Affine, k *ink) {
	if m.Path == nil || len(m.Path.Pts) == 0 {
		return
	}
	if m.Pen.Width <= 0 && r.within.clip == nil {
		if r.simple(m.Path, to, k) || r.glow(m, to, k) {
			return
		}
		if k.row == 0 && k.a == 1 && scattered(m.Path) {
			r.scatter(m.Path, to, k)
			return
		}
	}
	if m.Pen.Width > 0 && r.within.clip == nil && k.row == 0 && k.a == 1 && !r.passing.on {
		r.strokes(m.Path, &m.Pen, to, k)
		return
	}
	r.masked(m.Path, &m.Pen, to, k)
}

// masked paints a path by its mask, which is made where it is not kept.
func (r *Renderer) masked(path *geom.Path, pen *geom.Pen, to geom.Affine, k *ink) {
	r.maskedIn(r.clip, path, pen, to, k)
}

// maskedIn paints a path by its mask within a frame inside of the clip.
func (r *Renderer) maskedIn(frame box, path *geom.Path, pen *geom.Pen, to geom.Affine, k *ink) {
	w := r.within
	frame = r.within.frame(frame)
	ox, oy := origin(path, to)
	e, passes := r.maskOf(path, pen, to, ox, oy)
	r.within = w
	if frame == r.clip {
		r.paste(e, ox, oy, k)
	} else {
		r.framed(frame, e, ox, oy, box{}, k)
	}
	if !passes {
		return
	}
	r.passes(e)
	if r.passing.area > passingArea {
		r.gone()
	}
}

// origin is the pixel that a path begins in.
func origin(path *geom.Path, to geom.Affine) (x, y int) {
	at := geom.Pt{X: to.E, Y: to.F}
	if len(path.Pts) > 0 {
		at = to.At(path.Pts[0])
	}
	return int(math.Floor(at.X)), int(math.Floor(at.Y))
}

// maskOf is the mask of a path whose origin lies on the pixel (ox, oy), and whether it
// passes.
func (r *Renderer) maskOf(path *geom.Path, pen *geom.Pen, to geom.Affine, ox, oy int) (e *mask, passes bool) {
	local := to
	local.E, local.F = to.E-float64(ox), to.F-float64(oy)
	key := newShapeKey()
	key.shape(path, pen, local)
	r.within.digest(&key, ox, oy)
	e = r.shapes[key]
	for e != nil && e.partial && e.window != r.window(ox, oy) {
		if e.used == r.frame { // another of its kind stands elsewhere
			key.add(1)
			e = r.shapes[key]
			continue
		}
		r.drop(e)
		delete(r.shapes, key)
		e = nil
	}
	if e == nil {
		r.path.Reset()
		if pen.Width > 0 {
			r.stroke.Reset()
			path.Outline(&r.stroke, *pen, flatness/to.Scale())
			r.path.Append(r.stroke, local)
		} else {
			r.path.Append(*path, local)
		}
		rows := stripRows
		if pen.Width > 0 {
			rows = strokeRows
		}
		e = r.make(ox, oy, 0, rows)
		if r.passing.on {
			return e, true
		}
		r.shapes[key] = e
	}
	e.used = r.frame
	return e, false
}

func (r *Renderer) window(ox, oy int) window { return window{-ox, -oy, r.w, r.h} }

// simple paints upright rectangles and discs, which need no mask.
func (r *Renderer) simple(p *geom.Path, to geom.Affine, k *ink) bool {
	if at, ok := upright(p, to); ok {
		r.rect(at, k)
		return true
	}
	if len(p.Pts) != 13 || len(p.Verbs) != 6 {
		return false
	}
	c, rad, ok := circle(p)
	if !ok || math.Abs(to.A*to.C+to.B*to.D) > 1e-9 || math.Abs(to.A*to.A+to.B*to.B-to.C*to.C-to.D*to.D) > 1e-9 {
		return false
	}
	r.disc(to.At(c), rad*to.Scale(), k)
	return true
}

// circle reports whether a path is what geom.Path.Circle adds, and which.
func circle(p *geom.Path) (c geom.Pt, rad float64, ok bool) {
	right, bottom, left, top := p.Pts[0], p.Pts[3], p.Pts[6], p.Pts[9]
	c = geom.Pt{X: (right.X + left.X) / 2, Y: (top.Y + bottom.Y) / 2}
	rad = right.X - c.X
	near := func(p geom.Pt, x, y float64) bool {
		return math.Abs(p.X-c.X-x*rad) <= 1e-6*rad && math.Abs(p.Y-c.Y-y*rad) <= 1e-6*rad
	}
	const k = 0.5522847498307936
	ok = rad > 0 && p.Verbs[5] == geom.CloseTo &&
		near(right, 1, 0) && near(bottom, 0, 1) && near(left, -1, 0) && near(top, 0, -1) && near(p.Pts[12], 1, 0) &&
		near(p.Pts[1], 1, k) && near(p.Pts[2], k, 1) && near(p.Pts[4], -k, 1) && near(p.Pts[5], -1, k) &&
		near(p.Pts[7], -1, -k) && near(p.Pts[8], -k, -1) && near(p.Pts[10], k, -1) && near(p.Pts[11], 1, -k)
	for _, v := range p.Verbs[1:5] {
		ok = ok && v == geom.CubeTo
	}
	return c, rad, ok
}

// make rasterises r.path, whose origin lies on the pixel (ox, oy), in strips of so many
// rows where it is large, with a border of empty pixels around a mask that is to be
// sampled in between.
func (r *Renderer) make(ox, oy, border, strip int) *mask {
	e := r.take()
	e.used = r.frame
	b := r.path.Bounds()
	// What is not a number shows nothing, rather than end a kiosk's day.
	if b.W == 0 && b.H == 0 || !(b.W+b.H < math.MaxInt32) {
		return e
	}
	// Left and right are kept within what an int and a picture can hold.
	far := func(v float64) int { return int(math.Max(-1<<20, math.Min(1<<20, v))) }
	x0, y0 := far(math.Floor(b.X))-border, far(math.Floor(b.Y))-border
	x1, y1 := far(math.Ceil(b.Right()))+border, far(math.Ceil(b.Bottom()))+border
	if border == 0 && (x1-x0 > 2*r.w+64 || y1-y0 > 2*r.h+64) {
		e.partial, e.window = true, r.window(ox, oy)
		x0, y0 = max(x0, e.window.x), max(y0, e.window.y)
		x1, y1 = min(x1, e.window.x+r.w), min(y1, e.window.y+r.h)
	}
	if border == 0 && r.within.clip != nil {
		b := holding(r.within.bounds(ox, oy))
		x0, y0, x1, y1 = max(x0, int(b.x0)), max(y0, int(b.y0)), min(x1, int(b.x1)), min(y1, int(b.y1))
	}
	w, h := x1-x0, y1-y0
	if w <= 0 || h <= 0 {
		return e
	}
	if border > 0 || w <= dense && h <= dense || h <= thin || w <= thin && h <= 512 {
		strip = h
	}
	r.raster.Begin(w, h, strip)
	r.origin = [2]float64{float64(x0), float64(y0)}
	r.raster.Path(&r.path, flatness, geom.Pt{X: r.origin[0], Y: r.origin[1]})
	r.raster.Finish()
	if border == 0 {
		r.cutOut(ox, oy, w, h, strip)
	}
	r.stats.Made++
	if len(r.raster.Spans) == 0 {
		return e
	}
	e.parts = r.parts.Take(len(r.raster.Spans))
	for _, s := range r.raster.Spans {
		p := part{x: x0 + s.X, y: y0 + s.Y, w: s.W, h: s.H}
		if s.At != coverage.Solid {
			slot, ok := r.room(s.W, s.H)
			if !ok {
				continue
			}
			r.atlas.write(slot, r.raster.Masks[s.At:], s.W)
			p.slot = slot
		}
		e.parts = append(e.parts, p)
	}
	return e
}

// paste paints a mask with its origin on the pixel (ox, oy).
func (r *Renderer) paste(e *mask, ox, oy int, k *ink) {
	for i := range e.parts {
		p := &e.parts[i]
		at := box{float32(p.x + ox), float32(p.y + oy), float32(p.x + p.w + ox), float32(p.y + p.h + oy)}
		if p.slot.W == 0 {
			r.solid(at, k)
		} else {
			r.quad(at, float32(p.slot.X), float32(p.slot.Y), 1, 1, 0, k)
		}
	}
}
