// Package industries is the scene of the plan's industries: a forged flower of eight
// equal petals, four that make and four that serve, which stands in a river against
// a low sun, and the light of hydrogen beside it, drawn from paragraphs J05 and J09.
//
// The petals are equal, for the page gives no size for any of them. Of the two
// flagships only one is a petal by its name: the thread of the other ends in open
// water, wherever the reader draws its lamp.
package industries

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

const (
	open   = "open"
	lights = "lights"

	scaleID = "industries.flagship-scale"
)

// planned and built are the paragraphs of the plan and of the flagships.
const (
	planned = "J05"
	built   = "J09"
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "industries", Tuned: knobs,
		Sources: []string{planned, built},
		Drawn:   []string{"page.year", "industries.manufacturing", "industries.services", "industries.flagships", scaleID},
		Steps: []anim.Beat{
			{Name: open, Move: 2.8, Hold: 3.5},
			{Name: lights, Move: 3, Hold: 5},
		},
		Wide:     0.44, // the flower stands beside the title
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: storyboard.Board{
			Cues:    cues(),
			Parts:   parts(),
			Texts:   texts(),
			Chain:   chain(),
			Cards:   cards,
			Carried: []storyboard.Carry{{Layer: "lamp", By: drift}, {Layer: "lamp-light", By: drift}, {Layer: "paper", By: storyboard.ToFoot}},
			Uses:    []string{coreSlot, "foot", "thread", "lamp", "scale"},
		},
		Over: over,
	})
}

// coreSlot is the disc in the middle of the flower.
const coreSlot = "core"

// petal is one of the eight. Its layers and slots have its name in theirs.
type petal struct {
	name  string
	turns float64 // from upright to its place, in radians clockwise
	lit   bool    // it is a flagship by its name
}

// step is from one petal to the next.
const step = 0.7853981633974483

// petals are the plan's industries in the page's order: what makes to the left, from
// the top down, then what serves to the right.
var petals = [...]petal{
	{"materials", -step / 2, true}, {"vehicles", -3 * step / 2, false}, {"equipment", -5 * step / 2, false}, {"chips", -7 * step / 2, false},
	{"software", step / 2, false}, {"design", 3 * step / 2, false}, {"digital", 5 * step / 2, false}, {"money", 7 * step / 2, false},
}

// half is how many petals a side has.
const half = len(petals) / 2

// halves are the two layers of a petal: each lies under one neighbour and over the
// other, so that none of the eight is the first.
var halves = [...]string{"under", "upper"}

// longest is the petal whose name is too long for upright forms.
const longest = "vehicles"

// chain is the petals as what can be touched.
func chain() storyboard.Chain {
	c := storyboard.Chain{Name: "petal", Label: "industries.petals", Grow: 0.04, About: coreSlot, Beat: open, From: 0.78, To: 1}
	for _, p := range petals {
		key := "industries." + p.name
		s := storyboard.Stage{Title: key, Name: key + "-name", Text: key + "-card", Slot: "name-" + p.name, Back: storyboard.Back{Opacity: 0.35, Upright: true}, Touch: "touch-" + p.name, Card: "card-" + p.name, Paragraph: planned}
		if p.name == longest {
			s.Short = key + "-upright"
		}
		for _, of := range halves {
			s.Layers = append(s.Layers, p.name+"-"+of)
		}
		c.Stages = append(c.Stages, s)
	}
	return c
}

// cards are those of the plan and of the light beside the flower.
var cards = []storyboard.Card{
	{Layer: coreSlot, Title: "industries.plan", Text: "industries.plan-card", Paragraph: planned, Slot: "card-core"},
	{Layer: "lamp", Title: "industries.energy", Text: "industries.energy-card", Paragraph: built, Slot: "card-lamp"},
}

func texts() []storyboard.Text {
	late := func(slot, key string, from float64) storyboard.Text {
		return storyboard.Text{Slot: slot, Key: "industries." + key, Beat: lights, From: from, To: from + 0.16}
	}
	glowing := func(slot, key string, from float64) storyboard.Text { // where a petal or the lamp is bright
		t := late(slot, key, from)
		t.Back.Opacity = 0.45
		return t
	}
	name, unsaid := glowing("lamp-name", "energy", 0.56), glowing("lamp-unsaid", "unsaid", 0.66)
	name.Face, name.Color = typeset.SansBold, "ink"
	unsaid.Face, unsaid.Color = typeset.SansBold, "deep"
	flagships := late("flagships", "flagships", 0.84)
	flagships.Short = "industries.flagships-short"
	return []storyboard.Text{
		{Slot: "make", Key: "industries.title-make", Face: typeset.Serif, Color: "ink", Layer: coreSlot},
		{Slot: "serve", Key: "industries.title-serve", Face: typeset.Serif, Color: "ink", Layer: coreSlot},
		storyboard.Text{Slot: "make-word", Key: "industries.name.make", Layer: coreSlot, Beat: open, From: restFrom + 0.04, To: restTo + 0.1}.Bold("ink"),
		storyboard.Text{Slot: "serve-word", Key: "industries.name.serve", Layer: coreSlot, Beat: open, From: restFrom + 0.04, To: restTo + 0.1}.Bold("ink"),
		glowing("note", "note", 0.12), name, glowing("lamp-note", "energy-note", 0.6), unsaid,
		late("scale-note", "scale-note", 0.82), flagships,
		{Slot: "equal", Key: "industries.equal", Beat: open, From: 0.8, To: 1, Optional: true},
	}
}
