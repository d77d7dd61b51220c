package geom

import (
	"errors"
	"math"
	"strconv"
)

// ParseSVG reads the value of an SVG path's d attribute: M L H V C S Q T A Z and
// their relative forms. Elliptical arcs become cubics.
func ParseSVG(d string) (Path, error) {
	s := svgScanner{src: d}
	var p Path
	var at, start, ctrl Pt
	var prev byte
	for {
		cmd, err := s.command(prev)
		if err != nil || cmd == 0 {
			return p, err
		}
		if len(p.Verbs) == 0 && cmd != 'M' && cmd != 'm' {
			return p, s.fail("a path starts with M")
		}
		rel := cmd >= 'a'
		up := cmd &^ 0x20
		if prev == 'Z' && up != 'M' && up != 'Z' {
			p.Move(start.X, start.Y) // what goes on after a Z is a contour of its own
		}
		var a [7]float64
		n := svgNumbers(up)
		for i := 0; i < n; i++ {
			if up == 'A' && (i == 3 || i == 4) {
				a[i], err = s.flag()
			} else {
				a[i], err = s.number()
			}
			if err != nil {
				return p, err
			}
		}
		if rel && up == 'A' {
			a[5], a[6] = a[5]+at.X, a[6]+at.Y
		} else if rel {
			for i := 0; i < n; i++ {
				switch {
				case up == 'V' || (up != 'H' && i%2 == 1):
					a[i] += at.Y
				default:
					a[i] += at.X
				}
			}
		}
		next := at
		switch up {
		case 'M':
			next = Pt{a[0], a[1]}
			start = next
			p.Move(a[0], a[1])
		case 'L':
			next = Pt{a[0], a[1]}
			p.Line(a[0], a[1])
		case 'H':
			next.X = a[0]
			p.Line(next.X, next.Y)
		case 'V':
			next.Y = a[0]
			p.Line(next.X, next.Y)
		case 'C':
			next, ctrl = Pt{a[4], a[5]}, Pt{a[2], a[3]}
			p.Cube(a[0], a[1], a[2], a[3], a[4], a[5])
		case 'S':
			c := at
			if prev == 'C' || prev == 'S' {
				c = at.Mul(2).Sub(ctrl)
			}
			next, ctrl = Pt{a[2], a[3]}, Pt{a[0], a[1]}
			p.Cube(c.X, c.Y, a[0], a[1], a[2], a[3])
		case 'Q':
			next, ctrl = Pt{a[2], a[3]}, Pt{a[0], a[1]}
			p.Quad(a[0], a[1], a[2], a[3])
		case 'T':
			c := at
			if prev == 'Q' || prev == 'T' {
				c = at.Mul(2).Sub(ctrl)
			}
			next, ctrl = Pt{a[0], a[1]}, c
			p.Quad(c.X, c.Y, a[0], a[1])
		case 'A':
			next = Pt{a[5], a[6]}
			p.EllipticArc(at, a[0], a[1], a[2]*math.Pi/180, a[3] == 1, a[4] == 1, next)
		case 'Z':
			next = start
			p.Close()
		}
		at, prev = next, up
		s.rel = rel
	}
}

// svgNumbers is how many numbers a command takes.
func svgNumbers(command byte) int {
	switch command {
	case 'M', 'L', 'T':
		return 2
	case 'H', 'V':
		return 1
	case 'C':
		return 6
	case 'S', 'Q':
		return 4
	case 'A':
		return 7
	}
	return 0
}

type svgScanner struct {
	src string
	pos int
	rel bool
}

func (s *svgScanner) fail(why string) error {
	return errors.New("svg path, byte " + strconv.Itoa(s.pos) + ": " + why)
}

func (s *svgScanner) skip() {
	for s.pos < len(s.src) && (s.src[s.pos] == ' ' || s.src[s.pos] == ',' || s.src[s.pos] == '\n' || s.src[s.pos] == '\t' || s.src[s.pos] == '\r') {
		s.pos++
	}
}

// command returns the next command letter, the repeated one where numbers
// follow without a letter, or 0 at the end.
func (s *svgScanner) command(prev byte) (byte, error) {
	s.skip()
	if s.pos >= len(s.src) {
		return 0, nil
	}
	c := s.src[s.pos]
	switch c &^ 0x20 {
	case 'M', 'L', 'H', 'V', 'C', 'S', 'Q', 'T', 'A', 'Z':
		s.pos++
		return c, nil
	}
	if (c == '-' || c == '+' || c == '.' || c >= '0' && c <= '9') && prev != 0 && prev != 'Z' {
		if prev == 'M' {
			prev = 'L'
		}
		if s.rel {
			prev |= 0x20
		}
		return prev, nil
	}
	return 0, s.fail("unknown command " + strconv.Quote(string(c)))
}

// flag reads a 0 or 1, which may stand right before the next number.
func (s *svgScanner) flag() (float64, error) {
	s.skip()
	if s.pos < len(s.src) && (s.src[s.pos] == '0' || s.src[s.pos] == '1') {
		s.pos++
		return float64(s.src[s.pos-1] - '0'), nil
	}
	return 0, s.fail("a flag is missing: 0 or 1")
}

func (s *svgScanner) number() (float64, error) {
	s.skip()
	start, dot, exp := s.pos, false, false
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		switch {
		case c >= '0' && c <= '9':
		case c == '.' && !dot && !exp:
			dot = true
		case (c == 'e' || c == 'E') && !exp && s.pos > start:
			exp = true
		case (c == '-' || c == '+') && (s.pos == start || s.src[s.pos-1]|0x20 == 'e'):
		default:
			goto done
		}
		s.pos++
	}
done:
	v, err := strconv.ParseFloat(s.src[start:s.pos], 64)
	if err != nil {
		return 0, s.fail("a number is missing")
	}
	return v, nil
}
