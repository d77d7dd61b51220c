package scale

import (
	"strings"

	"lianhua/internal/decimal"
)

// Grouping says when the digits before the point are set in threes.
type Grouping uint8

// The groupings.
const (
	Ungrouped Grouping = iota // years, days, ranks: 2022
	FromFive                  // Chinese usage: 3063 but 111,616
	FromFour                  // English usage: 3,063
)

// Myriads says when a number is counted in 万 (10^4) and 亿 (10^8).
type Myriads uint8

// The ways to use 万 and 亿.
const (
	NoMyriads    Myriads = iota // 40,000
	WholeMyriads                // 4万 and 6.11亿, but 111,616: only where no digit is lost
	AllMyriads                  // 11.16万: rounded to the style's decimals
)

// NumberStyle is how a number is written. The zero value writes it plainly,
// with the digits that it has.
type NumberStyle struct {
	Grouping Grouping
	Myriads  Myriads
	Fixed    bool  // write exactly Decimals digits after the point
	Decimals uint8 // used where Fixed, or for AllMyriads
}

// Chinese is the usual style of Chinese text: threes from five digits on, and
// 万 where the number is a whole number of them, 亿 where two decimals suffice.
func Chinese() NumberStyle { return NumberStyle{Grouping: FromFive, Myriads: WholeMyriads} }

// English is the usual style of English text: threes from four digits on.
func English() NumberStyle { return NumberStyle{Grouping: FromFour} }

const (
	wan = 10_000
	yi  = 100_000_000
)

// Split separates the number that is written as digits from the 万 or 亿 that
// follows it, so that a layout can set the two in different sizes. Without one
// the suffix is empty.
func Split(d decimal.Decimal, style NumberStyle) (digits decimal.Decimal, suffix string) {
	if style.Myriads != NoMyriads {
		for _, m := range [...]struct {
			size   int64
			places uint8
			name   string
		}{{yi, 2, "亿"}, {wan, 0, "万"}} {
			if scaled, ok := inMyriads(d, m.size, m.places, style); ok {
				return scaled, m.name
			}
		}
	}
	if style.Fixed {
		if r, ok := d.Round(style.Decimals, decimal.HalfEven); ok {
			return r, ""
		}
	}
	return d, ""
}

func inMyriads(d decimal.Decimal, size int64, places uint8, style NumberStyle) (decimal.Decimal, bool) {
	if style.Fixed || style.Myriads == AllMyriads {
		places = style.Decimals
	}
	q, exact, ok := d.Quo(decimal.FromInt(size), places, decimal.HalfEven)
	if !ok || style.Myriads == WholeMyriads && !exact {
		return d, false
	}
	// The number itself decides, not its rounded form: 9,999 stays below 万.
	if whole, _ := d.Int(); whole < size && whole > -size {
		return d, false
	}
	if style.Fixed {
		return q, true
	}
	return q.Reduce(), true
}

// Append writes d to dst in the style. It allocates only where dst must grow.
func Append(dst []byte, d decimal.Decimal, style NumberStyle) []byte {
	digits, suffix := Split(d, style)
	dst = appendGrouped(dst, digits, style.Grouping)
	return append(dst, suffix...)
}

func appendGrouped(dst []byte, d decimal.Decimal, g Grouping) []byte {
	least := 0
	switch g {
	case FromFour:
		least = 4
	case FromFive:
		least = 5
	}
	var buf [32]byte
	text := d.Append(buf[:0])
	if text[0] == '-' {
		dst = append(dst, "\u2212"...) // the minus sign, as wide as a digit
		text = text[1:]
	}
	whole := len(text)
	if d.Scale > 0 {
		whole -= int(d.Scale) + 1
	}
	for i, c := range text {
		if left := whole - i; least > 0 && whole >= least && i > 0 && left > 0 && left%3 == 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, c)
	}
	return dst
}

// CutMyriad separates the 亿 or 万 with which a Chinese unit may begin from the
// rest of it.
func CutMyriad(unit string) (myriad, rest string) {
	for _, m := range [...]string{"亿", "万"} {
		if rest, ok := strings.CutPrefix(unit, m); ok {
			return m, rest
		}
	}
	return "", unit
}

// OrdinalSuffix is the English ending of the ordinal number n.
func OrdinalSuffix(n int64) string {
	if n < 0 {
		n = -n
	}
	if tens := n % 100; tens < 11 || tens > 13 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}
