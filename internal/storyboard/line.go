package storyboard

import (
	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Line is a line of straight pieces: what lies along it, or goes along it.
type Line []geom.Pt

// LinesOf are the straight lines of a slot, one after another.
func LinesOf(a *stage.Art, slot string) (all []Line) {
	i, ok := a.Slot(slot, "")
	if !ok || a.Slots[i].Path == nil {
		return nil
	}
	pts := a.Slots[i].Path.Pts
	for _, verb := range a.Slots[i].Path.Verbs {
		n := verb.Points()
		if verb == geom.MoveTo {
			all = append(all, nil)
		}
		if n == 1 && len(all) > 0 {
			all[len(all)-1] = append(all[len(all)-1], pts[0])
		}
		pts = pts[n:]
	}
	return all
}

// Length is how far it is from the line's start to its end.
func (s Line) Length() (sum float64) {
	for i := 1; i < len(s); i++ {
		sum += s[i].Dist(s[i-1])
	}
	return sum
}

// At is the point a share of the way along a line of one point or more.
func (s Line) At(share float64) geom.Pt {
	left := s.Length() * anim.Clamp(share)
	for i := 1; i < len(s); i++ {
		d := s[i].Dist(s[i-1])
		if left <= d && d > 0 {
			return s[i-1].Lerp(s[i], left/d)
		}
		left -= d
	}
	return s[len(s)-1]
}

// tracing is in how many pieces a line is traced, however much of it: a line that grows
// has no corners that come and go.
const tracing = 10

// Trace appends a share of the line to a path: from its start, or joined to where the
// path ends.
func (s Line) Trace(to *geom.Path, share float64, join bool) {
	if !join {
		to.Move(s[0].X, s[0].Y)
	}
	for i := 1; i <= tracing; i++ {
		p := s.At(share * float64(i) / tracing)
		to.Line(p.X, p.Y)
	}
}
