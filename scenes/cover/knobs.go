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

// tuned is the board with what of its cues the knobs turn.
func tuned(b storyboard.Board) storyboard.Board {
	storyboard.Reach[storyboard.Move](b.Cues, &sunrise, "sun", "rays", "moon")
	storyboard.Reach[storyboard.Fade](b.Cues, &firstMist, "mist")
	storyboard.Reach[storyboard.Move](b.Cues, &flight, "egrets")
	storyboard.Reach[storyboard.Scale](b.Cues, &stamping, "stamp", "seal")
	return b
}
