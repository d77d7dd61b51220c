package site

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// paletted gives the picture the 256 colours that suit it best, by median cut
// (Heckbert, Color Image Quantization for Frame Buffer Display, 1982): the box of
// colours that holds the most of the picture along its longest side is halved,
// over and over. It is opaque.
func paletted(img *image.RGBA) *image.Paletted {
	counts := map[uint32]int{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			counts[keyOf(img.RGBAAt(x, y))]++
		}
	}
	all := make([]shade, 0, len(counts))
	for key, n := range counts {
		all = append(all, shade{[3]uint8{uint8(key >> 16), uint8(key >> 8), uint8(key)}, n})
	}
	// A map has no order, and equal pictures are to be equal files.
	slices.SortFunc(all, func(a, b shade) int { return slices.Compare(a.rgb[:], b.rgb[:]) })
	boxes := []box{boxOf(all)}
	for len(boxes) < 256 {
		k := 0
		for i := range boxes {
			if boxes[i].weight() > boxes[k].weight() {
				k = i
			}
		}
		if len(boxes[k].shades) < 2 {
			break
		}
		left, right := boxes[k].halves()
		boxes[k] = left
		boxes = append(boxes, right)
	}
	out := image.NewPaletted(b, nil)
	index := make(map[uint32]uint8, len(counts))
	for i, box := range boxes {
		out.Palette = append(out.Palette, box.mean())
		for _, s := range box.shades {
			index[uint32(s.rgb[0])<<16|uint32(s.rgb[1])<<8|uint32(s.rgb[2])] = uint8(i)
		}
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			out.SetColorIndex(x, y, index[keyOf(img.RGBAAt(x, y))])
		}
	}
	return out
}

func keyOf(c color.RGBA) uint32 { return uint32(c.R)<<16 | uint32(c.G)<<8 | uint32(c.B) }

// shade is a colour and how many pixels have it.
type shade struct {
	rgb [3]uint8
	n   int
}

// box is colours that are to become one.
type box struct {
	shades []shade
	n      int // pixels
	axis   int // the longest side, and its length
	length int
}

func boxOf(shades []shade) box {
	b := box{shades: shades}
	for axis := range 3 {
		low, high := uint8(255), uint8(0)
		for _, s := range shades {
			low, high = min(low, s.rgb[axis]), max(high, s.rgb[axis])
		}
		if side := int(high) - int(low); side > b.length {
			b.axis, b.length = axis, side
		}
	}
	for _, s := range shades {
		b.n += s.n
	}
	return b
}

// weight is what a halving would gain: few pixels of many colours count as much
// as many of few.
func (b box) weight() int { return b.n * b.length * b.length }

// halves parts the box where half of its pixels are on each side.
func (b box) halves() (left, right box) {
	slices.SortStableFunc(b.shades, func(p, q shade) int { return cmp.Compare(p.rgb[b.axis], q.rgb[b.axis]) })
	at, seen := 1, b.shades[0].n
	for at < len(b.shades)-1 && seen < b.n/2 {
		seen += b.shades[at].n
		at++
	}
	return boxOf(b.shades[:at]), boxOf(b.shades[at:])
}

func (b box) mean() color.Color {
	var sum [3]int
	for _, s := range b.shades {
		for axis := range 3 {
			sum[axis] += int(s.rgb[axis]) * s.n
		}
	}
	at := func(axis int) uint8 { return uint8((sum[axis] + b.n/2) / b.n) }
	return color.RGBA{at(0), at(1), at(2), 255}
}
