package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: how far the atoms drift before they pair, from how high the plates of
// the stack fall and the drops, how near the car starts, from where the lens comes, how
// fast the bubbles rise, and with which eases atoms pair and plates fall.
var (
	adrift    = story.Knob{Name: "atoms", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	plateFall = story.Knob{Name: "plates", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	dripping  = story.Knob{Name: "drops", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25}
	carNear   = story.Knob{Name: "car", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	lensWay   = story.Knob{Name: "lens", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	bubbling  = story.Knob{Name: "bubbles", Unit: story.Times, Own: 1, Min: 0.3, Max: 2, Step: 0.1}
	atomEase  = story.Knob{Name: "atoms-ease", Unit: story.Ease, Own: float64(anim.BackOutCurve), Max: float64(anim.LastCurve), Step: 1}
	plateEase = story.Knob{Name: "plates-ease", Unit: story.Ease, Own: float64(anim.CubicOutCurve), Max: float64(anim.LastCurve), Step: 1}
)

var knobs = []*story.Knob{&adrift, &plateFall, &dripping, &carNear, &lensWay, &bubbling, &atomEase, &plateEase}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &adrift, Does: storyboard.Moving, Layers: []string{"atom"}},
	{Knob: &plateFall, Does: storyboard.Moving, Layers: []string{"stack-plate"}},
	{Knob: &dripping, Does: storyboard.Moving, Layers: []string{"drop"}},
	{Knob: &carNear, Does: storyboard.Scaling, Layers: []string{"car"}},
	{Knob: &lensWay, Does: storyboard.Moving, Layers: []string{"lens"}},
	{Knob: &atomEase, Does: storyboard.Moving, Layers: []string{"atom"}},
	{Knob: &plateEase, Does: storyboard.Moving, Layers: []string{"stack-plate"}},
}
