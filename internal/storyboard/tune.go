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
	for _, layer := range layers {
		all = append(all, Cue{Layer: layer, Knob: k, Do: do})
	}
	return all
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

// Reach has a knob say how far off layers begin: in those of their cues that do a C. A
// layer's name stands for the numbered ones, and for all whose names go on behind a
// hyphen; no name, for all.
func Reach[C Change](cues []Cue, k *story.Knob, layers ...string) {
	for i := range cues {
		if _, does := cues[i].Do.(C); does && (len(layers) == 0 || slices.ContainsFunc(layers, cues[i].of)) {
			cues[i].Reach = k
		}
	}
}

func (c *Cue) of(layer string) bool {
	rest, ok := strings.CutPrefix(c.Layer, layer)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '-')
}
