package draw

import (
	"errors"
	"math"
)

// Check reports the first breach of what a list promises: an ID used twice, a
// mark without one, a group left open, a number that is none.
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
		if v := m.M.A + m.M.B + m.M.C + m.M.D + m.M.E + m.M.F + m.Alpha; math.IsNaN(v) || math.IsInf(v, 0) {
			return errors.New("mark " + m.ID.String() + " has a transform that is not finite")
		}
		if m.Kind == KindShape {
			for _, p := range m.Path.Pts {
				if v := p.X + p.Y; math.IsNaN(v) || math.IsInf(v, 0) {
					return errors.New("mark " + m.ID.String() + " has a point that is not finite")
				}
			}
		}
	}
	return nil
}
