package storyboard

// Cues are a board's, in the order in which they work one on another.
type Cues []Cue

// Add appends that a layer is changed in a part of a beat, and returns the cue for what
// else is to be said of it, until the next is added.
func (c *Cues) Add(layer, beat string, from, to float64, do Change) *Cue {
	*c = append(*c, Cue{Layer: layer, Beat: beat, From: from, To: to, Do: do})
	return &(*c)[len(*c)-1]
}
