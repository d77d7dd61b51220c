// Package output is the scene of two yardsticks for one year of larger industry: its
// gross output as counted ingots on one pier, and across the water, of another colour,
// a ring of a hundred teeth, of which as many glow as the emerging industries' part of
// value added has per cent. Drawn from paragraph J11.
//
// The two stand apart, for they measure different things: no part of the one is a
// part of the other, and nothing is multiplied.
package output

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	ingots = "ingots"
	ring   = "ring"

	totalID = "output.total"
	shareID = "output.emerging-share"

	said = "J11"
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "output", Tuned: knobs,
		Sources: []string{said},
		Drawn:   []string{totalID, shareID},
		Counts:  []stage.Room{{Figure: totalID, Most: mostIngots * ingotWorth}, {Figure: shareID, Most: teeth}},
		Steps: []anim.Beat{
			{Name: ingots, Move: 5.4, Hold: 3.5},
			{Name: ring, Move: 3.4, Hold: 5},
		},
		Wide:     0.52,
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true}, Clear: "ring",
		Storyboard: storyboard.Board{
			Cues: cues(),
			Parts: []storyboard.Part{
				storyboard.Part{Layer: "pile", Slot: "pile", Draw: drawPile}.Resting(func(v stage.View) (int, bool) { return count(&v), v.Beat(ingots) >= 1 && v.Finger.Force <= 0 }),
				{Layer: "ring", Slot: "ring", Draw: drawHeat},
			},
			Texts: []storyboard.Text{
				{Slot: "total", Figure: totalID, Beat: ingots, From: 0.93, To: 1},
				storyboard.Text{Slot: "total-name", Key: "output.total-name", Beat: ingots, From: 0.93, To: 1}.Bold("ink"),
				storyboard.Text{Slot: "unit", Key: "output.unit", Beat: ingots, From: 0.86, To: 0.94}.Bold("ink"),
				storyboard.Text{Slot: "tooth", Key: "output.tooth", Back: storyboard.Back{Opacity: 0.3, Upright: true}, Beat: ring, From: rolled, To: rolled + 0.08}.Bold("ink"),
				{Slot: "share", Figure: shareID, Color: "accent", Back: storyboard.Back{Opacity: 0.4}, Beat: ring, From: heatTo, To: 0.98},
				storyboard.Text{Slot: "share-name", Key: "output.share-name", Beat: ring, From: 0.3, To: 0.4}.Bold("ink"),
				{Slot: "share-note", Key: "output.share-note", Back: storyboard.Back{Opacity: 0.3}, Beat: ring, From: 0.3, To: 0.4},
				{Slot: "total-period", Figure: totalID, Period: true, Beat: ingots, From: 0.93, To: 1},
				{Slot: "share-period", Figure: shareID, Period: true, Color: "ink", Back: storyboard.Back{Opacity: 0.3}, Beat: ring, From: 0.3, To: 0.4},
				{Slot: "apart", Key: "output.apart", Color: "ink", Beat: ring, From: 0.4, To: 0.5, Optional: true},
				{Slot: "silence", Key: "output.silence", Beat: ingots, From: 0.93, To: 1},
			},
			Cards: []storyboard.Card{storyboard.CardOf("pile", "output.pile", said), storyboard.CardOf("ring", "output.share", said)},
			Uses:  []string{"bar"}, Carried: []storyboard.Carry{{Layer: "paper", By: storyboard.ToFoot}},
		},
	})
}

// The ring rolls in, stands, and then its teeth catch the heat.
const (
	rolled             = 0.3
	heatFrom, heatTo   = 0.36, 0.86
	pileFrom, pileDone = 0.02, 0.92
)

func cues() (all storyboard.Cues) {
	appear := func(layer, beat string, from, to float64) {
		all.Add(layer, beat, from, to, storyboard.Appear{}).Ease = anim.Linear
	}
	appear("pile-shadow", ingots, pileFrom, pileDone)
	appear("unit-line", ingots, 0.86, 0.94)
	appear("ring", ring, 0, 0.1)
	appear("ring-shadow", ring, 0.1, rolled)
	appear("scale", ring, rolled-0.04, rolled+0.06)
	appear("tooth-line", ring, rolled, rolled+0.08)
	for _, light := range [...]string{"pool", "pool-night", "glow", "glow-night"} {
		appear(light, ring, heatFrom, heatTo)
	}
	return append(all,
		storyboard.Cue{Layer: "ring", Beat: ring, To: rolled, Ease: anim.CubicOut, Do: storyboard.Turn{About: "ring", From: fullTurn * 0.32}},
		storyboard.Cue{Layer: "ring", Beat: ring, To: rolled, Ease: anim.CubicOut, Do: storyboard.Along{Slot: "course"}})
}
