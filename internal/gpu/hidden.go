package gpu

// sheet is a quad of a batch: which whole pixels it lies on, and whether nothing
// shows through it.
type sheet struct {
	at     box
	index  int // of its first of six indices
	opaque bool
}

// shade is the part of a row of pixels that later quads cover.
type shade struct{ x0, x1 float32 }

// smallSheet is the area in pixels up to which a quad costs less to paint than to
// look after.
const smallSheet = 512

// uncover takes out of the batch what quads after it cover wholly. A GPU in
// software has no other means to leave it out, and pictures are laid one sheet
// over the other.
func (b *batch) uncover(rows int) {
	if cap(b.shades) < rows {
		b.shades = make([]shade, rows)
	}
	b.shades = b.shades[:rows]
	clear(b.shades)
	covered, gone := false, false
	for i := len(b.sheets) - 1; i >= 0; i-- {
		t := &b.sheets[i]
		if (t.at.x1-t.at.x0)*(t.at.y1-t.at.y0) < smallSheet {
			continue
		}
		if covered {
			if left := b.left(t.at); left != t.at {
				b.trim(t, left)
				gone = gone || left.empty()
			}
		}
		if t.opaque && !t.at.empty() {
			covered = true
			b.cover(t.at)
		}
	}
	if !gone {
		return
	}
	// Indices of what is gone make way.
	kept, next := b.indices[:0], 0
	for i := range b.sheets {
		if t := &b.sheets[i]; t.at.empty() {
			kept = append(kept, b.indices[next:t.index]...)
			next = t.index + 6
		}
	}
	b.indices = append(kept, b.indices[next:]...)
}

// left is what shows of a box, as a box.
func (b *batch) left(at box) box {
	first, last := int(at.y0), int(at.y1)
	hides := func(y int) bool { return b.shades[y].x0 <= at.x0 && b.shades[y].x1 >= at.x1 }
	for first < last && hides(first) {
		first++
	}
	for first < last && hides(last-1) {
		last--
	}
	if first == last {
		return box{}
	}
	left, right := at.x1, at.x0 // how far it is covered from either side, in each of its rows
	for y := first; y < last; y++ {
		s := b.shades[y]
		from, to := at.x0, at.x1
		if s.x0 <= at.x0 && s.x1 > at.x0 {
			from = s.x1
		}
		if s.x1 >= at.x1 && s.x0 < at.x1 {
			to = s.x0
		}
		left, right = min(left, from), max(right, to)
	}
	return box{left, float32(first), right, float32(last)}
}

// cover marks what a box covers, row by row: of two stretches that do not meet,
// the longer one is kept.
func (b *batch) cover(at box) {
	for y := int(at.y0); y < int(at.y1); y++ {
		s := &b.shades[y]
		switch {
		case s.x0 >= s.x1 || at.x0 <= s.x0 && at.x1 >= s.x1:
			*s = shade{at.x0, at.x1}
		case at.x0 <= s.x1 && at.x1 >= s.x0:
			s.x0, s.x1 = min(s.x0, at.x0), max(s.x1, at.x1)
		case at.x1-at.x0 > s.x1-s.x0:
			*s = shade{at.x0, at.x1}
		}
	}
}

// trim makes a quad as small as what is left of it.
func (b *batch) trim(t *sheet, left box) {
	was := t.at
	t.at = left
	if left.empty() {
		return
	}
	v := b.indices[t.index]
	p := b.vertices[v : v+4 : v+4]
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
