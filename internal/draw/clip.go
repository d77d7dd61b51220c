package draw

import "lianhua/internal/geom"

// Clip shows what is under it only inside of a path, filled by the non-zero rule,
// with the soft edge of any shape, and inside of Outer.
type Clip struct {
	Path  *geom.Path
	M     geom.Affine // from the path's coordinates to the picture's
	Outer *Clip       // nil: none
}

// PushClipPath shows what follows only inside the path, in the current
// coordinates, until Pop. The path may not change while the list lives.
//
//go:noinline
func (l *List) PushClipPath(p *geom.Path) {
	s := *l.top()
	if l.nclips == len(l.clips) {
		l.clips = append(l.clips, new(Clip))
	}
	c := l.clips[l.nclips]
	l.nclips++
	*c = Clip{Path: p, M: s.m, Outer: s.within}
	s.within = c
	l.state = append(l.state, s)
}

// Has reports whether p, in the picture's coordinates, lies inside the clip.
func (c *Clip) Has(p geom.Pt) bool {
	for ; c != nil; c = c.Outer {
		inv, ok := c.M.Inverse()
		if !ok || !c.Path.Contains(inv.At(p)) {
			return false
		}
	}
	return true
}

// Bounds is the extent of what the clip can show, in the picture's coordinates.
func (c *Clip) Bounds() geom.Rect {
	b := c.M.Bounds(c.Path.Bounds())
	for c = c.Outer; c != nil; c = c.Outer {
		b = b.Intersect(c.M.Bounds(c.Path.Bounds()))
	}
	return b
}
