package stage_test

import (
	"math"
	"testing"

	"lianhua/assets"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// visions are the three dichromacies as matrices on linear RGB, after Machado,
// Oliveira and Fernandes (2009), severity 1.
var visions = map[string][9]float64{
	"full":         {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// Colours that scenes tell things apart by stay apart for readers who see fewer:
// CIE 1976 differences of at least 12, several times what is just noticeable.
func TestColorsThatMustBeToldApartStayApart(t *testing.T) {
	const least = 12
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Themes() {
		th, err := stage.ThemeOf(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, pair := range []struct {
			what string
			a, b draw.Color
		}{
			{"the two crowds", th.Gold, th.Crowd},
			{"the two crowds' numbers", th.GoldDark, th.Crowd},
			{"roofs and fields", th.Clay, th.HillNear},
			{"list set and visits", th.Deep, th.Leaf},
			{"visits and ranking", th.Leaf, th.GoldLight},
			{"list set and ranking", th.Deep, th.GoldLight},
			{"points left and lost", th.Gold, th.Faint},
			{"molten and cold metal", th.Molten, th.SilverMid},
			{"lit lines and unlit", th.Accent, th.Faint},
			{"gauge and its rest", th.Leaf, th.Faint},
			{"figures drawn and kept", th.Accent, th.Panel},
		} {
			for name, m := range visions {
				if d := difference(see(pair.a, m), see(pair.b, m)); d < least {
					t.Errorf("%s, %s: %s differ by %.1f, need %d", th.Name, name, pair.what, d, least)
				}
			}
		}
	}
}

// see is a colour as linear RGB through a vision.
func see(c draw.Color, m [9]float64) [3]float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	r, g, b := lin(c.R()), lin(c.G()), lin(c.B())
	var out [3]float64
	for i := range out {
		out[i] = math.Max(0, math.Min(1, m[i*3]*r+m[i*3+1]*g+m[i*3+2]*b))
	}
	return out
}

// difference is the Euclidean distance in CIE L*a*b*, white D65.
func difference(a, b [3]float64) float64 {
	x, y := lab(a), lab(b)
	return math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
}

func lab(c [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
