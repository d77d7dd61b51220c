package cover

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// The hot head's way round the ring, in parts of the beat.
const (
	poured  = 0.04
	closed  = 0.86
	glowing = 0.8 // from here on the metal cools everywhere
)

func board(doors []door) storyboard.Board {
	b := storyboard.Board{
		Parts:   []storyboard.Part{{Layer: "hot-head", Slot: "disc", Draw: sparks}},
		Cards:   []storyboard.Card{{Layer: "metal", Title: "cover.ring", Text: "cover.ring-card", Paragraph: "J36", Slot: "card"}},
		Answers: answers(doors),
	}
	forge(&b)
	wake(&b)
	for i := range doors {
		open(&b, &doors[i], i, len(doors))
	}
	for _, name := range [...]string{"jiulongpo", "jiangjin"} {
		b.Texts = append(b.Texts, storyboard.Text{Slot: "district-" + name, Key: "cover." + name, Face: bold, Color: "ink", Beat: waking, From: 0.5, To: 0.9})
	}
	return b
}

// forge runs a white-hot head once round the ring: what it has passed is metal that
// cools, and in the ring print has turned into the valley.
func forge(b *storyboard.Board) {
	cue := func(layer string, from, to float64, ease anim.Ease, do storyboard.Change) {
		b.Cues = append(b.Cues, storyboard.Cue{Layer: layer, Beat: forging, From: from, To: to, Ease: ease, Do: do})
	}
	for _, layer := range [...]string{"within", "metal"} {
		cue(layer, poured, closed, anim.SineInOut, storyboard.Sweep{Slot: "disc"})
	}
	for _, layer := range [...]string{"hot-head", "trail", "beam"} {
		cue(layer, poured, closed, anim.SineInOut, storyboard.Turn{About: "disc", From: -2 * math.Pi})
		cue(layer, poured, poured+0.08, anim.Linear, storyboard.Appear{})
	}
	cue("hot-head", glowing, 1, anim.Linear, storyboard.Vanish{})
	cue("trail", glowing, 1, nil, storyboard.Vanish{})
	cue("beam", glowing, closed, anim.Linear, storyboard.Vanish{})
	cue("mould", 0.7, closed, nil, storyboard.Vanish{})
	cue("lustre", glowing, 1, nil, storyboard.Appear{})
	for _, layer := range [...]string{"pool", "front-pool", "reflection", "glints"} {
		cue(layer, poured, closed, nil, storyboard.Appear{})
	}
}

// wake has the sun rise through the ring, the mist thin, windows go on block by
// block, people start on their way, and the boat put out.
func wake(b *storyboard.Board) {
	cue := func(layer string, from, to float64, do storyboard.Change) {
		b.Cues = append(b.Cues, storyboard.Cue{Layer: layer, Beat: waking, From: from, To: to, Do: do})
	}
	const rise = 30
	for _, layer := range [...]string{"sun", "sun-glow", "rays", "moon"} {
		cue(layer, 0, 0.7, storyboard.Move{By: geom.P(0, rise)})
	}
	cue("sun-glow", 0, 0.7, storyboard.Fade{From: 0.6, To: 1})
	cue("rays", 0, 0.7, storyboard.Appear{})
	cue("mist", 0, 0.8, storyboard.Fade{From: 1, To: 0.12})
	cue("furnace", 0, 0.5, storyboard.Fade{From: 0.3, To: 1})
	for i, layer := range [...]string{"windows-near", "windows-middle", "windows-far"} {
		cue(layer, 0.2*float64(i), 0.3+0.2*float64(i), storyboard.Appear{})
	}
	cue("windows-night", 0.3, 0.9, storyboard.Fade{From: 0.6, To: 1})
	cue("homelights", 0.35, 1, storyboard.Appear{})
	cue("villagers", 0.35, 1, storyboard.Move{By: geom.P(-6, 9)})
	cue("villagers", 0.35, 0.8, storyboard.Appear{})
	for _, layer := range [...]string{"boat", "wake"} {
		cue(layer, 0.1, 1, storyboard.Along{Slot: "course"})
	}
	cue("wake", 0.1, 0.7, storyboard.Appear{})
	cue("egrets", 0, 1, storyboard.Move{By: geom.P(-46, 12)})
	cue("light-patch", 0.2, 1, storyboard.Appear{})
	cue("moon-patch", 0.2, 1, storyboard.Appear{})
	cue("stars-of-light", 0.6, 1, storyboard.Appear{})
	cue("rules", 0.5, 0.9, storyboard.Appear{})
}
