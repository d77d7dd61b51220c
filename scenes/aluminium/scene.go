// Package aluminium is the scene of the aluminium chain: a foundry cut open down its
// length, where one pour of metal runs from the electrolysis cells through casting,
// rolling and forging into a ring, and through it to what is made of it. Drawn from
// paragraphs J06 to J08.
//
// The four ways that leave the ring are all of one width, for the page gives no
// tonnages. The four counts are separate statements, of which none holds another: each
// has marks of its own shape on a bed of its own, and the lines belong to no works.
package aluminium

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
	"lianhua/scenes/aluminium/benches"
)

// The beats: the metal runs once, from the cells to what is made of it; then the lines
// light.
const (
	melt  = "melt"
	roll  = "roll"
	forge = "forge"
	use   = "use"
	lines = "lines"
)

const (
	firmsID     = "aluminium.firms"
	upgradedID  = "aluminium.upgraded"
	factoriesID = "aluminium.factories"
	linesID     = "aluminium.lines"
)

// What there is room for: more lines could not be told apart.
const (
	mostFirms     = 150
	mostUpgraded  = 125
	mostFactories = 4
	mostLines     = 160
)

// New returns the scene.
func New() *storyboard.Scene {
	smart := smart()
	return storyboard.New(storyboard.Scene{
		Link:    "aluminium",
		Sources: []string{"J06", "J07", "J08"},
		Drawn:   []string{firmsID, upgradedID, factoriesID, linesID, "page.year"},
		Steps: []anim.Beat{
			{Name: melt, Move: 4, Hold: 3},
			{Name: roll, Move: 3, Hold: 3},
			{Name: forge, Move: 3.6, Hold: 3.5},
			{Name: use, Move: 4, Hold: 4.5},
			{Name: lines, Move: 5, Hold: 5},
		},
		Counts: []stage.Room{
			{Figure: firmsID, Most: mostFirms}, {Figure: upgradedID, Most: mostUpgraded},
			{Figure: factoriesID, Most: mostFactories}, {Figure: linesID, Most: mostLines},
		},
		Tuned:    knobs,
		Wide:     0.43, // the press stands beside the title
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true},
		Clear:    "touch-electrolysis",
		Storyboard: storyboard.Board{
			Cues:    cues(),
			Parts:   parts(smart),
			Texts:   texts(),
			Chain:   chain,
			Carried: []storyboard.Carry{{Layer: "ram", By: strike}},
			Uses:    []string{trackSlot, smart.Back, ringSlot, "ram", firms.Grid, upgraded.Grid, factories.Grid},
		},
		Over: drawFollow,
	})
}

// The park's counts: they differ in shape and lie apart, for none is a part of another.
// The firms' number is given about: their last marks fade.
var (
	firms     = marks("firms", firmsID, melt, 16, 4.2)
	upgraded  = marks("upgraded", upgradedID, roll, 0, 4.2)
	factories = marks("factories", factoriesID, forge, 0, 24)
)

// smart are the lines of one scene: what they keep is its own, and goes with it.
func smart() *benches.Benches {
	return &benches.Benches{Figure: linesID, Most: mostLines, Front: "lines-front", Back: "lines-back", Alt: "aluminium.lines-alt", Running: running}
}

// marks come as their number does. Nearer to one another than so many of the window's
// pixels they could not be told apart.
func marks(name, figure, beat string, about int, least float64) *storyboard.Stamps {
	return &storyboard.Stamps{
		Mark: name + "-mark", Figure: figure, Slope: name + "-slope", Grid: name + "-grid", About: about, Least: least,
		Come: func(v stage.View) float64 { return v.Span(beat, 0.5, 0.7) },
	}
}

// The lines are lit in this part of their beat, evenly: the counter runs with them.
const litFrom, litTo = 0.04, 0.9

func running(v stage.View) float64 {
	return anim.Span(v.Beat(lines), litFrom, litTo, anim.Linear)
}

func parts(smart *benches.Benches) []storyboard.Part {
	return []storyboard.Part{
		{Layer: "launder", Slot: "bank-left", Draw: drawRiver},
		smart.Part("lines"),
		{Layer: "ring", Slot: "ring-body", Draw: drawHeat},
		{Layer: "ring-tips", Slot: "ring-core", Draw: drawTips},
		firms.Part("edge"), upgraded.Part("edge"), factories.Part("edge"),
	}
}

// chain is the stages in the page's order, and the layers that show them. The hall is
// dark by day too: the names that stand in it are lit.
var chain = storyboard.Chain{
	Name: "stage", Label: "aluminium.stages", Dim: 0.42,
	Stages: []storyboard.Stage{
		link("electrolysis", "J06", "", lit, "cells", "cut-cell", "cut-cell-glow", "launder", "taps", "river-glow"),
		beforeFire(link("primary", "J06", "", lit, "belt", "billet.1", "billet.2", "billet.3", "billet.4", "billet.5",
			"mill", "roll-top", "roll-foot", "mill-front", "sheet", "coil", "coil-blocks", "stack.1", "stack.2", "stack.3", "stack.4")),
		shorter(link("alloy", "J07", forge, "", "press", "feed", "cradle", "ring-pencil", "ring", "ring-lines", "ring-tips", "gleam"), "aluminium.alloy-upright"),
		link("aircraft", "J07", use, "", "ribbon-aircraft", "plane"),
		shorter(link("rail", "J08", use, "", "beam", "train", "pier"), "aluminium.rail-upright"),
		link("car", "J08", use, "", "ribbon-car", "car"),
		shorter(link("home", "J08", use, "", "ribbon-home", "house"), "aluminium.home-upright"),
	},
}

// link is a stage of the chain, by the name that its words, its slots and its card have.
func link(name, paragraph, beat, color string, layers ...string) storyboard.Stage {
	return storyboard.Stage{
		Title: "aluminium." + name, Name: "aluminium." + name + "-short", Text: "aluminium." + name + "-card", Paragraph: paragraph,
		Slot: name, Touch: "touch-" + name, Card: "card-" + name, Beat: beat, Color: color, Layers: layers,
	}
}

// lit is the colour of names in the dark hall.
const lit = "lamp-60"

// beforeFire is a stage whose name stands before what glows; upright forms have a sign.
func beforeFire(s storyboard.Stage) storyboard.Stage {
	s.Back = storyboard.Back{Color: "iron-0", Opacity: 0.5, Wide: true}
	return s
}

// shorter is a stage with another name on upright forms.
func shorter(s storyboard.Stage, key string) storyboard.Stage {
	s.Short = key
	return s
}

// firstUse is the first stage that is made of the metal.
const firstUse = 3

func texts() (all []storyboard.Text) {
	state := func(name, key string, from float64) {
		all = append(all, storyboard.Text{Slot: name + "-state", Key: key, Beat: use, From: from, To: from + 0.14, Optional: true})
	}
	state("aircraft", "aluminium.developed", 0.3)
	state("rail", "aluminium.in-use", 0.5)
	state("car", "aluminium.in-use", 0.68)
	state("home", "aluminium.in-use", 0.86)
	count := func(name, figure, beat string) {
		all = append(all,
			storyboard.Text{Slot: name, Figure: figure, Key: "aluminium." + name + "-short", Unit: numberUnit, Beat: beat, From: 0.5, To: 0.7},
			storyboard.Text{Slot: name + "-note", Key: "aluminium." + name + "-short", Short: "aluminium." + name + "-upright", Beat: beat, From: 0.56, To: 0.76})
	}
	count("firms", firmsID, melt)
	count("upgraded", upgradedID, roll)
	count("factories", factoriesID, forge)
	return append(all,
		storyboard.Text{Slot: "park", Key: "aluminium.park", Face: typeset.SansBold, Color: "ink", Beat: melt, From: 0.44, To: 0.6, Optional: true},
		storyboard.Text{Slot: "alloy-note", Key: "aluminium.ring-note", Beat: forge, From: 0.7, To: 0.9, Optional: true},
		storyboard.Text{Slot: "lines", Figure: linesID, Key: "aluminium.lines-short", Unit: numberUnit, Share: running},
		// A running counter has no date beside it.
		storyboard.Text{Slot: "lines-note", Key: "aluminium.lines-short", Short: "aluminium.lines-upright", Beat: lines, From: litTo, To: 1},
		storyboard.Text{Slot: "lines-scale", Key: "aluminium.lines-scale", Beat: lines, From: 0, To: 0.1, Optional: true},
		storyboard.Text{Slot: "note", Key: "aluminium.note", Color: "mute", Beat: lines, From: 0.1, To: 0.24, Optional: true})
}

// numberUnit is the size of a number's unit, in the drawing's pixels.
const numberUnit = 15
