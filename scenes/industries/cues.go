package industries

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/storyboard"
)

// The petals turn like two hands of cards: the last of each side leads, and each that
// is nearer to the top starts a little later.
const (
	lead  = 0.05
	turns = 0.78 // of the beat, each
	bud   = 0.8  // how long a petal is before it turns, in parts of its length
)

// opened is how far the petals that stand so far from the top have turned.
func opened(t float64, fromTop int) float64 {
	from := lead * float64(half-1-fromTop)
	return anim.Span(t, from, from+turns, anim.CubicInOut)
}

// cues turn the petals, which are all drawn upright, into their places, and light the
// one that is a flagship while the others step back.
func cues() (all storyboard.Cues) {
	appear := func(layer, beat string, from, to float64) { all.Add(layer, beat, from, to, storyboard.Appear{}) }
	for i, p := range petals {
		from := lead * float64(half-1-i%half)
		for _, of := range halves {
			layer := p.name + "-" + of
			all.Add(layer, open, from, from+turns, storyboard.Scale{About: coreSlot, X: bud, Y: bud})
			all.Add(layer, open, from, from+turns, storyboard.Turn{About: coreSlot, From: p.turns}).Ease = anim.Reverse(anim.CubicInOut)
			if p.lit {
				appear(layer+"-lit", lights, 0, 0.14)
				all.Add(layer+"-lit", lights, 0, 0.34, storyboard.Fill{Slot: "petal"}).Ease = anim.CubicOut
				continue
			}
			appear(layer+"-veil", lights, 0.04, 0.4)
		}
	}
	for _, name := range [...]string{"vehicles", "equipment", "chips", "design"} {
		appear(name+"-mark", open, 0.34, 0.6)
	}
	all.Add("ghosts", open, 0.6, 0.95, storyboard.Vanish{})
	appear("reflection", open, 0.5, 1)
	appear("glow", lights, 0.1, 0.42)
	appear("glow-night", lights, 0.1, 0.42)
	appear("sparkles", lights, 0.24, 0.44)
	for i := 1; i <= rings; i++ {
		from := 0.16 + 0.07*float64(i)
		ring := draw.Nth("halo", i).String()
		appear(ring, lights, from, from+0.16)
		all.Add(ring, lights, from, from+0.3, storyboard.Scale{About: "halo", X: shrunk, Y: shrunk}).Ease = anim.CubicOut
	}
	appear("lamp", lights, riseFrom, riseFrom+0.12)
	appear("lamp-light", lights, riseFrom, riseTo)
	return all
}

// rings of light leave the lit petal, once, from so much of their size.
const (
	rings  = 3
	shrunk = 0.92
)
