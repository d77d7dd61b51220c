package people

import "lianhua/internal/story"

// What can be tuned: how much smaller she is who steps forward at her own place, from how
// deep her card and the stones come up, how strong the rays are, how thick the mist lies
// before the light, and how bright its edge is.
var knobs = []*story.Knob{
	{Name: "step", Unit: story.Times, Own: 1, Min: 0, Max: 1.6, Step: 0.1, Does: story.Scaling, Layers: []string{"one"}},
	{Name: "card", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25, Does: story.Moving, Layers: []string{"card"}},
	{Name: "stones", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5, Does: story.Moving, Layers: []string{"stones"}},
	{Name: "rays", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"rays"}},
	&mistThick, &edgeLight,
}

// Those that are read where they are drawn.
var (
	mistThick = story.Knob{Name: "mist", Unit: story.Part, Own: 0.88, Min: 0, Max: 1, Step: 0.04}
	edgeLight = story.Knob{Name: "edge", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
)
