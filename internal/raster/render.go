package raster

import (
	"image"
	"math"

	"golang.org/x/image/vector"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// Outliner gives the outline of a glyph in ems, y down, its origin on the
// baseline; ok is false where the glyph has none.
type Outliner interface {
	Outline(g typeset.GlyphRef) (geom.Path, bool)
}

// flatness is how far, in pixels, a polygon may stray from the curve it stands for.
const flatness = 0.01

// Renderer draws lists and keeps glyphs and buffers from one to the next.
type Renderer struct {
	outlines Outliner
	dst      *image.RGBA
	view     geom.Affine // from the picture's coordinates to pixels
	clip     image.Rectangle
	clipped  bool // by the stencil too

	paint   painter
	stencil stencil
	layer   image.RGBA // what a sheet looks like before it fades
	z       vector.Rasterizer
	mask    image.Alpha
	poly    polygon
	device  geom.Path
	stroke  geom.Path
	glyphs  glyphCache
	masks   keeper // nil: nothing is remembered of sheets
}

// New returns a Renderer that draws text with the outlines of o. Where several
// Renderers share o, its Outline must be safe for several goroutines. A nil o
// draws no text.
func New(o Outliner) *Renderer {
	r := &Renderer{outlines: o}
	r.glyphs.reset()
	return r
}

// Render draws the list at scale pixels to a device-independent pixel.
func Render(l *draw.List, o Outliner, scale float64) *image.RGBA { return New(o).Render(l, scale) }

// Size is the extent in pixels of the list's picture at a scale.
func Size(l *draw.List, scale float64) image.Point {
	return image.Pt(int(math.Round(l.Area.W*scale)), int(math.Round(l.Area.H*scale)))
}

// Render draws the list into a new image.
func (r *Renderer) Render(l *draw.List, scale float64) *image.RGBA {
	dst := image.NewRGBA(image.Rectangle{Max: Size(l, scale)})
	r.Draw(dst, l, scale)
	return dst
}

// Draw draws the list over all of dst: the area's top left corner comes to lie
// on dst's, and what reaches beyond dst is cut off.
func (r *Renderer) Draw(dst *image.RGBA, l *draw.List, scale float64) {
	b := dst.Bounds()
	r.view = geom.Affine{
		A: scale, D: scale,
		E: float64(b.Min.X) - l.Area.X*scale,
		F: float64(b.Min.Y) - l.Area.Y*scale,
	}
	r.draw(dst, l)
}

// Crop draws what of the picture lies within dst's bounds, where (0, 0) is the
// area's top left corner: a large picture can be made without room for all of it.
func (r *Renderer) Crop(dst *image.RGBA, l *draw.List, scale float64) {
	r.view = l.Device(scale)
	r.draw(dst, l)
}

func (r *Renderer) draw(dst *image.RGBA, l *draw.List) {
	r.dst = dst
	r.ground(l.Ground)
	r.stencil.of = nil // the list may have changed what its clips point to
	for i := range l.Marks {
		r.mark(&l.Marks[i])
	}
	r.dst, r.stencil.of = nil, nil
}

func (r *Renderer) ground(c draw.Color) {
	b := r.dst.Bounds()
	a := uint32(c.A())
	px := [4]byte{div255(uint32(c.R()) * a), div255(uint32(c.G()) * a), div255(uint32(c.B()) * a), c.A()}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		i := r.dst.PixOffset(b.Min.X, y)
		row := r.dst.Pix[i : i+4*b.Dx()]
		for k := 0; k < len(row); k += 4 {
			copy(row[k:k+4], px[:])
		}
	}
}

func (r *Renderer) mark(m *draw.Mark) {
	if m.Alpha <= 0 || m.Kind == draw.KindOpen || m.Kind == draw.KindClose {
		return
	}
	r.clip = r.dst.Bounds()
	if !m.Clip.Empty() {
		r.clip = r.clip.Intersect(nearestPixels(r.view.Bounds(m.Clip)))
		if r.clip.Empty() {
			return
		}
	}
	to := m.M.Then(r.view)
	if m.Kind == draw.KindSheet {
		r.sheet(m, to)
		return
	}
	if r.clipped = m.Within != nil; r.clipped && !r.within(m.Within, r.view) {
		return
	}
	switch m.Kind {
	case draw.KindShape:
		if r.paint.set(&m.Paint, m.Alpha, to) {
			r.shape(m, to)
		}
	case draw.KindText:
		if r.outlines != nil && r.paint.set(&m.Paint, m.Alpha, to) {
			r.text(m.Run, to)
		}
	case draw.KindDots:
		for _, d := range m.Dots {
			r.disc(to.At(d.At), d.R*to.Scale(), d.Color, m.Alpha)
		}
	case draw.KindField:
		r.field(m.Field, to, m.Alpha)
	}
}

// shape fills or strokes a path.
func (r *Renderer) shape(m *draw.Mark, to geom.Affine) {
	if r.trace(m.Path, m.Pen, to) {
		r.fillTraced()
	}
}

// trace makes the polygon of a path, or of its stroke; it reports whether any of it can
// be seen. A stroke is outlined in the path's own coordinates, so that a stretched group
// stretches its strokes too.
func (r *Renderer) trace(path *geom.Path, pen geom.Pen, to geom.Affine) bool {
	// A corner reaches four times as far as the pen's edge.
	if r.beyond(path, to, 2*pen.Width*(math.Abs(to.A)+math.Abs(to.B)+math.Abs(to.C)+math.Abs(to.D))) {
		return false
	}
	r.device.Reset()
	if pen.Width <= 0 {
		r.device.Append(*path, to)
	} else {
		k := to.Scale()
		if k == 0 {
			return false
		}
		r.stroke.Reset()
		path.Outline(&r.stroke, pen, flatness/k)
		r.device.Append(r.stroke, to)
	}
	r.poly.flatten(&r.device)
	return true
}

func nearestPixels(b geom.Rect) image.Rectangle {
	return image.Rect(pixel(b.X), pixel(b.Y), pixel(b.Right()), pixel(b.Bottom()))
}

// pixel rounds to the nearest whole number within what an image can hold.
func pixel(v float64) int {
	const far = 1 << 24
	return int(math.Floor(math.Max(-far, math.Min(far, v)) + 0.5))
}
