package simplify

import (
	"math"
	"slices"

	"lianhua/internal/geom"
)

// Path is the path with fewer points, none of it farther from where it was than the
// tolerance.
func Path(p geom.Path, tolerance float64) geom.Path {
	s := simplifier{tolerance: tolerance, grain: grainOf(p.Pts)}
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
			s.out.Move(pts[0].X, pts[0].Y)
			s.at = pts[0]
			continue
		case geom.LineTo:
			s.line(pts[0])
		case geom.CubeTo:
			if s.straight(pts) {
				s.line(pts[2])
			} else {
				s.cube(pts)
			}
		case geom.QuadTo:
			s.end()
			s.out.Quad(pts[0].X, pts[0].Y, pts[1].X, pts[1].Y)
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

// simplifier holds back the lines or the curves that came last, of which one at the
// most are kinds of both.
type simplifier struct {
	out       geom.Path
	tolerance float64
	grain     float64 // of which all coordinates are multiples; 0: none
	at        geom.Pt
	points    []geom.Pt // of a run of lines, with where it begins
	curve     cube      // that stands for pieces
	pieces    []piece
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
	return geom.Pt{X: math.Round(p.X/s.grain) * s.grain, Y: math.Round(p.Y/s.grain) * s.grain}
}

// end writes what is held back.
func (s *simplifier) end() {
	s.endLines()
	s.endCurve()
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

func (s *simplifier) line(to geom.Pt) {
	s.endCurve()
	if len(s.points) == 0 {
		s.points = append(s.points, s.at)
	}
	s.points = append(s.points, to)
}

// endLines writes a run of lines with the points that matter (Ramer, 1972; Douglas
// and Peucker, 1973). A run that turns back on itself keeps its turns.
func (s *simplifier) endLines() {
	if len(s.points) == 0 {
		return
	}
	keep := make([]bool, len(s.points))
	s.choose(keep, 0, len(s.points)-1)
	for i, p := range s.points[1:] {
		if keep[i+1] || i+1 == len(s.points)-1 {
			s.out.Line(p.X, p.Y)
		}
	}
	s.points = s.points[:0]
}

func (s *simplifier) choose(keep []bool, from, to int) {
	if to-from < 2 {
		return
	}
	a, b := s.points[from], s.points[to]
	far, at := 0.0, 0
	for i := from + 1; i < to; i++ {
		if d := apart(s.points[i], a, b); d > far {
			far, at = d, i
		}
	}
	if far <= s.tolerance {
		return
	}
	keep[at] = true
	s.choose(keep, from, at)
	s.choose(keep, at, to)
}

// apart is how far a point lies from a line between two others.
func apart(p, a, b geom.Pt) float64 {
	along := b.Sub(a)
	t := 0.0
	if n := along.Dot(along); n > 0 {
		t = math.Min(math.Max(p.Sub(a).Dot(along)/n, 0), 1)
	}
	return p.Sub(a.Add(along.Mul(t))).Len()
}
