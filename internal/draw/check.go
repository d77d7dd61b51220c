package draw

import (
	"errors"
	"math"

	"lianhua/internal/geom"
)

// Check reports the first breach of what a list promises: an ID used twice, a
// mark without one, a group left open, a number that is none, a sheet that holds
// more than it may.
func (l *List) Check() error {
	if len(l.open) > 0 {
		return errors.New("group " + l.Marks[l.open[len(l.open)-1]].ID.String() + " is not closed")
	}
	seen := make(map[ID]bool, len(l.Marks))
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == KindClose {
			continue
		}
		if m.ID.Zero() {
			return errors.New("a mark has no id")
		}
		if seen[m.ID] {
			return errors.New("id " + m.ID.String() + " stands twice in the list")
		}
		seen[m.ID] = true
		err := m.check()
		if err == nil && m.Kind == KindSheet {
			err = m.Sheet.check()
		}
		if err != nil {
			return errors.New("mark " + m.ID.String() + " " + err.Error())
		}
	}
	return nil
}

// check reports a number of the mark's that is none.
func (m *Mark) check() error {
	if !finite(m.M) || math.IsNaN(m.Alpha) || math.IsInf(m.Alpha, 0) {
		return errors.New("has a transform that is not finite")
	}
	if m.Kind == KindShape && !whole(m.Path) {
		return errors.New("has a point that is not finite")
	}
	for c := m.Within; c != nil; c = c.Outer {
		if !finite(c.M) || !whole(c.Path) {
			return errors.New("is clipped by a path that is not finite")
		}
	}
	return nil
}

func finite(m geom.Affine) bool {
	v := m.A + m.B + m.C + m.D + m.E + m.F
	return !math.IsNaN(v) && !math.IsInf(v, 0)
}

func whole(p *geom.Path) bool {
	for _, q := range p.Pts {
		if v := q.X + q.Y; math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
