package cover

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: the sparks of the head that forges the ring and how wide they fly,
// how far the sun comes up, how thick the mist is at first, how far the birds fly, and
// how large the seals are before they are stamped.
var (
	flying    = story.Knob{Name: "sparks", Unit: story.Motes, Own: 70, Min: 0, Max: 160, Step: 10}
	spread    = story.Knob{Name: "spread", Unit: story.Times, Own: 1, Min: 0.2, Max: 2, Step: 0.1}
	sunrise   = story.Knob{Name: "rise", Unit: story.Times, Own: 1, Min: 0, Max: 4, Step: 0.25}
	firstMist = story.Knob{Name: "mist", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
	flight    = story.Knob{Name: "flight", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	stamping  = story.Knob{Name: "stamp", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
)

var knobs = []*story.Knob{&flying, &spread, &sunrise, &firstMist, &flight, &stamping}

// turned is what the storyboard does with them.
var turned = []storyboard.Turned{
	{Knob: &sunrise, Does: storyboard.Moving, Layers: []string{"sun", "rays", "moon"}},
	{Knob: &firstMist, Does: storyboard.Fading, Layers: []string{"mist"}},
	{Knob: &flight, Does: storyboard.Moving, Layers: []string{"egrets"}},
	{Knob: &stamping, Does: storyboard.Scaling, Layers: []string{"stamp", "seal"}},
}
