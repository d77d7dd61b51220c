// Package models is the scene of what was chosen as an example: one courtyard before
// and after, then hills planted with a mark for each home and each yard, and beyond a
// river a paddy for each village and town. Drawn from paragraphs V09 and V11 to V13.
//
// The five titles are given at four levels by different bodies, and the page does not
// say whether they overlap: nothing lies within another, and nothing is added up. The
// river parts two rulers, each with its ground for one mark. The courtyard is one place
// and no proof of any count: no line leads from it to the fields.
package models

import (
	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

const (
	beatYard     = "yard"
	beatHomes    = "homes"
	beatVillages = "villages"

	homesID    = "models.households"
	yardsID    = "models.courtyards"
	villagesID = "models.villages"
	townsID    = "models.towns"
	demosID    = "models.demonstration-villages"
	pilotID    = "story.courtyard-year"
)

// What there is room for. More homes and yards would have less ground each.
const (
	mostHomes    = 44_000
	mostYards    = 1_650
	mostVillages = 80
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "models", Tuned: knobs,
		Sources: []string{"V09", "V11", "V12", "V13"},
		Steps: []anim.Beat{
			{Name: beatYard, Move: 4, Hold: 4},
			{Name: beatHomes, Move: 6.4, Hold: 4.5},
			{Name: beatVillages, Move: 3, Hold: 6},
		},
		Drawn: []string{homesID, yardsID, villagesID, townsID, demosID, pilotID},
		Counts: []stage.Room{
			{Figure: homesID, Most: mostHomes}, {Figure: yardsID, Most: mostYards},
			{Figure: villagesID, Most: mostVillages}, {Figure: demosID, Most: 15}, {Figure: townsID, Most: 12},
		},
		Wide:     0.43,
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true}, Clear: "yard-name",
		Storyboard: board(),
	})
}

// A paddy is a village or a town: the three kinds come one after another.
var (
	villages = paddies("villages", villagesID, 20, 26, 0.05, 0.62)
	demos    = paddies("demos", demosID, 5, 5, 0.62, 0.8)
	towns    = paddies("towns", townsID, 4, 4, 0.74, 0.9)
)

func paddies(name, figure string, wide, upright int, from, to float64) *storyboard.Stamps {
	return &storyboard.Stamps{
		Mark: name + "-mark", Figure: figure, Slope: name + "-slope", Grid: name + "-grid", Wide: wide, Upright: upright,
		Come: func(v stage.View) float64 { return anim.Span(v.Beat(beatVillages), from, to, anim.SineInOut) },
	}
}

func board() storyboard.Board {
	b := storyboard.Board{
		Parts: []storyboard.Part{
			homes.part(), yards.part(),
			villages.Part("villages"), demos.Part("demos"), towns.Part("towns"),
			{Layer: "court", Slot: boxSlot, Draw: drawCourt},
			{Layer: "seam", Slot: boxSlot, Draw: drawSeam},
		},
		Texts: texts(),
		Uses:  []string{homes.mark, yards.mark, seamSlot, villages.Grid, demos.Grid, towns.Grid},
	}
	for _, s := range [...]*storyboard.Stamps{villages, demos, towns} {
		b.Cues = append(b.Cues, s.Cue())
	}
	b.Cues = append(b.Cues,
		storyboard.Cue{Layer: "before", Do: storyboard.Fill{Slot: boxSlot, Side: storyboard.Left}, Share: func(v stage.View) float64 { return seam(&v) }},
		storyboard.Cue{Layer: "after", Do: storyboard.Fill{Slot: boxSlot, Side: storyboard.Right}, Share: func(v stage.View) float64 { return 1 - seam(&v) }},
		storyboard.Cue{Layer: "broom", Beat: beatYard, From: sweepFrom, To: sweepTo, Ease: strokes, Do: storyboard.Along{Slot: "sweep"}},
		storyboard.Cue{Layer: "dust", Beat: beatYard, From: sweepFrom, To: sweepTo, Ease: strokes, Do: storyboard.Along{Slot: "sweep"}})
	for _, layer := range [...]string{"broom", "dust"} {
		b.Cues.Add(layer, beatYard, sweepFrom-0.08, sweepFrom, storyboard.Appear{})
		b.Cues.Add(layer, beatYard, sweepTo-0.02, sweepTo+0.08, storyboard.Vanish{})
	}
	b.Cues.Add("waiting", beatHomes, 0, 0.16, storyboard.Vanish{})
	b.Cues.Add("ripe", beatHomes, 0.1, 0.7, storyboard.Appear{})
	b.Cues.Add("homes", beatHomes, 0.055, 0.14, storyboard.Appear{})
	b.Cues.Add("yards", beatHomes, yardsFrom-0.005, yardsFrom+0.06, storyboard.Appear{})
	b.Cues.Add("lens", beatHomes, 0.9, 1, storyboard.Appear{})
	b.Cues.Add("lens", beatHomes, 0.86, 1, storyboard.Move{By: geom.P(-14, 26)})
	for _, layer := range [...]string{"villages", "demos", "towns"} {
		b.Cues.Add(layer, beatVillages, 0, 0.06, storyboard.Appear{})
	}
	b.Cards = append(b.Cards,
		storyboard.CardOf("homes", "models.homes", "V09"), storyboard.CardOf("yards", "models.yards", "V09"), storyboard.CardOf("villages", "models.villages", "V09"),
		storyboard.CardOf("demos", "models.demos", "V13"), storyboard.CardOf("towns", "models.towns", "V13"), storyboard.Card{Layer: "court", Title: "models.name.court", Text: "models.court-card", Paragraph: "V12", Slot: "card-court"})
	return b
}

// texts are the courtyard's words, the counts as their marks have come, and the two
// rulers once both are there.
func texts() []storyboard.Text {
	var all []storyboard.Text
	say := func(beat string, from float64, t storyboard.Text) {
		t.Beat, t.From, t.To = beat, from, min(from+0.1, 1)
		all = append(all, t)
	}
	say(beatYard, 0, storyboard.Text{Slot: "place", Key: "models.place"})
	say(beatYard, 0, storyboard.Text{Slot: "yard-name", Key: "models.name.court", Face: typeset.Serif, Color: "ink"})
	say(beatYard, 0, storyboard.Text{Slot: "before-name", Key: "models.before", Face: typeset.SansBold, Color: "accent"})
	say(beatYard, 0, storyboard.Text{Slot: "before-note", Key: "models.before-note", Short: "models.before-short"})
	say(beatYard, sweepTo, storyboard.Text{Slot: "after-name", Key: "models.after", Face: typeset.SansBold, Color: "leaf-dark"})
	say(beatYard, sweepTo, storyboard.Text{Slot: "after-note", Key: "models.after-note", Short: "models.after-short"})
	count := func(name, figure, color, beat string, from float64) {
		number := storyboard.Text{Slot: name + "-number", Figure: figure, Color: color, Key: "models." + name + "-name", Over: true, Optional: true}
		if name == "yards" { // which stands between the fields
			number.Back.Opacity = 0.45
		}
		say(beat, from, number)
		say(beat, from, storyboard.Text{Slot: name + "-name", Key: "models." + name + "-name", Short: "models." + name + "-short", Face: typeset.SansBold, Color: "ink"})
	}
	count("homes", homesID, "gold-dark", beatHomes, 0.7)
	count("yards", yardsID, "accent", beatHomes, 0.86)
	say(beatHomes, 0.7, storyboard.Text{Slot: "homes-scale", Key: "models.homes-scale", Face: typeset.SansBold, Color: "ink", Optional: true})
	say(beatHomes, 0.86, storyboard.Text{Slot: "yards-words", Key: "models.yards-number", Face: typeset.Serif, Color: "ink", Optional: true})
	say(beatHomes, 0.9, storyboard.Text{Slot: "lens-note", Key: "models.lens", Color: "ink", Optional: true})
	count("villages", villagesID, "leaf-dark", beatVillages, 0.6)
	count("demos", demosID, "gold-dark", beatVillages, 0.78)
	count("towns", townsID, "steel", beatVillages, 0.86)
	say(beatVillages, 0.9, storyboard.Text{Slot: "rulers", Key: "models.rulers", Short: "models.rulers-short", Optional: true})
	return all
}
