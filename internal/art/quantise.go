package art

import (
	"math"

	"lianhua/internal/geom"
)

const (
	perPixel = 100 // steps of a length
	parts    = 1000
	farthest = 1 << 26 // in steps: no length is longer

	matrixBits = 18 // of a transform's mantissa: 0.004 px at the far end of a design
	penBits    = 10 // of a pen's
)

// steps is a length in steps of which there are so many to one.
func steps(v, perOne float64) int32 {
	n := math.Round(v * perOne)
	if !(n > -farthest) { // NaN too
		if math.IsNaN(n) {
			return 0
		}
		return -farthest
	}
	return int32(math.Min(n, farthest))
}

func hundredths(v float64) int32 { return steps(v, perPixel) }

// part is a share of one in thousandths.
func part(v float64) uint16 {
	if !(v > 0) {
		return 0
	}
	return uint16(math.Round(math.Min(v, 1) * parts))
}

// short rounds v to a number whose mantissa has so many bits, which are the lowest
// of what it returns; long gives the number back.
func short(v float64, bits int) uint32 {
	f := float32(v)
	if f != f || math.IsInf(float64(f), 0) {
		f = 0
	}
	spare := 23 - bits
	return (math.Float32bits(f) + 1<<(spare-1)) >> spare
}

func long(n uint32, bits int) float64 {
	f := math.Float32frombits(n << (23 - bits))
	if f != f || math.IsInf(float64(f), 0) {
		return 0
	}
	return float64(f)
}

// linear is a transform without its shift, in short numbers.
type linear [4]uint32

func linearOf(m geom.Affine) linear {
	var l linear
	for i, v := range [...]float64{m.A, m.B, m.C, m.D} {
		l[i] = short(v, matrixBits)
	}
	return l
}

func (l linear) affine() geom.Affine {
	return geom.Affine{A: long(l[0], matrixBits), B: long(l[1], matrixBits), C: long(l[2], matrixBits), D: long(l[3], matrixBits)}
}

// fineness is how many steps there are to one of a path's own pixels, so that a
// step of it is about a hundredth of a pixel after the transform: hundredths, times
// a power of two.
func fineness(l linear) float64 {
	m := l.affine()
	_, e := math.Frexp(math.Max(math.Hypot(m.A, m.B), math.Hypot(m.C, m.D)))
	return math.Ldexp(perPixel, min(max(e-1, -10), 20))
}
