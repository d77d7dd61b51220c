package aluminium

import (
	"lianhua/internal/anim"
	"lianhua/internal/story"
)

// What can be tuned: the ring's size on its cradle, when the poured metal has arrived and
// with which ease, when the ring is cold, how often the ram falls and how far the rolls turn, how faint the
// uses are before the metal comes, and what flies off it.
var knobs = []*story.Knob{
	&ringSize, &poured, &pouring, &cooled, &ramStrikes,
	{Name: "roll", Unit: story.Times, Own: 1, Min: 0.2, Max: 3, Step: 0.2, Does: story.Turning, Layers: []string{"roll-top", "roll-foot"}},
	{Name: "faint", Unit: story.Times, Own: 1, Min: 0, Max: 1.3, Step: 0.1, Does: story.Fading, Layers: []string{"plane", "beam", "pier", "car", "house"}},
	&tipSparks, &riverMotes,
}

// Those that are read where they are drawn.
var (
	ringSize   = story.Knob{Name: "ring", Unit: story.Times, Own: 1, Min: 0.7, Max: 1.3, Step: 0.05}
	poured     = story.Knob{Name: "pour", Unit: story.Beat, Own: runTo, Min: 0.4, Max: 0.9, Step: 0.02}
	pouring    = story.Knob{Name: "pour-ease", Unit: story.Ease, Own: float64(anim.SineInOutCurve), Max: float64(anim.LastCurve), Step: 1}
	cooled     = story.Knob{Name: "cool", Unit: story.Beat, Own: coolTo, Min: 0.7, Max: 1, Step: 0.02}
	ramStrikes = story.Knob{Name: "strikes", Unit: story.Rounds, Own: strikes, Min: 1, Max: 6, Step: 1}
	tipSparks  = story.Knob{Name: "sparks", Unit: story.Motes, Own: 44, Min: 0, Max: 120, Step: 4}
	riverMotes = story.Knob{Name: "motes", Unit: story.Motes, Own: 70, Min: 0, Max: 200, Step: 10}
)
