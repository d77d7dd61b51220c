package geom

import "math"

// Walk is a line of straight pieces that is measured along its length. It allocates
// nothing by itself: its memory is that of the two paths that it is made with.
type Walk struct{ line, sums *Path }

// NewWalk begins a walk: it keeps its points in one empty path, and in another how far
// each lies from the start.
func NewWalk(line, sums *Path) Walk { return Walk{line, sums} }

// Add goes straight on to p.
func (w Walk) Add(p Pt) {
	if n := len(w.line.Pts); n == 0 {
		w.line.Move(p.X, p.Y)
		w.sums.Move(0, 0)
	} else {
		w.sums.Line(w.sums.Pts[n-1].X+p.Dist(w.line.Pts[n-1]), 0)
		w.line.Line(p.X, p.Y)
	}
}

// Follow goes along a path, within tol of its curves.
func (w Walk) Follow(p *Path, tol float64) { p.Flatten(tol, func(to Pt, _ bool) { w.Add(to) }) }

// Points is how many there are, End the last of them.
func (w Walk) Points() int { return len(w.line.Pts) }
func (w Walk) End() Pt     { return w.line.Pts[len(w.line.Pts)-1] }

// Length is how far it is from the start to the end.
func (w Walk) Length() float64 {
	if len(w.sums.Pts) == 0 {
		return 0
	}
	return w.sums.Pts[len(w.sums.Pts)-1].X
}

// first is the first piece's end whose key is not below v.
func first(keys []Pt, v float64) int {
	lo, hi := 1, len(keys)-1
	for lo < hi {
		if mid := (lo + hi) / 2; keys[mid].X < v {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// At is the point that lies s along a walk of two points or more, and the angle at
// which the walk runs there.
func (w Walk) At(s float64) (pos Pt, angle float64) {
	i := first(w.sums.Pts, s)
	a, b := w.line.Pts[i-1], w.line.Pts[i]
	from, to := w.sums.Pts[i-1].X, w.sums.Pts[i].X
	return a.Lerp(b, math.Max(0, math.Min(1, (s-from)/math.Max(to-from, 1e-9)))), math.Atan2(b.Y-a.Y, b.X-a.X)
}

// Height is y where a walk that goes to the right, of two points or more, passes x.
// Beyond its ends it goes straight on.
func (w Walk) Height(x float64) float64 {
	i := first(w.line.Pts, x)
	a, b := w.line.Pts[i-1], w.line.Pts[i]
	return a.Lerp(b, (x-a.X)/math.Max(b.X-a.X, 1e-9)).Y
}

// Cut appends to dst the walk between two distances along it, and returns dst.
func (w Walk) Cut(dst *Path, from, to float64) *Path {
	p, _ := w.At(from)
	dst.Move(p.X, p.Y)
	for i := first(w.sums.Pts, from); i < len(w.sums.Pts) && w.sums.Pts[i].X < to; i++ {
		if w.sums.Pts[i].X > from {
			dst.Line(w.line.Pts[i].X, w.line.Pts[i].Y)
		}
	}
	p, _ = w.At(to)
	return dst.Line(p.X, p.Y)
}
