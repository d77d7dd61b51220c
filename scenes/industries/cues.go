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
func cues() (all []storyboard.Cue) {
	add := func(layer, beat string, from, to float64, ease anim.Ease, do storyboard.Change) {
		all = append(all, storyboard.Cue{Layer: layer, Beat: beat, From: from, To: to, Ease: ease, Do: do})
	}
	appear := func(layer, beat string, from, to float64) { add(layer, beat, from, to, nil, storyboard.Appear{}) }
	for i, p := range petals {
		from := lead * float64(half-1-i%half)
		for _, of := range halves {
			layer := p.name + "-" + of
			add(layer, open, from, from+turns, nil, storyboard.Scale{About: coreSlot, X: bud, Y: bud})
			add(layer, open, from, from+turns, anim.Reverse(anim.CubicInOut), storyboard.Turn{About: coreSlot, From: p.turns})
			if p.lit {
				appear(layer+"-lit", lights, 0, 0.14)
				add(layer+"-lit", lights, 0, 0.34, anim.CubicOut, storyboard.Fill{Slot: "petal"})
				continue
			}
			appear(layer+"-veil", lights, 0.04, 0.4)
		}
	}
	for _, name := range [...]string{"vehicles", "equipment", "chips", "design"} {
		appear(name+"-mark", open, 0.34, 0.6)
	}
	add("ghosts", open, 0.6, 0.95, nil, storyboard.Vanish{})
	appear("reflection", open, 0.5, 1)
	appear("glow", lights, 0.1, 0.42)
	appear("glow-night", lights, 0.1, 0.42)
	appear("sparkles", lights, 0.24, 0.44)
	for i := 1; i <= rings; i++ {
		from := 0.16 + 0.07*float64(i)
		ring := draw.Nth("halo", i).String()
		appear(ring, lights, from, from+0.16)
		add(ring, lights, from, from+0.3, anim.CubicOut, storyboard.Scale{About: "halo", X: shrunk, Y: shrunk})
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
