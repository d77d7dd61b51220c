package vision

import (
	"image"
	"slices"
)

// Kind is a way to see colours.
type Kind uint8

// The ways to see: with all three cones, and without those for long, middle and
// short waves.
const (
	Full Kind = iota
	Protanopia
	Deuteranopia
	Tritanopia
)

var kindNames = [...]string{"full", "protanopia", "deuteranopia", "tritanopia"}

func (k Kind) String() string { return kindNames[k] }

// Kinds are all ways to see, Full first.
func Kinds() []Kind { return []Kind{Full, Protanopia, Deuteranopia, Tritanopia} }

// ParseKind reads a way to see by its name.
func ParseKind(name string) (k Kind, ok bool) {
	i := slices.Index(kindNames[:], name)
	return Kind(max(i, 0)), i >= 0
}

// matrices work on linear RGB, after Machado, Oliveira and Fernandes (2009),
// severity 1.
var matrices = [...][9]float64{
	Full:         {1, 0, 0, 0, 1, 0, 0, 0, 1},
	Protanopia:   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	Deuteranopia: {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	Tritanopia:   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// Color is what the colour c looks like; its opacity stays.
func (k Kind) Color(c uint32) uint32 {
	if k == Full {
		return c
	}
	m := &matrices[k]
	r, g, b := linear(c>>24), linear(c>>16), linear(c>>8)
	out := c & 0xff
	for i := range 3 {
		out |= uint32(encoded(m[i*3]*r+m[i*3+1]*g+m[i*3+2]*b)) << (24 - 8*i)
	}
	return out
}

// Image is what an opaque picture looks like. It makes a new one.
func (k Kind) Image(img *image.RGBA) *image.RGBA {
	out := image.NewRGBA(img.Rect)
	seen := map[uint32]uint32{} // flat pictures have few colours
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		from, to := img.Pix[img.PixOffset(img.Rect.Min.X, y):], out.Pix[out.PixOffset(img.Rect.Min.X, y):]
		for i := 0; i < 4*img.Rect.Dx(); i += 4 {
			c := uint32(from[i])<<24 | uint32(from[i+1])<<16 | uint32(from[i+2])<<8 | uint32(from[i+3])
			s, known := seen[c]
			if !known {
				s = k.Color(c)
				seen[c] = s
			}
			to[i], to[i+1], to[i+2], to[i+3] = uint8(s>>24), uint8(s>>16), uint8(s>>8), uint8(s)
		}
	}
	return out
}
