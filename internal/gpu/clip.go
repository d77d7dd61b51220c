package gpu

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// within is the clips by paths that a shape's mask is multiplied by; to maps their
// outermost coordinates to device pixels.
type within struct {
	clip *draw.Clip // nil: none
	to   geom.Affine
}

// local maps the coordinates of a clip to pixels relative to (ox, oy).
func (w *within) local(c *draw.Clip, ox, oy int) geom.Affine {
	to := c.M.Then(w.to)
	to.E, to.F = to.E-float64(ox), to.F-float64(oy)
	return to
}

// digest adds the clips to the key of a shape whose origin lies on the pixel (ox, oy).
func (w *within) digest(h *shapeKey, ox, oy int) {
	var fill geom.Pen
	for c := w.clip; c != nil; c = c.Outer {
		h.shape(c.Path, &fill, w.local(c, ox, oy))
	}
}

// bounds is the extent of what the clips show, relative to (ox, oy).
func (w *within) bounds(ox, oy int) geom.Rect {
	b := w.to.Bounds(w.clip.Bounds())
	b.X, b.Y = b.X-float64(ox), b.Y-float64(oy)
	return b
}

// cutOut multiplies the raster by the clips. Its window of w by h pixels begins at
// r.origin, relative to (ox, oy).
func (r *Renderer) cutOut(ox, oy, w, h, strip int) {
	for c := r.within.clip; c != nil && len(r.raster.Spans) > 0; c = c.Outer {
		r.path.Reset()
		r.path.Append(*c.Path, r.within.local(c, ox, oy))
		r.stencil.Begin(w, h, strip)
		r.stencil.Path(&r.path, flatness, geom.Pt{X: r.origin[0], Y: r.origin[1]})
		r.stencil.Finish()
		r.raster.Meet(&r.stencil)
	}
}

// holding is the whole pixels that hold b, within what an int and a picture can hold.
func holding(b geom.Rect) box {
	far := func(v float64) float32 {
		if v < -1<<20 {
			return -1 << 20
		}
		if v > 1<<20 {
			return 1 << 20
		}
		return float32(v)
	}
	return box{
		far(math.Floor(b.X)), far(math.Floor(b.Y)),
		far(math.Ceil(b.Right())), far(math.Ceil(b.Bottom())),
	}
}

// through paints the mark at i, which has no mask of its own to multiply, and those
// of its kind that follow within the same clip: aside, and then through the clip's
// mask. It returns the index of what comes after them.
func (r *Renderer) through(marks []draw.Mark, i int) int {
	first, at := &marks[i], r.clip
	if r.inner.aside { // small, and seen through the clip of what is around it
		r.mark(first)
		return i + 1
	}
	before := r.aside(at)
	for ; i < len(marks); i++ {
		m := &marks[i]
		if !shows(m) {
			continue
		}
		if m.Kind == draw.KindShape || m.Kind == draw.KindSheet || m.Within != first.Within || m.Clip != first.Clip {
			break
		}
		r.mark(m)
	}
	r.back(before)
	r.lay(r.layers.scratch, at, at.x0, at.y0, 1, first.Within)
	return i
}
