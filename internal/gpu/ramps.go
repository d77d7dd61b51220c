package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
)

const (
	rampSteps = 256
	rampRows  = 128
)

// ramps keeps gradients as rows of an image, premultiplied.
type ramps struct {
	rows  map[rampKey]int
	keys  [rampRows]rampKey
	used  [rampRows]uint32
	n     int
	bytes []byte
	image *ebiten.Image
	from  int // rows from…to are not in the image yet
	to    int
}

// rampKey is what a row depends on.
type rampKey struct {
	n     int
	at    [draw.MaxStops]float32
	color [draw.MaxStops]draw.Color
}

func (r *ramps) init() {
	r.rows = make(map[rampKey]int, rampRows)
	r.bytes = make([]byte, rampRows*rampSteps*4)
}

func (r *ramps) lose() {
	if r.image != nil {
		r.image.Deallocate()
		r.image = nil
	}
}

// row is where the ramp's colours stand; ok is false where every row is taken by
// the frame in work, which must be flushed first.
func (r *ramps) row(ramp *draw.Ramp, frame uint32) (row int, ok bool) {
	k := rampKey{n: ramp.N}
	for i, s := range ramp.Stops[:ramp.N] {
		if k.color[i] = s.Color; s.At == s.At {
			k.at[i] = float32(s.At)
		}
	}
	row, ok = r.rows[k]
	if ok {
		r.used[row] = frame
		return row, true
	}
	if r.n < rampRows {
		row = r.n
		r.n++
	} else {
		for i, u := range r.used {
			if u < r.used[row] {
				row = i
			}
		}
		if r.used[row] == frame {
			return 0, false
		}
		delete(r.rows, r.keys[row])
	}
	r.rows[k], r.keys[row], r.used[row] = row, k, frame
	for i := range rampSteps {
		red, green, blue, alpha := ramp.At(float64(i) / (rampSteps - 1))
		p := r.bytes[(row*rampSteps+i)*4:][:4]
		p[0], p[1], p[2], p[3] = uint8(red+0.5), uint8(green+0.5), uint8(blue+0.5), uint8(alpha+0.5)
	}
	if r.from == r.to {
		r.from, r.to = row, row+1
	} else {
		r.from, r.to = min(r.from, row), max(r.to, row+1)
	}
	return row, true
}

// forget lets the next frame's rows take the place of this one's.
func (r *ramps) forget() { clear(r.used[:]) }

func (r *ramps) flush() {
	if r.image == nil {
		r.image = ebiten.NewImageWithOptions(image.Rect(0, 0, rampSteps, rampRows), &ebiten.NewImageOptions{Unmanaged: true})
		r.from, r.to = 0, rampRows
	}
	if r.from == r.to {
		return
	}
	part := r.image.RecyclableSubImage(image.Rect(0, r.from, rampSteps, r.to))
	part.WritePixels(r.bytes[r.from*rampSteps*4 : r.to*rampSteps*4])
	part.Recycle()
	r.from, r.to = 0, 0
}
