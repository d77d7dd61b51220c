package inspection

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: from how high the houses, the notice and the clipboard are set down;
// how large the bead of the month is; how high the tiles lift; and how much light lies on
// the roofs.
var (
	setDown    = story.Knob{Name: "houses", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5}
	noticeDown = story.Knob{Name: "notice", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5}
	boardUp    = story.Knob{Name: "clipboard", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25}
	beadSize   = story.Knob{Name: "bead", Unit: story.Times, Own: 1, Min: 0.5, Max: 1.6, Step: 0.1}
	tilesUp    = story.Knob{Name: "lift", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	roofLight  = story.Knob{Name: "light", Unit: story.Part, Own: 0.24, Min: 0, Max: 0.6, Step: 0.02}
)

var knobs = []*story.Knob{&setDown, &noticeDown, &boardUp, &beadSize, &tilesUp, &roofLight}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &setDown, Does: storyboard.Moving, Layers: []string{"home"}},
	{Knob: &noticeDown, Does: storyboard.Moving, Layers: []string{"notice"}},
	{Knob: &boardUp, Does: storyboard.Moving, Layers: []string{"clipboard"}},
}
