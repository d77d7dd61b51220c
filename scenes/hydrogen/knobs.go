package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/story"
)

// What can be tuned: how far the atoms drift before they pair, from how high the plates of
// the stack fall and the drops, how near the car starts, from where the lens comes,
// how fast the bubbles rise, and with which eases atoms pair and plates fall.
var knobs = []*story.Knob{
	{Name: "atoms", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1, Does: story.Moving, Layers: []string{"atom"}},
	{Name: "plates", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1, Does: story.Moving, Layers: []string{"stack-plate"}},
	{Name: "drops", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25, Does: story.Moving, Layers: []string{"drop"}},
	{Name: "car", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1, Does: story.Scaling, Layers: []string{"car"}},
	{Name: "lens", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1, Does: story.Moving, Layers: []string{"lens"}},
	&bubbling,
	{Name: "atoms-ease", Unit: story.Ease, Own: float64(anim.BackOutCurve), Max: float64(anim.LastCurve), Step: 1, Does: story.Moving, Layers: []string{"atom"}},
	{Name: "plates-ease", Unit: story.Ease, Own: float64(anim.CubicOutCurve), Max: float64(anim.LastCurve), Step: 1, Does: story.Moving, Layers: []string{"stack-plate"}},
}

// bubbling is read where it is drawn.
var bubbling = story.Knob{Name: "bubbles", Unit: story.Times, Own: 1, Min: 0.3, Max: 2, Step: 0.1}
