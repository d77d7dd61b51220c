package simplify

import "lianhua/internal/geom"

// cube is a cubic curve.
type cube [4]geom.Pt

// piece is a curve as it was drawn, and which part of the one that stands for it.
type piece struct {
	of       cube
	from, to float64
}

func (c *cube) at(t float64) geom.Pt {
	u := 1 - t
	return c[0].Mul(u * u * u).Add(c[1].Mul(3 * u * u * t)).Add(c[2].Mul(3 * u * t * t)).Add(c[3].Mul(t * t * t))
}

// way is the direction at t, as long as the curve is fast there.
func (c *cube) way(t float64) geom.Pt {
	u := 1 - t
	return c[1].Sub(c[0]).Mul(3 * u * u).Add(c[2].Sub(c[1]).Mul(6 * u * t)).Add(c[3].Sub(c[2]).Mul(3 * t * t))
}

func (s *simplifier) cube(pts []geom.Pt) {
	s.endLines()
	next := cube{s.at, pts[0], pts[1], pts[2]}
	if len(s.pieces) > 0 && s.joins(next) {
		return
	}
	s.endCurve()
	s.curve = next
	s.pieces = append(s.pieces, piece{next, 0, 1})
}

func (s *simplifier) endCurve() {
	if len(s.pieces) == 0 {
		return
	}
	c := &s.curve
	s.out.Cube(c[1].X, c[1].Y, c[2].X, c[2].Y, c[3].X, c[3].Y)
	s.pieces = s.pieces[:0]
}

// mostPieces keeps the work for a long curve in proportion to it.
const mostPieces = 16

// joins takes a curve into the one that is held back, where a single one does for
// both. Were they the halves of one that was cut, their handles at the cut would be
// as long to each other as the halves; so the whole one's handles are known.
func (s *simplifier) joins(next cube) bool {
	before, after := s.curve[3].Sub(s.curve[2]).Len(), next[1].Sub(next[0]).Len()
	if before == 0 || after == 0 || len(s.pieces) == mostPieces {
		return false
	}
	t := before / (before + after)
	if t < 0.02 || t > 0.98 {
		return false
	}
	whole := cube{
		s.curve[0], s.snap(s.curve[0].Add(s.curve[1].Sub(s.curve[0]).Mul(1 / t))),
		s.snap(next[3].Add(next[2].Sub(next[3]).Mul(1 / (1 - t)))), next[3],
	}
	last := piece{next, t, 1}
	for _, p := range s.pieces {
		if !s.same(&whole, piece{p.of, p.from * t, p.to * t}) {
			return false
		}
	}
	if !s.same(&whole, last) {
		return false
	}
	for i := range s.pieces {
		s.pieces[i].from *= t
		s.pieces[i].to *= t
	}
	s.pieces = append(s.pieces, last)
	s.curve = whole
	return true
}

// samples are how many places of a piece are looked at.
const samples = 8

// same reports whether a piece runs where the curve does that stands for it.
func (s *simplifier) same(whole *cube, p piece) bool {
	for i := 1; i <= samples; i++ {
		t := float64(i) / samples
		u := p.from + (p.to-p.from)*t
		off := p.of.at(t).Sub(whole.at(u))
		way := whole.way(u)
		speed := way.Len()
		if speed == 0 {
			if off.Len() > s.tolerance {
				return false
			}
			continue
		}
		// Beside the curve; along it only so far that it is not bent meanwhile.
		beside, along := way.Cross(off)/speed, way.Dot(off)/speed
		if beside > s.tolerance || -beside > s.tolerance || along > 8*s.tolerance || -along > 8*s.tolerance {
			return false
		}
	}
	return true
}
