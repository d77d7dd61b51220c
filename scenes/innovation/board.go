package innovation

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
	"lianhua/scenes/innovation/tally"
)

// The part of the first beat in which the shadow climbs the hill, and how far below
// where it ends its edge begins, in parts of the drawing's height.
const (
	duskFrom, duskTo = 0.12, 0.92
	climb            = 0.88
	edges            = 0.06 // when the shadow's edge lies beyond the city still, or again
)

func board() storyboard.Board {
	windows, panes := fields()
	b := storyboard.Board{
		Parts: []storyboard.Part{
			windows.Unlit("dark-windows"), windows.Lit("windows"), one("firms", "city-outline", windows),
			panes.Unlit("dark-panes"), panes.Lit("panes"), one("high-tech", "glass-outline", panes),
			{Layer: "pennant", Slot: "streamer", Draw: streamer},
		},
		Uses: []string{"window", "window-pitch", "pane", "pane-pitch", "star", "rank", "rank-label"},
	}
	for _, t := range [...]*tally.Tally{windows, panes} {
		b.Uses = append(b.Uses, t.Slots...)
	}
	dusk(&b)
	shine(&b)
	rise(&b)
	texts(&b)
	for _, name := range [...]string{"firms", "high-tech", "pennant"} {
		b.Cards = append(b.Cards, storyboard.CardOf(name, "innovation."+name, "J02"))
	}
	return b
}

// dusk has the sun sink into the gap of the hills, and the shadow climb the city: the
// windows that it has reached are lit. They are as many as they ever will be.
func dusk(b *storyboard.Board) {
	b.Cues.Add("sun", field, 0, duskTo, storyboard.Along{Slot: "sunset"}).Ease = anim.SineInOut
	b.Cues.Add("day-glow", field, 0.3, 1, storyboard.Fade{From: 1, To: 0.45})
	shadow := func(layer string, below bool) {
		b.Cues.Add(layer, field, duskFrom, duskTo, storyboard.Above{Slot: "edge", Rise: climb, Below: below}).Ease = anim.SineInOut
	}
	for k := range rows {
		sunny := draw.Nth("sunny", k+1).String()
		shadow(sunny, false)
		b.Cues.Add(sunny, field, duskTo-edges, duskTo, storyboard.Vanish{})
	}
	shadow("windows", true)
	b.Cues.Add("windows", field, duskFrom, duskFrom+edges, storyboard.Appear{})
	shadow("firms", true)
	b.Cues.Add("city-glow", field, 0.3, 1, storyboard.Appear{})
	b.Cues.Add("reflections", field, 0.2, 0.8, storyboard.Appear{})
	for i := range houses {
		b.Cues.Add(draw.Nth("lustre", i+1).String(), field, 0.4, 1, storyboard.Fade{From: 1, To: 0.4})
	}
}

// shine lights all panes of the other bank, in all houses at one height.
func shine(b *storyboard.Board) {
	b.Cues.Add("panes", second, 0, 0.6, storyboard.Fill{Slot: "glass"}).Ease = anim.SineInOut
	b.Cues.Add("high-tech", second, 0, 0.3, storyboard.Appear{})
	for i := range houses {
		b.Cues.Add(draw.Nth("lustre", i+1).String(), second, 0, 0.6, storyboard.Vanish{})
		b.Cues.Add(draw.Nth("glow", i+1).String(), second, 0.2, 0.8, storyboard.Appear{})
	}
	b.Cues.Add("glass-glow", second, 0.3, 1, storyboard.Appear{})
	b.Cues.Add("glass-glow-night", second, 0.3, 1, storyboard.Appear{})
	b.Cues.Add("glass-reflections", second, 0.4, 1, storyboard.Appear{})
}

// rise has the sky darken and the stars come, figure by figure; then the pennant.
func rise(b *storyboard.Board) {
	b.Cues.Add("day-glow", clusters, 0, 0.3, storyboard.Fade{From: 1, To: 0.3})
	b.Cues.Add("afterglow", clusters, 0, 0.4, storyboard.Fade{From: 1, To: 0.75})
	for _, layer := range [...]string{"clouds", "clouds-night"} { // the stars take their place
		b.Cues.Add(layer, clusters, 0, 0.16, storyboard.Vanish{})
	}
	b.Cues.Add("chart", clusters, 0, 0.4, storyboard.Appear{})
	for i := range groups {
		g, from := &groups[i], starsFrom(i)
		b.Cues.Add(g.layer, clusters, from, from+0.06, storyboard.Appear{})
		b.Parts = append(b.Parts, g.part(i))
		b.Cards = append(b.Cards, storyboard.Card{Layer: g.layer, Title: g.figure, Text: g.detail, Paragraph: "J02", Slot: g.card})
		b.Uses = append(b.Uses, g.numberSlot, g.labelSlot, g.stars, g.threads)
	}
	b.Cues.Add("mast", clusters, unrolled-0.14, unrolled-0.04, storyboard.Appear{})
	b.Cues.Add("pennant", clusters, unrolled-0.02, unrolled, storyboard.Appear{})
}

// texts are the words of the two fields, and between them what the page leaves open.
func texts(b *storyboard.Board) {
	say := func(beat string, from float64, t storyboard.Text) {
		t.Beat, t.From, t.To = beat, from, from+0.25
		b.Texts = append(b.Texts, t)
	}
	say(field, 0.02, storyboard.Text{Slot: "firms-figure", Figure: firmsID, Unit: 15, Color: "gold-dark", Key: "innovation.firms-name"})
	say(field, 0.06, storyboard.Text{Slot: "firms-name", Key: "innovation.firms-name", Short: "innovation.firms-short", Face: typeset.SansBold, Color: "ink"})
	say(field, 0.1, storyboard.Text{Slot: "firms-scale", Key: "innovation.firms-scale", Optional: true})
	say(second, 0.3, storyboard.Text{Slot: "tech-figure", Figure: highTechID, Unit: 15, Color: "deep", Key: "innovation.tech-name"})
	say(second, 0.36, storyboard.Text{Slot: "tech-name", Key: "innovation.tech-name", Short: "innovation.tech-short", Face: typeset.SansBold, Color: "ink", Back: storyboard.Back{Opacity: 0.4}})
	say(second, 0.42, storyboard.Text{Slot: "tech-scale", Key: "innovation.tech-scale", Optional: true})
	say(second, 0.7, storyboard.Text{Slot: "apart", Key: "innovation.apart", Optional: true})
}
