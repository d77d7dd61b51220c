// Package water is the scene of the sewers: all the pipe of the drive laid end to end,
// to scale, folded into a hillside cut open; above ground, on measures of their own,
// the plants and villages as counted marks and two full gauges, drawn from paragraph
// V08.
//
// A network is no single pipe: it is laid end to end only to show how long it is. It
// touches nothing that is counted, for the page states no connection.
package water

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

const (
	beatPipe   = "pipe"
	beatCounts = "counts"
	beatGauges = "gauges"

	sewersID   = "water.sewers"
	plantsID   = "water.plants"
	villagesID = "water.sorting-villages"
	wasteID    = "water.waste-treated"
	cleanedID  = "water.cleaned"

	told       = "V08"
	mostMetres = 400_000 // of pipe that can be told apart
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "water", Tuned: knobs,
		Sources: []string{told},
		Steps: []anim.Beat{
			{Name: beatPipe, Move: 8, Hold: 4},
			{Name: beatCounts, Move: 4, Hold: 4},
			{Name: beatGauges, Move: 3.6, Hold: 6},
		},
		Drawn:  []string{sewersID, plantsID, villagesID, wasteID, cleanedID},
		Counts: []stage.Room{{Figure: sewersID, Most: mostMetres}, {Figure: plantsID, Most: 108}, {Figure: villagesID, Most: 168}},
		Wide:   0.37, Deep: true,
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: storyboard.Board{
			Cues: cues(),
			Parts: []storyboard.Part{
				storyboard.Part{Layer: "lip", Slot: pipeTop, Draw: drawPipe}.Resting(func(v stage.View) (int, bool) { return int(1000 * kilometres(&v)), v.Beat(beatPipe) >= 1 }),
				{Layer: "lip", Slot: pipeTop, Draw: readPipe},
				plants.Part("plants"), villages.Part("villages"),
				{Layer: "jar-back", Slot: "jar", Draw: drawMatter},
				{Layer: "plate", Slot: dialSlot, Draw: drawBristles},
			},
			Texts: texts(),
			Cards: []storyboard.Card{
				storyboard.CardOf("plants", "water.plants", told), storyboard.CardOf("villages", "water.villages", told),
				storyboard.CardOf("jar", "water.waste", told), storyboard.CardOf("broomed", "water.cleaned", told),
			},
			Uses: []string{pipeSlot, kmSlot, "scale", "sewers", plants.Grid, villages.Grid},
		},
		Over: sewers,
	})
}

// plantsDone is the part of the beat by which all plants stand: the villages follow.
const plantsDone = 0.4

// One tank is one plant, a few roofs with four bins one village.
var (
	plants = storyboard.Stamps{
		Mark: "tank", Figure: plantsID, Slope: "plants-top", Grid: "plants-grid", Shift: 0.3, Wide: 12, Upright: 6,
		Come: func(v stage.View) float64 { return anim.Span(v.Beat(beatCounts), 0, plantsDone, anim.SineInOut) },
	}
	villages = storyboard.Stamps{
		Mark: "village", Figure: villagesID, Slope: "villages-top", Grid: "villages-grid", Shift: 0.3, Wide: 12, Upright: 17,
		Come: func(v stage.View) float64 { return anim.Span(v.Beat(beatCounts), plantsDone, 0.9, anim.SineInOut) },
	}
)

func cues() []storyboard.Cue {
	return []storyboard.Cue{
		plants.Cue(), villages.Cue(),
		{Layer: "plants", Beat: beatCounts, To: 0.08, Do: storyboard.Appear{}},
		{Layer: "villages", Beat: beatCounts, From: plantsDone, To: plantsDone + 0.08, Do: storyboard.Appear{}},
		{Layer: "jar", Beat: beatGauges, To: 0.14, Do: storyboard.Appear{}},
		{Layer: "broomed", Beat: beatGauges, From: sweepFrom - 0.12, To: sweepFrom, Do: storyboard.Appear{}},
		{Layer: "broom", Beat: beatGauges, From: sweepFrom, To: sweepTo, Ease: anim.SineInOut, Do: storyboard.Turn{About: dialSlot, From: -fullTurn}},
	}
}

// texts are the counts, each of which comes when its rows are full, and the gauges'
// readings when they have come to rest.
func texts() []storyboard.Text {
	number := func(name, figure, color, beat string, from float64) storyboard.Text {
		return storyboard.Text{Slot: name + "-number", Figure: figure, Unit: 1, Color: color, Back: storyboard.Back{Opacity: 0.4, Upright: true}, Beat: beat, From: from, To: from + 0.12}
	}
	what := func(name, short, beat string, from float64) storyboard.Text {
		return storyboard.Text{Slot: name + "-what", Key: "water." + name + "-what", Short: short, Face: typeset.SansBold, Color: "ink", Beat: beat, From: from, To: from + 0.12}
	}
	return []storyboard.Text{
		number("plants", plantsID, "deep", beatCounts, plantsDone-0.12), what("plants", "", beatCounts, plantsDone-0.1),
		number("villages", villagesID, "accent", beatCounts, 0.86), what("villages", "water.villages-short", beatCounts, 0.88),
		number("waste", wasteID, "leaf-dark", beatGauges, filled-0.06), what("waste", "water.waste-short", beatGauges, filled-0.04),
		number("cleaned", cleanedID, "gold-dark", beatGauges, 0.86), what("cleaned", "water.cleaned-short", beatGauges, 0.88),
	}
}
