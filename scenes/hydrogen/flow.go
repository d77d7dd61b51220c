package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// flow is how far the gas has come. What Go draws follows from it.
type flow struct {
	power  float64 // 0 to 1: the current through the plates
	turns  float64 // that the bubbles have made from plate to surface
	string float64 // 0 to 1: how far the string has come from the bell to the globe
	level  float64 // 0 to 1: of the globe
	feed   float64 // 0 to 1: how far it has come to the stack
	line   float64 // 0 to 1: and from there to the roadside
	run    float64 // gaps between pearls that the strings have run on
	press  float64 // 0 to 1: how hard the reader presses on the basin
}

// The parts of the beats in which the gas runs on.
const (
	stringFrom, stringTo = 0.2, 0.72
	levelFrom, levelTo   = 0.66, 1
)

func flowAt(v *stage.View) flow {
	f := flow{
		power:  v.Span(making, 0, 0.14),
		turns:  v.Knob(&bubbling) * (2.6*v.Span(making, 0.02, 1) + 1.6*v.Ease(equipment) + 1.6*v.Ease(driving)),
		string: anim.Span(v.Beat(making), stringFrom, stringTo, anim.SineInOut),
		level:  v.Span(making, levelFrom, levelTo),
		feed:   v.Span(equipment, 0.46, 0.7),
		line:   v.Span(driving, 0, 0.2),
		run:    6*v.Ease(equipment) + 6*v.Ease(driving),
		press:  pressed(v),
	}
	f.turns += f.press * whole(0.9*v.Clock)
	f.run += f.press * whole(3*v.Clock)
	return f
}

// whole is x without the thousands, so that what a long day's clock counts stays exact.
func whole(x float64) float64 { return x - 1000*float64(int(x/1000)) }

// pressed is how hard the reader presses on the basin.
func pressed(v *stage.View) float64 {
	if v.Finger.Force <= 0 || v.Art == nil {
		return 0
	}
	p := storyboard.PlaceOf(v)
	if !p.Slot("basin").Has(v.Finger.At) {
		return 0
	}
	return anim.Clamp(v.Finger.Force)
}
