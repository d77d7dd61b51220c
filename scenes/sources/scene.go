// Package sources is the close of the story: the newspaper page on a desk, a dot where
// each of its numbers stands and a reading glass over it; the page held to the light,
// with a window cut for each thing that it does not say; and the ring of the cover,
// empty but for the piece of paper on which the page breaks off.
//
// No sentence of the page is shown: grey lines stand for its text, in as many columns
// as our drawing has. A paragraph leads to the list of its figures, a figure to the
// scene that draws it, a window to the scene whose silence it is.
package sources

import (
	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	beatPage     = "page"
	beatFigures  = "figures"
	beatSilences = "silences"
	beatEnd      = "end"
	slipSlot     = "slip"
)

// New returns the scene for a story with the given other scenes.
func New(others []stage.Scene) *storyboard.Scene {
	s := sheetOf(others)
	scene := storyboard.New(storyboard.Scene{
		Link: "sources", Tuned: knobs,
		Steps: []anim.Beat{
			{Name: beatPage, Move: 2.2, Hold: 3},
			{Name: beatFigures, Move: 2.8, Hold: 5},
			{Name: beatSilences, Move: 3.4, Hold: 7},
			{Name: beatEnd, Move: 4.2, Hold: 8},
		},
		Wide:     0.37,
		Undecked: [4]bool{stage.Phone: true, stage.Kiosk: true}, Clear: "disc",
		Retitles: []storyboard.Retitle{
			{Beat: beatSilences, Title: "sources.title-silences", Deck: "sources.deck-silences", Hint: "sources.hint-silences"},
			{Beat: beatEnd, Title: "sources.title-end", Deck: "sources.deck-end", Short: "sources.deck-end", Hint: "sources.hint-end"},
		},
		Storyboard: s.board(),
		Over:       s.over,
		Beneath:    s.beneath,
	})
	s.paper.Heading = scene.Heading
	return scene
}

// place is the scene that draws a figure.
type place struct {
	scene  int    // in the story
	target string // its link
	title  string // the copy key of its title
}

func placesOf(scenes []stage.Scene) map[string]place {
	drawn := map[string]place{}
	for i, o := range scenes {
		if f, ok := o.(stage.Figured); ok {
			for _, id := range f.Figures() {
				if _, known := drawn[id]; !known {
					drawn[id] = place{i, o.Name() + "/1", o.Name() + ".title"}
				}
			}
		}
	}
	return drawn
}

func (s *sheet) board() storyboard.Board {
	b := storyboard.Board{
		Parts:   []storyboard.Part{s.paper.Part("boxes"), s.paper.Under("glass"), {Layer: "scrap", Slot: "scrap", Draw: numbers}},
		Carried: []storyboard.Carry{{Layer: "glass", By: s.paper.Drift}, {Layer: "glass-ring", By: s.paper.Drift}, {Layer: "foot", By: storyboard.ToFoot}},
		Uses:    []string{slipSlot, "glass", "scrap"},
		Answers: ways{},
	}
	b.Parts = append(b.Parts, names()...)
	far := func(x, y float64) storyboard.Move { return storyboard.Move{By: geom.P(x, y)} }
	b.Cues.Add("bundle", beatPage, 0, 0.42, far(1100, -40)).Ease = anim.CubicOut
	b.Cues.Add("upper", beatPage, 0.36, 0.72, storyboard.Scale{About: "fold", X: 1, Y: 0.02}).Ease = anim.CubicInOut
	b.Cues.Add("upper", beatPage, 0.36, 0.42, storyboard.Appear{})
	b.Cues.Add("slip", beatPage, 0.66, 0.9, storyboard.Appear{})
	b.Cues.Add("slip", beatPage, 0.66, 1, far(40, 0)).Ease = anim.CubicOut
	for _, layer := range [...]string{"glass", "glass-ring"} {
		b.Cues.Add(layer, beatFigures, 0.4, 0.6, storyboard.Appear{})
		b.Cues.Add(layer, beatFigures, 0.4, 0.8, far(120, -60)).Ease = anim.CubicOut
	}
	b.Cues.Add("table", beatSilences, 0.1, 0.26, storyboard.Vanish{})
	silences(&b)
	b.Cues = append(b.Cues, end()...)
	b.Texts = append(b.Texts, storyboard.Text{Slot: "credits", Key: "sources.credits", Short: "sources.credits-short", Beat: beatEnd, From: 0.84, To: 1})
	b.Cards = []storyboard.Card{storyboard.CardOf("scrap", "sources.half", "V13")}
	return b
}
