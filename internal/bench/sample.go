package bench

import (
	"math"
	"slices"
)

// Sample is a set of measurements of one thing, in any order.
type Sample []float64

// Quantile is the value below which the share q of the sample lies, between two
// measurements by linear interpolation (Hyndman and Fan 1996, definition 7). It
// is NaN where there is none or q is not within 0 and 1.
func (s Sample) Quantile(q float64) float64 {
	if len(s) == 0 || !(q >= 0 && q <= 1) {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	at := q * float64(len(sorted)-1)
	below := int(at)
	if below+1 == len(sorted) {
		return sorted[below]
	}
	return sorted[below] + (at-float64(below))*(sorted[below+1]-sorted[below])
}

// Median is the middle of the sample.
func (s Sample) Median() float64 { return s.Quantile(0.5) }

// P95 is what 95 of 100 measurements do not exceed.
func (s Sample) P95() float64 { return s.Quantile(0.95) }

// Least and Most are the ends of the sample, NaN where there is no measurement.
func (s Sample) Least() float64 { return s.Quantile(0) }
func (s Sample) Most() float64  { return s.Quantile(1) }

// Turned is 0 to n−1 in the order of a round: each round begins one later, so
// that over n rounds each stands at each place once.
func Turned(n, round int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = (i + round) % n
	}
	return order
}
