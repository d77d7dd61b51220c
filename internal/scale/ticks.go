package scale

import (
	"math"

	"lianhua/internal/decimal"
)

// step is a distance between ticks: unit (1, 2 or 5) times 10^power.
//
// The method is P. Heckbert's, "Nice numbers for graph labels", Graphics Gems
// (1990), with the step taken as the least that gives no more ticks than asked
// for, where his is the nearest.
type step struct {
	unit  int64
	power int
}

// The powers of ten that a decimal holds with room for a factor.
const (
	leastPower = -decimal.MaxScale
	mostPower  = 16
)

// largestTick keeps what a step is multiplied by inside a decimal.
const largestTick = 9e17

func stepFor(lo, hi float64, most int) (step, bool) {
	least := (hi - lo) / float64(max(most, 2)-1)
	if !(least > 0) || math.Abs(lo) > largestTick || math.Abs(hi) > largestTick {
		return step{}, false
	}
	for p := leastPower; p <= mostPower; p++ {
		for _, u := range [...]int64{1, 2, 5} {
			s := step{u, p}
			if s.size() < least {
				continue
			}
			// Far from zero a fine step has no exact decimal of 18 digits.
			return s, max(math.Abs(lo), math.Abs(hi))/s.size()*float64(u) < largestTick
		}
	}
	return step{}, false
}

func (s step) size() float64 { return s.at(1).Float64() }

// at is i steps, exactly.
func (s step) at(i int64) decimal.Decimal {
	n := i * s.unit
	if s.power < 0 {
		return decimal.Decimal{Unscaled: n, Scale: uint8(-s.power)}.Reduce()
	}
	for range s.power {
		n *= 10
	}
	return decimal.FromInt(n)
}

// span is the numbers of the last step at or below lo and the first at or above hi.
func (s step) span(lo, hi float64) (first, last int64) {
	size := s.size()
	first, last = int64(math.Floor(lo/size)), int64(math.Ceil(hi/size))
	// A quotient of floats may lie a hair beside the whole number that it is.
	if s.at(first+1).Float64() <= lo {
		first++
	}
	if s.at(last-1).Float64() >= hi {
		last--
	}
	return first, last
}

func within(d decimal.Decimal, lo, hi float64) bool {
	v := d.Float64()
	return v >= lo && v <= hi
}

// appendDecades appends the ticks of a logarithmic domain: 1, 2 and 5 times the
// powers of ten; or the powers alone; or every second, third, … of them.
func appendDecades(dst []decimal.Decimal, lo, hi float64, most int) []decimal.Decimal {
	count := func(units int, every int) (n int) {
		for p := leastPower; p <= mostPower; p++ {
			for k := 0; k < units; k++ {
				if p%every == 0 && within(step{decadeUnits[k], p}.at(1), lo, hi) {
					n++
				}
			}
		}
		return n
	}
	units, every := len(decadeUnits), 1
	if count(units, every) > most {
		units = 1
	}
	for count(units, every) > most {
		every++
	}
	for p := leastPower; p <= mostPower; p++ {
		for k := 0; k < units; k++ {
			if d := (step{decadeUnits[k], p}).at(1); p%every == 0 && within(d, lo, hi) {
				dst = append(dst, d)
			}
		}
	}
	return dst
}

var decadeUnits = [...]int64{1, 2, 5}

func powerBelow(x float64) float64 {
	p := mostPower
	for p > leastPower && (step{1, p}).size() > x {
		p--
	}
	return step{1, p}.size()
}

func powerAbove(x float64) float64 {
	p := leastPower
	for p < mostPower && (step{1, p}).size() < x {
		p++
	}
	return step{1, p}.size()
}
