// Package tasks is the scene of the six tasks: a courtyard before which an old man
// tells how it was, whose rooms open one by one, a task in each, and in the middle
// of the yard the money as one heap of counted coins.
package tasks

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// New returns the scene.
func New() *storyboard.Scene {
	var s *storyboard.Scene
	s = storyboard.New(storyboard.Scene{
		Link: "tasks", Tuned: knobs,
		Sources: []string{"V07", "V08"},
		Steps: []anim.Beat{
			{Name: beatVoice, Move: 4, Hold: 4},
			{Name: beatRooms, Move: 8.5, Hold: 3},
			{Name: beatMoney, Move: 3.2, Hold: 6},
		},
		Drawn:      []string{ageID, "tasks.since", "tasks.count", fundsID, "households.rebuilt", "water.sorting-villages", "water.sewers"},
		Counts:     []stage.Room{{Figure: fundsID, Most: mostCoins * coinWorth}},
		Wide:       0.46,
		Undecked:   [4]bool{true, true, true, true}, // the deck comes later: see deck
		Storyboard: board(),
		Camera:     camera,
		Over:       func(l *draw.List, v stage.View, p storyboard.Place) { mist(l, &v, &p, s.Heading(v)) },
		Beneath:    beneath,
	})
	return s
}

const (
	beatVoice = "voice"
	beatRooms = "rooms"
	beatMoney = "money"

	fundsID = "tasks.funds"
	ageID   = "story.farmer-age"
)

// beneath is what stands over the picture, once the title's place is known.
func beneath(l *draw.List, v stage.View, lay stage.Layout, title geom.Rect) {
	p := storyboard.PlaceOf(&v)
	deck(l, &v, lay, title)
	voice(l, &v, &p, lay, title)
	households(l, &v, &p)
	money(l, &v, &p)
}
