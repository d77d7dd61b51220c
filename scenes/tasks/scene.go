// Package tasks is the scene of the six tasks: a courtyard before which an old man
// tells how it was, whose rooms open one by one, a task in each, and in the middle
// of the yard the money as one heap of counted coins.
package tasks

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Scene is the scene as its storyboard tells it, but for the camera and the voice.
type Scene struct{ *storyboard.Scene }

// New returns the scene.
func New() *Scene {
	return &Scene{storyboard.New(storyboard.Scene{
		Link: "tasks", Tuned: knobs,
		Sources: []string{"V07", "V08"},
		Steps: []anim.Beat{
			{Name: beatVoice, Move: 4, Hold: 4},
			{Name: beatRooms, Move: 8.5, Hold: 3},
			{Name: beatMoney, Move: 3.2, Hold: 6},
		},
		Drawn:      []string{ageID, "tasks.since", "tasks.count", fundsID, "households.rebuilt", "water.sorting-villages", "water.sewers"},
		Counts:     []stage.Room{{Figure: fundsID, Most: mostCoins * coinWorth}},
		Storyboard: board(),
	})}
}

const (
	beatVoice = "voice"
	beatRooms = "rooms"
	beatMoney = "money"

	fundsID = "tasks.funds"
	ageID   = "story.farmer-age"
)

// Draw appends the picture.
func (s *Scene) Draw(l *draw.List, v stage.View) {
	l.Open(draw.Name("picture"), draw.Sem{Role: draw.RolePicture, Label: v.Words("tasks.alt")})
	l.Close()
	heading := chart.Heading{Chapter: "tasks.chapter", Title: "tasks.title", Hint: "tasks.hint", Wide: 0.46}
	var p storyboard.Place
	var at told
	if v.Art != nil {
		p = storyboard.PlaceOf(&v)
		at = toldAt(&v, &p, v.Layout(), heading.Bounds(&v))
		l.Push(camera(&v, &p), 1)
		s.Storyboard.Picture(l, &v)
		l.Pop()
		mist(l, &v, &p, &at)
	}
	lay, title := chart.Frame(l, &v, heading)
	deck(l, &v, lay, title)
	if v.Art != nil {
		voice(l, &v, &p, lay, &at)
		households(l, &v, &p)
		money(l, &v, &p)
		s.Storyboard.Open(l, &v, &p)
	}
}
