package svgfile

import (
	"math"
	"strconv"
	"strings"
)

// mostLength is beyond what any coordinate of a drawing is.
const mostLength = 1e6

// number reads a number as SVG writes them; ok is false where there is more or less
// than one.
func number(s string) (v float64, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || strings.Trim(s, "0123456789+-.eE") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && math.Abs(v) <= mostLength
}

// numbers reads numbers set apart by spaces and commas.
func numbers(s string) (all []float64, ok bool) {
	i := 0
	for i < len(s) {
		if strings.IndexByte(" \t\r\n,", s[i]) >= 0 {
			i++
			continue
		}
		start, dot := i, false
		for ; i < len(s); i++ {
			c := s[i]
			sign := c == '+' || c == '-'
			if strings.IndexByte("0123456789.eE+-", c) < 0 ||
				sign && i > start && s[i-1]|0x20 != 'e' || c == '.' && dot {
				break
			}
			dot = dot || c == '.'
		}
		v, ok := number(s[start:i])
		if !ok {
			return nil, false
		}
		all = append(all, v)
	}
	return all, true
}

// perPixel is how many pixels a unit has; all are exact.
var perPixel = map[string]float64{"px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "Q": 96 / 101.6, "pt": 96.0 / 72, "pc": 16}

// length reads a length in pixels.
func length(s string) (v float64, ok bool) {
	s = strings.TrimSpace(s)
	for unit, k := range perPixel {
		if digits, found := strings.CutSuffix(s, unit); found {
			v, ok = number(digits)
			return v * k, ok
		}
	}
	return number(s)
}

// share reads a part of a whole: "0.5" or "50%".
func share(s string) (v float64, ok bool) {
	if digits, found := strings.CutSuffix(strings.TrimSpace(s), "%"); found {
		v, ok = number(digits)
		return v / 100, ok
	}
	return number(s)
}

// length is an attribute in pixels; missing is what it is where it is not given.
func (r *reader) length(n *node, name string, missing float64) float64 {
	s, ok := n.attrs[name]
	if !ok {
		return missing
	}
	v, ok := length(s)
	if !ok {
		r.to.at(n, name+" is "+strconv.Quote(s), "write a number of pixels, as 12.5; per cent, em and other relative units are not taken")
		r.unread++
		return missing
	}
	return v
}
