package models

import "lianhua/internal/story"

// What can be tuned: from where the lens comes; how even the rows of the terraces are, and
// how wide the light shines that plants them; how golden the hill ripens; how much dust
// the broom raises; and how large the seam's handle is.
var knobs = []*story.Knob{
	{Name: "lens", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Moving, Layers: []string{"lens"}},
	&offRows, &headWide,
	{Name: "ripe", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"ripe"}},
	{Name: "dust", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"dust"}},
	&handleSize,
}

// Those that are read where they are drawn.
var (
	offRows    = story.Knob{Name: "jitter", Unit: story.Part, Own: 0.2, Min: 0, Max: 0.5, Step: 0.05}
	headWide   = story.Knob{Name: "head", Unit: story.Times, Own: 1, Min: 0.3, Max: 2, Step: 0.1}
	handleSize = story.Knob{Name: "handle", Unit: story.Times, Own: 1, Min: 0.9, Max: 1.6, Step: 0.1}
)
