package habits

import "lianhua/internal/story"

// What can be tuned: how far all sashes stand open, one angle for all; how the slips drop
// and swing; how dim the sashes are while shut; how thick their props are; and how much
// light falls on the wall.
var knobs = []*story.Knob{
	&openAngle,
	{Name: "drop", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Moving, Layers: []string{"slip"}},
	{Name: "swing", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1, Does: story.Turning, Layers: []string{"slip"}},
	&shutDim, &propThick,
	{Name: "glow", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"wall-light", "wall-glow"}},
}

// Those that are read where they are drawn.
var (
	openAngle = story.Knob{Name: "open", Unit: story.Degrees, Own: 58, Min: 30, Max: 70, Step: 1}
	shutDim   = story.Knob{Name: "dim", Unit: story.Part, Own: 0.42, Min: 0, Max: 0.8, Step: 0.02}
	propThick = story.Knob{Name: "prop", Unit: story.Times, Own: 1, Min: 0.5, Max: 2, Step: 0.1}
)
