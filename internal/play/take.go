package play

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// hold is what goes on when the picture is let go again.
type hold struct {
	on            bool
	playing, held bool
	scene, beat   int // where the reader was
}

// Hold keeps the picture as it is while it is looked at from outside, and lets
// it go on from there: a link that is taken meanwhile leads to just this
// picture. A cut or a zoom under way is done at once. A reader who has gone
// elsewhere meanwhile is not brought back.
func (m *Machine) Hold(on bool) {
	if on == m.hold.on {
		return
	}
	m.read()
	m.dirty = true
	if !on {
		h := m.hold
		m.hold = hold{}
		if m.scene == h.scene && m.beat == h.beat {
			m.playing, m.held = h.playing, h.held
		}
		return
	}
	if m.cutting {
		m.cut()
	}
	m.veil = 0
	m.endHandover()
	m.shot.zoom.scale = m.shot.zoom.to
	m.hold = hold{true, m.playing, m.held, m.scene, m.beat}
	m.held = m.held || m.shot.now != m.time(m.scene).End(m.beat)
	m.playing = false
}

// Picture draws what the reader sees, and nothing of what the hand does there:
// no hover, no press, no ring around a focus, no controls of the player's own.
// The list stays the caller's.
func (m *Machine) Picture(l *draw.List, area geom.Rect) {
	v := m.View(area)
	v.Hover, v.Finger = stage.Touch{}, stage.Finger{}
	l.Reset(area, v.Theme.Ground)
	m.scenes[m.shot.scene].Draw(l, v)
}

// Describe is the sentence that tells what the reader's beat shows; empty where
// the scene has none.
func (m *Machine) Describe() string {
	if d, ok := m.scenes[m.scene].(stage.Described); ok {
		return m.words.Words(d.Describe(m.beat))
	}
	return ""
}
