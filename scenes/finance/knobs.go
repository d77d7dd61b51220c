package finance

import "lianhua/internal/story"

// What can be tuned: how large a coin in the streams is, and a ring on the strings; how far
// the box opens; how much light the money casts, and the book takes; and how firm the
// threads to the box are.
var knobs = []*story.Knob{
	&coinSize, &ringSize,
	{Name: "lid", Unit: story.Times, Own: 1, Min: 0, Max: 1.4, Step: 0.1, Does: story.Scaling, Layers: []string{"box-open"}},
	{Name: "glow", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"glow-loans", "glow-year", "glow-fund", "glow-grants"}},
	{Name: "book", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"book-lit"}},
	&threadFirm,
}

// Those that are read where they are drawn.
var (
	coinSize   = story.Knob{Name: "coin", Unit: story.Times, Own: 1, Min: 0.6, Max: 1.6, Step: 0.05}
	ringSize   = story.Knob{Name: "ring", Unit: story.Times, Own: 1, Min: 0.6, Max: 1.6, Step: 0.05}
	threadFirm = story.Knob{Name: "threads", Unit: story.Part, Own: 0.7, Min: 0, Max: 1, Step: 0.05}
)
