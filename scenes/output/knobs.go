package output

import "lianhua/internal/story"

// What can be tuned: from how high the ingots fall, and how they flash; how far the ring
// rolls, how much light it gives, how wide its heat's front shines; and how firm the
// outlines of what is to come are.
var knobs = []*story.Knob{
	&dropFrom, &flashWide,
	{Name: "roll", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25, Does: story.Turning, Layers: []string{"ring"}},
	{Name: "glow", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"pool", "pool-night", "glow", "glow-night"}},
	&frontWide, &outlined,
}

// Those that are read where they are drawn.
var (
	dropFrom  = story.Knob{Name: "drop", Unit: story.Times, Own: drop, Min: 0, Max: 16, Step: 1}
	flashWide = story.Knob{Name: "flash", Unit: story.Times, Own: 1, Min: 0.2, Max: 3, Step: 0.2}
	frontWide = story.Knob{Name: "front", Unit: story.Times, Own: 1, Min: 0.2, Max: 2, Step: 0.1}
	outlined  = story.Knob{Name: "outlines", Unit: story.Part, Own: 0.5, Min: 0, Max: 1, Step: 0.1}
)
