package chart

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
)

// Strung is where N things hang on level wires, one after the other and evenly: a wire
// holds as many as it is long. Wires is a line for each, from left to right.
type Strung struct {
	Wires *geom.Path
	N     int
}

// Count is how many wires there are.
func (s *Strung) Count() int { return len(s.Wires.Pts) / 2 }

// Apart is how far things hang from each other, and a wire below the one before.
func (s *Strung) Apart() geom.Pt {
	p := s.Wires.Pts
	apart := geom.P(s.upto(s.Count())/float64(max(s.N, 1)), 0)
	if len(p) > 2 {
		apart.Y = p[2].Y - p[0].Y
	}
	return apart
}

// upto is how long the first n wires are.
func (s *Strung) upto(n int) (long float64) {
	for i := range n {
		long += s.Wires.Pts[2*i+1].X - s.Wires.Pts[2*i].X
	}
	return long
}

// On is which things hang on a wire: from the first to the last but one.
func (s *Strung) On(wire int) (from, to int) {
	all := s.upto(s.Count())
	first := func(wire int) int { return int(math.Round(s.upto(wire) / all * float64(s.N))) }
	return first(wire), first(wire + 1)
}

// At is where thing k hangs on a wire that holds those from from to to.
func (s *Strung) At(wire, k, from, to int) geom.Pt {
	a, b := s.Wires.Pts[2*wire], s.Wires.Pts[2*wire+1]
	return geom.P(anim.Lerp(a.X, b.X, (float64(k-from)+0.5)/float64(to-from)), a.Y)
}
