package habits

import (
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What can be tuned: how far all sashes stand open, one angle for all; how the slips drop
// and swing; how dim the sashes are while shut; how thick their props are; and how much
// light falls on the wall.
var (
	openAngle = story.Knob{Name: "open", Unit: story.Degrees, Own: 58, Min: 30, Max: 70, Step: 1}
	slipDrop  = story.Knob{Name: "drop", Unit: story.Times, Own: 1, Min: 0, Max: 3, Step: 0.25}
	slipSwing = story.Knob{Name: "swing", Unit: story.Times, Own: 1, Min: 0, Max: 2, Step: 0.1}
	shutDim   = story.Knob{Name: "dim", Unit: story.Part, Own: 0.42, Min: 0, Max: 0.8, Step: 0.02}
	propThick = story.Knob{Name: "prop", Unit: story.Times, Own: 1, Min: 0.5, Max: 2, Step: 0.1}
	lampGlow  = story.Knob{Name: "glow", Unit: story.Part, Own: 1, Min: 0, Max: 1, Step: 0.1}
)

var knobs = []*story.Knob{&openAngle, &slipDrop, &slipSwing, &shutDim, &propThick, &lampGlow}

// tuned is the board with what of its cues the knobs turn.
func tuned(b storyboard.Board) storyboard.Board {
	storyboard.Reach[storyboard.Move](b.Cues, &slipDrop, "slip")
	storyboard.Reach[storyboard.Turn](b.Cues, &slipSwing, "slip")
	b.Cues = append(b.Cues, storyboard.Tune(&lampGlow, storyboard.Light{}, "wall-light", "wall-glow")...)
	return b
}
