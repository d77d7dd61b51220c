// Package habits is the scene of the drive's aims: the window of a village house, whose
// upper sashes are propped up for what is to be raised and whose lower panes are
// papered anew for what is to be changed. Drawn from paragraphs V15 to V18.
//
// Opening and papering are what is to be done, not what has been: a papercut has the
// colour of its aim from the first frame, and all sashes come to one angle. Only four
// of the aims have an outcome on the page, in words and without a number: those bear a
// slip of paper that says so, and the others none.
package habits

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

const (
	beatOpen = "open"
	beatSaid = "said"

	raisesID  = "habits.raises"
	changesID = "habits.changes"
	allID     = "habits.all"
)

// aim is one of what the drive is to bring about. Its layers and slots are numbered in
// the order of aims, and its words have its name.
type aim struct {
	name string
	said bool // the page says that it has become better
}

var aims = [...]aim{
	{"income", true}, {"water", false}, {"housing", false}, {"content", true},
	{"hygiene", true}, {"habit", true}, {"toilet", false},
}

// raised is how many of them are to be raised; the others are to be changed.
const raised = 4

// The beats, in parts of them: the upper sashes swing one after another, then the old
// sheets roll down; each slip drops and swings out.
const (
	swingFrom, swingEach, swingLasts = 0.02, 0.055, 0.24
	rollFrom, rollEach, rollLasts    = 0.42, 0.11, 0.28
	onlyFrom                         = 0.88

	slipFrom, slipEach, dropLasts, swayLasts = 0.02, 0.15, 0.14, 0.5
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "habits", Tuned: knobs,
		Sources: []string{"V15", "V16", "V17", "V18"},
		Steps: []anim.Beat{
			{Name: beatOpen, Move: 4.8, Hold: 3.5},
			{Name: beatSaid, Move: 2.6, Hold: 6},
		},
		Drawn:    []string{raisesID, changesID, allID},
		Counts:   []stage.Room{{Figure: raisesID, Most: raised}, {Figure: changesID, Most: len(aims) - raised}},
		Wide:     0.335, // the window stands beside the title
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true}, Clear: "raises",
		Storyboard: board(),
	})
}

func board() storyboard.Board {
	b := storyboard.Board{
		Uses:  []string{eyeSlot},
		Cards: []storyboard.Card{storyboard.CardOf("lintel", "habits.lasting", "V18")},
		Texts: []storyboard.Text{
			{Slot: "raises", Figure: raisesID, Key: "habits.to-raise", Color: "accent", Beat: beatOpen, From: 0, To: 0.1},
			{Slot: "raises-word", Key: "habits.to-raise", Beat: beatOpen, From: 0, To: 0.1},
			{Slot: "changes", Figure: changesID, Key: "habits.to-change", Color: "crowd", Beat: beatOpen, From: rollFrom - 0.04, To: rollFrom + 0.06},
			{Slot: "changes-word", Key: "habits.to-change", Beat: beatOpen, From: rollFrom - 0.04, To: rollFrom + 0.06},
			{Slot: "only", Key: "habits.only", Short: "habits.only-short", Beat: beatOpen, From: onlyFrom, To: 1},
		},
	}
	slips := 0
	b.Carried = append(b.Carried, storyboard.Carry{Layer: "foot", By: storyboard.ToFoot}) // the wall ends above the hint
	for i, a := range aims {
		key, layer := "habits."+a.name, aimID(i).String()
		b.Cards = append(b.Cards, storyboard.Card{Layer: layer, Title: key, Text: key + "-card", Paragraph: "V17", Slot: draw.Nth("card", i+1).String()})
		b.Texts = append(b.Texts, storyboard.Text{Slot: draw.Nth("name", i+1).String(), Key: key + "-name", Face: typeset.SansBold, Color: "molten-light", Layer: layer})
		if i < raised {
			s := newSash(i)
			b.Parts = append(b.Parts, storyboard.Part{Layer: layer, Slot: s.slot, Draw: s.draw})
			// The sash is drawn as it hangs shut, and shown by the part alone.
			b.Cues = append(b.Cues, storyboard.Cue{Layer: s.slot, Do: storyboard.Fade{}}, beam(i))
		} else {
			b.Cues = append(b.Cues, sheet(i)...)
			b.Carried = append(b.Carried, storyboard.Carry{Layer: draw.Nth("roll", i+1).String(), By: carried(i)})
		}
		if a.said {
			b.Cues = append(b.Cues, slip(i, slips)...)
			b.Parts = append(b.Parts, storyboard.Lettering{
				Slot: draw.Nth("slip-text", i+1).String(), Key: key + "-said", Face: typeset.SansBold, Color: "ink", Size: 0.54,
				Optional: true, // in the smallest windows a slip is a sign
			}.Part(draw.Nth("slip", i+1).String()))
			slips++
		}
	}
	return b
}

func aimID(i int) draw.ID { return draw.Nth("aim", i+1) }

// beam is the light that falls in below a raised sash.
func beam(i int) storyboard.Cue {
	return storyboard.Cue{
		Layer: draw.Nth("beam", i+1).String(), Do: storyboard.Appear{},
		Share: func(v stage.View) float64 { return angle(&v, i, geom.Rect{}) / rest(&v) },
	}
}

// slip drops on its thread and swings out; while its aim's card is open, which says
// more, it is away.
func slip(i, turn int) []storyboard.Cue {
	layer, from := draw.Nth("slip", i+1).String(), slipFrom+slipEach*float64(turn)
	return []storyboard.Cue{
		{Layer: layer, Beat: beatSaid, From: from, To: from + dropLasts/2, Do: storyboard.Appear{}},
		{Layer: layer, Beat: beatSaid, From: from, To: from + dropLasts, Ease: anim.BackOut, Do: storyboard.Move{By: geom.P(0, -12)}},
		{Layer: layer, Beat: beatSaid, From: from, To: min(from+swayLasts, 1), Ease: sway, Do: storyboard.Turn{About: draw.Nth("pin", i+1).String(), From: 0.34}},
		{Layer: layer, Do: storyboard.Fade{From: 1, To: 0}, Share: func(v stage.View) float64 { return v.Pick(aimID(i)) }},
	}
}
