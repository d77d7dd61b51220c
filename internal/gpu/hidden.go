package gpu

import "github.com/hajimehoshi/ebiten/v2"

// pane is a quad of a batch: which whole pixels it lies on, and whether nothing
// shows through it.
type pane struct {
	at     box
	index  int // of its first of six indices
	opaque bool
}

// shade is the part of a row of pixels that later quads cover.
type shade struct{ x0, x1 float32 }

// shades are those of a batch's panes, seen from the last to the first.
type shades []shade

// smallPane is the area in pixels up to which a quad costs less to paint than to
// look after.
const smallPane = 512

// uncover takes out of a batch what panes after it cover wholly, and returns the
// indices that are left. A GPU in software has no other means to leave it out, and
// pictures are laid one pane over the other.
func (s *shades) uncover(vertices []ebiten.Vertex, indices []uint32, panes []pane, rows int) []uint32 {
	if cap(*s) < rows {
		*s = make(shades, rows)
	}
	*s = (*s)[:rows]
	clear(*s)
	covered, gone := false, false
	for i := len(panes) - 1; i >= 0; i-- {
		t := &panes[i]
		if t.at.area() < smallPane {
			continue
		}
		if covered {
			if left := s.left(t.at); left != t.at {
				t.trim(vertices[indices[t.index]:], left)
				gone = gone || left.empty()
			}
		}
		if t.opaque && !t.at.empty() {
			covered = true
			s.cover(t.at)
		}
	}
	if !gone {
		return indices
	}
	// Indices of what is gone make way.
	kept, next := indices[:0], 0
	for i := range panes {
		if t := &panes[i]; t.at.empty() {
			kept = append(kept, indices[next:t.index]...)
			next = t.index + 6
		}
	}
	return append(kept, indices[next:]...)
}

// left is what shows of a box, as a box.
func (s shades) left(at box) box {
	rows := s[int(at.y0):int(at.y1)]
	first, last := 0, len(rows)
	for first < last && rows[first].x0 <= at.x0 && rows[first].x1 >= at.x1 {
		first++
	}
	for first < last && rows[last-1].x0 <= at.x0 && rows[last-1].x1 >= at.x1 {
		last--
	}
	if first == last {
		return box{}
	}
	left, right := at.x1, at.x0 // how far it is covered from either side, in each of its rows
	for _, r := range rows[first:last] {
		from, to := at.x0, at.x1
		if r.x0 <= at.x0 && r.x1 > at.x0 {
			from = r.x1
		}
		if r.x1 >= at.x1 && r.x0 < at.x1 {
			to = r.x0
		}
		left, right = min(left, from), max(right, to)
		if left == at.x0 && right == at.x1 {
			break // it shows from side to side
		}
	}
	return box{left, at.y0 + float32(first), right, at.y0 + float32(last)}
}

// cover marks what a box covers, row by row: of two stretches that do not meet,
// the longer one is kept.
func (s shades) cover(at box) {
	rows := s[int(at.y0):int(at.y1)]
	for i := range rows {
		r := &rows[i]
		switch {
		case r.x0 >= r.x1 || at.x0 <= r.x0 && at.x1 >= r.x1:
			*r = shade{at.x0, at.x1}
		case at.x0 <= r.x1 && at.x1 >= r.x0:
			r.x0, r.x1 = min(r.x0, at.x0), max(r.x1, at.x1)
		case at.x1-at.x0 > r.x1-r.x0:
			*r = shade{at.x0, at.x1}
		}
	}
}

// trim makes a pane, and the first four vertices, as small as what is left of it.
func (t *pane) trim(p []ebiten.Vertex, left box) {
	was := t.at
	t.at = left
	if left.empty() {
		return
	}
	side := func(i, j int, from, to, a, b float32) {
		if a == from && b == to {
			return
		}
		k := 1 / (to - from)
		p[i], p[j] = along(&p[i], &p[j], (a-from)*k), along(&p[i], &p[j], (b-from)*k)
	}
	side(0, 1, was.x0, was.x1, left.x0, left.x1)
	side(3, 2, was.x0, was.x1, left.x0, left.x1)
	side(0, 3, was.y0, was.y1, left.y0, left.y1)
	side(1, 2, was.y0, was.y1, left.y0, left.y1)
}
