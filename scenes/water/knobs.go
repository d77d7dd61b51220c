package water

import "lianhua/internal/story"

// What can be tuned: from how far ahead the loose lengths come, how bright they lock and the
// water's head foams; how many grains are in the jar; and how thick the bristles and the
// pipe are.
var knobs = []*story.Knob{
	&flyFrom, &flashing, &foaming, &grainsIn, &bristleWide, &pipeThick,
}

// Those that are read where they are drawn.
var (
	flyFrom     = story.Knob{Name: "flight", Unit: story.Times, Own: flight, Min: 1, Max: 10, Step: 0.2}
	flashing    = story.Knob{Name: "flash", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	foaming     = story.Knob{Name: "foam", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	grainsIn    = story.Knob{Name: "grains", Unit: story.Motes, Own: 170, Min: 20, Max: 320, Step: 10}
	bristleWide = story.Knob{Name: "bristle", Unit: story.Times, Own: 1, Min: 0.5, Max: 1.5, Step: 0.1}
	pipeThick   = story.Knob{Name: "thick", Unit: story.Times, Own: 1, Min: 0.5, Max: 1, Step: 0.05}
)
