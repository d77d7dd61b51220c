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

// tuned is the board with what of its cues the knobs turn.
func tuned(b storyboard.Board) storyboard.Board {
	storyboard.Reach[storyboard.Move](b.Cues, &bundleWay, "bundle")
	storyboard.Reach[storyboard.Move](b.Cues, &slipWay, "slip")
	storyboard.Reach[storyboard.Move](b.Cues, &glassWay, "glass")
	storyboard.Reach[storyboard.Scale](b.Cues, &sheetGrows, "paper")
	storyboard.Reach[storyboard.Turn](b.Cues, &scrapTurns, "scrap")
	storyboard.Reach[storyboard.Scale](b.Cues, &scrapGrows, "scrap")
	return b
}
