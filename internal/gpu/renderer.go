package gpu

import (
	"errors"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/coverage"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/gpu/kage"
	"lianhua/internal/gpu/recycle"
	"lianhua/internal/typeset"
)

// Outliner gives the outline of a glyph in ems, y down, its origin on the
// baseline; ok is false where the glyph has none.
type Outliner interface {
	Outline(g typeset.GlyphRef) (geom.Path, bool)
}

// Stats counts what the last frame took.
type Stats struct {
	Calls    int // draw calls, without the one that fills a ground that is not opaque
	Vertices int
	Pixels   int // that quads paint, a crowd's not counted
	Made     int // masks rasterised
	Sent     int // bytes uploaded
	Laid     int // kept layers shown
	Carried  int // of them moved, and so a little softer than what they show
	Kept     int // bytes that they take
}

// Renderer draws lists and keeps what they have in common from frame to frame.
// Use New.
type Renderer struct {
	outlines Outliner
	shaders  [carried + 1]*ebiten.Shader // by manner

	atlas  atlas
	ramps  ramps
	shapes map[shapeKey]*mask
	glyphs map[glyphKey]*mask
	parts  recycle.Slices[part] // of the masks
	spare  []*mask
	frame  uint32
	draws  int

	raster  coverage.Raster
	stencil coverage.Raster // of a clip
	within  within          // of the shape in work
	fade    float64         // of the sheet whose shapes are painted
	path    geom.Path       // in device pixels
	stroke  geom.Path
	// One contour of a path, and the pen of what is filled: kept here, where a
	// pointer to them costs no allocation.
	contour geom.Path
	fill    geom.Pen

	batch   batch
	crowd   crowd
	layers  layers
	inner   inner
	passing passing
	stats   Stats

	// The ground's colour, kept: an interface of it takes memory.
	ground   color.Color
	groundOf draw.Color

	dst   *ebiten.Image
	view  geom.Affine // from the picture's coordinates to device pixels
	scale float64
	w, h  int // of dst
	clip  box
	// The clip by paths of the mark before, and where it shows.
	clipSeen *draw.Clip
	clipBox  box
	offX     float32 // where dst's coordinates begin
	offY     float32
	origin   [2]float64
}

// New returns a Renderer that draws text with the outlines of o; a nil o draws
// no text. It compiles the shaders; images are made by the first Draw.
func New(o Outliner) (*Renderer, error) {
	r := &Renderer{
		outlines: o, fade: 1,
		shapes: make(map[shapeKey]*mask), glyphs: make(map[glyphKey]*mask),
	}
	var err error
	for m, src := range [...]string{plain: kage.Plain, rich: kage.Rich, layered: kage.Layered, between: kage.Between, carried: kage.Carried} {
		if r.shaders[m], err = ebiten.NewShader([]byte(src)); err != nil {
			return nil, errors.Join(errors.New("gpu: a shader for marks"), err)
		}
	}
	r.atlas.init()
	r.ramps.init()
	r.crowd.init()
	return r, nil
}

// Draws is how many frames have been drawn.
func (r *Renderer) Draws() int { return r.draws }

// Stats is what the last frame took.
func (r *Renderer) Stats() Stats { return r.stats }

// Soft reports whether the last frame would be sharper if it were drawn again: it
// showed something on its way, and the next may find it at rest.
func (r *Renderer) Soft() bool { return r.stats.Carried > 0 }

// Draw draws the list over all of dst at scale device pixels to a
// device-independent one: the area's top left corner comes to lie on dst's.
func (r *Renderer) Draw(dst *ebiten.Image, l *draw.List, scale float64) {
	b := dst.Bounds()
	r.dst, r.scale, r.view = dst, scale, l.Device(scale)
	r.w, r.h = b.Dx(), b.Dy()
	r.offX, r.offY = float32(b.Min.X), float32(b.Min.Y)
	r.frame++
	r.draws++
	r.clipSeen = nil
	sent := r.atlas.sent
	r.stats = Stats{}
	r.batch.reset()
	r.sweep()
	r.layers.begin(r.w, r.h)

	all := box{0, 0, float32(r.w), float32(r.h)}
	r.clip = all
	if k := solid(l.Ground, 1); l.Ground.A() == 255 {
		// With the first marks, in their draw call.
		r.solid(all, &k)
	} else {
		if r.ground == nil || r.groundOf != l.Ground {
			r.groundOf, r.ground = l.Ground, color.RGBA{round8(k.r), round8(k.g), round8(k.b), l.Ground.A()}
		}
		dst.Fill(r.ground)
	}
	r.marks(l.Marks, l.Stills)
	r.flush()
	r.dst = nil
	r.stats.Sent, r.stats.Kept = r.atlas.sent-sent, r.layers.bytes
}

// marks paints the marks of a list, of which some stretches are still.
func (r *Renderer) marks(marks []draw.Mark, stills []draw.Still) {
next:
	for i := 0; i < len(marks); i++ {
		m := &marks[i]
		for len(stills) > 0 && i >= stills[0].First {
			s := &stills[0]
			if stills = stills[1:]; i == s.First && r.still(s) {
				i = s.End - 1
				continue next
			}
		}
		if m.Kind == draw.KindSheet {
			i = r.sheets(marks, i) - 1
			continue
		}
		if !shows(m) {
			continue
		}
		if r.clip = r.clipOf(m); r.clip.empty() {
			continue
		}
		if m.Within != nil && m.Kind != draw.KindShape {
			i = r.through(marks, i) - 1
			continue
		}
		r.within = within{m.Within, r.view}
		r.mark(m)
		r.within = within{}
	}
}

// shows reports whether a mark draws anything.
func shows(m *draw.Mark) bool {
	return m.Alpha > 0 && m.Kind != draw.KindOpen && m.Kind != draw.KindClose
}

// clipOf is where in the picture a mark can show.
func (r *Renderer) clipOf(m *draw.Mark) box {
	all := box{0, 0, float32(r.w), float32(r.h)}
	if !m.Clip.Empty() {
		x0, y0, x1, y1 := draw.SnapClip(r.view, m.Clip)
		all = all.meet(box{float32(x0), float32(y0), float32(x1), float32(y1)})
	}
	if m.Within != nil {
		if r.clipSeen != m.Within {
			r.clipSeen, r.clipBox = m.Within, holding(r.view.Bounds(m.Within.Bounds()))
		}
		all = all.meet(r.clipBox)
	}
	return all
}

func (r *Renderer) mark(m *draw.Mark) {
	to := m.M.Then(r.view)
	if d := to.Det(); d == 0 || math.IsNaN(d) {
		return
	}
	r.paint(m, to)
}

// paint paints a mark that `to` maps to pixels.
func (r *Renderer) paint(m *draw.Mark, to geom.Affine) {
	switch m.Kind {
	case draw.KindShape:
		if k, ok := r.ink(&m.Paint, m.Alpha*r.fade, to); ok {
			r.shape(m, to, &k)
		}
	case draw.KindText:
		if r.outlines != nil && m.Run != nil {
			if k, ok := r.ink(&m.Paint, m.Alpha, to); ok {
				r.text(m.Run, to, &k)
			}
		}
	case draw.KindDots:
		k := to.Scale()
		for i := range m.Dots {
			d := &m.Dots[i]
			if ink := solid(d.Color, m.Alpha); ink.a > 0 {
				r.disc(to.At(d.At), d.R*k, &ink)
			}
		}
	case draw.KindField:
		r.field(m.Field, to, m.Alpha)
	}
}

func round8(v float32) uint8 { return uint8(v*255 + 0.5) }

// flush draws what the batch holds.
func (r *Renderer) flush() {
	b := &r.batch
	if len(b.indices) == 0 {
		return
	}
	indices := b.shades.uncover(b.vertices, b.indices, b.panes, r.h)
	for i := range b.panes {
		r.stats.Pixels += b.panes[i].at.area()
	}
	r.atlas.flush()
	r.ramps.flush()
	b.options.Images[0], b.options.Images[1] = r.atlas.image, r.ramps.image
	if b.layer != nil {
		b.options.Images[1] = b.layer
	}
	r.dst.DrawTrianglesShader32(b.vertices, indices, r.shaders[b.manner], &b.options)
	r.stats.Calls++
	r.stats.Vertices += len(b.vertices)
	b.reset()
}

// Lose drops the images and not what they show: the next Draw makes them anew.
// It answers to a graphics context that was lost.
func (r *Renderer) Lose() {
	r.atlas.lose()
	r.ramps.lose()
	r.crowd.lose()
	r.layers.lose()
}

// Rest gives back the memory of what is kept besides masks. It is for a picture that
// nobody sees: the next Draw makes it anew. It is to be called within a frame, where
// Ebitengine frees images.
func (r *Renderer) Rest() { r.layers.lose() }

// Deallocate frees what the Renderer holds on the GPU. It may not draw again.
func (r *Renderer) Deallocate() {
	r.atlas.lose()
	r.ramps.lose()
	r.crowd.deallocate()
	r.layers.lose()
	for _, s := range r.shaders {
		s.Deallocate()
	}
}
