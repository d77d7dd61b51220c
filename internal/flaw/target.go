package flaw

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// leastOwn is the side of the square that is a mark's own: WCAG 2.2 wants targets
// of 24 pixels (2.5.8); where marks stand closer than the 44 in which each answers,
// so much of each is its own.
const leastOwn = 24

// Targets are the marks that answer to touch and lack a place of their own for a
// finger.
func Targets(l *draw.List) (found []Flaw) {
	for i := range l.Marks {
		mark := &l.Marks[i]
		if mark.Kind == draw.KindClose || mark.Alpha <= 0 || !mark.Sem.Role.Touchable() {
			continue
		}
		target := l.Bounds(i).Grow(draw.MinTouch, draw.MinTouch).Intersect(l.Area)
		middle := geom.RectAround(target.Center(), leastOwn, leastOwn)
		if ownSquare(l, i, middle) >= leastOwn {
			continue // as most have it; to look everywhere takes long
		}
		if got := ownSquare(l, i, target); got < leastOwn {
			found = append(found, Flaw{Kind: Target, Mark: i, Other: -1, At: target, Got: got, Need: leastOwn})
		}
	}
	return found
}

// ownSquare is the side of the largest square in a target of the mark at index i
// whose every point works that mark; it stops where the square is large enough.
func ownSquare(l *draw.List, i int, target geom.Rect) float64 {
	const step = leastOwn / 4
	cols, rows := int(target.W/step)+1, int(target.H/step)+1
	before, here := make([]int, cols+1), make([]int, cols+1) // points along the sides of squares that end at a point
	most := 0
	for y := range rows {
		for x := range cols {
			here[x+1] = 0
			if l.HitIndex(geom.P(target.X+float64(x)*step, target.Y+float64(y)*step)) == i {
				here[x+1] = 1 + min(before[x], before[x+1], here[x])
			}
			if most = max(most, here[x+1]); (most-1)*step >= leastOwn {
				return float64(most-1) * step
			}
		}
		before, here = here, before
	}
	return float64(max(most-1, 0) * step)
}
