package play

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Key tells that a key went down, by its name in UI Events ("ArrowRight", " ",
// "Enter", "l"). It reports false where the key means nothing here.
func (m *Machine) Key(name string, shift bool) bool {
	if m.covered() {
		return m.keyOnKeypad(name)
	}
	m.staff.deaf = false
	if m.Asks() > 0 {
		return m.read()
	}
	ok := m.key(name, shift)
	if ok {
		m.read()
		m.visit.touches++
	}
	return ok
}

// KeyRepeat tells that a key is still down, as Key takes it. Something may lie on
// it: that is nobody's being there.
func (m *Machine) KeyRepeat(name string, shift bool) bool {
	if m.covered() || m.staff.deaf {
		return true
	}
	quiet := m.quiet
	ok := m.key(name, shift)
	m.quiet = quiet
	return ok
}

func (m *Machine) key(name string, shift bool) bool {
	if m.contents.open {
		if ok, meant := m.keyInContents(name); meant {
			return ok
		}
	}
	if m.keyOnMark(name) || m.panByKey(name) {
		return true
	}
	switch name {
	case "ArrowRight", "ArrowDown", "PageDown":
		return m.MoveStep(1) // at the end, it is for whatever is around the story
	case "ArrowLeft", "ArrowUp", "PageUp":
		return m.MoveStep(-1)
	case " ":
		m.SetPlaying(!m.playing)
	case "Home":
		m.Home()
	case "End":
		m.End()
	case "Enter":
		return m.Activate(m.focus)
	case "Tab":
		n := 1
		if shift {
			n = -1
		}
		m.FocusNext(n)
	case "Escape":
		return m.letGo()
	case "+", "=":
		return m.zoomBy(zoomStep)
	case "-":
		return m.zoomBy(1 / zoomStep)
	case "l", "L":
		m.NextLang()
	case "t", "T":
		m.NextTheme()
	case "m", "M":
		m.SetReduced(!m.reduced)
	case "c", "C":
		m.SetContents(true)
	default:
		return false
	}
	return true
}

// keyOnMark gives a key to the focused mark: a slider's value, or one of a crowd.
func (m *Machine) keyOnMark(name string) bool {
	if m.list == nil || m.focus.Zero() {
		return false
	}
	i := m.list.Find(m.focus)
	if i < 0 {
		return false
	}
	n := 0.0
	switch name {
	case "ArrowRight", "ArrowUp":
		n = 1
	case "ArrowLeft", "ArrowDown":
		n = -1
	case "PageUp":
		n = 5
	case "PageDown":
		n = -5
	}
	s := &m.list.Marks[i].Sem
	if s.Role != draw.RoleSlider {
		return n*n == 1 && m.alongCrowd(i, name)
	}
	switch {
	case n != 0:
		m.nudge(i, n)
	case name == "Home":
		m.setSlider(i, s.Min)
	case name == "End":
		m.setSlider(i, s.Max)
	default:
		return false
	}
	return true
}

// alongCrowd picks a neighbour of the one that is picked in a focused crowd.
func (m *Machine) alongCrowd(i int, name string) bool {
	f, ok := m.fieldOf(i)
	id := m.Picked()
	if !ok || id.Zero() || id.Name != m.focus.Name || id.N < 1 {
		return false
	}
	by := 1
	if name == "ArrowDown" || name == "ArrowUp" {
		by = f.Field.Cols
	}
	if name == "ArrowLeft" || name == "ArrowUp" {
		by = -by
	}
	for k := id.N + by; k >= 1 && k <= f.Field.Count; k += by {
		if _, shown := f.Field.At(k - 1); shown {
			m.pick(draw.Nth(id.Name, k))
			m.bring(f, k)
			break
		}
	}
	return true
}

// ways are where the arrow keys lead.
var ways = map[string]geom.Pt{
	"ArrowRight": {X: 1}, "ArrowLeft": {X: -1}, "ArrowDown": {Y: 1}, "ArrowUp": {Y: -1},
}

// panByKey moves a magnified picture as a finger does: at its edge, the keys
// that lead along the story lead on in it.
func (m *Machine) panByKey(name string) bool {
	way, ok := ways[name]
	body, there := m.body()
	if !ok || !there {
		return false
	}
	const stretch = 0.25 // of what is seen, at a stroke
	by := geom.P(-way.X*body.W*stretch, -way.Y*body.H*stretch)
	if !m.canPan(body.Center(), by, false) {
		return false
	}
	m.takeOver()
	m.pan(by)
	return true
}

// bring moves a magnified picture so that the k-th of a crowd, from 1, stands
// well within it.
func (m *Machine) bring(f *draw.Mark, k int) {
	d, shown := f.Field.At(k - 1)
	body, ok := m.body()
	if !shown || !ok || m.shot.zoom.scale <= 1 {
		return
	}
	at := f.M.At(d.At)
	if !body.Inset(min(body.W, body.H) / 4).Has(at) {
		m.pan(body.Center().Sub(at))
	}
}

// Touchables appends the marks of the last picture that can be worked, in their
// order: the order of Tab.
func (m *Machine) Touchables(dst []draw.ID) []draw.ID {
	if m.list == nil {
		return dst
	}
	for i := range m.list.Marks {
		if mark := &m.list.Marks[i]; mark.Kind != draw.KindClose && mark.Alpha > 0 && mark.Sem.Role.Touchable() {
			dst = append(dst, mark.ID)
		}
	}
	return dst
}

// Focus gives the keys to a mark, to none where id is zero. The mark answers as
// it does to hovering; ring shows it, as it should where keys brought it there.
func (m *Machine) Focus(id draw.ID, ring bool) {
	m.read()
	m.focus, m.ringed, m.dirty = id, ring, true
	m.hover(id)
}

// FocusNext gives the keys to the next mark, the one before where n is
// negative. It reports false, and gives them to none, beyond the ends.
func (m *Machine) FocusNext(n int) bool {
	ids := m.Touchables(nil)
	at := -1
	for i, id := range ids {
		if id == m.focus {
			at = i
		}
	}
	if at < 0 && n < 0 {
		at = len(ids)
	}
	at += n
	if at < 0 || at >= len(ids) {
		m.Focus(noID, false)
		return false
	}
	m.Focus(ids[at], true)
	return true
}

// letGo undoes the latest of what holds the reader: a pick, a zoom, a focus.
func (m *Machine) letGo() bool {
	switch {
	case !m.Picked().Zero():
		m.pick(noID)
	case m.shot.zoom.to > 1:
		m.zoomTo(1)
	case !m.focus.Zero():
		m.Focus(noID, false)
	default:
		return false
	}
	return true
}

func (m *Machine) zoomBy(k float64) bool {
	if m.maxZoom() <= 1 {
		return false
	}
	m.takeOver()
	m.aim()
	m.zoomTo(m.shot.zoom.to * k)
	return true
}

// aim lets the whole picture be magnified about what is picked of a crowd.
func (m *Machine) aim() {
	id := m.Picked()
	body, ok := m.body()
	if id.Zero() || !ok || m.shot.zoom.scale > 1 {
		return
	}
	i := m.list.Find(draw.Name(id.Name))
	if i < 0 {
		return
	}
	if f, crowd := m.fieldOf(i); crowd && id.N > 0 && id.N <= f.Field.Count {
		if d, shown := f.Field.At(id.N - 1); shown {
			m.focusOn(body, f.M.At(d.At))
		}
	}
}

// ring draws a line around the focused mark.
func (m *Machine) ring(l *draw.List, v *stage.View) {
	if !m.ringed {
		return
	}
	i := l.Find(m.focus)
	if i < 0 {
		return
	}
	if track := l.Find(m.focus.Sub(trackPart)); track >= 0 {
		i = track
	}
	u := v.Layout().Px(1)
	b := l.Bounds(i)
	if b.Empty() {
		return
	}
	b = b.Inset(-4 * u).Intersect(l.Area.Inset(2 * u))
	if b.Empty() {
		return
	}
	path := l.NewPath().RoundRect(b, 6*u)
	l.Stroke(draw.Name("focus.halo"), path, geom.Pen{Width: 6 * u}, draw.Ink(v.Theme.Ground), draw.Decor())
	l.Stroke(draw.Name("focus.ring"), path, geom.Pen{Width: 3 * u}, draw.Ink(v.Theme.Ink), draw.Decor())
}
