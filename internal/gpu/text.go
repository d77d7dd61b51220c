package gpu

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// largestGlyph is the em in pixels beyond which glyphs are drawn as shapes.
const largestGlyph = 256

// glyphKey names a glyph's mask: its em in pixels and its place within a pixel,
// or border where it is to be sampled in between.
type glyphKey struct {
	ref   typeset.GlyphRef
	em    float64
	phase int8
}

const border = -1

// text paints a run whose own coordinates `to` maps to pixels.
func (r *Renderer) text(run *typeset.Run, to geom.Affine, k *ink) {
	em := run.Style.Size * r.scale
	for i := range run.Glyphs {
		g := &run.Glyphs[i]
		x, y, phase, snapped := draw.SnapGlyph(to, r.scale, g.X, g.Y)
		switch {
		case snapped && em <= largestGlyph:
			r.paste(r.glyph(glyphKey{g.Ref, em, int8(phase)}), x, y, k)
		case !snapped && em*step(to.Scale()/r.scale) <= largestGlyph:
			r.between(g, run.Style.Size, em*step(to.Scale()/r.scale), to, k)
		default:
			r.large(g, run.Style.Size, to, k)
		}
	}
}

// finer is by how much more than the pixels' a mask that is sampled in between
// is worked out: with it, turned text differs half as much from exact coverage.
const finer = 1.25

// step rounds a zoom up to a power of √2, so that a run that grows takes a few
// masks on its way and none is ever enlarged.
func step(zoom float64) float64 {
	return math.Exp2(math.Ceil(2*math.Log2(zoom*finer)) / 2)
}

// glyph is the mask of a glyph on the pixel grid, or with a border.
func (r *Renderer) glyph(key glyphKey) *mask {
	e := r.glyphs[key]
	if e == nil {
		r.path.Reset()
		edge := 0
		shift := float64(key.phase) / draw.GlyphPhases
		if key.phase == border {
			edge, shift = 1, 0
		}
		if p, ok := r.outlines.Outline(key.ref); ok {
			r.path.Append(p, geom.Affine{A: key.em, D: key.em, E: shift})
		}
		e = r.make(0, 0, edge, stripRows)
		r.glyphs[key] = e
	}
	e.used = r.frame
	return e
}

// between paints a glyph that is turned or zoomed from its mask at the size em.
func (r *Renderer) between(g *typeset.Glyph, size, em float64, to geom.Affine, k *ink) {
	e := r.glyph(glyphKey{g.Ref, em, border})
	s := size / em
	to = geom.Affine{A: s, D: s, E: g.X, F: g.Y}.Then(to)
	for i := range e.parts {
		p := &e.parts[i]
		if p.slot.W == 0 {
			continue
		}
		// From the middle of the border's pixels: beyond, a sample would reach
		// into the mask next door.
		src := geom.R(float64(p.x)+0.5, float64(p.y)+0.5, float64(p.w-1), float64(p.h-1))
		r.turned(src, float32(p.slot.X)+0.5, float32(p.slot.Y)+0.5, to, k)
	}
}

// large paints a glyph as a shape.
func (r *Renderer) large(g *typeset.Glyph, size float64, to geom.Affine, k *ink) {
	p, ok := r.outlines.Outline(g.Ref)
	if !ok {
		return
	}
	to = geom.Affine{A: size, D: size, E: g.X, F: g.Y}.Then(to)
	m := draw.Mark{Path: &p}
	r.shape(&m, to, k)
}
