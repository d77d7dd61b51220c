package simplify

import (
	"math"
	"slices"

	"lianhua/internal/geom"
)

// onto is the path with fewer points, all multiples of a length; 0: of none. What of
// it is farther from where it was than the tolerance, is so for its points alone.
func onto(p geom.Path, grain, tolerance float64) geom.Path {
	s := simplifier{tolerance: tolerance, grain: grain}
	i := 0
	for _, v := range p.Verbs {
		n := v.Points()
		if i+n > len(p.Pts) {
			return p
		}
		pts := p.Pts[i : i+n]
		i += n
		switch v {
		case geom.MoveTo:
			s.end()
			q := s.snap(pts[0])
			s.out.Move(q.X, q.Y)
		case geom.LineTo:
			s.run = append(s.run, piece{of: cube{s.at, s.at, pts[0], pts[0]}, line: true})
		case geom.CubeTo:
			s.run = append(s.run, piece{of: cube{s.at, pts[0], pts[1], pts[2]}, line: s.straight(pts)})
		case geom.QuadTo:
			s.end()
			a, b := s.snap(pts[0]), s.snap(pts[1])
			s.out.Quad(a.X, a.Y, b.X, b.Y)
		case geom.CloseTo:
			s.end()
			s.out.Close()
			continue
		}
		s.at = pts[n-1]
	}
	s.end()
	return s.out
}

// simplifier holds back the lines and curves of a contour until it knows which fewer
// do for them.
type simplifier struct {
	out       geom.Path
	tolerance float64
	grain     float64 // of which all coordinates are multiples; 0: none
	at        geom.Pt
	run       []piece
}

// piece is a line or a curve of a path, and the best way to it. A curve that runs as a
// line does is one.
type piece struct {
	of   cube
	line bool

	cost float64 // of the way to its end
	from int     // where the last step of that begins
	step cube    // that step
	flat bool    // it is a line
}

// What a line and a curve cost to write, in points: a curve's handles are nearly where
// they are expected.
const (
	lineCost = 1.0
	cubeCost = 2.4
)

// mostPieces keeps the work for a long curve in proportion to it.
const mostPieces = 40

// end writes what is held back, with the fewest lines and curves.
func (s *simplifier) end() {
	if len(s.run) == 0 {
		return
	}
	for i := range s.run {
		s.run[i].cost = math.Inf(1)
	}
	for i := range s.run {
		s.from(i)
	}
	var steps []*piece
	for i := len(s.run) - 1; i >= 0; i = s.run[i].from - 1 {
		steps = append(steps, &s.run[i])
	}
	for _, p := range slices.Backward(steps) {
		if p.flat {
			s.out.Line(p.step[3].X, p.step[3].Y)
			continue
		}
		c := &p.step
		s.out.Cube(c[1].X, c[1].Y, c[2].X, c[2].Y, c[3].X, c[3].Y)
	}
	s.run = s.run[:0]
}

// from tries all steps that begin with a piece.
func (s *simplifier) from(i int) {
	before := 0.0
	if i > 0 {
		before = s.run[i-1].cost
	}
	reach := func(to int, cost float64, step cube, flat bool) {
		for k := range step {
			step[k] = s.snap(step[k])
		}
		if p := &s.run[to]; before+cost < p.cost {
			p.cost, p.from, p.step, p.flat = before+cost, i, step, flat
		}
	}
	first := &s.run[i]
	if first.line {
		reach(i, lineCost, first.of, true)
	} else {
		reach(i, cubeCost, first.of, false)
	}
	straight, curved := true, true
	for to := i + 1; to < len(s.run) && to < i+mostPieces && (straight || curved); to++ {
		a, b := first.of[0], s.run[to].of[3]
		if straight = straight && s.chord(i, to); straight {
			reach(to, lineCost, cube{a, a, b, b}, true)
			continue
		}
		f := s.fitter(i, to)
		if c, ok := f.fit(); ok {
			reach(to, cubeCost, c, false)
		} else {
			curved = false
		}
	}
}

// samplesOf are how many places of a piece are looked at.
const samplesOf = 6

// fitter is what lays one curve along the pieces.
func (s *simplifier) fitter(from, to int) fitter {
	f := fitter{tolerance: s.tolerance, snap: s.snap}
	f.samples = append(f.samples, sample{Pt: s.run[from].of[0]})
	for i := from; i <= to; i++ {
		p := &s.run[i]
		for k := 1; k <= samplesOf; k++ {
			f.samples = append(f.samples, sample{Pt: p.of.at(float64(k) / samplesOf)})
		}
	}
	f.spread()
	return f
}

// chord reports whether the pieces are lines that run as one line does, and never
// back.
func (s *simplifier) chord(from, to int) bool {
	a := s.snap(s.run[from].of[0])
	along := s.snap(s.run[to].of[3]).Sub(a)
	length := along.Len()
	if length == 0 {
		return false
	}
	dir := along.Mul(1 / length)
	last := 0.0
	for i := from; i <= to; i++ {
		p := &s.run[i]
		if !p.line {
			return false
		}
		off := p.of[3].Sub(a)
		t := dir.Dot(off)
		if math.Abs(dir.Cross(p.of[1].Sub(a))) > s.tolerance || math.Abs(dir.Cross(p.of[2].Sub(a))) > s.tolerance || math.Abs(dir.Cross(off)) > s.tolerance || t < last && i > from {
			return false
		}
		last = t
	}
	return true
}

// grainOf is the longest of some lengths of which all coordinates are multiples, 0
// where none is. Points that are added are so too: packs are the smaller for it.
func grainOf(pts []geom.Pt) float64 {
	for _, grain := range [...]float64{1, 0.5, 0.2, 0.1} {
		if !slices.ContainsFunc(pts, func(p geom.Pt) bool { return off(p.X, grain) || off(p.Y, grain) }) {
			return grain
		}
	}
	return 0
}

func off(v, grain float64) bool { return math.Abs(v/grain-math.Round(v/grain)) > 1e-6 }

// snap is the nearest point with the path's grain.
func (s *simplifier) snap(p geom.Pt) geom.Pt {
	if s.grain == 0 {
		return p
	}
	per := math.Round(1 / s.grain)
	return geom.Pt{X: math.Round(p.X*per) / per, Y: math.Round(p.Y*per) / per}
}

// straight reports whether a curve from where the path is runs as the line to its
// end does, and never back.
func (s *simplifier) straight(pts []geom.Pt) bool {
	along := pts[2].Sub(s.at)
	length := along.Len()
	if length == 0 {
		return false
	}
	dir := along.Mul(1 / length)
	a, b := pts[0].Sub(s.at), pts[1].Sub(s.at)
	if math.Abs(dir.Cross(a)) > s.tolerance || math.Abs(dir.Cross(b)) > s.tolerance {
		return false
	}
	ta, tb := dir.Dot(a), dir.Dot(b)
	return ta >= 0 && ta <= tb && tb <= length
}
