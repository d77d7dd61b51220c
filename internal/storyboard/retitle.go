package storyboard

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
)

// Retitle gives a beat a title of its own, with its deck and its hint, by keys of the
// copy: what stood there goes first, and then they come. One that is empty has none.
type Retitle struct {
	Beat              string
	Title, Deck, Hint string
	Short             string // the deck where only long windows have room for it, see Scene.Clear
}

// The parts of the beat in which the old title goes, and by which the new one has come.
const (
	titleGoes  = 0.1
	titleComes = 0.26
)

// turn has r become what stands at the moment, and returns how far it has gone, or has
// yet to come.
func (r *Retitle) turn(v *stage.View, all []Retitle) (away float64) {
	for i := range all {
		t := v.Beat(all[i].Beat)
		if t <= 0 {
			break
		}
		if t < titleGoes {
			return anim.Span(t, 0, titleGoes, anim.CubicInOut)
		}
		*r, away = all[i], 1-anim.Span(t, titleGoes, titleComes, anim.CubicOut)
	}
	return away
}
