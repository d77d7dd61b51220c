package stage

import "lianhua/internal/draw"

// Inputs is what the reader has set: sliders and switches, by the ID of the mark
// that sets them. It is a value: With returns a changed copy.
type Inputs struct{ set []input }

type input struct {
	id    draw.ID
	value float64
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

// With is the inputs with the value of id set.
func (in Inputs) With(id draw.ID, value float64) Inputs {
	out := make([]input, 0, len(in.set)+1)
	done := false
	for _, e := range in.set {
		if e.id == id {
			e.value, done = value, true
		}
		out = append(out, e)
	}
	if !done {
		out = append(out, input{id, value})
	}
	return Inputs{out}
}

// Len is how many are set; At gives them in the order in which they were set.
func (in Inputs) Len() int { return len(in.set) }

// At is the i-th that was set.
func (in Inputs) At(i int) (draw.ID, float64) { return in.set[i].id, in.set[i].value }
