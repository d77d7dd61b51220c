// Package zhongshan is the scene of one town's monthly sweep: an old stage at dusk with
// three openings under one roof, for what was done well, for what was left, and for a
// contest. When the moon over it is full all three light and open together, since the
// page gives them no order. Nobody stands on them, since it does not say who did.
package zhongshan

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

const (
	beatDark = "dark"
	beatLit  = "lit"

	stagesID = "zhongshan.stages"
)

// openings are what the stages are for, by the names of their words, as the page lists
// them. Their layers and slots are numbered so.
var openings = [...]string{"model", "exposed", "contest"}

// The month, and what happens once the moon is full: the same on every stage.
const (
	waxed              = 0.36 // of the month, when the second beat begins
	fullAt             = 0.2  // of that beat
	lampFrom, lampTo   = 0.18, 0.34
	ringFrom, ringTo   = 0.22, 0.62
	openFrom, openTo   = 0.3, 0.78
	lightFrom, lightTo = 0.26, 0.7
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "zhongshan", Tuned: knobs,
		Sources: []string{"V19"},
		Steps: []anim.Beat{
			{Name: beatDark, Move: 3, Hold: 2.5},
			{Name: beatLit, Move: 4.2, Hold: 6},
		},
		Drawn:      []string{stagesID},
		Counts:     []stage.Room{{Figure: stagesID, Most: len(openings)}},
		Lasting:    beats*beatEvery + beatLasts,
		Wide:       0.47, // the moon rises beside the title
		Undecked:   [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: board(),
		Lead:       storyboard.Lead{Figure: stagesID, Name: "zhongshan.lead", Note: "zhongshan.scale"},
	})
}

func board() storyboard.Board {
	b := storyboard.Board{
		Parts: []storyboard.Part{
			{Layer: "moons", Slot: "arc", Draw: moon},
			{Layer: "eaves-lit", Slot: "lantern.1", Draw: rings},
			{Layer: "cat", Slot: "cat-at", Draw: cat},
		},
		Uses:  []string{"moon", "drum", "flies"},
		Cards: []storyboard.Card{storyboard.CardOf("cat", "zhongshan.cat", "V19")},
	}
	for i, name := range openings {
		key, set := "zhongshan."+name, draw.Nth("set", i+1).String()
		b.Parts = append(b.Parts, storyboard.Part{Layer: set, Slot: draw.Nth("bay", i+1).String(), Draw: (&opening{at: i}).draw})
		b.Texts = append(b.Texts, storyboard.Text{
			Slot: draw.Nth("plaque", i+1).String(), Key: key, Short: key + "-short", Face: typeset.Serif, Color: "molten-light",
		})
		b.Cards = append(b.Cards, storyboard.CardOf(draw.Nth("stage", i+1).String(), key, "V19"))
	}
	for _, layer := range [...]string{"lanterns-lit", "eaves-lit"} {
		b.Cues.Add(layer, beatLit, lampFrom, lampTo, storyboard.Appear{})
	}
	b.Cues.Add("posts-lit", beatLit, lightFrom, lightTo, storyboard.Appear{})
	b.Cues.Add("stage-glow", beatLit, lampFrom, lightTo, storyboard.Fade{From: 0.3, To: 1})
	return b
}

// light is how far the stages are lit, all of them alike.
func light(v *stage.View) float64 {
	return anim.Span(v.Beat(beatLit), lightFrom, lightTo, anim.SineInOut)
}
