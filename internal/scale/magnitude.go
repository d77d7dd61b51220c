package scale

import "lianhua/internal/decimal"

// Magnitude is what the numbers of one axis are counted in: things, 万 or 亿.
// The zero value is things.
type Magnitude struct {
	size int64
	Name string // after the number; empty for things
}

// longestTick is how many digits after the point a tick may have.
const longestTick = 2

// Magnitudes are those that have names, the largest first.
func Magnitudes() [2]Magnitude { return [...]Magnitude{{yi, "亿"}, {wan, "万"}} }

// Size is how many things the magnitude counts as one.
func (m Magnitude) Size() int64 { return max(1, m.size) }

// MagnitudeOf is the magnitude in which Chinese readers expect the ticks of one
// axis: 亿 or 万 for all where the largest reaches it, so that no axis reads
// 5000, 1万, 15,000; but none that needs more than two digits after the point.
func MagnitudeOf(ticks []decimal.Decimal) Magnitude {
	for _, m := range Magnitudes() {
		reached, short := false, true
		for _, d := range ticks {
			whole, _ := d.Int()
			reached = reached || whole >= m.size || whole <= -m.size
			q, ok := m.in(d)
			short = short && ok && q.Scale <= longestTick
		}
		if reached && short {
			return m
		}
	}
	return Magnitude{}
}

// In is the number counted in the magnitude, exactly: 20,000 is 2 in 万. A
// number with too many digits for that stays as it is.
func (m Magnitude) In(d decimal.Decimal) decimal.Decimal {
	if q, ok := m.in(d); ok {
		return q
	}
	return d
}

// Append writes the number in the magnitude, grouped as the style says; 0 needs
// no name.
func (m Magnitude) Append(dst []byte, d decimal.Decimal, style NumberStyle) []byte {
	dst = appendGrouped(dst, m.In(d), style.Grouping)
	if d.Sign() == 0 {
		return dst
	}
	return append(dst, m.Name...)
}

func (m Magnitude) in(d decimal.Decimal) (decimal.Decimal, bool) {
	if m.size == 0 {
		return d, true
	}
	d = d.Reduce()
	const noughts = 8 // of 亿, the largest
	q, exact, ok := d.Quo(decimal.FromInt(m.size), d.Scale+noughts, decimal.HalfEven)
	return q.Reduce(), ok && exact
}
