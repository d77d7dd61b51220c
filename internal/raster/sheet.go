package raster

import (
	"image"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// sheet paints a sheet whose coordinates `to` maps to pixels: its shapes one by
// one, or, where it fades or is clipped as a whole, laid over each other first.
func (r *Renderer) sheet(m *draw.Mark, to geom.Affine) {
	if m.Alpha >= 1 && m.Within == nil && m.Sheet.Picture == nil {
		r.shapes(m.Sheet, to, r.clip)
		return
	}
	at := r.clip.Intersect(holding(to.Bounds(m.Sheet.Bounds)))
	if m.Within != nil {
		at = at.Intersect(holding(r.view.Bounds(m.Within.Bounds())))
	}
	if at.Empty() {
		return
	}
	r.layer.Pix = sized(r.layer.Pix, 4*at.Dx()*at.Dy())
	clear(r.layer.Pix)
	r.layer.Stride, r.layer.Rect = 4*at.Dx(), at
	dst := r.dst
	r.dst, r.stencil.of = &r.layer, nil
	if m.Sheet.Picture != nil {
		r.picture(m.Sheet.Picture, to)
	} else {
		r.shapes(m.Sheet, to, at)
	}
	r.dst, r.clip, r.stencil.of = dst, at, nil
	if r.clipped = m.Within != nil; r.clipped && !r.within(m.Within, r.view) {
		return
	}
	r.lay(opacity16(255, m.Alpha))
}

// picture draws a list that a sheet shows small on the layer; `to` maps its
// coordinates to pixels. Its own sheets have layers of their own.
func (r *Renderer) picture(l *draw.List, to geom.Affine) {
	view, layer := r.view, r.layer
	r.dst, r.layer, r.view = &layer, image.RGBA{}, to
	r.clip, r.clipped = layer.Rect, false
	var ground geom.Path
	ground.Rect(l.Area)
	if r.paint.set(&draw.Paint{Color: l.Ground}, 1, to) {
		r.shape(&draw.Mark{Path: &ground}, to)
	}
	for i := range l.Marks {
		r.mark(&l.Marks[i])
	}
	r.layer, r.view = layer, view
}

func (r *Renderer) shapes(s *draw.Sheet, to geom.Affine, clip image.Rectangle) {
	var k known
	if r.masks != nil && len(s.Marks) > 0 {
		k = r.masks.recall(sheetKey{s.Marks[0].Path, len(s.Marks), to, clip})
	}
	for i := range s.Marks {
		m := &s.Marks[i]
		r.clip = clip
		own := m.M.Then(to)
		if m.Alpha <= 0 || !r.paint.set(&m.Paint, m.Alpha, own) {
			continue
		}
		if r.clipped = m.Within != nil; r.clipped && !r.within(m.Within, to) {
			continue
		}
		if k != nil {
			k.paint(r, i, m, own)
		} else {
			r.shape(m, own)
		}
	}
	if k != nil {
		k.done()
	}
}

// lay puts the layer over the picture, inside the clip, at an opacity of 65,535.
func (r *Renderer) lay(opacity uint32) {
	w := r.clip.Dx()
	for y := r.clip.Min.Y; y < r.clip.Max.Y; y++ {
		src := r.layer.Pix[r.layer.PixOffset(r.clip.Min.X, y):][:4*w]
		dst := r.dst.Pix[r.dst.PixOffset(r.clip.Min.X, y):][:4*w]
		var cover []byte
		if r.clipped {
			cover = r.stencil.row(r.clip.Min.X, y, w)
		}
		for i := 0; i < len(src); i += 4 {
			a := uint32(src[i+3])
			k := 255 * opacity
			if cover != nil {
				k = uint32(cover[i/4]) * opacity
			}
			if a == 0 || k == 0 {
				continue
			}
			px, over := dst[i:i+4:i+4], src[i:i+4:i+4]
			if a == 255 && k == full {
				copy(px, over)
				continue
			}
			rest := full - (a*k+127)/255
			for c, v := range over {
				px[c] = byte((uint32(v)*k + uint32(px[c])*rest + full/2) / full)
			}
		}
	}
}
