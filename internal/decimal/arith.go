package decimal

import (
	"math"
	"math/bits"
)

// Rounding names what happens to the digits that are dropped.
type Rounding uint8

// The rules of rounding. Half means exactly half a unit of the last place.
const (
	HalfEven Rounding = iota // to the nearest, a half to the even neighbour
	HalfUp                   // to the nearest, a half away from zero
	Down                     // towards zero
	Up                       // away from zero
)

// String is the rule's name in the figures file.
func (r Rounding) String() string {
	switch r {
	case HalfEven:
		return "half-even"
	case HalfUp:
		return "half-up"
	case Down:
		return "down"
	case Up:
		return "up"
	}
	return "unknown"
}

// ParseRounding is the rule with that name.
func ParseRounding(name string) (Rounding, bool) {
	for r := HalfEven; r <= Up; r++ {
		if r.String() == name {
			return r, true
		}
	}
	return 0, false
}

// Mul is d times e, exactly; false where it does not fit.
func (d Decimal) Mul(e Decimal) (Decimal, bool) {
	if int(d.Scale)+int(e.Scale) > MaxScale {
		d, e = d.Reduce(), e.Reduce()
		if int(d.Scale)+int(e.Scale) > MaxScale {
			return Decimal{}, false
		}
	}
	high, low := bits.Mul64(magnitude(d.Unscaled), magnitude(e.Unscaled))
	if high != 0 {
		return Decimal{}, false
	}
	n, ok := signed(low, (d.Unscaled < 0) != (e.Unscaled < 0))
	return Decimal{n, d.Scale + e.Scale}, ok
}

// Quo is d / e with that many digits after the point. exact says that nothing
// was dropped; ok is false for a division by zero or a result that does not fit.
func (d Decimal) Quo(e Decimal, scale uint8, rule Rounding) (q Decimal, exact, ok bool) {
	if e.Unscaled == 0 || scale > MaxScale {
		return Decimal{}, false, false
	}
	// d/e * 10^scale = (d.Unscaled * 10^(scale+e.Scale)) / (e.Unscaled * 10^d.Scale)
	up, down := int(scale)+int(e.Scale), int(d.Scale)
	shared := min(up, down)
	up, down = up-shared, down-shared
	if up > MaxScale || down > MaxScale {
		return Decimal{}, false, false
	}
	nh, nl := bits.Mul64(magnitude(d.Unscaled), pow10(uint8(up)))
	dh, dl := bits.Mul64(magnitude(e.Unscaled), pow10(uint8(down)))
	if dh != 0 || nh >= dl {
		return Decimal{}, false, false
	}
	quotient, rest := bits.Div64(nh, nl, dl)
	negative := (d.Unscaled < 0) != (e.Unscaled < 0)
	if rest != 0 && roundsAway(rule, quotient, rest, dl) {
		quotient++
	}
	n, fits := signed(quotient, negative)
	return Decimal{n, scale}, rest == 0, fits
}

// Round keeps that many digits after the point; a number with fewer gains
// zeros. ok is false where the result does not fit.
func (d Decimal) Round(scale uint8, rule Rounding) (r Decimal, ok bool) {
	if scale > MaxScale {
		return Decimal{}, false
	}
	if scale >= d.Scale {
		n, ok := d.rescale(scale)
		return Decimal{n, scale}, ok
	}
	unit := pow10(d.Scale - scale)
	u := magnitude(d.Unscaled)
	quotient, rest := u/unit, u%unit
	if rest != 0 && roundsAway(rule, quotient, rest, unit) {
		quotient++
	}
	n, ok := signed(quotient, d.Unscaled < 0)
	return Decimal{n, scale}, ok
}

// roundsAway decides for the magnitude quotient + rest/divisor, 0 < rest < divisor.
func roundsAway(rule Rounding, quotient, rest, divisor uint64) bool {
	half := rest >= divisor-rest
	tie := rest == divisor-rest
	switch rule {
	case Up:
		return true
	case HalfUp:
		return half
	case HalfEven:
		return half && (!tie || quotient%2 == 1)
	}
	return false
}

func (d Decimal) rescale(scale uint8) (int64, bool) {
	if scale > MaxScale || scale < d.Scale {
		return 0, false
	}
	high, low := bits.Mul64(magnitude(d.Unscaled), pow10(scale-d.Scale))
	if high != 0 {
		return 0, false
	}
	return signed(low, d.Unscaled < 0)
}

func signed(u uint64, negative bool) (int64, bool) {
	if negative {
		return -int64(u), u <= -math.MinInt64
	}
	return int64(u), u <= math.MaxInt64
}
