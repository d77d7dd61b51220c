package stage

import (
	"lianhua/internal/anim"
	"lianhua/internal/story"
)

// Tunable scenes offer knobs: what of them can be tuned without a word of Go.
type Tunable interface{ Knobs() []*story.Knob }

// Knob is the value that a knob of the scene has, never beyond its range.
//
//go:noinline
func (v *View) Knob(k *story.Knob) float64 {
	for i := range v.Tuned {
		if v.Tuned[i].Name == k.Name {
			return max(k.Min, min(v.Tuned[i].Value, k.Max))
		}
	}
	return k.Own
}

// Eased is the ease that a knob of the unit story.Ease has.
func (v *View) Eased(k *story.Knob) anim.Ease { return anim.Curve(v.Knob(k)).Ease() }

// KnobsOf are the knobs of the scenes, by the scene's name.
func KnobsOf(scenes []Scene) map[string][]*story.Knob {
	all := map[string][]*story.Knob{}
	for _, s := range scenes {
		all[s.Name()] = nil
		if t, ok := s.(Tunable); ok {
			all[s.Name()] = t.Knobs()
		}
	}
	return all
}
