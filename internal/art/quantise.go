package art

import (
	"math"
	"slices"

	"lianhua/internal/geom"
)

const (
	perPixel = 100 // steps of a length
	parts    = 1000
	farthest = 1 << 26 // in steps: no length is longer

	matrixBits = 18 // of a transform's mantissa: 0.004 px at the far end of a design
	penBits    = 10 // of a pen's
)

// steps is a length in steps of which there are so many to a pixel.
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

// mostFine is how often a step can be halved.
const mostFine = 20

// fineness is how often the steps of a shape must be halved so that one is no longer
// than about a hundredth of a pixel after the transform. Where its points are whole
// hundredths, they need not: then shapes that are magnified otherwise have the same
// outline.
func fineness(s *Shape, l linear) int {
	m := l.affine()
	_, e := math.Frexp(math.Max(math.Hypot(m.A, m.B), math.Hypot(m.C, m.D)))
	k := min(max(e-1, 0), mostFine)
	if k == 0 {
		return 0
	}
	between := func(p geom.Pt) bool { return between(p.X) || between(p.Y) }
	if slices.ContainsFunc(s.Path.Pts, between) || len(s.Paint.Stops) > 0 && (between(s.Paint.From) || between(s.Paint.To)) {
		return k
	}
	return 0
}

// between reports whether a length is no whole number of steps.
func between(v float64) bool {
	n := v * perPixel
	return !(math.Abs(n-math.Round(n)) < 1e-6)
}

// perOne is how many steps halved so often there are to a pixel.
func perOne(fine int) float64 { return math.Ldexp(perPixel, fine) }
