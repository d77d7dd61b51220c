package scale

import "math"

// Band divides a line among n things in their order: each takes a band, all of
// one width. The zero value has none.
type Band struct {
	n           int
	first       float64 // where the first band begins
	step, width float64 // negative where the line runs backwards
}

// NewBand divides the line from start to end. inner is the gap between bands and
// outer the one at either end, both as shares of a step, from one band's
// beginning to the next's: 0 ≤ inner < 1, 0 ≤ outer.
func NewBand(n int, start, end, inner, outer float64) Band {
	if n <= 0 {
		return Band{}
	}
	inner, outer = min(max(inner, 0), 0.99), max(outer, 0)
	step := (end - start) / (float64(n) - inner + 2*outer)
	return Band{n: n, first: start + step*outer, step: step, width: step * (1 - inner)}
}

// Len is how many bands there are.
func (b Band) Len() int { return b.n }

// At is where band i begins, from 0.
func (b Band) At(i int) float64 { return b.first + float64(i)*b.step }

// Middle is the middle of band i.
func (b Band) Middle(i int) float64 { return b.At(i) + b.width/2 }

// Bandwidth is the width of a band, never below zero.
func (b Band) Bandwidth() float64 { return math.Abs(b.width) }

// Step is the distance from one band's beginning to the next's, never below zero.
func (b Band) Step() float64 { return math.Abs(b.step) }

// Invert is the band at the place x; ok is false in a gap and beyond the ends.
func (b Band) Invert(x float64) (i int, ok bool) {
	if b.step == 0 {
		return 0, false
	}
	u := (x - b.first) / b.step
	i = int(math.Floor(u))
	return i, u >= 0 && i < b.n && (u-float64(i))*b.step/b.width <= 1
}
