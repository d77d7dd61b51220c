package platforms

import "lianhua/internal/story"

// What can be tuned: how far posts and frames rise and panes swing in, how the flags come,
// how large somebody is on the kerb, how often they step, and how far a lamp shines.
var knobs = []*story.Knob{
	{Name: "rise", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25, Does: story.Moving, Layers: []string{"frame", "post"}},
	{Name: "panes", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Moving, Layers: []string{"bay", "eave"}},
	{Name: "flags", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Moving, Layers: []string{"flag"}},
	&personTall, &stepping, &lampHalo,
}

// Those that are read where they are drawn.
var (
	personTall = story.Knob{Name: "person", Unit: story.Times, Own: 1, Min: 0.6, Max: 1.4, Step: 0.05}
	stepping   = story.Knob{Name: "steps", Unit: story.Rounds, Own: 9, Min: 0, Max: 20, Step: 1}
	lampHalo   = story.Knob{Name: "halo", Unit: story.Times, Own: 1, Min: 0.4, Max: 2, Step: 0.1}
)
