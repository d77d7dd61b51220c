package stage

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
)

// TurnLasts is how long a switch takes to turn, by the clock.
const TurnLasts anim.Seconds = 1.4

// Inputs is what the reader has set: sliders and switches, by the ID of the mark
// that sets them. It is a value: With returns a changed copy.
type Inputs struct{ set []input }

type input struct {
	id    draw.ID
	value float64
	// from is where the value was when it was turned, if not at once, and since when
	// it turns.
	from  float64
	since anim.Seconds
}

// at is how far the input has come by the clock.
func (e *input) at(clock anim.Seconds) float64 {
	return anim.Lerp(e.from, e.value, anim.SineInOut(anim.Clamp((clock-e.since)/TurnLasts)))
}

// Get is the value set for id, or def where none is.
func (in Inputs) Get(id draw.ID, def float64) float64 {
	for i := range in.set {
		if in.set[i].id == id {
			return in.set[i].value
		}
	}
	return def
}

// With is the inputs with the value of id set, at once.
func (in Inputs) With(id draw.ID, value float64) Inputs {
	return in.put(input{id: id, value: value, from: value, since: math.Inf(-1)})
}

// Turn is the inputs with the value of id set, which eases there from where it was by
// the clock: from, where it has not been set before.
func (in Inputs) Turn(id draw.ID, value, from float64, clock anim.Seconds) Inputs {
	for i := range in.set {
		if in.set[i].id == id {
			from = in.set[i].at(clock)
		}
	}
	return in.put(input{id, value, from, clock})
}

func (in Inputs) put(one input) Inputs {
	out := make([]input, 0, len(in.set)+1)
	done := false
	for _, e := range in.set {
		if e.id == one.id {
			e, done = one, true
		}
		out = append(out, e)
	}
	if !done {
		out = append(out, one)
	}
	return Inputs{out}
}

// Len is how many are set; At gives them in the order in which they were set.
func (in Inputs) Len() int { return len(in.set) }

// At is the i-th that was set.
func (in Inputs) At(i int) (draw.ID, float64) { return in.set[i].id, in.set[i].value }
