package play

import (
	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

// Hall is how a player behaves where visitors come and go: it plays by itself and
// begins again until somebody touches it, and forgets them when they have gone.
type Hall struct {
	// Quiet is for how many seconds nobody does anything until the player asks
	// whether somebody is there, and Ask for how many it waits for an answer before
	// it goes back to the start. It does not ask while the story plays: who looks on
	// is there. A Quiet of 0: it stays where it is.
	Quiet, Ask anim.Seconds
	// Looks are had in turn, one each time the story has been played to its end with
	// nobody there; a visitor begins in the first. None: always that of the options.
	Looks []Look
	// Round is what of the story is played with nobody there, in that order; what the
	// story lacks is left out. None: all of it.
	Round []Place
	// Speed is that of playback; 0: the scenes' own.
	Speed float64
	// Code is the digits by which staff end the player; empty: only the system does.
	Code string
	// Picture is the part of the window where the story is shown; the rest is for
	// the player's controls. Nil: all of it.
	Picture func(window geom.Rect) geom.Rect
	// Low is that part for visitors who reach no higher, when they ask for it. Nil: they
	// cannot.
	Low func(window geom.Rect) geom.Rect
}

// Look is a language and a theme; an empty theme leaves the present one.
type Look struct {
	Lang  story.Lang
	Theme string
}

// Place is a beat of a scene, from 1; 0: all of its beats.
type Place struct {
	Scene string
	Beat  int
}

// SetHall replaces how a hall's player behaves: the looks from the next round on and for
// the next visitor, the speed where nobody has set another, all else at once. A player
// that is no hall's stays that.
func (m *Machine) SetHall(h Hall) {
	if m.options.Hall == nil {
		return
	}
	usual := m.speed == m.ordinary()
	if h.Code != m.options.Hall.Code {
		m.staff.typed, m.staff.missed = "", false
	}
	m.options.Hall = &h
	if usual {
		m.speed = m.ordinary()
	}
	m.turns = m.turns && len(h.Looks) > 0
	m.quiet = min(m.quiet, h.Quiet) // nobody goes unasked
	m.dirty = true
}

// SetReturn has a hall go back to where an address leads, when a visitor has gone. It
// reports false, and does nothing, where the address leads nowhere.
func (m *Machine) SetReturn(address string) bool {
	l, err := ParseLink(address)
	if err != nil || !m.follows(&l) {
		return false
	}
	m.home = l
	return true
}

// First is the look that a visitor begins in.
func (m *Machine) First() Look {
	if h := m.options.Hall; h != nil && len(h.Looks) > 0 {
		return h.Looks[0]
	}
	return Look{m.options.Lang, m.options.Theme}
}

// ordinary is the speed that the player begins with.
func (m *Machine) ordinary() float64 {
	if h := m.options.Hall; h != nil && h.Speed > 0 {
		return h.Speed
	}
	return 1
}

// invites is how long the invitation takes to come and to go.
const invites = 0.4

// Attracts reports whether the story plays by itself in a hall, with nobody there.
func (m *Machine) Attracts() bool { return m.options.Hall != nil && !m.touched }

// Asks is what is left of the time in which somebody may say that they are there,
// from 1 to 0; 0 too where nobody is asked.
func (m *Machine) Asks() float64 {
	h := m.options.Hall
	if h == nil || !m.touched || h.Quiet <= 0 || h.Ask <= 0 || m.quiet < h.Quiet {
		return 0
	}
	return max(0, 1-(m.quiet-h.Quiet)/h.Ask)
}

// tire goes back to the start when nobody has been here for long. A pointer that
// is still down is one that something lies on.
func (m *Machine) tire(dt anim.Seconds) {
	h := m.options.Hall
	if h == nil || !m.touched {
		return
	}
	m.visit.stayed += dt
	if h.Quiet <= 0 || m.playing {
		return
	}
	asked := m.quiet >= h.Quiet
	m.quiet += dt
	switch {
	case m.quiet < h.Quiet:
	case h.Ask > 0 && (!asked || m.quiet < h.Quiet+h.Ask): // it is asked, however long the frame was
		m.quiet = min(m.quiet, h.Quiet+h.Ask)
		m.dirty = true
	default:
		m.goHome()
	}
}

// tires is in how many seconds tire next changes something.
func (m *Machine) tires(due anim.Seconds) anim.Seconds {
	h := m.options.Hall
	if h == nil || h.Quiet <= 0 || !m.touched || m.playing {
		return due
	}
	return min(due, h.Quiet-m.quiet)
}

// read notes that a reader is there. It reports whether that was the answer to a
// question, and meant no more.
func (m *Machine) read() (answered bool) {
	answered = m.Asks() > 0
	if m.options.Hall != nil && (answered || !m.touched) {
		m.met, m.active, m.dirty = m.clock, max(m.active, m.clock+invites), true
	}
	if !m.touched {
		m.arrive()
	}
	m.touched, m.quiet = true, 0
	return answered
}

// again begins the story once more at its end: as after a reader, where one was
// there, else in the next look.
func (m *Machine) again() {
	if m.touched {
		m.goHome()
		return
	}
	m.loops++
	m.turns = len(m.options.Hall.Looks) > 0
	m.part = 0
	if round := m.round(); len(round) > 0 {
		m.leap(round[0])
	} else {
		m.enter(0, 0, 0)
	}
	if !m.cutting {
		m.turnLook()
	}
}

// turnLook takes the look of the present loop, when the last one's picture has gone.
func (m *Machine) turnLook() {
	if !m.turns {
		return
	}
	m.turns = false
	look := m.options.Hall.Looks[m.loops%len(m.options.Hall.Looks)]
	m.setLang(look.Lang)
	if i, ok := m.show.Theme(look.Theme); ok {
		m.theme = i
	}
	m.dirty = true
}

// inviting is how far the invitation of a hall has come, 0 to 1.
func (m *Machine) inviting() float64 {
	if m.options.Hall == nil {
		return 0
	}
	since := anim.CubicOut(anim.Clamp((m.clock - m.met) / invites))
	if m.touched {
		return 1 - since
	}
	return since
}
