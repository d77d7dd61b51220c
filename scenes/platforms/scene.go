// Package platforms is the scene of incubation: a glass roof under which a floor is
// unrolled to scale, and before it the street, where those who are being incubated and
// the platforms are counted, one mark each.
//
// Nothing is put under the roof: the page sets area, firms, platforms and projects side
// by side and does not say which holds which. What is under way stands behind in dashes.
package platforms

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

const (
	beatFloor  = "floor"
	beatStreet = "street"
	beatAdded  = "added"

	areaID, tenantsID, allID   = "platforms.area", "platforms.tenants", "platforms.all"
	supportedID, jointID       = "platforms.supported", "platforms.joint-projects"
	institutesID, incubatorsID = "platforms.new-institutes", "platforms.new-incubators"

	mostTenants, mostLamps, mostWorks, mostBoards = 1600, 500, 48, 6
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "platforms", Tuned: knobs,
		Sources: []string{"J22", "J23", "J24"},
		Steps: []anim.Beat{
			{Name: beatFloor, Move: 4.4, Hold: 3.5},
			{Name: beatStreet, Move: 4.2, Hold: 4},
			{Name: beatAdded, Move: 4, Hold: 6},
		},
		Drawn: []string{areaID, tenantsID, allID, supportedID, jointID, institutesID, incubatorsID},
		Counts: []stage.Room{
			{Figure: areaID, Most: mostArea},
			{Figure: tenantsID, Most: mostTenants}, {Figure: allID, Most: mostLamps},
			{Figure: supportedID, Most: mostWorks}, {Figure: jointID, Most: mostBoards},
			{Figure: institutesID, Most: 1}, {Figure: incubatorsID, Most: 1},
		},
		Wide:       0.34,
		Undecked:   [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: board(),
	})
}

// bays are the gables of the roof, each as wide as three columns of cells.
const (
	bays = 10
	bay  = columns / bays
)

// The floor is unrolled in this part of its beat; the roof follows, bay by bay.
const (
	rollFrom, rollTo = 0.06, 0.72
	behind           = 0.1 // of the beat: what stands up after the roll has passed
)

func board() storyboard.Board {
	b := storyboard.Board{
		Parts: []storyboard.Part{
			{Layer: "floor", Slot: "axes", Draw: drawFloor}, {Layer: "through", Slot: "axes", Draw: drawThrough},
			{Layer: "people", Slot: "axes", Draw: drawPeople}, {Layer: "lamps", Slot: "axes", Draw: drawLamps},
			{Layer: "works", Slot: "works-at", Draw: drawWorks}, {Layer: "boards", Slot: "boards-at", Draw: drawBoards},
		},
		Texts: texts(),
		Cards: []storyboard.Card{storyboard.CardOf("works", "platforms.works", "J24"), storyboard.CardOf("boards", "platforms.boards", "J24")},
	}
	cue := func(layer, beat string, from, to float64, do storyboard.Change) {
		b.Cues.Add(layer, beat, from, to, do).Ease = anim.CubicOut
	}
	cue("plan", beatFloor, rollTo-0.1, rollTo, storyboard.Vanish{})
	cue("back-glass", beatFloor, 0.3, rollTo+behind, storyboard.Appear{})
	cue("end-glass", beatFloor, 0.1, 0.3, storyboard.Appear{})
	for _, l := range [...]string{"far-glass", "shade", "floor-glow"} {
		cue(l, beatFloor, rollTo, 1, storyboard.Appear{})
	}
	for i := 0; i <= bays; i++ {
		at := anim.Lerp(rollFrom, rollTo, float64(i)/bays) + 0.02
		for _, name := range [...]string{"frame", "post"} {
			cue(draw.Nth(name, i+1).String(), beatFloor, at, at+behind, storyboard.Appear{})
			cue(draw.Nth(name, i+1).String(), beatFloor, at, at+behind, storyboard.Move{By: geom.P(0, 14)})
		}
		if i == 0 {
			continue
		}
		for _, name := range [...]string{"bay", "eave"} {
			cue(draw.Nth(name, i).String(), beatFloor, at+0.04, at+0.04+2*behind, storyboard.Move{By: geom.P(-30, -24)})
			cue(draw.Nth(name, i).String(), beatFloor, at+0.04, at+0.04+behind, storyboard.Appear{})
		}
	}
	cue("works", beatAdded, 0.02, 0.2, storyboard.Appear{})
	cue("boards", beatAdded, 0.2, 0.34, storyboard.Appear{})
	cue("boards", beatAdded, 0.2, 0.34, storyboard.Move{By: geom.P(0, -14)})
	for i, from := range [...]float64{0.34, 0.46} {
		cue(draw.Nth("flag", i+1).String(), beatAdded, from, from+0.08, storyboard.Appear{})
		cue(draw.Nth("flag", i+1).String(), beatAdded, from, from+0.14, storyboard.Move{By: geom.P(0, 22)})
	}
	for i := 1; i <= places; i++ {
		name, from := draw.Nth("place", i).String(), 0.5+0.06*float64(i)
		cue(name, beatAdded, from, from+0.2, storyboard.Appear{})
		b.Cards = append(b.Cards, storyboard.Card{Layer: name, Title: "platforms." + name, Text: "platforms." + name + "-card", Paragraph: "J23", Slot: draw.Nth("card", i).String()})
	}
	return b
}

// places is how many are under way, which the page names and nobody counts here.
const places = 5

func texts() (all []storyboard.Text) {
	figure := func(slot, id, color, beat string, from float64) {
		all = append(all,
			storyboard.Text{Slot: slot, Figure: id, Key: "platforms." + slot + "-note", Unit: 11, Color: color, Beat: beat, From: from, To: from + 0.14, Optional: true},
			storyboard.Text{Slot: slot + "-note", Key: "platforms." + slot + "-note", Short: "platforms." + slot + "-short", Beat: beat, From: from + 0.04, To: from + 0.18})
	}
	figure("area", areaID, "", beatFloor, 0.1)
	figure("tenants", tenantsID, "deep", beatStreet, 0.2)
	figure("all", allID, "gold-dark", beatStreet, 0.3)
	figure("supported", supportedID, "", beatAdded, 0.06)
	figure("joint", jointID, "accent", beatAdded, 0.24)
	all = append(all,
		storyboard.Text{Slot: "area-plain", Key: "platforms.area-plain", Face: typeset.Serif, Color: "ink", Beat: beatFloor, From: 0.1, To: 0.24, Optional: true},
		storyboard.Text{Slot: "tenants-plain", Key: "platforms.tenants-plain", Face: typeset.Serif, Color: "deep", Beat: beatStreet, From: 0.2, To: 0.34, Optional: true})
	all = append(all, storyboard.Text{Slot: "area-scale", Key: "platforms.scale", Short: "platforms.scale-short", Beat: beatFloor, From: 0.2, To: 0.34})
	for i, key := range [...]string{"platforms.institutes", "platforms.incubators"} {
		n, from := draw.Nth("", i+1).String(), 0.36+0.12*float64(i)
		all = append(all,
			storyboard.Text{Slot: "flag-" + n[1:], Key: key + "-number", Face: typeset.Serif, Color: "panel", Beat: beatAdded, From: from + 0.08, To: from + 0.16},
			storyboard.Text{Slot: "flag-note-" + n[1:], Key: key, Short: key + "-short", Face: typeset.SansBold, Color: "deep", Beat: beatAdded, From: from + 0.1, To: from + 0.2})
	}
	for i := 1; i <= places; i++ {
		name := draw.Nth("name", i).String()
		all = append(all, storyboard.Text{Slot: name, Key: "platforms." + draw.Nth("place", i).String() + "-short", Face: typeset.SansBold, Color: "ink", Beat: beatAdded, From: 0.6 + 0.06*float64(i), To: 0.72 + 0.06*float64(i), Optional: true})
	}
	return all
}
