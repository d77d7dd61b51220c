package play

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// PointerKind says what a pointer does.
type PointerKind uint8

const (
	Down   PointerKind = iota
	Move               // also without being down: hovers
	Up                 // ends a press: taps, where it has not moved
	Cancel             // ends it without effect: the scroller has taken the finger
	Leave              // the pointer is no longer over the picture
)

// Mouse is the pointer's number that hovers; fingers have others.
const Mouse = 0

// slop is how far a press may move and still be a tap, in device-independent pixels.
const slop = 8

type pointer struct {
	id   int
	at   geom.Pt
	on   bool
	seen geom.Pt // where it was when it last showed that a reader is there
}

// present notes that a reader is there where the pointer has moved so far that it
// does not only tremble.
func (m *Machine) present(p *pointer, at geom.Pt) {
	if at.Dist(p.seen) > slop {
		p.seen = at
		m.read()
	}
}

// press is what the first pointer that is down does.
type press struct {
	pointer
	start geom.Pt
	since anim.Seconds
	mark  draw.ID // what it went down on; zero: the picture
	role  draw.Role
	track geom.Rect // of a slider
	grab  float64   // of a slider: how far the pointer is from its value
	moved bool      // it drags
	pans  bool      // it moves the magnified picture
	long  bool      // it is a long press
	trace bool      // it reads along marks that are traced
	pinch bool
}

// Pointer tells what a pointer does at a point of the picture.
func (m *Machine) Pointer(kind PointerKind, id int, at geom.Pt) {
	if !finite(at) {
		return
	}
	if m.covered() {
		m.onKeypad(kind, at)
		return
	}
	m.atCorner(kind, id, at)
	switch kind {
	case Down:
		if m.Attracts() {
			m.takeOver() // the visitor enters there
		}
		answered := m.read()
		m.visit.touches++
		if !answered {
			m.down(id, at)
		}
	case Move:
		m.drag(id, at)
	case Up:
		m.release(id, at)
	case Cancel, Leave:
		m.leave(id, kind)
	}
}

func (m *Machine) down(id int, at geom.Pt) {
	m.ringed = false
	switch {
	case m.press.on && m.press.id == id:
		m.press = press{}
	case m.press.on:
		if !m.second.on && m.maxZoom() > 1 {
			m.beginPinch(pointer{id, at, true, at})
		}
		return
	}
	m.mouse.at = at
	m.press = press{pointer: pointer{id, at, true, at}, start: at, since: m.clock}
	i := -1
	if m.list != nil {
		i = m.list.HitIndex(at)
	}
	if i >= 0 {
		mark := &m.list.Marks[i]
		m.press.mark, m.press.role, m.press.trace = mark.ID, mark.Sem.Role, mark.Sem.Traced
		if mark.Sem.Role == draw.RoleSlider {
			m.grabSlider(i, at)
		}
		if id != Mouse {
			m.hover(mark.ID)
		}
		if !mark.Sem.Traced {
			return
		}
	}
	if m.shot.zoom.scale <= 1 {
		m.finger.at, m.finger.down = at, true
	}
}

func (m *Machine) drag(id int, at geom.Pt) {
	p := &m.press
	if m.second.on && m.second.id == id {
		m.present(&m.second, at)
		m.second.at = at
		m.pinch()
		return
	}
	if !p.on {
		if id == Mouse && at != m.mouse.at {
			if m.touched { // else it only passes by
				m.present(&m.mouse, at)
			}
			m.mouse.at, m.looking = at, true
		}
		return
	}
	if p.id != id {
		return
	}
	m.present(&p.pointer, at)
	by := at.Sub(p.at)
	p.at = at
	if p.pinch {
		m.pinch()
		return
	}
	if !p.moved && at.Dist(p.start) > slop {
		p.moved = true
		by = at.Sub(p.start)
		p.pans = m.maxZoom() > 1 && m.canPan(p.start, by, id == Mouse)
		if p.role != draw.RoleLink {
			m.takeOver()
		}
	}
	switch {
	case p.moved && p.role == draw.RoleSlider:
		m.slide(p, at)
	case p.pans:
		m.pan(by)
	case m.shot.zoom.scale <= 1 && p.moved || m.finger.down:
		m.finger.at, m.finger.down = at, true
		m.dirty = true
	}
}

func (m *Machine) release(id int, at geom.Pt) {
	p := m.press
	if p.pinch && m.second.on && (m.second.id == id || p.id == id) {
		m.read()
		m.endPinch(id)
		return
	}
	if !p.on || p.id != id {
		return
	}
	m.read()
	m.press, m.second, m.finger.down = press{}, pointer{}, false
	if id != Mouse {
		m.hover(noID)
	} else {
		m.looking = true
	}
	switch {
	case p.pinch || p.long && !p.trace:
	case !p.moved && !p.long && at.Dist(p.start) <= slop:
		m.tap(p, at)
	case !p.long && m.swiped(p, at):
		n := 1
		if d := at.Sub(p.start); d.X+d.Y > 0 {
			n = -1
		}
		m.moveStep(n)
	case p.trace:
		m.lift(p, at)
	}
}

// swiped reports whether a drag was quick, long and straight enough to mean a
// step: up or to the left is on.
func (m *Machine) swiped(p press, at geom.Pt) bool {
	const quick, far = 0.3, 60
	d := at.Sub(p.start)
	long, short := math.Abs(d.X), math.Abs(d.Y)
	if long < short {
		long, short = short, long
	}
	return m.options.Swipe && !m.contents.open && p.role != draw.RoleSlider && m.shot.zoom.scale <= 1 &&
		m.clock-p.since <= quick && long >= far && short <= long/2
}

func (m *Machine) leave(id int, kind PointerKind) {
	if kind == Leave && id == Mouse && !m.press.on || kind == Cancel {
		m.looking = false
		m.hover(noID)
	}
	if kind == Cancel && (m.press.on && m.press.id == id || m.second.on && m.second.id == id) {
		m.press, m.second, m.finger.down = press{}, pointer{}, false
	}
}

// holdPress turns a press that rests into a long one: it presses on the picture
// and shows the detail of the mark under it.
func (m *Machine) holdPress() {
	p := &m.press
	if !p.on || p.moved || p.long || p.pinch || m.clock < p.since+longPress {
		return
	}
	p.long = true
	if p.role == draw.RoleSlider || p.role == draw.RoleLink {
		return
	}
	m.takeOver()
	m.finger.at, m.finger.down = p.at, true
	if p.role == draw.RoleButton && m.list != nil {
		if i := m.list.Find(p.mark); i >= 0 {
			m.pick(m.pickedAt(i, p.at, draw.MinTouch/2))
		}
	}
	m.dirty = true
}

// look finds what the pointer hovers over, once a frame at most.
func (m *Machine) look() {
	if !m.looking {
		return
	}
	m.looking = false
	if m.list == nil || m.press.on || m.cutting {
		return
	}
	id := noID
	if i := m.list.HitIndex(m.mouse.at); i >= 0 {
		id = m.list.Marks[i].ID
	}
	m.hover(id)
}

func (m *Machine) hover(id draw.ID) {
	s := m.coming()
	if s.hover.ID == id {
		return
	}
	s.hover.ID, s.hover.Since = id, m.clock
	m.react()
}

// takeOver stops playback: the reader has begun to do something with the picture.
func (m *Machine) takeOver() {
	if m.playing {
		m.playing, m.resting, m.dirty = false, false, true
	}
}
