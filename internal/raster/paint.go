package raster

import (
	"encoding/binary"
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// full is a coverage of 255 at an opacity of 65,535: the weights that blending
// divides by. 255·full + full/2 still fits in 32 bits.
const full = 255 * 65535

// painter blends rows of coverage into pixels with a colour or a ramp.
type painter struct {
	r, g, b uint32 // not premultiplied
	opacity uint32 // of 65,535
	opaque  bool   // a full coverage replaces what was there
	word    uint32 // the opaque pixel as memory holds it

	ramp    draw.RampKind
	of      *draw.Ramp
	table   [256][4]uint16 // premultiplied, of 65,535: faint ramps show no rings
	known   [256]bool      // which of the table are worked out: a small shape asks for few
	own     geom.Affine    // from pixels to own coordinates less the ramp's start, radial
	perUnit float64        // radial: one over the radius
	tx, ty  float64        // linear: the place is tx·x + ty·y + t0
	t0      float64
}

// set takes the paint of a mark whose own coordinates `to` maps to pixels; it
// reports whether there is anything to be seen.
func (p *painter) set(paint *draw.Paint, alpha float64, to geom.Affine) bool {
	if paint.Ramp.Kind == draw.Solid {
		p.solid(paint.Color, alpha)
		return p.opacity > 0
	}
	inv, ok := to.Inverse()
	if !ok || paint.Ramp.N == 0 {
		return false
	}
	p.opacity = opacity16(255, alpha)
	p.opaque = p.opacity == 65535
	ramp := &paint.Ramp
	p.ramp = ramp.Kind
	p.of, p.known = ramp, [256]bool{}
	for _, s := range ramp.Stops[:ramp.N] {
		p.opaque = p.opaque && s.Color.A() == 255
	}
	d := ramp.To.Sub(ramp.From)
	n := d.Dot(d)
	switch {
	case n == 0:
		p.ramp = draw.Linear
		p.tx, p.ty, p.t0 = 0, 0, 1
	case p.ramp == draw.Linear:
		p.tx = (inv.A*d.X + inv.B*d.Y) / n
		p.ty = (inv.C*d.X + inv.D*d.Y) / n
		p.t0 = ((inv.E-ramp.From.X)*d.X + (inv.F-ramp.From.Y)*d.Y) / n
	default:
		p.own = inv
		p.own.E -= ramp.From.X
		p.own.F -= ramp.From.Y
		p.perUnit = 1 / d.Len()
	}
	return p.opacity > 0
}

func (p *painter) solid(c draw.Color, alpha float64) {
	p.ramp = draw.Solid
	p.r, p.g, p.b = uint32(c.R()), uint32(c.G()), uint32(c.B())
	p.opacity = opacity16(c.A(), alpha)
	p.opaque = p.opacity == 65535
	p.word = p.r | p.g<<8 | p.b<<16 | 0xff<<24
}

func opacity16(a uint8, alpha float64) uint32 {
	return uint32(float64(a)*257*math.Min(math.Max(alpha, 0), 1) + 0.5)
}

// row blends a row of coverage into pix; its first pixel is (x, y).
func (p *painter) row(pix, cover []byte, x, y int) {
	if p.ramp != draw.Solid {
		p.rampRow(pix, cover, x, y)
		return
	}
	for i := 0; i < len(cover); {
		end := min(i+8, len(cover))
		if end-i == 8 {
			switch w := binary.LittleEndian.Uint64(cover[i:]); {
			case w == 0:
				i = end
				continue
			case w == math.MaxUint64 && p.opaque:
				fillEight(pix[4*i:4*i+32], p.word)
				i = end
				continue
			}
		}
		for ; i < end; i++ {
			if m := cover[i]; m != 0 {
				p.pixel(pix[4*i:4*i+4:4*i+4], uint32(m))
			}
		}
	}
}

// pixel blends the solid colour at a coverage of m/255.
func (p *painter) pixel(px []byte, m uint32) {
	k := p.opacity * m
	rest := full - k
	_ = px[3]
	px[0] = byte((p.r*k + uint32(px[0])*rest + full/2) / full)
	px[1] = byte((p.g*k + uint32(px[1])*rest + full/2) / full)
	px[2] = byte((p.b*k + uint32(px[2])*rest + full/2) / full)
	px[3] = byte((255*k + uint32(px[3])*rest + full/2) / full)
}

func (p *painter) rampRow(pix, cover []byte, x, y int) {
	fy := float64(y) + 0.5
	start := p.ty*fy + p.t0
	if p.ramp == draw.Linear && p.tx == 0 {
		p.evenRow(pix, cover, p.color(start))
		return
	}
	for i, m := range cover {
		if m == 0 {
			continue
		}
		fx := float64(x+i) + 0.5
		var t float64
		if p.ramp == draw.Linear {
			t = p.tx*fx + start
		} else {
			qx, qy := p.own.A*fx+p.own.C*fy+p.own.E, p.own.B*fx+p.own.D*fy+p.own.F
			t = math.Sqrt(qx*qx+qy*qy) * p.perUnit
		}
		p.blend(pix[4*i:4*i+4:4*i+4], p.color(t), m)
	}
}

// color is the ramp's colour at a place.
func (p *painter) color(t float64) *[4]uint16 {
	i := rampIndex(t)
	if !p.known[i] {
		r, g, b, a := p.of.At(float64(i) / 255)
		p.table[i] = [4]uint16{uint16(r*257 + 0.5), uint16(g*257 + 0.5), uint16(b*257 + 0.5), uint16(a*257 + 0.5)}
		p.known[i] = true
	}
	return &p.table[i]
}

// evenRow blends one colour of the ramp into a row: most skies and fades run straight down.
func (p *painter) evenRow(pix, cover []byte, c *[4]uint16) {
	word := opaqueWord(c)
	for i := 0; i < len(cover); {
		if p.opaque && i+8 <= len(cover) && binary.LittleEndian.Uint64(cover[i:]) == math.MaxUint64 {
			fillEight(pix[4*i:4*i+32], word)
			i += 8
			continue
		}
		if m := cover[i]; m != 0 {
			p.blend(pix[4*i:4*i+4:4*i+4], c, m)
		}
		i++
	}
}

// blend lays a colour of the ramp over a pixel at a coverage of m/255.
func (p *painter) blend(px []byte, c *[4]uint16, m byte) {
	if p.opaque && m == 255 {
		binary.LittleEndian.PutUint32(px, opaqueWord(c))
		return
	}
	if c[3] == 0 {
		return // premultiplied, it has no light of its own either
	}
	const whole = 65535 * full
	k := uint64(p.opacity) * uint64(m)
	rest := whole - uint64(c[3])*k
	k *= 255
	_ = px[3]
	px[0] = byte((uint64(c[0])*k + uint64(px[0])*rest + whole/2) / whole)
	px[1] = byte((uint64(c[1])*k + uint64(px[1])*rest + whole/2) / whole)
	px[2] = byte((uint64(c[2])*k + uint64(px[2])*rest + whole/2) / whole)
	px[3] = byte((uint64(c[3])*k + uint64(px[3])*rest + whole/2) / whole)
}

// opaqueWord is a colour of an opaque ramp as memory holds its pixel.
func opaqueWord(c *[4]uint16) uint32 {
	at := func(v uint16) uint32 { return (uint32(v) + 128) / 257 }
	return at(c[0]) | at(c[1])<<8 | at(c[2])<<16 | at(c[3])<<24
}

// fillEight writes a word into eight pixels.
func fillEight(pix []byte, word uint32) {
	two := uint64(word) | uint64(word)<<32
	_ = pix[31]
	binary.LittleEndian.PutUint64(pix, two)
	binary.LittleEndian.PutUint64(pix[8:], two)
	binary.LittleEndian.PutUint64(pix[16:], two)
	binary.LittleEndian.PutUint64(pix[24:], two)
}

func rampIndex(t float64) int {
	switch {
	case !(t > 0):
		return 0
	case t >= 1:
		return 255
	}
	return int(t*255 + 0.5)
}

func div255(v uint32) uint8 { return uint8((v + 127) / 255) }
