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
	"lianhua/scenes/cultivation/dawn"
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

	helped  = "J17" // the paragraph of the help
	planned = "J18" // that of the plan and of the counts
)

// full is the part of the first beat from which the shelves are full: only then is a
// target written beside its shelf. In the second, the light has crossed the house when
// it has passed, and the first batch blooms. opened is the part of the last in which the
// lists unroll, one by one.
const (
	full   = 0.8
	passed = 0.78
	blooms = 0.84
	opened = 0.34
)

// daybreak is the light that wakes the beds. It passes the seeds as it passes all else:
// they stay as they are.
var daybreak = &dawn.Daybreak{
	Name: "veil", Room: "house", Way: "light", Slant: 0.42,
	Come: func(v stage.View) float64 { return v.Beat(beds) / passed },
}

// New returns the scene.
func New() *storyboard.Scene {
	s := storyboard.Scene{
		Link: "cultivation", Tuned: knobs,
		Sources: []string{"J16", helped, planned},
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
	}
	for i := range rungs {
		s.Drawn = append(s.Drawn, rungs[i].figure)
		s.Counts = append(s.Counts, stage.Room{Figure: rungs[i].figure, Most: rungs[i].most})
	}
	for i := range seedbeds {
		s.Counts = append(s.Counts, stage.Room{Figure: seedbeds[i].figure, Most: mostPlants})
	}
	return storyboard.New(s)
}

func board() storyboard.Board {
	b := storyboard.Board{
		Cues: []storyboard.Cue{
			{Layer: "key", Beat: shelves, From: full * 0.6, To: full, Do: storyboard.Appear{}},
			{Layer: "sun", Beat: beds, To: passed, Ease: anim.SineInOut, Do: storyboard.Move{By: geom.P(0, 26)}},
			{Layer: "dawn", Beat: beds, To: passed, Do: storyboard.Fade{From: 0.6, To: 1}},
			{Layer: "beams", Beat: beds, From: 0.3, To: passed, Do: storyboard.Appear{}},
			{Layer: "batch", Beat: beds, From: blooms, To: 1, Do: storyboard.Appear{}},
			{Layer: "sign", Beat: review, To: 0.18, Do: storyboard.Appear{}},
			{Layer: "sign", Beat: review, Ease: anim.Swing(3 * math.Pi), Do: storyboard.Turn{About: "pivot", From: -0.42}},
		},
		Parts: []storyboard.Part{
			daybreak.Part("veil"),
			storyboard.Part{Layer: "cords", Slot: "wires", Draw: drawCords}.Resting(func(v stage.View) (int, bool) { return v.Count(solvedID, mostCords), v.Beat(lists) == 0 }),
			storyboard.Lettering{Slot: "sign-words", Key: "cultivation.sign-words", Face: typeset.SansBold, Color: "silver-light", Size: 0.42}.Part("sign"),
			storyboard.Lettering{Slot: "sign-note", Key: "cultivation.sign-note", Color: "silver", Size: 0.8, Optional: true}.Part("sign"),
		},
		Texts: texts(),
		Uses:  []string{"light", "eye", "husk", "leaf", "petals", "root", "tied", "loose", "sign-words"},
	}
	card := func(layer, words, paragraph string) {
		b.Cards = append(b.Cards, storyboard.CardOf(layer, words, paragraph))
	}
	card("sign", "cultivation.sign", planned)
	card("cords", "cultivation.cords", helped)
	for i := range rungs {
		r := &rungs[i]
		b.Parts = append(b.Parts, storyboard.Part{Layer: r.shelf, Slot: "seeds-" + r.name, Draw: r.draw}.Resting(r.rests))
		card(r.shelf, r.words, planned)
	}
	for i := range seedbeds {
		s := &seedbeds[i]
		b.Parts = append(b.Parts, storyboard.Part{Layer: s.layer, Slot: s.plants, Draw: s.draw}.Resting(func(v stage.View) (int, bool) {
			return v.Count(s.figure, mostPlants)<<16 | v.Count(s.flowers, mostPlants), v.Beat(beds) >= 1 && v.Finger.Force <= 0
		}))
		card(s.layer, "cultivation."+s.layer, s.paragraph)
	}
	for i, name := range [...]string{"policies", "problems", "relief"} {
		from, layer := opened*0.24*float64(i), "list-"+name
		b.Cues = append(b.Cues,
			storyboard.Cue{Layer: layer, Beat: lists, From: from, To: from + opened*0.1, Do: storyboard.Appear{}},
			storyboard.Cue{Layer: layer, Beat: lists, From: from, To: from + opened*0.5, Ease: anim.CubicOut, Do: storyboard.Fill{Slot: "sheet-" + name, Side: storyboard.Head}})
		b.Parts = append(b.Parts, storyboard.Lettering{Slot: "word-" + name, Key: "cultivation.word." + name, Face: typeset.SansBold, Color: "ink", Size: 0.42, Optional: true}.Part(layer))
		card(layer, "cultivation."+name, helped)
	}
	return b
}

// texts are the figures, each with its name beside it, the key, and the plan's name
// where a drawing has room for it.
func texts() []storyboard.Text {
	all := []storyboard.Text{
		{Slot: "plan", Key: "cultivation.plan", Face: typeset.SansBold, Color: "ink", Optional: true},
		{Slot: "key-seed", Key: "cultivation.key-seed", Beat: shelves, From: full * 0.6, To: full, Optional: true},
		{Slot: "key-plant", Key: "cultivation.key-plant", Beat: shelves, From: full * 0.6, To: full, Optional: true},
		// On upright forms the words have no room beside the number.
		{Slot: "solved", Key: "cultivation.solved-number", Face: typeset.SansBold, Color: "ink", Beat: lists, From: 0.84, To: 1, Optional: true},
	}
	said := func(name, figure, words, color, beat string, from float64) {
		to := min(from+0.16, 1)
		all = append(all,
			storyboard.Text{Slot: "figure-" + name, Figure: figure, Color: color, Beat: beat, From: from, To: to, Optional: true},
			storyboard.Text{Slot: "name-" + name, Key: words, Short: words + "-short", Beat: beat, From: from, To: to, Optional: true})
	}
	for i := range rungs {
		said(rungs[i].name, rungs[i].figure, rungs[i].words, "ink", shelves, full)
	}
	said("new", "cultivation.new-medium", "cultivation.new-medium", "leaf-dark", beds, 0.36)
	said("applied", "cultivation.applied", "cultivation.applied", "leaf-dark", beds, passed)
	said("approved", approvedID, approvedID, "accent", beds, blooms)
	said("solved", solvedID, "cultivation.solved", "ink", lists, 0.84)
	said("lists", listsID, "cultivation.lists", "ink", lists, opened)
	return all
}
