package raster

import (
	"image"
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// stencil is what clips by paths leave of each pixel: the product of their
// coverages. One is kept, since marks that follow on one another share theirs.
type stencil struct {
	of    *draw.Clip // nil: of none
	to    geom.Affine
	at    image.Rectangle
	cover []byte
	times []byte // a row of a mark's coverage with the stencil's
}

func (s *stencil) row(x, y, w int) []byte {
	return s.cover[(y-s.at.Min.Y)*s.at.Dx()+x-s.at.Min.X:][:w]
}

// within makes c, whose outermost coordinates `to` maps to pixels, the stencil and
// narrows the clip to it; it reports whether anything is left.
func (r *Renderer) within(c *draw.Clip, to geom.Affine) bool {
	s := &r.stencil
	if s.of != c || s.to != to {
		s.of, s.to = c, to
		s.at = r.dst.Bounds().Intersect(holding(to.Bounds(c.Bounds())))
		s.cover = sized(s.cover, s.at.Dx()*s.at.Dy())
		for i := range s.cover {
			s.cover[i] = 255
		}
		for ; c != nil; c = c.Outer {
			r.cut(c, to)
		}
	}
	r.clip = r.clip.Intersect(s.at)
	return !r.clip.Empty()
}

// cut takes out of the stencil what lies outside of one path.
func (r *Renderer) cut(c *draw.Clip, to geom.Affine) {
	s := &r.stencil
	r.device.Reset()
	r.device.Append(*c.Path, c.M.Then(to))
	r.poly.flatten(&r.device)
	for y := s.at.Min.Y; y < s.at.Max.Y; y += maskSide {
		for x := s.at.Min.X; x < s.at.Max.X; x += maskSide {
			part := image.Rect(x, y, x+maskSide, y+maskSide).Intersect(s.at)
			r.cover(part)
			w := part.Dx()
			for row := part.Min.Y; row < part.Max.Y; row++ {
				multiply(s.row(x, row, w), r.mask.Pix[(row-part.Min.Y)*w:][:w])
			}
		}
	}
}

// multiply takes coverages times others.
func multiply(cover, by []byte) {
	for i, m := range by {
		switch {
		case m == 255:
		case m == 0:
			cover[i] = 0
		default:
			cover[i] = div255(uint32(cover[i]) * uint32(m))
		}
	}
}

// row blends a row of coverage into pix where the stencil lets it; its first pixel
// is (x, y).
func (r *Renderer) row(pix, cover []byte, x, y int) {
	if r.clipped {
		s := &r.stencil
		s.times = append(s.times[:0], cover...)
		multiply(s.times, s.row(x, y, len(cover)))
		cover = s.times
	}
	r.paint.row(pix, cover, x, y)
}

// holding is the whole pixels that hold b.
func holding(b geom.Rect) image.Rectangle {
	const far = 1 << 24
	floor := func(v float64) int { return int(math.Floor(math.Max(-far, math.Min(far, v)))) }
	ceil := func(v float64) int { return int(math.Ceil(math.Max(-far, math.Min(far, v)))) }
	return image.Rect(floor(b.X), floor(b.Y), ceil(b.Right()), ceil(b.Bottom()))
}

func sized(b []byte, n int) []byte {
	if cap(b) < n {
		return make([]byte, n)
	}
	return b[:n]
}
