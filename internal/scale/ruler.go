package scale

import (
	"errors"
	"math"

	"lianhua/internal/decimal"
)

// ErrLogDomain says why a logarithmic ruler was refused.
var ErrLogDomain = errors.New("scale: a logarithmic domain must lie above zero and have two ends")

// Ruler puts numbers of the domain on a line, from its start to its end; beyond
// the domain it goes on. The zero value puts everything at 0.
type Ruler struct {
	from, to   float64 // of the domain
	start, end float64 // on the line, in device-independent pixels
	log        bool
}

// Linear is the ruler on which equal differences take equal lengths. Where the
// domain has no length, every number stands at the start.
func Linear(from, to, start, end float64) Ruler { return Ruler{from, to, start, end, false} }

// Log is the ruler on which equal ratios take equal lengths. It returns
// ErrLogDomain for a domain that is empty, not finite, or not above zero.
func Log(from, to, start, end float64) (Ruler, error) {
	if !(from > 0 && to > 0) || from == to || math.IsInf(from, 0) || math.IsInf(to, 0) {
		return Ruler{}, ErrLogDomain
	}
	return Ruler{from, to, start, end, true}, nil
}

// IsLog reports whether the ruler is logarithmic: who draws it must say so.
func (r Ruler) IsLog() bool { return r.log }

// Domain is the numbers at the ruler's ends.
func (r Ruler) Domain() (from, to float64) { return r.from, r.to }

// Range is the places of the ruler's ends.
func (r Ruler) Range() (start, end float64) { return r.start, r.end }

// At is the place of the number v. On a logarithmic ruler v must be above zero.
func (r Ruler) At(v float64) float64 {
	a, b := r.from, r.to
	if r.log {
		a, b, v = log2(a), log2(b), log2(v)
	}
	if a == b {
		return r.start
	}
	return r.start + (v-a)/(b-a)*(r.end-r.start)
}

// Invert is the number at the place x: At undone.
func (r Ruler) Invert(x float64) float64 {
	if r.start == r.end {
		return r.from
	}
	t := (x - r.start) / (r.end - r.start)
	if r.log {
		a, b := log2(r.from), log2(r.to)
		return math.Exp2(a + t*(b-a))
	}
	return r.from + t*(r.to-r.from)
}

// Nice is the ruler with its domain widened to whole steps, for at most that
// many ticks; a logarithmic one's to whole powers of ten.
func (r Ruler) Nice(most int) Ruler {
	lo, hi := min(r.from, r.to), max(r.from, r.to)
	if r.log {
		lo, hi = powerBelow(lo), powerAbove(hi)
	} else if s, ok := stepFor(lo, hi, most); ok {
		first, last := s.span(lo, hi)
		lo, hi = s.at(first).Float64(), s.at(last).Float64()
	}
	if r.from > r.to {
		lo, hi = hi, lo
	}
	r.from, r.to = lo, hi
	return r
}

// AppendTicks appends the numbers that an axis along the ruler names, from the
// least: at most that many and all inside the domain. Fewer than 2 count as 2.
func (r Ruler) AppendTicks(dst []decimal.Decimal, most int) []decimal.Decimal {
	lo, hi := min(r.from, r.to), max(r.from, r.to)
	if r.log {
		return appendDecades(dst, lo, hi, max(most, 2))
	}
	s, ok := stepFor(lo, hi, most)
	if !ok {
		return dst
	}
	first, last := s.span(lo, hi)
	for i := first; i <= last; i++ {
		if d := s.at(i); within(d, lo, hi) {
			dst = append(dst, d)
		}
	}
	return dst
}

// log2 is the binary logarithm of x > 0. math.Log has a form of its own on amd64
// that WASM lacks; Log1p has the same everywhere, and frac − 1 is exact.
func log2(x float64) float64 {
	frac, exp := math.Frexp(x)
	return float64(exp) + math.Log1p(frac-1)/math.Ln2
}
