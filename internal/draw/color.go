package draw

// Color is 0xRRGGBBAA, not premultiplied, in sRGB.
type Color uint32

// RGB is an opaque colour from 0xRRGGBB.
func RGB(hex uint32) Color { return Color(hex<<8 | 0xff) }

func (c Color) R() uint8 { return uint8(c >> 24) }
func (c Color) G() uint8 { return uint8(c >> 16) }
func (c Color) B() uint8 { return uint8(c >> 8) }
func (c Color) A() uint8 { return uint8(c) }

// Fade multiplies the opacity by a, 0 to 1.
//
//go:noinline
func (c Color) Fade(a float64) Color {
	return c&^0xff | Color(round8(float64(c.A())*clamp01(a)))
}

// Mix goes from a to b in sRGB, opacity included.
func Mix(a, b Color, t float64) Color {
	t = clamp01(t)
	ch := func(x, y uint8) Color { return Color(round8(float64(x) + (float64(y)-float64(x))*t)) }
	return ch(a.R(), b.R())<<24 | ch(a.G(), b.G())<<16 | ch(a.B(), b.B())<<8 | ch(a.A(), b.A())
}

func round8(v float64) uint8 { return uint8(v + 0.5) }

func clamp01(v float64) float64 {
	if !(v > 0) {
		return 0
	}
	if v > 1 {
		return 1
	}
	return v
}
