package inspection

import "lianhua/internal/story"

// What can be tuned: from how high the houses, the notice and the clipboard are set down;
// how large the bead of the month is; how high the tiles lift; and how much light lies on
// the roofs.
var knobs = []*story.Knob{
	{Name: "houses", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5, Does: story.Moving, Layers: []string{"home"}},
	{Name: "notice", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5, Does: story.Moving, Layers: []string{"notice"}},
	{Name: "clipboard", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25, Does: story.Moving, Layers: []string{"clipboard"}},
	&beadSize, &tilesUp, &roofLight,
}

// Those that are read where they are drawn.
var (
	beadSize  = story.Knob{Name: "bead", Unit: story.Times, Own: 1, Min: 0.5, Max: 1.6, Step: 0.1}
	tilesUp   = story.Knob{Name: "lift", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	roofLight = story.Knob{Name: "light", Unit: story.Part, Own: 0.24, Min: 0, Max: 0.6, Step: 0.02}
)
