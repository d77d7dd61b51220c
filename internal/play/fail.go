package play

import (
	"slices"

	"lianhua/internal/anim"
	"lianhua/internal/stage"
)

// The copy keys of the notices that follow a failure.
const (
	StoryKept = "shell.story-kept" // an earlier story stands in for one that could not be drawn
	LeftOut   = "shell.left-out"   // a scene is left out
)

// mostEarlier is how many stories are kept to go back to: the first and the last.
const mostEarlier = 2

// keep lets the machine go back to a story that it has shown.
func (m *Machine) keep(show *stage.Production) {
	if len(m.earlier) == mostEarlier {
		m.earlier = m.earlier[:mostEarlier-1]
	}
	m.earlier = append(m.earlier, show)
}

// Fail tells that drawing the present picture has failed. The machine takes the
// latest story before the present one; where there is none, it leaves the scene
// out and goes to the next one, until another story comes. It reports what it
// has done, and false where no scene is left.
func (m *Machine) Fail() (done string, ok bool) {
	if n := len(m.earlier); n > 0 {
		show := m.earlier[n-1]
		m.earlier = m.earlier[:n-1]
		m.take(show)
		m.notify(StoryKept)
		return "the last good story stays", true
	}
	bad := m.shot.scene
	if m.smaller.in > 0 { // it is the small picture in work
		bad, m.smaller.in = m.smaller.in-1, 0
	}
	m.omitted[bad] = true
	if !slices.Contains(m.omitted, false) {
		return "no scene can be drawn", false
	}
	if bad == m.shot.scene || bad == m.scene {
		if !m.cutting || m.omitted[m.next.scene] {
			m.enter(bad, 0, 0)
		}
		m.cut()
		m.veil = 0
	}
	m.notify(LeftOut)
	return "scene " + m.scenes[bad].Name() + " is left out", true
}

// notify warns, where the story has the words.
func (m *Machine) notify(key string) {
	if m.words.Copy(key).OK {
		m.warn(key)
	}
}

// around is the beat to enter in place of one whose scene is left out: of the
// next scene that is not on the way there, or of one before it.
func (m *Machine) around(scene, beat int, now anim.Seconds) (int, int, anim.Seconds) {
	if !m.omitted[scene] {
		return scene, beat, now
	}
	on := func() (int, int, anim.Seconds, bool) {
		for s := scene; s < len(m.scenes); s++ {
			if !m.omitted[s] {
				return s, 0, m.time(s).Start(0), true
			}
		}
		return 0, 0, 0, false
	}
	back := func() (int, int, anim.Seconds, bool) {
		for s := scene; s >= 0; s-- {
			if t := m.time(s); !m.omitted[s] {
				return s, t.Len() - 1, t.End(t.Len() - 1), true
			}
		}
		return 0, 0, 0, false
	}
	first, second := on, back
	if scene < m.scene {
		first, second = back, on
	}
	if s, b, t, ok := first(); ok {
		return s, b, t
	}
	s, b, t, _ := second()
	return s, b, t
}
