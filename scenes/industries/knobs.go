package industries

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: how much shorter a petal is as a bud, how the rings of light grow and
// how much there is of it, how dim the other petals become, and of the lamp, from how
// deep it rises and how thick its thread is.
var (
	budding    = story.Knob{Name: "bud", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	ringing    = story.Knob{Name: "rings", Unit: story.Times, Own: 1, Min: 0, Max: 6, Step: 0.5}
	glowing    = story.Knob{Name: "glow", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
	dimmed     = story.Knob{Name: "veil", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
	lampDepth  = story.Knob{Name: "depth", Unit: story.Times, Own: deep, Min: 0, Max: 4, Step: 0.1}
	threadWide = story.Knob{Name: "thread", Unit: story.Times, Own: 1, Min: 0.5, Max: 3, Step: 0.25}
)

var knobs = []*story.Knob{&budding, &ringing, &glowing, &dimmed, &lampDepth, &threadWide}

// tuned are the cues with what of them the knobs turn.
func tuned(cues []storyboard.Cue) []storyboard.Cue {
	for _, p := range petals {
		storyboard.Reach[storyboard.Scale](cues, &budding, p.name)
		for _, of := range halves {
			if !p.lit {
				cues = append(cues, storyboard.Tune(&dimmed, storyboard.Light{}, p.name+"-"+of+"-veil")...)
			}
		}
	}
	storyboard.Reach[storyboard.Scale](cues, &ringing, "halo")
	cues = append(cues, storyboard.Tune(&glowing, storyboard.Light{}, "glow", "glow-night")...)
	return cues
}
