package play

import (
	"math"
	"strings"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

var noID draw.ID

// tap works the mark that a press went down on.
func (m *Machine) tap(p press, at geom.Pt) {
	if m.list == nil {
		return
	}
	i := -1
	if !p.mark.Zero() {
		i = m.list.Find(p.mark)
	}
	if m.doubleTapped(at, i) {
		return
	}
	if i < 0 {
		m.pick(noID)
		return
	}
	if p.role == draw.RoleSlider {
		m.slide(&p, at)
		return
	}
	m.work(i, at, draw.MinTouch/2)
}

// lift picks the mark from which a press is lifted that has read along its like.
func (m *Machine) lift(p press, at geom.Pt) {
	if m.list == nil || m.cutting && m.next.scene != m.shot.scene {
		return
	}
	if i := m.list.HitIndex(at); i >= 0 {
		if mark := &m.list.Marks[i]; mark.Sem.Traced && mark.ID.Name == p.mark.Name {
			m.pick(mark.ID)
		}
	}
}

// Activate works a mark as Enter does; false where the last picture lacks it or
// it cannot be worked.
func (m *Machine) Activate(id draw.ID) bool {
	if m.list == nil {
		return false
	}
	i := m.list.Find(id)
	if i < 0 || !m.list.Marks[i].Sem.Role.Touchable() {
		return false
	}
	m.read()
	m.work(i, m.list.Bounds(i).Center(), math.Inf(1))
	return true
}

// work does what a tap on the mark at index i does; of a crowd, one within
// reach of the point answers.
func (m *Machine) work(i int, at geom.Pt, reach float64) {
	mark := &m.list.Marks[i]
	if mark.Sem.Role == draw.RoleLink {
		m.follow(mark.Sem.Target)
		return
	}
	if m.cutting && m.next.scene != m.shot.scene {
		return // it is on its way out
	}
	m.takeOver()
	switch mark.Sem.Role {
	case draw.RoleButton:
		id := m.pickedAt(i, at, reach)
		if id == m.Picked() {
			id = noID
		}
		m.pick(id)
	case draw.RoleToggle:
		v := 1.0
		if mark.Sem.Now != 0 {
			v = 0
		}
		m.turnInput(mark.ID, mark.Sem.Now, v)
	}
}

// pickedAt is the ID that a touch of the mark at index i picks: of a crowd, the
// one that stands nearest.
func (m *Machine) pickedAt(i int, at geom.Pt, reach float64) draw.ID {
	mark := &m.list.Marks[i]
	f, ok := m.fieldOf(i)
	if !ok {
		return mark.ID
	}
	inv, ok := f.M.Inverse()
	if !ok {
		return noID
	}
	k, ok := f.Field.Nearest(inv.At(at), reach/max(f.M.Scale(), 1e-9))
	if !ok {
		return noID
	}
	return draw.Nth(mark.ID.Name, k+1)
}

// fieldOf is the crowd that the mark at index i is, or holds.
func (m *Machine) fieldOf(i int) (*draw.Mark, bool) {
	marks := m.list.Marks
	end := i
	if marks[i].Kind == draw.KindOpen {
		end = marks[i].Pair
	}
	for ; i <= end && i < len(marks); i++ {
		if marks[i].Kind == draw.KindField && marks[i].Field.Cols > 0 && marks[i].Field.Count > 0 {
			return &marks[i], true
		}
	}
	return nil, false
}

func (m *Machine) pick(id draw.ID) {
	s := m.coming()
	if s.picked.ID == id {
		return
	}
	s.left = stage.Touch{ID: s.picked.ID, Since: m.clock}
	s.picked = stage.Touch{ID: id, Since: m.clock}
	m.react()
	a, ok := m.show.Deck.Slots[s.scene].Scene.(stage.Answering)
	switch {
	case !ok || id.Zero():
	case m.reduced:
		s.picked.Since -= a.Answers()
	default:
		m.active = max(m.active, m.clock+a.Answers())
	}
}

func (m *Machine) setInput(id draw.ID, v float64) {
	v = thousandth(v)
	s := m.coming()
	if s.inputs.Get(id, math.NaN()) == v {
		return
	}
	s.inputs = s.inputs.With(id, v)
	m.kept[s.scene] = s.inputs
	m.react()
}

// turnInput has a switch ease from one value to another.
func (m *Machine) turnInput(id draw.ID, from, to float64) {
	if m.reduced {
		m.setInput(id, to)
		return
	}
	s := m.coming()
	s.inputs = s.inputs.Turn(id, to, from, m.clock)
	m.kept[s.scene] = s.inputs
	m.react()
	m.active = m.clock + stage.TurnLasts
}

// Targets of links that go a step on and back, and that magnify the picture.
const (
	Next     = "next"
	Previous = "previous"
	ZoomIn   = "zoom-in"
	ZoomOut  = "zoom-out"
)

// follow goes where a link leads: a step on or back, to a state of the story,
// or out of it.
func (m *Machine) follow(target string) {
	switch {
	case target == Next:
		m.MoveStep(1)
	case target == Previous:
		m.MoveStep(-1)
	case target == ZoomIn:
		m.zoomBy(zoomStep)
	case target == ZoomOut:
		m.zoomBy(1 / zoomStep)
	case target == ToContents:
		m.SetContents(!m.contents.open)
	case target == ToLow:
		m.SetLow(!m.lowers)
	case strings.Contains(target, "://"), strings.HasPrefix(target, "mailto:"):
		m.address = target
	case m.options.Excerpt && m.outside(target):
		m.address = "#" + strings.TrimPrefix(target, "#")
	default:
		m.Open(target)
	}
}

// outside reports whether a link is to a scene that is not here.
func (m *Machine) outside(target string) bool {
	l, err := ParseLink(target)
	if err != nil || l.Scene == "" {
		return false
	}
	_, here := m.show.Deck.Index(l.Scene)
	return !here
}

func thousandth(v float64) float64 { return math.Round(v*1000) / 1000 }

func finite(p geom.Pt) bool {
	const far = 1e6
	return math.Abs(p.X) < far && math.Abs(p.Y) < far
}
