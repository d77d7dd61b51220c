package sources

import "lianhua/internal/story"

// What can be tuned: from how far the bundle, the slip and the glass come; how much smaller
// the sheet is before it is held to the light; and how the torn piece turns and grows on
// its flight.
var knobs = []*story.Knob{
	{Name: "bundle", Unit: story.Times, Own: 1, Min: 0, Max: 1.5, Step: 0.1, Does: story.Moving, Layers: []string{"bundle"}},
	{Name: "slip", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5, Does: story.Moving, Layers: []string{"slip"}},
	{Name: "glass", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Moving, Layers: []string{"glass"}},
	{Name: "sheet", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25, Does: story.Scaling, Layers: []string{"paper"}},
	{Name: "turn", Unit: story.Times, Own: 1, Min: -8, Max: 8, Step: 0.5, Does: story.Turning, Layers: []string{"scrap"}},
	{Name: "scrap", Unit: story.Times, Own: 1, Min: 0, Max: 1.1, Step: 0.1, Does: story.Scaling, Layers: []string{"scrap"}},
}
