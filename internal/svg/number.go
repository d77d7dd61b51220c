package svg

import (
	"math"
	"strconv"
)

var powers = [...]float64{1, 10, 100, 1e3, 1e4, 1e5, 1e6}

// appendNumber writes v with at most so many digits after the point, without
// noughts that carry nothing.
func appendNumber(dst []byte, v float64, digits int) []byte {
	n := math.Round(v * powers[digits])
	if !(math.Abs(n) < 1e15) {
		return append(dst, '0')
	}
	return appendScaled(dst, int64(n), digits)
}

// appendScaled writes n divided by ten to the power of digits.
func appendScaled(dst []byte, n int64, digits int) []byte {
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	p := int64(powers[digits])
	whole, rest := n/p, n%p
	if whole > 0 || rest == 0 {
		dst = strconv.AppendInt(dst, whole, 10)
	}
	if rest == 0 {
		return dst
	}
	dst = append(dst, '.')
	for rest > 0 {
		p /= 10
		dst = append(dst, byte('0'+rest/p))
		rest %= p
	}
	return dst
}

func (w *writer) num(v float64, digits int) { w.b = appendNumber(w.b, v, digits) }

// fine is how many digits after the point hold a hundredth of a pixel under a
// transform that scales by k.
func fine(k float64) int {
	d := 2
	for d < 5 && k > 1.5 {
		d++
		k /= 10
	}
	for d > 0 && k < 0.15 && k > 0 {
		d--
		k *= 10
	}
	return d
}
