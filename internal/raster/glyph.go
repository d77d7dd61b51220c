package raster

import (
	"image"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// glyphBytes is how much memory masks of glyphs may take before they are
// dropped and made anew: some twenty thousand characters of text.
const glyphBytes = 16 << 20

// largestGlyph is the em in pixels beyond which glyphs are drawn as shapes.
const largestGlyph = 256

type glyphKey struct {
	ref   typeset.GlyphRef
	em    float64
	phase int
}

type glyphMask struct {
	cover []byte
	at    image.Rectangle // relative to the pixel of the origin
}

// glyphCache keeps the coverage of glyphs on the pixel grid.
type glyphCache struct {
	masks map[glyphKey]glyphMask
	bytes int
}

func (c *glyphCache) reset() {
	c.masks = make(map[glyphKey]glyphMask)
	c.bytes = 0
}

func (r *Renderer) text(run *typeset.Run, to geom.Affine) {
	scale := r.view.A
	em := run.Style.Size * scale
	for i := range run.Glyphs {
		g := &run.Glyphs[i]
		x, y, phase, snapped := draw.SnapGlyph(to, scale, g.X, g.Y)
		if !snapped || em > largestGlyph {
			r.glyphShape(g, run.Style.Size, to)
			continue
		}
		m := r.glyph(glyphKey{g.Ref, em, phase})
		at := m.at.Add(image.Pt(x, y))
		part := at.Intersect(r.clip)
		if part.Empty() {
			continue
		}
		w := at.Dx()
		r.blend(part, m.cover[(part.Min.Y-at.Min.Y)*w+part.Min.X-at.Min.X:], w)
	}
}

// glyphShape draws a glyph where the transform puts it.
func (r *Renderer) glyphShape(g *typeset.Glyph, size float64, to geom.Affine) {
	p, ok := r.outlines.Outline(g.Ref)
	if !ok {
		return
	}
	r.device.Reset()
	r.device.Append(p, geom.Affine{A: size, D: size, E: g.X, F: g.Y}.Then(to))
	r.fill(&r.device)
}

func (r *Renderer) glyph(k glyphKey) glyphMask {
	m, ok := r.glyphs.masks[k]
	if ok {
		return m
	}
	if p, ok := r.outlines.Outline(k.ref); ok {
		r.device.Reset()
		r.device.Append(p, geom.Affine{A: k.em, D: k.em, E: float64(k.phase) / draw.GlyphPhases})
		r.poly.flatten(&r.device)
		if b := r.poly.bounds; !b.Empty() && b.Dx() <= maskSide && b.Dy() <= maskSide {
			r.cover(b)
			m = glyphMask{append([]byte(nil), r.mask.Pix...), b}
		}
	}
	if r.glyphs.bytes += len(m.cover) + 64; r.glyphs.bytes > glyphBytes {
		r.glyphs.reset()
		r.glyphs.bytes = len(m.cover) + 64
	}
	r.glyphs.masks[k] = m
	return m
}
