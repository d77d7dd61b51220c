// Package hydrogen is the scene of the hydrogen chain: research, making and
// storing, equipment, use. Gas rises in a basin of glass, runs through the air like a
// string of pearls, fills a globe, lights a stack and sends a car on its way, drawn
// from paragraphs J09 and J10.
//
// The tubes are all of one width, for the page gives no amounts. The valley is drawn
// in dashes: it is a goal, not a result.
package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// The beats are the links of the chain.
const (
	research  = "research"
	making    = "make"
	equipment = "build"
	driving   = "drive"
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "hydrogen", Tuned: knobs,
		Sources: []string{"J09", chained},
		Drawn:   []string{flagshipsID},
		Steps: []anim.Beat{
			{Name: research, Move: 2.6, Hold: 3},
			{Name: making, Move: 4.2, Hold: 3.5},
			{Name: equipment, Move: 3.2, Hold: 3.5},
			{Name: driving, Move: 4.5, Hold: 5},
		},
		Wide:     0.37, // the string rises beside the title
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true},
		Clear:    "valley",
		Storyboard: storyboard.Board{
			Cues:       cues(),
			Parts:      parts(),
			Texts:      texts(),
			Statements: statements,
			Chain:      chain,
			Carried:    []storyboard.Carry{{Layer: "paper", By: storyboard.ToFoot}, {Layer: "cut", By: storyboard.ToFoot}},
			Uses:       []string{"basin", "bore", flagshipsSlot},
		},
		Over: drawFlagships,
	})
}

// chained is the paragraph in which the page speaks of the chain.
const chained = "J10"

// onLake is behind the words that upright forms have on the lit lake.
var onLake = storyboard.Back{Opacity: 0.5, Upright: true}

// chain is the links as the page names them, and the layers that show them.
var chain = storyboard.Chain{
	Name: "stage", Label: "hydrogen.stages", Dim: 0.42,
	Stages: []storyboard.Stage{
		{Title: "hydrogen.research", Text: "hydrogen.research-card", Layers: []string{"lens"}, Slot: "research", Touch: "touch-research", Card: "card-research", Paragraph: chained},
		{Title: "hydrogen.making", Short: "hydrogen.making-upright", Text: "hydrogen.making-card", Layers: []string{"making"}, Slot: "making", Back: storyboard.Back{Opacity: 0.3}, Touch: "touch-making", Card: "card-making", Paragraph: chained},
		{Title: "hydrogen.equipment", Text: "hydrogen.equipment-card", Layers: []string{"equipment"}, Slot: "equipment", Touch: "touch-equipment", Card: "card-equipment", Paragraph: chained},
		{Title: "hydrogen.use", Text: "hydrogen.use-card", Layers: []string{"use", "driving"}, Slot: "use", Back: onLake, Touch: "touch-use", Card: "card-use", Paragraph: chained},
	},
}

// statements are what the page says of the place and of the firms.
var statements = []storyboard.Statement{
	{Slot: "park", Name: "hydrogen.name.park", Note: "hydrogen.park-note", Short: "hydrogen.park-short", Beat: making, From: 0.7, To: 0.95},
	{Slot: "leaders", Name: "hydrogen.name.leaders", Note: "hydrogen.leaders-note", Short: "hydrogen.leaders-short", Beat: equipment, From: 0.6, To: 0.9},
}

// texts are the names of the gases and of the goal, and notes where there is room.
func texts() []storyboard.Text {
	note := func(slot, key, short string, back storyboard.Back) storyboard.Text {
		return storyboard.Text{Slot: slot, Key: key, Short: short, Color: "ink", Back: back, Optional: true}
	}
	return []storyboard.Text{
		{Slot: "name-oxygen", Key: "hydrogen.name.oxygen", Face: typeset.Serif, Color: "lake-0", Beat: making, From: 0.1, To: 0.3},
		{Slot: "name-hydrogen", Key: "hydrogen.name.gas", Face: typeset.Serif, Color: "lake-0", Beat: making, From: 0.1, To: 0.3},
		{Slot: "valley", Key: "hydrogen.name.valley", Short: "hydrogen.name.valley-short", Face: typeset.Serif, Color: "deep", Beat: driving, From: 0.62, To: 0.86},
		{Slot: "valley-state", Key: "hydrogen.valley-state", Color: "text", Beat: driving, From: 0.7, To: 0.94},
		note("making-note", "hydrogen.making-note", "hydrogen.making-short", storyboard.Back{Opacity: 0.3}),
		note("equipment-note", "hydrogen.equipment-note", "", storyboard.Back{}),
		note("use-note", "hydrogen.use-note", "", onLake),
		note("station", "hydrogen.station", "", storyboard.Back{}),
		{Slot: "equal", Key: "hydrogen.equal", Color: "mute", Optional: true},
	}
}
