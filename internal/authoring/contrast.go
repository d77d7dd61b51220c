package authoring

import "math"

// Contrast is the contrast ratio of two colours 0xRRGGBBAA by WCAG 2.2, from 1
// to 21. A translucent front is first laid over the back, which counts as
// opaque.
func Contrast(front, back uint32) float64 {
	alpha := float64(front&0xFF) / 255
	over := func(shift int) float64 {
		f, b := float64(front>>shift&0xFF), float64(back>>shift&0xFF)
		return (f*alpha + b*(1-alpha)) / 255
	}
	under := func(shift int) float64 { return float64(back>>shift&0xFF) / 255 }
	a, b := luminance(over), luminance(under)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// luminance is the relative luminance of an sRGB colour (IEC 61966-2-1).
func luminance(channel func(shift int) float64) float64 {
	linear := func(c float64) float64 {
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(channel(24)) + 0.7152*linear(channel(16)) + 0.0722*linear(channel(8))
}
