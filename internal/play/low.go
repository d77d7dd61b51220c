package play

import "lianhua/internal/geom"

// ToLow is the target of a link that lowers the picture, or raises it again.
const ToLow = "low"

// Lowered reports whether the picture stands low, for who reaches no higher.
func (m *Machine) Lowered() bool { return m.low }

// SetLow lowers the picture, or raises it: the scene fades, and comes back where it then
// stands. It stays so for the whole visit. Nothing happens where the hall has no low place.
func (m *Machine) SetLow(on bool) {
	if h := m.options.Hall; h == nil || h.Low == nil {
		return
	}
	m.read()
	if m.lowers == on {
		return
	}
	m.endHandover()
	m.lowers, m.dirty = on, true
	m.press, m.second, m.finger.down, m.looking = press{}, pointer{}, false, false
	m.hover(noID)
	m.sink()
}

// sink has the picture fade where it is to stand elsewhere: it comes back there.
func (m *Machine) sink() {
	if m.low == m.lowers || m.cutting {
		return
	}
	if m.list == nil || m.contents.at == 1 {
		m.low = m.lowers // nothing is shown that could fade
		return
	}
	m.next, m.cutting = m.shot, true
	if m.veil == 0 {
		m.passing = false
	}
}

// picture is the part of a window where the story is shown.
func (m *Machine) picture(window geom.Rect) geom.Rect {
	switch h := m.options.Hall; {
	case h == nil:
		return window
	case m.low && h.Low != nil:
		return h.Low(window)
	case h.Picture != nil:
		return h.Picture(window)
	}
	return window
}

// toLow is the link that lowers the picture of a window or raises it; empty where it
// stands as low as it goes.
func (m *Machine) toLow(window geom.Rect) string {
	h := m.options.Hall
	if h == nil || h.Low == nil || h.Picture != nil && h.Low(window) == h.Picture(window) {
		return ""
	}
	return ToLow
}
