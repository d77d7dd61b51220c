package play

import (
	"lianhua/internal/anim"
	"lianhua/internal/story"
)

// Visit is what somebody did in a hall between the first touch and the last; who they
// were, it does not tell.
type Visit struct {
	Lasted  anim.Seconds
	Touches int        // of the picture and of keys
	Scenes  []string   // that they saw, in the story's order
	Lang    story.Lang // that they read in at the end
}

// visit is one that lasts.
type visit struct {
	stayed  anim.Seconds
	touches int
	seen    []bool
}

// arrive begins a visit.
func (m *Machine) arrive() {
	if m.options.Hall == nil {
		return
	}
	m.visit = visit{seen: make([]bool, len(m.scenes))}
	m.visit.seen[m.scene] = true
}

// depart ends it.
func (m *Machine) depart() {
	if m.options.Hall == nil || !m.touched {
		return
	}
	v := Visit{Lasted: max(0, m.visit.stayed-m.quiet), Touches: m.visit.touches, Lang: m.lang}
	for i, seen := range m.visit.seen {
		if seen {
			v.Scenes = append(v.Scenes, m.scenes[i].Name())
		}
	}
	if len(m.visits) < mostVisits {
		m.visits = append(m.visits, v)
	}
}

// mostVisits are kept for who takes them; nobody may.
const mostVisits = 64

// TakeVisits returns the visits that have ended since the last call.
func (m *Machine) TakeVisits() []Visit {
	ended := m.visits
	m.visits = nil
	return ended
}
