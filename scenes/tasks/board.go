package tasks

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// room is one of the six tasks. Its layers and slots have its name in theirs.
type room struct {
	name, figure string
	leads        string // to where its figure is told
}

// rooms are the tasks as the page lists them. Three have figures there, each of
// another thing.
var rooms = [...]room{
	{"toilets", "households.rebuilt", "households/2"}, {"waste", "water.sorting-villages", "water/2"}, {"sewage", "water.sewers", "water/1"},
	{name: "looks"}, {name: "farm"}, {name: "plans"},
}

// rebuilt is the room whose figure on phones stands in two lines.
const rebuilt = "toilets"

// opens is when the room at i begins to open, in shares of the beat.
func opens(i int) float64 { return back + pace*float64(i) }

// The rooms open at one pace, each when the one before it is half done, after the
// camera has drawn back.
const (
	back  = 0.18 // of the beat: the camera
	pace  = 0.13 // from one room to the next
	takes = 0.16 // each
)

func board() storyboard.Board {
	b := storyboard.Board{
		Parts:   []storyboard.Part{{Layer: "heap-glow", Slot: "heap", Draw: heap(pile()).draw}},
		Carried: []storyboard.Carry{{Layer: "foot", By: foot}},
		Uses:    []string{"voice-number", "voice-name", "voice-where", "voice", "voice-note", "gate", "money"},
	}
	for i, r := range rooms {
		from := opens(i)
		cue := func(layer string, start, end float64, ease anim.Ease, do storyboard.Change) {
			b.Cues = append(b.Cues, storyboard.Cue{
				Layer: layer + "-" + r.name, Beat: beatRooms, From: from + takes*start, To: from + takes*end, Ease: ease, Do: do,
			})
		}
		cue("beads", 0, 0.12, nil, storyboard.Vanish{})
		cue("tiles", 0, 0.72, anim.Reverse(anim.CubicInOut), storyboard.Trace{})
		cue("cut", 0.6, 0.78, nil, storyboard.Appear{})
		cue("infill", 0.1, 0.4, nil, storyboard.Vanish{})
		for _, side := range [...]string{"left", "right"} {
			b.Cues = append(b.Cues, storyboard.Cue{
				Layer: "doors-" + r.name + "-" + side, Beat: beatRooms, From: from + takes*0.2, To: from + takes*0.7,
				Ease: anim.Reverse(anim.CubicOut), Do: storyboard.Along{Slot: "slide-" + r.name + "-" + side},
			})
		}
		cue("enter", 0, 0.3, nil, storyboard.Appear{})
		b.Parts = append(b.Parts, storyboard.Part{Layer: "enter-" + r.name, Slot: "bay-" + r.name, Draw: lit("enter-" + r.name)})
		cue("light", 0.35, 0.95, anim.CubicOut, storyboard.Appear{})
		b.Parts = append(b.Parts, storyboard.Back{Opacity: 0.62, Wide: true}.Behind("light-"+r.name, "label-"+r.name, "figure-"+r.name)) // on the lit floor; by night in the drawing's lee
		said := storyboard.Text{Beat: beatRooms, From: from + takes*0.7, To: from + takes}
		name, number := said, said
		name.Slot, name.Key, name.Face, name.Color = "label-"+r.name, "tasks."+r.name, typeset.SansBold, "ink"
		if r.name == "waste" {
			name.Short = "tasks.waste-short"
		}
		number.Slot, number.Size = "figure-"+r.name, 14
		if r.figure != "" {
			number.Figure, number.Unit, number.Color = r.figure, 9, "accent"
		} else {
			number.Key, number.Short = "tasks.none", "tasks.none-short"
		}
		b.Texts = append(b.Texts, name)
		if r.name == rebuilt {
			b.Uses = append(b.Uses, number.Slot)
		} else {
			b.Texts = append(b.Texts, number)
		}
		if r.leads != "" {
			what := said
			what.Slot, what.Key, what.Short, what.Size = "what-"+r.name, "tasks."+r.name+"-what", "tasks."+r.name+"-what-short", 14
			what.Way = storyboard.Way{Target: r.leads, Label: "tasks." + r.name + "-go"}
			b.Texts = append(b.Texts, what)
		}
		b.Cards = append(b.Cards, storyboard.CardOf("enter-"+r.name, "tasks."+r.name, ""))
	}
	b.Cards = append(b.Cards,
		storyboard.CardOf("heap-glow", "tasks.heap", ""),
		storyboard.Card{Layer: "man", Title: "tasks.man", Text: "tasks.voice-card", Slot: "card-man"},
	)
	b.Cues = append(b.Cues,
		storyboard.Cue{Layer: "lee", Beat: beatRooms, From: back, To: back + pace*2, Do: storyboard.Appear{}},
		storyboard.Cue{Layer: "rays", Beat: beatRooms, From: back + pace, To: back + pace*4, Do: storyboard.Appear{}},
		storyboard.Cue{Layer: "heap-glow", Beat: beatMoney, To: 0.35, Do: storyboard.Appear{}},
		storyboard.Cue{Layer: "sparkles", Beat: beatMoney, From: 0.8, To: 1, Do: storyboard.Appear{}},
	)
	b.Texts = append(b.Texts,
		storyboard.Text{Slot: "money-note", Key: "tasks.money", Short: "tasks.money-short", Beat: beatMoney, From: 0.72, To: 0.86},
		storyboard.Text{Slot: "money-scale", Key: "tasks.scale", Short: "tasks.scale-short", Beat: beatMoney, From: 0.78, To: 0.92},
	)
	return b
}

// lit has the edge of a room shine while it is pointed at or picked.
func lit(layer string) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Name(layer)
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		storyboard.Shine(l, &v, id, at, 2.5, v.Theme.MoltenLight)
	}
}
