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

// Scene is the scene; it holds nothing but its storyboard, which never changes.
type Scene struct{ board storyboard.Board }

// New returns the scene.
func New() *Scene { return &Scene{board: board()} }

func (*Scene) Name() string { return "tasks" }

// The beats by name.
const (
	beatVoice = "voice"
	beatRooms = "rooms"
	beatMoney = "money"
)

func (*Scene) Beats() []anim.Beat {
	return []anim.Beat{
		{Name: beatVoice, Move: 4, Hold: 4},
		{Name: beatRooms, Move: 8.5, Hold: 3},
		{Name: beatMoney, Move: 3.2, Hold: 6},
	}
}

func (*Scene) Chapter() string      { return "tasks.chapter" }
func (*Scene) Paragraphs() []string { return []string{"V07", "V08"} }

const (
	fundsID = "tasks.funds"
	ageID   = "story.farmer-age"
)

// Figures are the age of the man at the gate, what the deck names, and the figures
// of the rooms that have any.
func (*Scene) Figures() []string {
	return []string{ageID, "tasks.since", "tasks.count", fundsID, "households.rebuilt", "water.sorting-villages", "water.sewers"}
}

// Rooms is how much money the yard has room for, a coin a million.
func (*Scene) Rooms() []stage.Room {
	return []stage.Room{{Figure: fundsID, Most: mostCoins * coinWorth}}
}

// Describe gives the sentence for each beat.
func (*Scene) Describe(beat int) string {
	keys := [...]string{"tasks.beat.voice", "tasks.beat.rooms", "tasks.beat.money"}
	return keys[max(0, min(beat, len(keys)-1))]
}

// Board is the scene's storyboard, to be checked against its drawings.
func (s *Scene) Board() *storyboard.Board { return &s.board }

// Draw appends the picture.
func (s *Scene) Draw(l *draw.List, v stage.View) {
	l.Open(draw.Name("picture"), draw.Sem{Role: draw.RolePicture, Label: v.Words("tasks.alt")})
	l.Close()
	var p storyboard.Place
	if v.Art != nil {
		p = storyboard.PlaceOf(&v)
		l.Push(camera(&v, &p), 1)
		s.board.Draw(l, &v)
		l.Pop()
		mist(l, &v, &p)
	}
	lay, title := chart.Frame(l, &v, chart.Heading{Chapter: "tasks.chapter", Title: "tasks.title", Hint: "tasks.hint", Wide: 0.46})
	deck(l, &v, lay, title)
	if v.Art != nil {
		voice(l, &v, &p, lay, title)
		notes(l, &v, &p)
		cards(l, &v, &p)
	}
}
