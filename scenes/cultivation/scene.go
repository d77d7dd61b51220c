// Package cultivation is the scene of the firms that the district means to raise, and
// of those that it counts: a glasshouse in section. On its shelves lie hollow, dashed
// seeds, one for each firm planned; on its bench stand solid seedlings, one for each
// firm counted, drawn from paragraphs J16 to J18.
//
// Hollow above and solid below is the whole of it: seeds never sprout, seedlings never
// leave their own beds, and nothing sets one against the other. The only part of a
// whole is the first batch among those that applied: it flowers.
package cultivation

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// The beats.
const (
	shelves = "shelves"
	beds    = "beds"
	review  = "review"
	lists   = "lists"
)

const (
	approvedID = "cultivation.approved"
	solvedID   = "cultivation.problems-solved"
	listsID    = "cultivation.lists"
)

// rung is one of the plan: a shelf of the drawing.
type rung struct{ name, shelf, figure, words string }

func rungOf(name string) rung {
	return rung{name, "shelf-" + name, "cultivation.target." + name, "cultivation." + name}
}

// rungs are the plan's, from the fewest to the most.
var rungs = [...]rung{rungOf("leaders"), rungOf("high-tech"), rungOf("medium"), rungOf("micro")}

// sheets are the lists that are kept for firms.
var sheets = [...]string{"policies", "problems", "relief"}

// New returns the scene.
func New() *storyboard.Scene {
	s := storyboard.Scene{
		Link:    "cultivation",
		Sources: []string{"J16", "J17", planned},
		Steps: []anim.Beat{
			{Name: shelves, Move: 6, Hold: 4},
			{Name: beds, Move: 7, Hold: 4},
			{Name: review, Move: 1.8, Hold: 3.5},
			{Name: lists, Move: 4.5, Hold: 6},
		},
		Drawn:      []string{"cultivation.new-medium", "cultivation.applied", approvedID, solvedID, listsID, "page.year"},
		Counts:     []stage.Room{{Figure: solvedID, Most: mostCords}},
		Wide:       0.41, // the roof rises beside the title
		Undecked:   [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: board(),
		Over:       words,
	}
	for i, r := range rungs {
		s.Drawn = append(s.Drawn, r.figure)
		s.Counts = append(s.Counts, stage.Room{Figure: r.figure, Most: mostSeeds[i]})
	}
	for _, b := range seedbeds {
		s.Counts = append(s.Counts, stage.Room{Figure: b.figure, Most: mostPlants})
	}
	return storyboard.New(s)
}

// planned is the paragraph of the plan and of the counts.
const planned = "J18"

// opened is the part of the last beat in which the sheets unroll, one by one.
const opened = 0.34

func board() storyboard.Board {
	b := storyboard.Board{
		Cues: []storyboard.Cue{
			{Layer: "sun", Beat: beds, To: passed, Ease: anim.SineInOut, Do: storyboard.Move{By: geom.P(0, 26)}},
			{Layer: "dawn", Beat: beds, To: passed, Do: storyboard.Fade{From: 0.6, To: 1}},
			{Layer: "beams", Beat: beds, From: 0.3, To: passed, Do: storyboard.Appear{}},
			{Layer: "batch", Beat: beds, From: blooms, To: 1, Do: storyboard.Appear{}},
			{Layer: "sign", Beat: review, To: 0.18, Do: storyboard.Appear{}},
			{Layer: "sign", Beat: review, Ease: swing, Do: storyboard.Turn{About: "pivot", From: -0.42}},
		},
		Parts: []storyboard.Part{
			{Layer: "veil", Slot: "house", Draw: drawLight},
			{Layer: "cords", Slot: "wires", Draw: drawCords},
			{Layer: "sign", Slot: "sign-words", Draw: lettering("cultivation.sign-words", typeset.SansBold, "silver-light", 0.54)},
			{Layer: "sign", Draw: note("cultivation.sign-note", typeset.Sans, "silver", 0.7)},
		},
		Texts: texts(),
		Uses:  []string{"light", "eye"},
		Cards: []storyboard.Card{
			{Layer: "sign", Title: "cultivation.sign", Text: "cultivation.sign-card", Paragraph: planned, Slot: "card-sign"},
			{Layer: "cords", Title: "cultivation.cords", Text: "cultivation.cords-card", Paragraph: "J17", Slot: "card-cords"},
		},
	}
	card := func(layer, words, paragraph string) {
		b.Cards = append(b.Cards, storyboard.Card{Layer: layer, Title: words, Text: words + "-card", Paragraph: paragraph, Slot: "card-" + layer})
	}
	for i, r := range rungs {
		b.Parts = append(b.Parts, storyboard.Part{Layer: r.shelf, Slot: "seeds-" + r.name, Draw: seeds[i]})
		b.Uses = append(b.Uses, "figure-"+r.name, "name-"+r.name)
		card(r.shelf, r.words, planned)
	}
	for i := range seedbeds {
		s := &seedbeds[i]
		b.Parts = append(b.Parts, storyboard.Part{Layer: s.layer, Slot: s.plants, Draw: s.draw})
		card(s.layer, "cultivation."+s.layer, s.paragraph)
	}
	for i, name := range sheets {
		from := opened * 0.7 * float64(i) / float64(len(sheets))
		layer := "list-" + name
		b.Cues = append(b.Cues,
			storyboard.Cue{Layer: layer, Beat: lists, From: from, To: from + opened*0.1, Do: storyboard.Appear{}},
			storyboard.Cue{Layer: layer, Beat: lists, From: from, To: from + opened*0.5, Ease: anim.CubicOut, Do: storyboard.Fill{Slot: "sheet-" + name, Side: storyboard.Head}})
		b.Parts = append(b.Parts, storyboard.Part{Layer: layer, Slot: "word-" + name, Draw: lettering("cultivation.word."+name, typeset.Serif, "ink", 0.5)})
		card(layer, "cultivation."+name, "J17")
	}
	return b
}

// swing brings what hangs to rest: it swings to and fro, less each time.
func swing(t float64) float64 {
	if t >= 1 {
		return 1
	}
	return 1 - (1-t)*(1-t)*math.Cos(3*math.Pi*t)
}
