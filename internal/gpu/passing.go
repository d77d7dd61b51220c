package gpu

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// passing are masks that are used once, for a layer: they make room in the atlas
// for one another and leave those of the picture alone.
type passing struct {
	on    bool
	masks []*mask
	area  int
}

// passingArea is the number of mask pixels after which those that pass are drawn
// and go.
const passingArea = 1 << 20

// passes takes up a mask that passes.
func (r *Renderer) passes(e *mask) {
	p := &r.passing
	p.masks = append(p.masks, e)
	for i := range e.parts {
		p.area += e.parts[i].slot.W * e.parts[i].slot.H
	}
}

// gone draws what waits, and drops the masks that passed; it reports whether there
// were any.
func (r *Renderer) gone() bool {
	p := &r.passing
	if len(p.masks) == 0 {
		return false
	}
	r.flush()
	for i, e := range p.masks {
		r.drop(e)
		p.masks[i] = nil
	}
	p.masks, p.area = p.masks[:0], 0
	return true
}

// once paints the marks of a sheet by masks that pass.
func (r *Renderer) once(s *draw.Sheet, to geom.Affine) {
	r.passing.on = true
	r.sheetMarks(s, to)
	r.gone()
	r.passing.on = false
}
