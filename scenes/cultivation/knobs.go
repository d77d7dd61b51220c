package cultivation

import "lianhua/internal/story"

// What can be tuned: how far the sun comes up and how dim the dawn begins; how tall the
// seedlings are, how large their flowers and how long their roots; how thick the cords'
// knots are; and how far the sign swings.
var knobs = []*story.Knob{
	{Name: "sun", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25, Does: story.Moving, Layers: []string{"sun"}},
	{Name: "dawn", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1, Does: story.Fading, Layers: []string{"dawn"}},
	&stemTall, &flowerSize, &rootLong, &knotSize,
	{Name: "sign", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Turning, Layers: []string{"sign"}},
}

// Those that are read where they are drawn.
var (
	stemTall   = story.Knob{Name: "stem", Unit: story.Times, Own: 1, Min: 0.5, Max: 1.6, Step: 0.1}
	flowerSize = story.Knob{Name: "flower", Unit: story.Times, Own: 1, Min: 0.5, Max: 1.8, Step: 0.1}
	rootLong   = story.Knob{Name: "root", Unit: story.Times, Own: 1, Min: 0.3, Max: 1.6, Step: 0.1}
	knotSize   = story.Knob{Name: "knot", Unit: story.Times, Own: 1, Min: 0.6, Max: 1.6, Step: 0.1}
)
