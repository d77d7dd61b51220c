package cleanup

import "lianhua/internal/story"

// What can be tuned: how far the hills rise; how strong the lanterns, the windows and the
// front of the light are, within and at its edge; how dull the land before it; and how
// much of the second hill is seen while it waits.
var knobs = []*story.Knob{
	{Name: "hills", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25, Does: story.Moving, Layers: []string{"hills"}},
	{Name: "lanterns", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"lanterns-lit"}},
	{Name: "homes", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"homes-lit"}},
	&frontGlow, &frontEdge, &aheadDull, &waitingHill,
}

// Those that are read where they are drawn.
var (
	frontGlow   = story.Knob{Name: "glow", Unit: story.Part, Own: 0.34, Min: 0, Max: 1, Step: 0.02}
	frontEdge   = story.Knob{Name: "edge", Unit: story.Part, Own: 0.4, Min: 0, Max: 1, Step: 0.05}
	aheadDull   = story.Knob{Name: "dull", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
	waitingHill = story.Knob{Name: "fallow", Unit: story.Part, Own: 0.5, Min: 0, Max: 1, Step: 0.05}
)
