package storyboard

import (
	"math"

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

// Tilt turns a layer by so many degrees about the middle of a slot, clockwise.
type Tilt struct{ About string }

func (a Tilt) slot() string { return a.About }
func (a Tilt) apply(s state, t float64, p Place) state {
	if t == 0 {
		return s
	}
	s.m = s.m.Then(geom.Rotate(t*math.Pi/180, p.spot(a.About).Rect.Center()))
	return s
}

// Offset moves a layer so many pixels of the drawing: down, or in the direction To.
type Offset struct{ To geom.Pt }

func (Offset) slot() string { return "" }
func (o Offset) apply(s state, t float64, _ Place) state {
	if t == 0 {
		return s
	}
	if o.To == (geom.Pt{}) {
		o.To.Y = 1
	}
	s.m = s.m.Then(geom.Translate(o.To.X*t, o.To.Y*t))
	if !s.clip.Empty() {
		s.clip = s.clip.Offset(o.To.Mul(t))
	}
	return s
}

// Light takes a layer's opacity to so much of what it is.
type Light struct{}

func (Light) slot() string { return "" }
func (Light) apply(s state, t float64, _ Place) state {
	s.alpha *= t
	return s
}
