package gpu

import (
	"math"

	"lianhua/internal/geom"
	"lianhua/internal/gpu/pack"
)

// shapeKey is a digest of all that a shape's mask depends on: two of them, so
// that a clash is out of the question.
type shapeKey [2]uint64

func newShapeKey() shapeKey { return shapeKey{0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F} }

// finest is how many places to a pixel, across and down, a digest tells apart: a mask
// has 256 levels, and what arithmetic leaves of whole pixels is far less.
const finest = 4096

// shape digests a path, its pen and its transform to pixels: where its points come to
// lie. So what stands elsewhere by whole pixels has the same, whether by its transform
// or by its points.
func (h *shapeKey) shape(p *geom.Path, pen *geom.Pen, to geom.Affine) {
	h.add(uint64(len(p.Verbs)))
	var word uint64
	for i, v := range p.Verbs {
		word = word<<8 | uint64(v)
		if i&7 == 7 {
			h.add(word)
		}
	}
	h.add(word)
	m := geom.Affine{A: finest * to.A, B: finest * to.B, C: finest * to.C, D: finest * to.D, E: finest*to.E + 0.5, F: finest*to.F + 0.5}
	for _, q := range p.Pts {
		x, y := int64(math.Floor(m.A*q.X+m.C*q.Y+m.E)), int64(math.Floor(m.B*q.X+m.D*q.Y+m.F))
		h.add(uint64(x)<<32 ^ uint64(y))
	}
	if pen.Width <= 0 {
		return
	}
	h.add(uint64(pen.Cap)<<8 | uint64(pen.Join))
	for _, v := range [...]float64{pen.Width, pen.Dash, pen.Gap, pen.Phase, to.A, to.B, to.C, to.D} {
		h.add(math.Float64bits(v))
	}
}

// add mixes a word in (the multiply and xor-shift of MurmurHash3's finaliser).
func (h *shapeKey) add(v uint64) {
	a := (h[0] ^ v) * 0xFF51AFD7ED558CCD
	h[0] = a ^ a>>33
	b := (h[1] + v) * 0xC4CEB9FE1A85EC53
	h[1] = b ^ b>>29
}

const (
	// sweepEvery is how often, in frames, what is no longer drawn is dropped.
	sweepEvery = 120
	// crowded is the number of shapes beyond which only this frame's may stay.
	crowded = 8192
)

// sweep drops, now and then, what no recent frame showed.
func (r *Renderer) sweep() {
	switch {
	case len(r.shapes) > crowded:
		r.evict(r.frame - 1)
	case r.frame%sweepEvery == 0 && r.frame > sweepEvery:
		r.evict(r.frame - sweepEvery)
	}
}

// evict drops the masks that were last shown before the given frame.
func (r *Renderer) evict(before uint32) {
	for k, e := range r.shapes {
		if e.used < before {
			r.drop(e)
			delete(r.shapes, k)
		}
	}
	for k, e := range r.glyphs {
		if e.used < before {
			r.drop(e)
			delete(r.glyphs, k)
		}
	}
}

// drop gives a mask's room back.
func (r *Renderer) drop(e *mask) {
	for i := range e.parts {
		if s := e.parts[i].slot; s.W != 0 {
			r.atlas.room.Free(s)
		}
	}
	r.parts.Give(e.parts)
	*e = mask{}
	// As many as are shown are enough for the frames to come.
	if len(r.spare) < len(r.shapes)+len(r.glyphs) {
		r.spare = append(r.spare, e)
	}
}

func (r *Renderer) take() *mask {
	if n := len(r.spare); n > 0 {
		e := r.spare[n-1]
		r.spare = r.spare[:n-1]
		return e
	}
	return new(mask)
}

// room finds place in the atlas: first by itself, then in what passes, then in what
// neither this frame nor the one before has shown, then in a larger atlas, then in what
// this frame has not shown yet, and at last by drawing what is waiting and dropping what
// this frame has shown.
func (r *Renderer) room(w, h int) (pack.Slot, bool) {
	if s, ok := r.atlas.room.Put(w, h); ok {
		return s, true
	}
	if r.gone() {
		if s, ok := r.atlas.room.Put(w, h); ok {
			return s, true
		}
	}
	r.evict(r.frame - 1)
	if s, ok := r.atlas.room.Put(w, h); ok {
		return s, true
	}
	if r.atlas.grow() {
		if s, ok := r.atlas.room.Put(w, h); ok {
			return s, true
		}
	}
	r.evict(r.frame)
	if s, ok := r.atlas.room.Put(w, h); ok {
		return s, true
	}
	r.flush()
	r.evict(r.frame + 1)
	return r.atlas.room.Put(w, h)
}
