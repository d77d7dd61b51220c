// Package cover is the way in: a forged aluminium ring that turns print into a
// valley, and on the quay before it a door to each act.
package cover

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The beats: the ring is forged, and print turns into a valley; the valley wakes;
// the doors open.
const (
	forging = "forge"
	waking  = "open"
	opening = "doors"
)

// New returns the scene of a story with these acts, each with the scenes it has.
func New(acts []stage.Act) *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "cover", Tuned: knobs,
		Parts: acts,
		Drawn: []string{"page.year"}, // in the deck
		Steps: []anim.Beat{
			{Name: forging, Move: 4, Hold: 1},
			{Name: waking, Move: 3, Hold: 2},
			{Name: opening, Move: 2, Hold: 6},
		},
		Wide:       0.46,
		Storyboard: board(doorsOf(acts)),
	})
}
