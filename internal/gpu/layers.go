package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
)

// layers are the images that parts of a picture are drawn on before they are laid
// over it.
type layers struct {
	scratch *ebiten.Image // of the picture's size, for what is laid at once

	kept        []layer
	bytes       int // that the kept ones take
	most        int // that they may take
	before, now []standing
	run         []member // neighbours that are to be painted

	roamed, roams []uint64 // digests of neighbours on their way, in the frame before and in this
}

// lose drops the images; what is drawn next makes them anew.
func (l *layers) lose() {
	for len(l.kept) > 0 {
		l.drop(len(l.kept) - 1)
	}
	if l.scratch != nil {
		l.scratch.Deallocate()
		l.scratch = nil
	}
}

// target is what is drawn on, and where in it the picture begins.
type target struct {
	dst        *ebiten.Image
	offX, offY float32
	clip       box
}

// onto draws on img from here on, inside of at; back goes on with what it returns.
// The pixel (offX, offY) of img is the picture's first.
func (r *Renderer) onto(img *ebiten.Image, offX, offY float32, at box) (before target) {
	r.flush()
	before = target{r.dst, r.offX, r.offY, r.clip}
	r.dst, r.offX, r.offY, r.clip = img, offX, offY, at
	return before
}

func (r *Renderer) back(to target) {
	r.flush()
	r.dst, r.offX, r.offY, r.clip = to.dst, to.offX, to.offY, to.clip
}

// aside draws on the scratch image from here on, which is clear inside of at.
func (r *Renderer) aside(at box) (before target) {
	l := &r.layers
	if l.scratch != nil && (l.scratch.Bounds().Dx() < r.w || l.scratch.Bounds().Dy() < r.h) {
		l.scratch.Deallocate()
		l.scratch = nil
	}
	if l.scratch == nil {
		l.scratch = ebiten.NewImageWithOptions(image.Rect(0, 0, r.w, r.h), &ebiten.NewImageOptions{Unmanaged: true})
	}
	before = r.onto(l.scratch, 0, 0, at)
	part := l.scratch.RecyclableSubImage(image.Rect(int(at.x0), int(at.y0), int(at.x1), int(at.y1)))
	part.Clear()
	part.Recycle()
	return before
}

// lay paints what a layer shows at a box of the picture, whose first pixel is the
// layer's (x, y), at an opacity and inside of clips.
func (r *Renderer) lay(img *ebiten.Image, at box, x, y float32, alpha float64, c *draw.Clip) {
	a := float32(alpha)
	k := ink{r: a, g: a, b: a, a: a, row: 1, clear: true, layer: img}
	k.x0, k.c0 = 1, float64(x-at.x0)
	k.y1, k.c1 = 1, float64(y-at.y0)
	if c == nil {
		r.solid(at, &k)
		return
	}
	r.clip = r.clip.meet(at)
	r.inside(at, c, &k)
}
