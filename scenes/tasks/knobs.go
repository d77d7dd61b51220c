package tasks

import "lianhua/internal/story"

// What can be tuned: how near the gate is at first; from how high the coins fall, how thick
// they are and how unlike in light; and how strong the rays and the sparkles are.
var knobs = []*story.Knob{
	&gateNear, &dropFrom, &coinThick, &coinGrain,
	{Name: "rays", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"rays"}},
	{Name: "sparkles", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"sparkles"}},
}

// Those that are read where they are drawn.
var (
	gateNear  = story.Knob{Name: "near", Unit: story.Times, Own: near, Min: 1.1, Max: 1.8, Step: 0.05}
	dropFrom  = story.Knob{Name: "drop", Unit: story.Times, Own: 1.5, Min: 0, Max: 3, Step: 0.1}
	coinThick = story.Knob{Name: "thick", Unit: story.Times, Own: 1, Min: 0.4, Max: 2, Step: 0.1}
	coinGrain = story.Knob{Name: "grain", Unit: story.Part, Own: 0.14, Min: 0, Max: 0.5, Step: 0.02}
)
