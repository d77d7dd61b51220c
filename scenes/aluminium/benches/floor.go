package benches

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Floor is one that is seen in perspective, with so many strips side by side that run
// away from the eye: what stands on it is counted in strips, and how far away in parts of
// the way from the near edge to the far one.
type Floor struct {
	N           int
	front, back [2]geom.Pt
	deep        float64 // how many times as far away the far edge is
}

// FloorOf lies between two lines; ok is false where one is missing or nothing lies on it.
func FloorOf(n int, front, back *geom.Path) (f Floor, ok bool) {
	if n <= 0 || front == nil || back == nil {
		return f, false
	}
	f = Floor{N: n, front: [2]geom.Pt{front.Pts[0], front.Pts[1]}, back: [2]geom.Pt{back.Pts[0], back.Pts[1]}}
	f.deep = f.front[0].Dist(f.front[1]) / f.back[0].Dist(f.back[1])
	return f, true
}

// At is a point of it: so many strips from the left, and so far away.
func (f *Floor) At(strip, depth float64) geom.Pt {
	u := strip / float64(f.N)
	s := (1 - 1/(1+(f.deep-1)*depth)) / (1 - 1/f.deep)
	return f.front[0].Lerp(f.front[1], u).Lerp(f.back[0].Lerp(f.back[1], u), s)
}

// Pitch is from one strip to the next, so far away.
func (f *Floor) Pitch(depth float64) float64 {
	return f.front[0].Dist(f.front[1]) / float64(f.N) / (1 + (f.deep-1)*depth)
}

// Quad appends the floor between two strips and two depths, so many pitches above it.
func (f *Floor) Quad(to *geom.Path, x0, x1, d0, d1, up float64) {
	for k, c := range [...][2]float64{{x0, d0}, {x1, d0}, {x1, d1}, {x0, d1}} {
		q := f.At(c[0], c[1])
		q.Y -= up * f.Pitch(c[1])
		if k == 0 {
			to.Move(q.X, q.Y)
		} else {
			to.Line(q.X, q.Y)
		}
	}
	to.Close()
}

// UpTo is the floor of the first n strips and what stands on it, at most so many pitches
// of the far edge high.
func (f *Floor) UpTo(l *draw.List, n int, high float64) *geom.Path {
	near, far := f.At(float64(n), 0), f.At(float64(n), 1)
	up, left := high*f.Pitch(1), f.front[0].X-2*f.Pitch(0)
	return l.NewPath().Move(left, near.Y+f.Pitch(0)).Line(near.X, near.Y+f.Pitch(0)).Line(near.X, near.Y).Line(far.X, far.Y).Line(far.X, far.Y-up).Line(left, far.Y-up).Close()
}
