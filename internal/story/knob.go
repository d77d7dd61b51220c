package story

import "lianhua/internal/decimal"

// Knob is a value that a scene offers to be tuned: a length, a share, a count of what
// only adorns, an angle, a part of a beat, the ease of a motion. Figures and whatever is counted by them are
// facts and no knobs: they come from the figures alone, and no knob reaches them.
type Knob struct {
	Name           string // within the scene, of small letters, digits and hyphens
	Unit           Unit
	Own            float64 // its value where the story gives none
	Min, Max, Step float64 // Step is by how much it is turned at least
	// Does is what it does by itself to layers of the scene's drawing; 0: nothing, it is
	// read where something is drawn. Declared here as data it costs no code.
	Does   Effect
	Layers []string
}

// Effect is which changes of its layers a knob reaches: how far off they begin; or, of
// Lighting, how much of the layers is seen at all.
type Effect uint8

// The effects.
const (
	Moving Effect = iota + 1
	Turning
	Scaling
	Fading
	Lighting
)

// Unit is what a knob's value is measured in.
type Unit uint8

// The units.
const (
	Times   Unit = iota // of what is drawn: 1 leaves it as it is
	Part                // of a whole, 0 to 1
	Beat                // of a beat's motion, 0 to 1
	Pixels              // of the drawing's design
	Degrees             // clockwise
	Motes               // marks that only adorn: a whole number
	Rounds              // whole turns, or as often as something happens
	Ease                // of a motion: the number of an anim.Curve, which stories write by its name
)

// String is the unit's name: "times".
func (u Unit) String() string {
	return [...]string{"times", "part", "beat", "pixels", "degrees", "motes", "rounds", "ease"}[u]
}

// TuningRecord gives a scene's knob a value.
type TuningRecord struct {
	Scene string
	Form  string // empty: in all forms that have no value of their own
	Name  string
	Value decimal.Decimal
}

// Tuning is a value that a knob has in place of its own.
type Tuning struct {
	Name  string
	Value float64
}

// Tunings are the values that a scene's knobs have in a form; nil where all have their
// own. Those of the form itself stand first.
func (b *Bundle) Tunings(scene, form string) (all []Tuning) {
	for _, in := range [...]string{form, ""} {
		for i := range b.records.Tunings {
			if t := &b.records.Tunings[i]; t.Scene == scene && t.Form == in {
				all = append(all, Tuning{t.Name, t.Value.Float64()})
			}
		}
	}
	return all
}
