package geom

import (
	"errors"
	"strconv"
)

// ParseSVG reads the value of an SVG path's d attribute: M L H V C S Q T Z and
// their relative forms. Elliptical arcs (A) are refused: draw them with Arc.
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
		var a [6]float64
		n := map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'Z': 0}[up]
		for i := 0; i < n; i++ {
			if a[i], err = s.number(); err != nil {
				return p, err
			}
		}
		if rel {
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
		case 'Z':
			next = start
			p.Close()
		}
		at, prev = next, up
		s.rel = rel
	}
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
	case 'M', 'L', 'H', 'V', 'C', 'S', 'Q', 'T', 'Z':
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
