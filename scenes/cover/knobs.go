package cover

import "lianhua/internal/story"

// What can be tuned: the sparks of the head that forges the ring and how wide they fly,
// how far the sun comes up, how thick the mist is at first, how far the birds fly, and
// how large the seals are before they are stamped.
var knobs = []*story.Knob{
	&flying, &spread,
	{Name: "rise", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25, Does: story.Moving, Layers: []string{"sun", "rays", "moon"}},
	{Name: "mist", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Fading, Layers: []string{"mist"}},
	{Name: "flight", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Moving, Layers: []string{"egrets"}},
	{Name: "stamp", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Scaling, Layers: []string{"stamp", "seal"}},
}

// Those that are read where they are drawn.
var (
	flying = story.Knob{Name: "sparks", Unit: story.Motes, Own: 70, Min: 0, Max: 160, Step: 10}
	spread = story.Knob{Name: "spread", Unit: story.Times, Own: 1, Min: 0.2, Max: 2, Step: 0.1}
)
