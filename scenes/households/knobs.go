package households

import "lianhua/internal/story"

// What can be tuned: how far the sun comes up; how far the dial is let down and swings; how
// large a roof is on its plot and how far off the rows it stands; and how strong the lamp
// and the smoke are.
var knobs = []*story.Knob{
	{Name: "rise", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Moving, Layers: []string{"sun", "moon"}},
	{Name: "cord", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1, Does: story.Moving, Layers: []string{"dial"}},
	{Name: "swing", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Turning, Layers: []string{"dial"}},
	&roofSize, &offRows,
	{Name: "lamp", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"lamp"}},
	{Name: "smoke", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1, Does: story.Lighting, Layers: []string{"smoke"}},
}

// Those that are read where they are drawn.
var (
	roofSize = story.Knob{Name: "roof", Unit: story.Times, Own: 1, Min: 0.5, Max: 1, Step: 0.05}
	offRows  = story.Knob{Name: "jitter", Unit: story.Part, Own: 0.2, Min: 0, Max: 0.4, Step: 0.05}
)
