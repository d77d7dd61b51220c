package gpu

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/gpu/pack"
)

const (
	atlasTexels = 1024             // across
	atlasWidth  = 4 * atlasTexels  // coverage pixels across: four to a texel
	atlasRows   = 1024             // at the start
	atlasMost   = 4096             // at the most
	uploadMost  = 64 * atlasTexels // texels that one upload takes: Ebitengine keeps its buffers
	// An upload takes as long as copying so many texels: parts of the image that are
	// stale are told as one where it shows no more than those beside them.
	uploadCost = 4096
	uploads    = 24 // parts that are told apart
)

// fullX and fullY lie on a texel of the atlas that is wholly covered.
const fullX, fullY = 2, 0.5

// atlas is an image of coverage, its copy in memory, and what of the copy the
// image does not show yet.
type atlas struct {
	room  *pack.Packer
	bytes []byte
	image *ebiten.Image
	stale []image.Rectangle // in texels
	strip []byte            // a stale part on its way
	sent  int               // bytes uploaded so far
}

func (a *atlas) init() {
	a.room = pack.New(atlasWidth, atlasRows)
	a.bytes = make([]byte, atlasWidth*atlasRows)
	a.stale = make([]image.Rectangle, 0, uploads)
	full, _ := a.room.Put(4, 1)
	a.write(full, []byte{255, 255, 255, 255}, 4)
}

// grow doubles the rows, as far as the graphics allow; it reports whether it could.
func (a *atlas) grow() bool {
	rows := a.room.Height
	most := atlasMost
	if side := ebiten.MaxImageSize(); side > 0 {
		most = min(most, side)
	}
	if 2*rows > most {
		return false
	}
	a.room.Grow(2 * rows)
	a.bytes = append(make([]byte, 0, 2*len(a.bytes)), a.bytes...)[:2*len(a.bytes)]
	a.lose()
	return true
}

// lose drops the image; the next flush makes it anew from memory.
func (a *atlas) lose() {
	if a.image == nil {
		return
	}
	a.image.Deallocate()
	a.image = nil
	a.stale = append(a.stale[:0], image.Rect(0, 0, atlasTexels, a.room.Height))
}

// write copies a mask with rows of w bytes to its slot.
func (a *atlas) write(s pack.Slot, pix []byte, w int) {
	for y := range s.H {
		copy(a.bytes[(s.Y+y)*atlasWidth+s.X:][:s.W], pix[y*w:y*w+w])
	}
	a.spoil(image.Rect(s.X/4, s.Y, (s.X+s.W+3)/4, s.Y+s.H))
}

// spoil notes that the image lacks a part: by itself, or with the part beside which it
// takes up least.
func (a *atlas) spoil(part image.Rectangle) {
	best, least := -1, uploadCost
	if len(a.stale) == uploads {
		least = math.MaxInt
	}
	for i, q := range a.stale {
		if more := texels(q.Union(part)) - texels(q) - texels(part); more < least {
			best, least = i, more
		}
	}
	if best < 0 {
		a.stale = append(a.stale, part)
		return
	}
	a.stale[best] = a.stale[best].Union(part)
}

func texels(r image.Rectangle) int { return r.Dx() * r.Dy() }

// flush brings the image up to date.
func (a *atlas) flush() {
	if a.image == nil {
		a.image = ebiten.NewImageWithOptions(image.Rect(0, 0, atlasTexels, a.room.Height), &ebiten.NewImageOptions{Unmanaged: true})
	}
	for _, part := range a.stale {
		rows := max(1, uploadMost/part.Dx())
		for y := part.Min.Y; y < part.Max.Y; y += rows {
			a.upload(image.Rect(part.Min.X, y, part.Max.X, min(y+rows, part.Max.Y)))
		}
	}
	a.stale = a.stale[:0]
}

func (a *atlas) upload(at image.Rectangle) {
	part := a.image.RecyclableSubImage(at)
	a.strip = a.strip[:0]
	for y := at.Min.Y; y < at.Max.Y; y++ {
		a.strip = append(a.strip, a.bytes[y*atlasWidth+4*at.Min.X:y*atlasWidth+4*at.Max.X]...)
	}
	part.WritePixels(a.strip)
	part.Recycle()
	a.sent += len(a.strip)
}
