package innovation

import (
	"math"

	"lianhua/internal/geom"
)

// shape is stars in a box of two by two about its middle, the lines between them, and
// the outline of the body that they stand for.
type shape struct {
	at    []geom.Pt
	lines [][2]int
	body  []int
	near  float64 // how far apart the nearest two stand
}

// ring joins n stars from the first on to a closed line.
func (s *shape) ring(first, n int) {
	for i := range n {
		s.lines = append(s.lines, [2]int{first + i, first + (i+1)%n})
	}
}

func (s *shape) outline(n int) *shape {
	for i := range n {
		s.body = append(s.body, i)
	}
	return s.measured()
}

func (s *shape) measured() *shape {
	s.near = math.Inf(1)
	for i, p := range s.at {
		for _, q := range s.at[:i] {
			s.near = min(s.near, p.Dist(q))
		}
	}
	return s
}

// egg is what an incubator hatches: a shell and its yolk.
func egg() *shape {
	s := &shape{}
	const shell = 8
	for i := range shell {
		sin, cos := math.Sincos(2*math.Pi*float64(i)/shell - math.Pi/2)
		if sin > -0.1 {
			s.at = append(s.at, geom.P(0.78*cos, 0.86*max(sin, 0)+min(sin, 0)))
		} else {
			s.at = append(s.at, geom.P(0.62*cos, sin))
		}
	}
	s.ring(0, shell)
	s.at = append(s.at, geom.P(0, 0.2))
	return s.outline(shell)
}

// flask is a laboratory's, with a bubble.
func flask() *shape {
	s := &shape{at: []geom.Pt{{X: -0.26, Y: -1}, {X: 0.26, Y: -1}, {X: 0.26, Y: -0.3}, {X: 0.86, Y: 0.92}, {X: -0.86, Y: 0.92}, {X: -0.26, Y: -0.3}, {X: 0.06, Y: 0.42}}}
	s.ring(0, 6)
	return s.outline(6)
}

// gear is an engineer's: its teeth, and two rings within.
func gear() *shape {
	s := &shape{}
	const teeth = 36
	for _, ring := range [...]struct {
		n int
		r float64
	}{{teeth, 1}, {27, 0.65}, {18, 0.44}} {
		first := len(s.at)
		for i := range ring.n {
			r, a := ring.r, 2*math.Pi*float64(i)/float64(ring.n)
			if ring.n == teeth {
				a -= math.Pi / teeth
				if i%4 > 1 {
					r *= 0.84
				}
			}
			s.at = append(s.at, geom.Polar(geom.Pt{}, r, a))
		}
		s.ring(first, ring.n)
	}
	return s.outline(teeth)
}

// orbits are those of an atom, tilted one against the other.
const orbits = 3

func orbitTilt(k int) float64 { return float64(k)*math.Pi/orbits + math.Pi/2 }

// flat is how much narrower than long an orbit is seen.
const flat = 0.36

// atom is research: on each orbit four stars, and a core.
func atom() *shape {
	s := &shape{}
	for k := range orbits {
		for i := range 4 {
			sin, cos := math.Sincos(2*math.Pi*(float64(i)+0.5)/4 + 0.35)
			s.at = append(s.at, geom.Rotate(orbitTilt(k), geom.Pt{}).At(geom.P(cos, flat*sin)))
		}
	}
	core := len(s.at)
	for i := range 3 {
		s.at = append(s.at, geom.Polar(geom.Pt{}, 0.12, 2*math.Pi*float64(i)/3-math.Pi/2))
	}
	s.ring(core, 3)
	return s.measured()
}

// umbrella is what shelters those who begin: a rim, two rows of its ribs, the tip, the
// staff and its hook.
func umbrella() *shape {
	s := &shape{}
	rib := func(across, down float64) geom.Pt {
		return geom.P(math.Sin(across*math.Pi/2)*math.Sin(down*math.Pi/2), -0.86*math.Cos(down*math.Pi/2))
	}
	join := func(pairs ...[2]int) { s.lines = append(s.lines, pairs...) }
	const rim, middle, upper, tip, staff = 0, 11, 18, 23, 24
	for i := range middle {
		p := rib(-1+0.2*float64(i), 1)
		p.Y += 0.02
		if i%2 == 1 {
			p.Y -= 0.1
		}
		s.at = append(s.at, p)
		if i > 0 {
			join([2]int{i - 1, i})
		}
	}
	for _, u := range [...]float64{-0.8, -0.5, -0.22, 0, 0.22, 0.5, 0.8} {
		s.at = append(s.at, rib(u, 0.68))
	}
	for _, u := range [...]float64{-0.7, -0.32, 0, 0.32, 0.7} {
		s.at = append(s.at, rib(u, 0.36))
	}
	s.at = append(s.at, geom.P(0, -0.9))
	for _, r := range [...][3]int{{0, 0, 0}, {2, 1, 1}, {4, 2, 1}, {6, 4, 3}, {8, 5, 3}, {10, 6, 4}} {
		join([2]int{rim + r[0], middle + r[1]}, [2]int{middle + r[1], upper + r[2]}, [2]int{upper + r[2], tip})
	}
	join([2]int{middle + 3, upper + 2}, [2]int{upper + 2, tip}, [2]int{middle + 3, staff})
	for i := range 6 {
		s.at = append(s.at, geom.P(0, 0.06+0.125*float64(i)))
	}
	for i := range 4 {
		sin, cos := math.Sincos(math.Pi * float64(i+1) / 4)
		s.at = append(s.at, geom.P(0.13-0.13*cos, 0.7+0.15*sin))
	}
	for i := staff; i+1 < len(s.at); i++ {
		join([2]int{i, i + 1})
	}
	s.body = []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 22, tip, 18, 11}
	return s.measured()
}
