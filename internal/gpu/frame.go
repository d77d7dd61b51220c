package gpu

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// upright is a path that is an upright rectangle, in pixels; ok is false where it is not
// one or `to` turns it.
func upright(p *geom.Path, to geom.Affine) (at box, ok bool) {
	if len(p.Pts) != 4 || len(p.Verbs) != 5 || to.B != 0 || to.C != 0 {
		return box{}, false
	}
	a, b, c, d := p.Pts[0], p.Pts[1], p.Pts[2], p.Pts[3]
	if p.Verbs[4] != geom.CloseTo || a.Y != b.Y || b.X != c.X || c.Y != d.Y || d.X != a.X {
		return box{}, false
	}
	for _, v := range p.Verbs[1:4] {
		if v != geom.LineTo {
			return box{}, false
		}
	}
	a, c = to.At(a), to.At(c)
	return box{
		float32(math.Min(a.X, c.X)), float32(math.Min(a.Y, c.Y)),
		float32(math.Max(a.X, c.X)), float32(math.Max(a.Y, c.Y)),
	}, true
}

// frame takes the upright rectangles off that are the innermost clips, and returns what
// they and b have in common: they cut what is pasted, and where one moves every mask
// stays as it is.
func (w *within) frame(b box) box {
	for ; w.clip != nil; w.clip = w.clip.Outer {
		at, ok := upright(w.clip.Path, w.clip.M.Then(w.to))
		if !ok {
			break
		}
		b = b.meet(at)
	}
	return b
}

// framed paints a mask with its origin on the pixel (ox, oy), or where there is none a
// box, within a frame inside of the clip, see pieces.
func (r *Renderer) framed(frame box, e *mask, ox, oy int, at box, k *ink) {
	clip := r.clip
	pieces(frame, k, func(piece box, k ink) {
		r.clip = piece
		if e != nil {
			r.paste(e, ox, oy, &k)
		} else {
			r.solid(at, &k)
		}
	})
	r.clip = clip
}

// inside paints a box of the picture inside of clips: all of it that they show.
func (r *Renderer) inside(at box, c *draw.Clip, k *ink) {
	w := within{c, r.view}
	frame := w.frame(r.clip)
	if w.clip == nil {
		r.framed(frame, nil, 0, 0, at, k)
		return
	}
	m := w.clip
	r.within = within{m.Outer, r.view}
	r.maskedIn(frame, m.Path, &r.fill, m.M.Then(r.view), k)
	r.within = within{}
}
