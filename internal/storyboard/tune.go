package storyboard

import (
	"slices"
	"strings"

	"lianhua/internal/geom"
	"lianhua/internal/story"
)

// Tune has a knob change layers, whatever the beat. At the value at which the change
// leaves a layer as it is drawn, nothing differs from a scene without the knob.
func Tune(k *story.Knob, do Change, layers ...string) (all []Cue) {
	by := &By{Whole: k}
	for _, layer := range layers {
		all = append(all, Cue{Layer: layer, By: by, Do: do})
	}
	return all
}

// By are the knobs of a cue, each or none.
type By struct {
	// From and To of the cue are moved by as much as these are off their own values.
	Begin, End *story.Knob
	// Ease is the cue's, in place of its own.
	Ease *story.Knob
	// Reach is how far off the layer begins, in times of what the cue does.
	Reach *story.Knob
	// Whole says how far the cue has come in place of a beat: 1 is as the layer is drawn.
	Whole *story.Knob
}

// tune gives cues their knobs. A layer's name stands for the numbered ones, and for all
// whose names go on behind a hyphen; of Lighting, for itself.
func (b *Board) tune(all []*story.Knob) {
	for _, k := range all {
		if k.Does == story.Lighting {
			b.Cues = append(b.Cues, Tune(k, Light{}, k.Layers...)...)
			continue
		}
		for i := range b.Cues {
			if c := &b.Cues[i]; k.Does == effectOf(c.Do) && slices.ContainsFunc(k.Layers, c.of) {
				c.By = c.By.and(k)
			}
		}
	}
}

// and are these knobs and one that is turned by an effect: an ease, or how far it goes.
func (b *By) and(k *story.Knob) *By {
	var all By
	if b != nil {
		all = *b
	}
	if k.Unit == story.Ease {
		all.Ease = k
	} else {
		all.Reach = k
	}
	return &all
}

// effectOf is which effect of a knob reaches a change; 0: none.
func effectOf(do Change) story.Effect {
	switch do.(type) {
	case Move:
		return story.Moving
	case Turn:
		return story.Turning
	case Scale:
		return story.Scaling
	case Fade:
		return story.Fading
	}
	return 0
}

// Size makes a layer so many times as large as it is drawn, about the middle of a slot
// or of its foot.
type Size struct {
	About string
	Foot  bool
}

func (z Size) slot() string { return z.About }
func (z Size) apply(s state, t float64, p Place) state {
	if t == 1 {
		return s
	}
	r := p.spot(z.About).Rect
	c := r.Center()
	if z.Foot {
		c.Y = r.Bottom()
	}
	m := geom.ScaleAbout(t, c)
	s.m = s.m.Then(m)
	if !s.clip.Empty() {
		s.clip = m.Bounds(s.clip)
	}
	s.sector.about, s.sector.r = m.At(s.sector.about), s.sector.r*t
	return s
}

// Light takes a layer's opacity to so much of what it is.
type Light struct{}

func (Light) slot() string { return "" }
func (Light) apply(s state, t float64, _ Place) state {
	s.alpha *= t
	return s
}

func (c *Cue) of(layer string) bool {
	rest, ok := strings.CutPrefix(c.Layer, layer)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '-')
}
