package raster

import (
	"image"
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// about takes up a colour and returns the pixels of the clip whose centres may lie within
// reach of a point: none where nothing of it would be seen.
func (r *Renderer) about(c geom.Pt, reach float64, color draw.Color, alpha float64) image.Rectangle {
	r.paint.solid(color, alpha)
	if r.paint.opacity == 0 {
		return image.Rectangle{}
	}
	in := image.Rectangle{image.Pt(pixelUp(c.X-reach), pixelUp(c.Y-reach)), image.Pt(pixelUp(c.X+reach), pixelUp(c.Y+reach))}
	return in.Intersect(r.clip)
}

// disc paints a disc whose centre and radius are in pixels: its coverage at a
// pixel is the radius less the distance of the pixel's centre, plus a half.
func (r *Renderer) disc(c geom.Pt, rad float64, color draw.Color, alpha float64) {
	reach := rad + 0.5
	in := r.about(c, reach, color, alpha)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		dy := float64(y) + 0.5 - c.Y
		i := r.dst.PixOffset(in.Min.X, y)
		for x := in.Min.X; x < in.Max.X; x++ {
			dx := float64(x) + 0.5 - c.X
			if q := dx*dx + dy*dy; q < reach*reach {
				r.sample(i, x, y, reach-math.Sqrt(q))
			}
			i += 4
		}
	}
}

// symbol paints one that is not round, its middle and radius in pixels.
func (r *Renderer) symbol(s draw.Symbol, pose int, c geom.Pt, rad float64, color draw.Color, alpha float64) {
	reach := rad*s.Side() + s.Fringe()
	in := r.about(c, reach, color, alpha)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		i := r.dst.PixOffset(in.Min.X, y)
		for x := in.Min.X; x < in.Max.X; x++ {
			q := geom.Pt{X: float64(x) + 0.5 - c.X, Y: float64(y) + 0.5 - c.Y}
			r.sample(i, x, y, 0.5-s.Distance(pose, q, rad))
			i += 4
		}
	}
}

// sample blends the pixel (x, y) at the offset i at a coverage, taken within 0 to 1.
func (r *Renderer) sample(i, x, y int, cover float64) {
	if cover <= 0 {
		return
	}
	m := uint32(255)
	if cover < 1 {
		m = uint32(cover*255 + 0.5)
	}
	if r.clipped {
		m = uint32(div255(m * uint32(r.stencil.row(x, y, 1)[0])))
	}
	r.paint.pixel(r.dst.Pix[i:i+4:i+4], m)
}

func (r *Renderer) field(f *draw.Field, to geom.Affine, alpha float64) {
	if f.Cols <= 0 {
		return
	}
	k := to.Scale()
	round := f.Symbol.Round()
	for i := 0; i < f.Count; i++ {
		switch d, shown := f.At(i); {
		case !shown || i+1 == f.Lifted:
		case round:
			r.disc(to.At(d.At), d.R*k, d.Color, alpha)
		default:
			r.symbol(f.Symbol, f.Pose(i), to.At(d.At), d.R*k, d.Color, alpha)
		}
	}
	if i := f.Lifted - 1; i >= 0 && i < f.Count {
		if d, shown := f.At(i); shown {
			r.symbol(f.Symbol, f.Pose(i), to.At(d.At), d.R*k, d.Color, alpha)
		}
	}
}

// pixelUp is the first pixel whose centre lies at or beyond v.
func pixelUp(v float64) int {
	const far = 1 << 24
	return int(math.Ceil(math.Max(-far, math.Min(far, v)) - 0.5))
}
