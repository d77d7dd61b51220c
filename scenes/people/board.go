package people

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// The parts of the beat in which one steps forward and shows what she has.
const (
	stepFrom, stepTo     = 0.1, 0.46
	liftFrom, liftTo     = 0.46, 0.58
	shineFrom, shineTo   = 0.6, 0.78
	passedFrom, passedTo = 0.62, 0.72 // of the beat in which the camera leaves her
	prints               = 6
	farther              = 0.44 // her size at her own place, in parts of that in front
)

func board() storyboard.Board {
	b := storyboard.Board{
		Parts: []storyboard.Part{{Layer: "crowd", Slot: "places", Draw: new(crowds).draw}},
		Uses:  []string{"vanishing", "distance", "sunward", "person", "one", "rows", "square", "view", "far-edge"},
		Texts: texts(),
		// The terrace goes on to the source's line.
		Carried: []storyboard.Carry{{Layer: "foot", By: storyboard.ToFoot}},
		Cards: []storyboard.Card{
			storyboard.CardOf(crowdID.Name, "people.crowd", "J32"),
			{Layer: "card", Title: "people.name.card", Text: "people.card-card", Paragraph: "J33", Slot: "card-card"},
			{Layer: "stones", Title: "people.stones-title", Text: "people.stones-card", Paragraph: "J31", Slot: "card-stones"},
		},
	}
	b.Cues.Add("place", beatStep, 0, taken, storyboard.Appear{})
	for i := 1; i <= prints; i++ {
		at := anim.Lerp(stepFrom, stepTo, float64(i)/(prints+1))
		b.Cues.Add(draw.Nth("print", i).String(), beatStep, at, at+0.05, storyboard.Appear{})
	}
	for _, layer := range [...]string{"one", "one-up", "one-shadow"} {
		b.Cues.Add(layer, beatStep, stepFrom, stepTo, storyboard.Scale{About: "one-foot", X: farther, Y: farther}).Ease = anim.SineInOut
		b.Cues.Add(layer, beatStep, stepFrom, stepTo, storyboard.Along{Slot: "step"}).Ease = anim.SineInOut
	}
	b.Cues.Add("one", beatStep, 0, taken, storyboard.Appear{})
	b.Cues.Add("one-shadow", beatStep, 0, taken, storyboard.Appear{})
	b.Cues.Add("one", beatStep, liftFrom, liftTo, storyboard.Vanish{})
	b.Cues.Add("one-up", beatStep, liftFrom-0.02, (liftFrom+liftTo)/2, storyboard.Appear{})
	b.Cues.Add("card", beatStep, liftFrom, liftTo, storyboard.Move{By: geom.P(0, 34)}).Ease = anim.BackOut
	b.Cues.Add("card", beatStep, liftFrom, (liftFrom+liftTo)/2, storyboard.Appear{})
	b.Cues.Add("rays", beatStep, liftTo-0.04, shineTo, storyboard.Appear{})
	b.Cues.Add("shine", beatStep, shineFrom, shineTo, storyboard.Along{Slot: "sweep"}).Ease = anim.SineInOut
	b.Cues.Add("shine", beatStep, shineFrom, shineFrom+0.04, storyboard.Appear{})
	b.Cues.Add("shine", beatStep, shineTo-0.04, shineTo, storyboard.Fade{From: 1, To: 0.35})
	b.Cues.Add("bed", beatStep, liftFrom, liftTo, storyboard.Appear{})
	b.Cues.Add("stones", beatStep, 0.74, 0.94, storyboard.Move{By: geom.P(0, 8)}).Ease = anim.CubicOut
	b.Cues.Add("stones", beatStep, 0.74, 0.88, storyboard.Appear{})
	b.Cues.Add("bed", beatLane, 0, 0.12, storyboard.Vanish{}) // with the words that stand on it
	// Mist hides the ranges as long as the title stands before them.
	b.Cues.Add("ranges", beatLane, 0.3, 1, storyboard.Appear{}).Ease = anim.SineInOut
	b.Cues.Add("stones", beatLane, 0, 0.2, storyboard.Vanish{})
	// She holds the card until the camera has left her behind: without it her arms would
	// be raised for nothing.
	for _, layer := range [...]string{"card", "card-shine"} {
		b.Cues.Add(layer, beatLane, passedFrom, passedTo, storyboard.Vanish{})
	}
	return b
}

// texts are the statements. Who is in the database, who holds a card and who has a
// grant stand apart.
func texts() []storyboard.Text {
	said := func(slot, key, short string, from float64) storyboard.Text {
		return storyboard.Text{Slot: slot, Key: key, Short: short, Beat: beatStep, From: from, To: from + 0.12, Until: beatLane}
	}
	bold := func(t storyboard.Text, face typeset.Face) storyboard.Text {
		t.Face, t.Color = face, "ink"
		return t
	}
	award := said("award", "people.award-name", "", 0.68)
	award.Figure, award.Unit = "people.award", 17
	all := []storyboard.Text{
		bold(said("card-name", "people.name.card", "", 0.56), typeset.Serif),
		said("card-note", "people.card-text", "people.card-short", 0.6),
		award,
		said("award-note", "people.award-note", "people.award-short", 0.72),
		bold(said("stones-name", "people.stones", "", 0.84), typeset.SansBold),
	}
	apart := said("apart", "people.apart", "", 0.78)
	apart.Color, apart.Optional = "mute", true
	all = append(all, apart)
	for i, key := range [...]string{"people.name.first", "people.name.second", "people.name.third"} {
		stone := bold(said(draw.Nth("stone", i+1).String(), key, "", 0.8), typeset.Serif)
		stone.Color, stone.Optional = "iron-0", true // which is dark by night too, as the stone is light
		all = append(all, stone)
	}
	return all
}
