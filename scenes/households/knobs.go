package households

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: how far the sun comes up; how far the dial is let down and swings; how
// large a roof is on its plot and how far off the rows it stands; and how strong the lamp
// and the smoke are.
var (
	sunrise    = story.Knob{Name: "rise", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	letDown    = story.Knob{Name: "cord", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	dialSwing  = story.Knob{Name: "swing", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	roofSize   = story.Knob{Name: "roof", Unit: story.Times, Own: 1, Min: 0.5, Max: 1, Step: 0.05}
	offRows    = story.Knob{Name: "jitter", Unit: story.Part, Own: 0.2, Min: 0, Max: 0.4, Step: 0.05}
	lampLight  = story.Knob{Name: "lamp", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
	smokeThick = story.Knob{Name: "smoke", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
)

var knobs = []*story.Knob{&sunrise, &letDown, &dialSwing, &roofSize, &offRows, &lampLight, &smokeThick}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &sunrise, Does: storyboard.Moving, Layers: []string{"sun", "moon"}},
	{Knob: &letDown, Does: storyboard.Moving, Layers: []string{"dial"}},
	{Knob: &dialSwing, Does: storyboard.Turning, Layers: []string{"dial"}},
	{Knob: &lampLight, Does: storyboard.Lighting, Layers: []string{"lamp"}},
	{Knob: &smokeThick, Does: storyboard.Lighting, Layers: []string{"smoke"}},
}
