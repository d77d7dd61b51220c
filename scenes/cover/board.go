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
	for _, layer := range [...]string{"within", "metal"} {
		b.Cues.Add(layer, forging, poured, closed, storyboard.Sweep{Slot: "disc"}).Ease = anim.SineInOut
	}
	for _, layer := range [...]string{"hot-head", "trail", "beam"} {
		b.Cues.Add(layer, forging, poured, closed, storyboard.Turn{About: "disc", From: -2 * math.Pi}).Ease = anim.SineInOut
		b.Cues.Add(layer, forging, poured, poured+0.08, storyboard.Appear{}).Ease = anim.Linear
	}
	b.Cues.Add("hot-head", forging, glowing, 1, storyboard.Vanish{}).Ease = anim.Linear
	b.Cues.Add("trail", forging, glowing, 1, storyboard.Vanish{})
	b.Cues.Add("beam", forging, glowing, closed, storyboard.Vanish{}).Ease = anim.Linear
	b.Cues.Add("mould", forging, 0.7, closed, storyboard.Vanish{})
	b.Cues.Add("lustre", forging, glowing, 1, storyboard.Appear{})
	for _, layer := range [...]string{"pool", "front-pool", "reflection", "glints"} {
		b.Cues.Add(layer, forging, poured, closed, storyboard.Appear{})
	}
}

// wake has the sun rise through the ring, the mist thin, windows go on block by
// block, people start on their way, and the boat put out.
func wake(b *storyboard.Board) {
	const rise = 30
	for _, layer := range [...]string{"sun", "sun-glow", "rays", "moon"} {
		b.Cues.Add(layer, waking, 0, 0.7, storyboard.Move{By: geom.P(0, rise)})
	}
	b.Cues.Add("sun-glow", waking, 0, 0.7, storyboard.Fade{From: 0.6, To: 1})
	b.Cues.Add("rays", waking, 0, 0.7, storyboard.Appear{})
	b.Cues.Add("mist", waking, 0, 0.8, storyboard.Fade{From: 1, To: 0.12})
	b.Cues.Add("furnace", waking, 0, 0.5, storyboard.Fade{From: 0.3, To: 1})
	for i, layer := range [...]string{"windows-near", "windows-middle", "windows-far"} {
		b.Cues.Add(layer, waking, 0.2*float64(i), 0.3+0.2*float64(i), storyboard.Appear{})
	}
	b.Cues.Add("windows-night", waking, 0.3, 0.9, storyboard.Fade{From: 0.6, To: 1})
	b.Cues.Add("homelights", waking, 0.35, 1, storyboard.Appear{})
	b.Cues.Add("villagers", waking, 0.35, 1, storyboard.Move{By: geom.P(-6, 9)})
	b.Cues.Add("villagers", waking, 0.35, 0.8, storyboard.Appear{})
	for _, layer := range [...]string{"boat", "wake"} {
		b.Cues.Add(layer, waking, 0.1, 1, storyboard.Along{Slot: "course"})
	}
	b.Cues.Add("wake", waking, 0.1, 0.7, storyboard.Appear{})
	b.Cues.Add("egrets", waking, 0, 1, storyboard.Move{By: geom.P(-46, 12)})
	b.Cues.Add("light-patch", waking, 0.2, 1, storyboard.Appear{})
	b.Cues.Add("moon-patch", waking, 0.2, 1, storyboard.Appear{})
	b.Cues.Add("stars-of-light", waking, 0.6, 1, storyboard.Appear{})
	b.Cues.Add("rules", waking, 0.5, 0.9, storyboard.Appear{})
}
