package draw

import (
	"math"

	"lianhua/internal/geom"
)

// MinTouch is the least side of a touch target, in device-independent pixels:
// WCAG 2.2's enhanced target size.
const MinTouch = 44

// textSlack is how far beside its letters a text still answers, in its own pixels.
const textSlack = 2

// Bounds is the extent of mark i in the picture's coordinates; a group's is the
// union of what it holds. Strokes count with their width.
func (l *List) Bounds(i int) geom.Rect {
	m := &l.Marks[i]
	switch m.Kind {
	case KindShape:
		if len(m.Path.Verbs) == 0 {
			return geom.Rect{}
		}
		b := m.Path.Bounds()
		if m.Pen.Width > 0 {
			b = b.Inset(-m.Pen.Width / 2)
		}
		return m.clipped(m.M.Bounds(b))
	case KindText:
		return m.clipped(m.M.Bounds(m.Run.Bounds))
	case KindDots:
		var b geom.Rect
		for _, d := range m.Dots {
			b = b.Union(geom.RectAround(d.At, 2*d.R, 2*d.R))
		}
		return m.clipped(m.M.Bounds(b))
	case KindField:
		return m.clipped(m.M.Bounds(m.Field.Bounds()))
	case KindSheet:
		return m.clipped(m.M.Bounds(m.Sheet.Bounds))
	case KindOpen:
		var b geom.Rect
		for k := i + 1; k < len(l.Marks) && k != m.Pair; k++ {
			if l.Marks[k].Kind != KindOpen && l.Marks[k].Kind != KindClose {
				b = b.Union(l.Bounds(k))
			}
		}
		return b
	}
	return geom.Rect{}
}

func (m *Mark) clipped(b geom.Rect) geom.Rect {
	if m.Within != nil {
		b = b.Intersect(m.Within.Bounds())
	}
	if m.Clip.Empty() {
		return b
	}
	return b.Intersect(m.Clip)
}

// Hits reports whether the point p, in the picture's coordinates, lies on the mark.
func (m *Mark) Hits(p geom.Pt) bool {
	if m.Alpha <= 0 || !m.Clip.Empty() && !m.Clip.Has(p) || !m.Within.Has(p) {
		return false
	}
	inv, ok := m.M.Inverse()
	if !ok {
		return false
	}
	q := inv.At(p)
	switch m.Kind {
	case KindShape:
		if m.Pen.Width > 0 {
			// What lies farther off than a mitred corner reaches needs no outline, and
			// round strokes are told by their distance alone.
			_, dist := m.Path.Nearest(q)
			if dist > 2*m.Pen.Width+0.25 {
				return false
			}
			if m.Pen.Dash == 0 && m.Pen.Join == geom.JoinRound && m.Pen.Cap == geom.CapRound {
				return dist <= m.Pen.Width/2
			}
			var o geom.Path
			m.Path.Outline(&o, m.Pen, 0.25)
			return o.Contains(q)
		}
		return m.Path.Contains(q)
	case KindText:
		return m.Run.Bounds.Inset(-textSlack).Has(q)
	case KindDots:
		for _, d := range m.Dots {
			if d.At.Dist(q) <= d.R {
				return true
			}
		}
	case KindField:
		return m.Field.Holds(q)
	case KindSheet:
		for i := range m.Sheet.Marks {
			if m.Sheet.Marks[i].Hits(q) {
				return true
			}
		}
	}
	return false
}

// touchable returns the index of the mark or group that answers for mark i, -1
// where none does.
func (l *List) touchable(i int) int {
	for i >= 0 {
		if l.Marks[i].Sem.Role.Touchable() && l.Marks[i].Kind != KindClose {
			return i
		}
		i = l.Marks[i].Parent
	}
	return -1
}

// Hit returns the ID of what a touch at p works: the topmost touchable mark or
// group whose drawing holds p; failing that, the nearest whose bounds, grown to
// MinTouch, hold it.
func (l *List) Hit(p geom.Pt) (ID, bool) {
	i := l.HitIndex(p)
	if i < 0 {
		return ID{}, false
	}
	return l.Marks[i].ID, true
}

// HitIndex is Hit, as an index into Marks; -1 where nothing answers.
func (l *List) HitIndex(p geom.Pt) int {
	for i := len(l.Marks) - 1; i >= 0; i-- {
		t := l.touchable(i)
		if t < 0 || l.Marks[i].Kind == KindOpen || !l.Bounds(i).Inset(-textSlack).Has(p) {
			continue // its bounds are known sooner than its shape
		}
		if l.Marks[i].Hits(p) {
			return t
		}
	}
	best, dist := -1, math.Inf(1)
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == KindClose || !m.Sem.Role.Touchable() || m.Alpha <= 0 {
			continue
		}
		b := l.Bounds(i)
		if b.Empty() || !b.Grow(MinTouch, MinTouch).Has(p) {
			continue
		}
		if d := b.Center().Dist(p); d < dist {
			best, dist = i, d
		}
	}
	return best
}

// Find returns the index of the mark with the given ID, -1 where there is none.
func (l *List) Find(id ID) int {
	for i := range l.Marks {
		if l.Marks[i].ID == id && l.Marks[i].Kind != KindClose {
			return i
		}
	}
	return -1
}
