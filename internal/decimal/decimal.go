package decimal

import (
	"errors"
	"math/bits"
	"strconv"
)

// MaxScale is the largest number of digits after the point.
const MaxScale = 18

// The errors of [Parse].
var (
	ErrSyntax = errors.New("not a decimal number: write digits with at most one point, such as 86.36")
	ErrRange  = errors.New("decimal number too long: at most 18 digits fit")
)

// Decimal is the number Unscaled / 10^Scale. The zero value is 0.
type Decimal struct {
	Unscaled int64
	Scale    uint8 // digits after the point, at most MaxScale
}

// FromInt is the whole number n.
func FromInt(n int64) Decimal { return Decimal{Unscaled: n} }

// Parse reads the written form. It returns [ErrSyntax] or [ErrRange].
func Parse(s string) (Decimal, error) {
	rest, negative := s, false
	if len(rest) > 0 && rest[0] == '-' {
		rest, negative = rest[1:], true
	}
	var value int64
	var scale, digits, whole int
	point := false
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		switch {
		case c == '.' && !point && i > 0:
			point = true
		case c >= '0' && c <= '9':
			digits++
			if point {
				scale++
			} else {
				whole++
			}
			if digits > MaxScale {
				return Decimal{}, ErrRange
			}
			value = value*10 + int64(c-'0')
		default:
			return Decimal{}, ErrSyntax
		}
	}
	if whole == 0 || point && scale == 0 {
		return Decimal{}, ErrSyntax
	}
	if negative {
		value = -value
	}
	return Decimal{Unscaled: value, Scale: uint8(scale)}, nil
}

// Append writes the number to dst as [Parse] reads it.
func (d Decimal) Append(dst []byte) []byte {
	if d.Scale == 0 {
		return strconv.AppendInt(dst, d.Unscaled, 10)
	}
	u := magnitude(d.Unscaled)
	if d.Unscaled < 0 {
		dst = append(dst, '-')
	}
	unit := pow10(d.Scale)
	dst = strconv.AppendUint(dst, u/unit, 10)
	dst = append(dst, '.')
	part := u % unit
	for unit /= 10; unit > 0; unit /= 10 {
		dst = append(dst, byte('0'+part/unit%10))
	}
	return dst
}

// String is the written form.
func (d Decimal) String() string {
	var buf [24]byte
	return string(d.Append(buf[:0]))
}

// Float64 is the nearest float, for geometry; never for text.
func (d Decimal) Float64() float64 {
	return float64(d.Unscaled) / float64(pow10(d.Scale))
}

// Int is the number without its fraction, and whether there was none.
func (d Decimal) Int() (n int64, exact bool) {
	unit := int64(pow10(d.Scale))
	return d.Unscaled / unit, d.Unscaled%unit == 0
}

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.Unscaled < 0:
		return -1
	case d.Unscaled > 0:
		return 1
	}
	return 0
}

// Reduce drops trailing zeros after the point.
func (d Decimal) Reduce() Decimal {
	for d.Scale > 0 && d.Unscaled%10 == 0 {
		d.Unscaled /= 10
		d.Scale--
	}
	return d
}

// Cmp is -1, 0 or 1 as d is below, equal to or above e. 1.50 equals 1.5.
func (d Decimal) Cmp(e Decimal) int {
	if sd, se := d.Sign(), e.Sign(); sd != se {
		if sd < se {
			return -1
		}
		return 1
	}
	dh, dl := bits.Mul64(magnitude(d.Unscaled), pow10(e.Scale))
	eh, el := bits.Mul64(magnitude(e.Unscaled), pow10(d.Scale))
	order := 0
	switch {
	case dh < eh || dh == eh && dl < el:
		order = -1
	case dh > eh || dl > el:
		order = 1
	}
	if d.Unscaled < 0 {
		return -order
	}
	return order
}

// Equal reports whether the two numbers are the same number.
func (d Decimal) Equal(e Decimal) bool { return d.Cmp(e) == 0 }

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// pow10 is 10^n; a scale beyond MaxScale, which no operation here makes,
// counts as MaxScale so that a forged value cannot divide by zero.
func pow10(n uint8) uint64 {
	p := uint64(1)
	for range min(n, MaxScale) {
		p *= 10
	}
	return p
}
