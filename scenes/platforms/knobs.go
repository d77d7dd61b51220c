package platforms

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: how far posts and frames rise and panes swing in, how the flags come,
// how large somebody is on the kerb, how often they step, and how far a lamp shines.
var (
	rising     = story.Knob{Name: "rise", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25}
	panesIn    = story.Knob{Name: "panes", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	flagsUp    = story.Knob{Name: "flags", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	personTall = story.Knob{Name: "person", Unit: story.Times, Own: 1, Min: 0.6, Max: 1.4, Step: 0.05}
	stepping   = story.Knob{Name: "steps", Unit: story.Rounds, Own: 9, Min: 0, Max: 20, Step: 1}
	lampHalo   = story.Knob{Name: "halo", Unit: story.Times, Own: 1, Min: 0.4, Max: 2, Step: 0.1}
)

var knobs = []*story.Knob{&rising, &panesIn, &flagsUp, &personTall, &stepping, &lampHalo}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &rising, Does: storyboard.Moving, Layers: []string{"frame", "post"}},
	{Knob: &panesIn, Does: storyboard.Moving, Layers: []string{"bay", "eave"}},
	{Knob: &flagsUp, Does: storyboard.Moving, Layers: []string{"flag"}},
}
