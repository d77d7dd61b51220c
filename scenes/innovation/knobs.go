package innovation

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: how large a star is, how far it shines and how thick the lines between
// them are; how much light lies over either bank; and how high the pennant waves.
var (
	starSize   = story.Knob{Name: "star", Unit: story.Times, Own: 1, Min: 0.5, Max: 2, Step: 0.1}
	starHalo   = story.Knob{Name: "halo", Unit: story.Times, Own: 1, Min: 0.4, Max: 2, Step: 0.1}
	threadWide = story.Knob{Name: "lines", Unit: story.Times, Own: 1, Min: 0.5, Max: 4, Step: 0.25}
	cityGlow   = story.Knob{Name: "city", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
	glassGlow  = story.Knob{Name: "glass", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
	waving     = story.Knob{Name: "wave", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
)

var knobs = []*story.Knob{&starSize, &starHalo, &threadWide, &cityGlow, &glassGlow, &waving}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &cityGlow, Does: storyboard.Lighting, Layers: []string{"city-glow"}},
	{Knob: &glassGlow, Does: storyboard.Lighting, Layers: []string{"glass-glow", "glass-glow-night"}},
}
