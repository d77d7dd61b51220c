package storyboard

import "lianhua/internal/geom"

// leastBack is how small a picture becomes at most that stands back.
const leastBack = 0.5

// StandBack is how a camera sees a picture whose top and bottom, in the window's pixels,
// are to keep between two other heights: as it lies where there is room, or else moved
// and, if it must be, smaller about the middle of the area.
func StandBack(area geom.Rect, top, bottom, from, to float64) geom.Affine {
	k := max(leastBack, min(1, (to-from)/(bottom-top)))
	y := max(from, min(top, to-(bottom-top)*k))
	x := area.Center().X
	return geom.Affine{A: k, D: k, E: x * (1 - k), F: y - top*k}
}
