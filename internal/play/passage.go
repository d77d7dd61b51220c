package play

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// The way from one act to another, in seconds: a ring closes, rests, and opens.
const (
	passageCloses = 0.55
	passageRests  = 0.5
	passageOpens  = 0.7
)

// Passage is a moment of the way from one act to another.
type Passage struct {
	Act  string  // that is entered; empty: a part of the story that is of none
	Shut float64 // how far the way is closed, even: 0 shows all of the scene, 1 none of it
}

// divides reports whether the way between two scenes leads from one act to another.
func (m *Machine) divides(a, b int) bool {
	if m.options.Passage == nil || m.reduced {
		return false
	}
	for _, r := range m.show.Deck.Runs {
		if in := a >= r.From && a < r.To; in != (b >= r.From && b < r.To) {
			return true
		}
	}
	return false
}

// veilLasts is how long the veil takes to close or to open.
func (m *Machine) veilLasts() anim.Seconds {
	switch {
	case !m.passing:
		return fadeLasts
	case m.cutting:
		return passageCloses
	default:
		return passageOpens
	}
}

// passage draws the way over the scene that it leads from or to.
func (m *Machine) passage(l *draw.List, v *stage.View) {
	scene := m.coming().scene
	p := Passage{Shut: m.veil}
	for _, r := range m.show.Deck.Runs {
		if scene >= r.From && scene < r.To {
			p.Act = r.Act
		}
	}
	m.options.Passage(l, v, &p)
}
