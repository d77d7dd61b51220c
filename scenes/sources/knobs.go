package sources

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: from how far the bundle, the slip and the glass come; how much smaller
// the sheet is before it is held to the light; and how the torn piece turns and grows on
// its flight.
var (
	bundleWay  = story.Knob{Name: "bundle", Unit: story.Times, Own: 1, Min: 0, Max: 1.5, Step: 0.1}
	slipWay    = story.Knob{Name: "slip", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5}
	glassWay   = story.Knob{Name: "glass", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	sheetGrows = story.Knob{Name: "sheet", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	scrapTurns = story.Knob{Name: "turn", Unit: story.Times, Own: 1, Min: -8, Max: 8, Step: 0.5}
	scrapGrows = story.Knob{Name: "scrap", Unit: story.Times, Own: 1, Min: 0, Max: 1.1, Step: 0.1}
)

var knobs = []*story.Knob{&bundleWay, &slipWay, &glassWay, &sheetGrows, &scrapTurns, &scrapGrows}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &bundleWay, Does: storyboard.Moving, Layers: []string{"bundle"}},
	{Knob: &slipWay, Does: storyboard.Moving, Layers: []string{"slip"}},
	{Knob: &glassWay, Does: storyboard.Moving, Layers: []string{"glass"}},
	{Knob: &sheetGrows, Does: storyboard.Scaling, Layers: []string{"paper"}},
	{Knob: &scrapTurns, Does: storyboard.Turning, Layers: []string{"scrap"}},
	{Knob: &scrapGrows, Does: storyboard.Scaling, Layers: []string{"scrap"}},
}
