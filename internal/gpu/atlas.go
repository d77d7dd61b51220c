package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/gpu/pack"
)

const (
	atlasTexels = 1024            // across
	atlasWidth  = 4 * atlasTexels // coverage pixels across: four to a texel
	atlasRows   = 1024            // at the start
	atlasMost   = 4096            // at the most
	bandRows    = 8               // rows whose changes are counted together
	uploadBands = 8               // the most that one upload takes: Ebitengine keeps its buffers
)

// fullX and fullY lie on a texel of the atlas that is wholly covered.
const fullX, fullY = 2, 0.5

// atlas is an image of coverage, its copy in memory, and what of the copy the
// image does not show yet.
type atlas struct {
	room  *pack.Packer
	bytes []byte
	image *ebiten.Image
	dirty []band // one for each bandRows rows
	stale bool   // some band is dirty
	strip []byte // a dirty part on its way
	sent  int    // bytes uploaded so far
}

// band is the dirty part of some rows in texels, empty where to is 0.
type band struct{ from, to int32 }

func (a *atlas) init() {
	a.room = pack.New(atlasWidth, atlasRows)
	a.bytes = make([]byte, atlasWidth*atlasRows)
	a.dirty = make([]band, atlasRows/bandRows)
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
	a.dirty = append(a.dirty, make([]band, len(a.dirty))...)
	return true
}

// lose drops the image; the next flush makes it anew from memory.
func (a *atlas) lose() {
	if a.image == nil {
		return
	}
	a.image.Deallocate()
	a.image = nil
	for i := range a.dirty {
		a.dirty[i] = band{0, atlasTexels}
	}
	a.stale = true
}

// write copies a mask with rows of w bytes to its slot.
func (a *atlas) write(s pack.Slot, pix []byte, w int) {
	for y := range s.H {
		copy(a.bytes[(s.Y+y)*atlasWidth+s.X:][:s.W], pix[y*w:y*w+w])
	}
	from, to := int32(s.X/4), int32((s.X+s.W+3)/4)
	for b := s.Y / bandRows; b*bandRows < s.Y+s.H; b++ {
		d := &a.dirty[b]
		if d.to == 0 {
			*d = band{from, to}
		} else {
			*d = band{min(d.from, from), max(d.to, to)}
		}
	}
	a.stale = true
}

// flush brings the image up to date.
func (a *atlas) flush() {
	if a.image == nil {
		a.image = ebiten.NewImageWithOptions(image.Rect(0, 0, atlasTexels, a.room.Height), &ebiten.NewImageOptions{Unmanaged: true})
	}
	if !a.stale {
		return
	}
	a.stale = false
	for i := 0; i < len(a.dirty); {
		d := a.dirty[i]
		first := i
		for ; i < len(a.dirty) && i < first+uploadBands && a.dirty[i].to != 0; i++ {
			d = band{min(d.from, a.dirty[i].from), max(d.to, a.dirty[i].to)}
			a.dirty[i] = band{}
		}
		if i == first {
			i++
			continue
		}
		a.upload(int(d.from), first*bandRows, int(d.to), i*bandRows)
	}
}

func (a *atlas) upload(x0, y0, x1, y1 int) {
	part := a.image.RecyclableSubImage(image.Rect(x0, y0, x1, y1))
	a.strip = a.strip[:0]
	for y := y0; y < y1; y++ {
		a.strip = append(a.strip, a.bytes[y*atlasWidth+4*x0:y*atlasWidth+4*x1]...)
	}
	part.WritePixels(a.strip)
	part.Recycle()
	a.sent += len(a.strip)
}
