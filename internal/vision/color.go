package vision

import "math"

// linear is the light of an sRGB channel, the lowest byte of v (IEC 61966-2-1).
func linear(v uint32) float64 { return lights[v&0xff] }

var lights = func() (out [256]float64) {
	for i := range out {
		out[i] = light(float64(i) / 255)
	}
	return
}()

// light is the linear light of an encoded value, 0 to 1.
func light(x float64) float64 {
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// encoded is the inverse of linear; what no screen can show is cut off.
func encoded(l float64) uint8 {
	l = max(0, min(1, l))
	v := guesses[int(l*float64(len(guesses)-1))]
	for v < 255 && l >= steps[v+1] {
		v++
	}
	return v
}

// steps are the least lights of all encoded values, halfway from the one below, and
// guesses the values of evenly spaced lights: a power for each channel of each pixel
// costs more than all else that is asked of a picture.
var steps, guesses = func() (steps [256]float64, guesses [1024]uint8) {
	for v := 1; v < len(steps); v++ {
		steps[v] = light((float64(v) - 0.5) / 255)
	}
	for i, v := 0, uint8(0); i < len(guesses); i++ {
		for v < 255 && float64(i)/float64(len(guesses)-1) >= steps[v+1] {
			v++
		}
		guesses[i] = v
	}
	return
}()

// Contrast is the contrast ratio of two colours by WCAG 2.2, from 1 to 21. A
// translucent front is first laid over the back, which counts as opaque.
func Contrast(front, back uint32) float64 {
	alpha := float64(front&0xff) / 255
	over := func(shift int) float64 {
		if front&0xff == 0xff {
			return linear(front >> shift)
		}
		f, b := float64(front>>shift&0xff), float64(back>>shift&0xff)
		return light((f*alpha + b*(1-alpha)) / 255)
	}
	under := func(shift int) float64 { return linear(back >> shift) }
	a, b := luminance(over), luminance(under)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// luminance is the relative luminance by WCAG 2.2.
func luminance(channel func(shift int) float64) float64 {
	return 0.2126*channel(24) + 0.7152*channel(16) + 0.0722*channel(8)
}

// Difference is the distance of two opaque colours in CIE L*a*b*, white D65 (CIE
// 1976): about 2 is just noticeable side by side, 100 is black and white.
func Difference(a, b uint32) float64 {
	x, y := LabOf(a), LabOf(b)
	return x.Distance(y)
}

// Lab is a colour in CIE L*a*b*, white D65.
type Lab struct{ L, A, B float64 }

// LabOf is an opaque sRGB colour in CIE L*a*b*.
func LabOf(c uint32) Lab {
	r, g, b := linear(c>>24), linear(c>>16), linear(c>>8)
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*r + 0.3575761*g + 0.1804375*b) / 0.95047)
	y := f(0.2126729*r + 0.7151522*g + 0.0721750*b)
	z := f((0.0193339*r + 0.1191920*g + 0.9503041*b) / 1.08883)
	return Lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// Distance is the difference of two colours, see Difference.
func (p Lab) Distance(q Lab) float64 {
	l, a, b := p.L-q.L, p.A-q.A, p.B-q.B
	return math.Sqrt(l*l + a*a + b*b)
}
