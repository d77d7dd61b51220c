package innovation

import "lianhua/internal/story"

// What can be tuned: how large a star is, how far it shines and how thick the lines between
// them are; how much light lies over either bank; and how high the pennant waves.
var knobs = []*story.Knob{
	&starSize, &starHalo, &threadWide,
	{Name: "city", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"city-glow"}},
	{Name: "glass", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"glass-glow", "glass-glow-night"}},
	&waving,
}

// Those that are read where they are drawn.
var (
	starSize   = story.Knob{Name: "star", Unit: story.Times, Own: 1, Min: 0.5, Max: 2, Step: 0.1}
	starHalo   = story.Knob{Name: "halo", Unit: story.Times, Own: 1, Min: 0.4, Max: 2, Step: 0.1}
	threadWide = story.Knob{Name: "lines", Unit: story.Times, Own: 1, Min: 0.5, Max: 4, Step: 0.25}
	waving     = story.Knob{Name: "wave", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
)
