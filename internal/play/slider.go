package play

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// trackPart is the part of a slider along which it is dragged: a stroke along its
// line, however that is folded, anything else along the longer side of its bounds.
const trackPart = "track"

// grabSlider takes the slider at index i by the point at. A slider's track is
// its part "track" where it draws one, its bounds otherwise. Near the present
// value the pointer holds it where it is; elsewhere it draws it there.
func (m *Machine) grabSlider(i int, at geom.Pt) {
	p := &m.press
	mark := &m.list.Marks[i]
	p.track = m.list.Bounds(i)
	if k := m.list.Find(mark.ID.Sub(trackPart)); k >= 0 {
		p.track = m.list.Bounds(k)
	}
	here, length := m.along(p, at)
	now := share(&mark.Sem, mark.Sem.Now)
	if math.Abs(now-here)*length <= draw.MinTouch/2 {
		p.grab = now - here
	}
}

// along is how far the point lies along the track of the slider that a press holds,
// 0 to 1 within it, and how long that is.
func (m *Machine) along(p *press, at geom.Pt) (share, length float64) {
	if k := m.list.Find(p.mark.Sub(trackPart)); k >= 0 && m.list.Marks[k].Pen.Width > 0 {
		mark := &m.list.Marks[k]
		inv, ok := mark.M.Inverse()
		if whole := mark.Path.Length(); ok && whole > 0 {
			s, _ := mark.Path.Nearest(inv.At(at))
			return s / whole, whole * mark.M.Scale()
		}
	}
	return along(p.track, at), max(p.track.W, p.track.H)
}

// slide sets the slider that a press holds to where the pointer is.
func (m *Machine) slide(p *press, at geom.Pt) {
	if m.list == nil {
		return
	}
	i := m.list.Find(p.mark)
	if i < 0 || p.role != draw.RoleSlider {
		return
	}
	s := &m.list.Marks[i].Sem
	here, _ := m.along(p, at)
	m.setSlider(i, s.Min+(s.Max-s.Min)*anim.Clamp(here+p.grab))
}

// SetValue sets a slider to the nearest of its values: for those who set it without
// a pointer or keys, as assistive technology does. The keys stay where they are.
// It reports false where the last picture has no such slider.
func (m *Machine) SetValue(id draw.ID, v float64) bool {
	if m.list == nil {
		return false
	}
	i := m.list.Find(id)
	if i < 0 || m.list.Marks[i].Sem.Role != draw.RoleSlider || m.cutting && m.next.scene != m.shot.scene {
		return false
	}
	m.read()
	m.setSlider(i, v)
	return true
}

// setSlider sets a slider to the nearest of its values.
func (m *Machine) setSlider(i int, v float64) {
	mark := &m.list.Marks[i]
	s := &mark.Sem
	if s.Step > 0 {
		v = s.Min + math.Round((v-s.Min)/s.Step)*s.Step
	}
	v = max(s.Min, min(v, s.Max))
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return
	}
	m.takeOver()
	m.setInput(mark.ID, v)
}

// along is how far the point lies along the longer side of the track, 0 to 1
// within it: to the right, or up.
func along(track geom.Rect, at geom.Pt) float64 {
	if track.Empty() {
		return 0
	}
	if track.W >= track.H {
		return (at.X - track.X) / track.W
	}
	return (track.Bottom() - at.Y) / track.H
}

func share(s *draw.Sem, v float64) float64 {
	if !(s.Max > s.Min) {
		return 0
	}
	return anim.Clamp((v - s.Min) / (s.Max - s.Min))
}

// nudge moves the slider at index i by n steps.
func (m *Machine) nudge(i int, n float64) {
	s := &m.list.Marks[i].Sem
	step := s.Step
	if step <= 0 {
		step = (s.Max - s.Min) / 20
	}
	now := m.coming().inputs.Get(m.list.Marks[i].ID, s.Now)
	m.setSlider(i, now+n*step)
}
