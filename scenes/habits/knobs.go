package habits

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: how far all sashes stand open, one angle for all; how the slips drop
// and swing; how dim the sashes are while shut; how thick their props are; and how much
// light falls on the wall.
var (
	openAngle = story.Knob{Name: "open", Unit: story.Degrees, Own: 58, Min: 30, Max: 70, Step: 1}
	slipDrop  = story.Knob{Name: "drop", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	slipSwing = story.Knob{Name: "swing", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	shutDim   = story.Knob{Name: "dim", Unit: story.Part, Own: 0.42, Min: 0, Max: 0.8, Step: 0.02}
	propThick = story.Knob{Name: "prop", Unit: story.Times, Own: 1, Min: 0.5, Max: 2, Step: 0.1}
	lampGlow  = story.Knob{Name: "glow", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
)

var knobs = []*story.Knob{&openAngle, &slipDrop, &slipSwing, &shutDim, &propThick, &lampGlow}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &slipDrop, Does: storyboard.Moving, Layers: []string{"slip"}},
	{Knob: &slipSwing, Does: storyboard.Turning, Layers: []string{"slip"}},
	{Knob: &lampGlow, Does: storyboard.Lighting, Layers: []string{"wall-light", "wall-glow"}},
}
