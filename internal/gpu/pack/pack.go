// Package pack finds room for rectangles in one large one, and takes it back.
//
// Rectangles stand side by side on shelves of a few fixed heights. Room that is
// given back is joined with its neighbours; a shelf that is empty gives its rows
// back, so that the atlas serves whatever sizes the next picture has.
package pack

// Slot is a rectangle that was handed out.
type Slot struct{ X, Y, W, H int }

// Packer hands out rectangles of an atlas of Width by Height. Use New.
type Packer struct {
	Width, Height int
	shelves       []shelf
	rows          []gap // free rows between shelves
	used          int
}

type gap struct{ at, n int }

type shelf struct {
	y, h int
	free []gap
	used int // rectangles on it
}

// New returns an empty packer.
func New(width, height int) *Packer {
	return &Packer{Width: width, Height: height, rows: []gap{{0, height}}}
}

// Used is the area that is handed out.
func (p *Packer) Used() int { return p.used }

// height rounds up to what shelves come in, so that a few kinds serve all.
func height(h int) int {
	step := 8
	for h > 8*step {
		step *= 2
	}
	return (h + step - 1) / step * step
}

// Put finds room for w by h; ok is false where there is none.
func (p *Packer) Put(w, h int) (s Slot, ok bool) {
	if w <= 0 || h <= 0 || w > p.Width {
		return Slot{}, false
	}
	rows := height(h)
	for i := range p.shelves {
		if sh := &p.shelves[i]; sh.h == rows {
			if x, ok := take(&sh.free, w); ok {
				sh.used++
				p.used += w * h
				return Slot{x, sh.y, w, h}, true
			}
		}
	}
	y, ok := take(&p.rows, rows)
	if !ok {
		return Slot{}, false
	}
	p.shelves = append(p.shelves, shelf{y: y, h: rows})
	sh := &p.shelves[len(p.shelves)-1]
	// A shelf that was dropped leaves its memory behind the slice's end.
	sh.free = append(sh.free[:0], gap{0, p.Width})
	x, _ := take(&sh.free, w)
	sh.used = 1
	p.used += w * h
	return Slot{x, y, w, h}, true
}

// Free takes back what Put handed out.
func (p *Packer) Free(s Slot) {
	for i := range p.shelves {
		sh := &p.shelves[i]
		if s.Y != sh.y {
			continue
		}
		give(&sh.free, gap{s.X, s.W})
		sh.used--
		p.used -= s.W * s.H
		if sh.used == 0 {
			give(&p.rows, gap{sh.y, sh.h})
			last := len(p.shelves) - 1
			p.shelves[i] = p.shelves[last]
			p.shelves = p.shelves[:last]
		}
		return
	}
}

// take cuts n off the first gap that holds it.
func take(gaps *[]gap, n int) (at int, ok bool) {
	for i := range *gaps {
		g := &(*gaps)[i]
		if g.n < n {
			continue
		}
		at = g.at
		if g.at, g.n = g.at+n, g.n-n; g.n == 0 {
			*gaps = append((*gaps)[:i], (*gaps)[i+1:]...)
		}
		return at, true
	}
	return 0, false
}

// give puts a gap back in order and joins it with those that it meets.
func give(gaps *[]gap, g gap) {
	s := *gaps
	i := 0
	for i < len(s) && s[i].at < g.at {
		i++
	}
	before := i > 0 && s[i-1].at+s[i-1].n == g.at
	after := i < len(s) && g.at+g.n == s[i].at
	switch {
	case before && after:
		s[i-1].n += g.n + s[i].n
		s = append(s[:i], s[i+1:]...)
	case before:
		s[i-1].n += g.n
	case after:
		s[i].at, s[i].n = g.at, g.n+s[i].n
	default:
		s = append(s, gap{})
		copy(s[i+1:], s[i:])
		s[i] = g
	}
	*gaps = s
}

// Grow adds rows at the end.
func (p *Packer) Grow(height int) {
	give(&p.rows, gap{p.Height, height - p.Height})
	p.Height = height
}
