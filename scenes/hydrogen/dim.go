package hydrogen

import (
	"slices"

	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// dimmest is how much of their light the links keep that are not picked.
const dimmest = 0.42

// boardFor is the board as the reader's choice has it: what is picked stands out from
// the rest. The boards of choices that have settled are ready.
func (s *Scene) boardFor(v *stage.View) *storyboard.Board {
	any := v.AnyPicked(stageID(0).Name)
	if any <= 0 {
		return &s.board
	}
	var light [stageCount]float64
	for i := range light {
		pick := v.Pick(stageID(i))
		if pick >= 1 && any >= 1 {
			return &s.picked[i]
		}
		light[i] = 1 - (1-dimmest)*any*(1-pick)
	}
	b := dimmed(&s.board, light)
	return &b
}

// dimmed is a board on which each link keeps a part of its light.
func dimmed(b *storyboard.Board, light [stageCount]float64) storyboard.Board {
	out := *b
	out.Cues = slices.Clone(b.Cues)
	for i := range stages {
		for _, layer := range stages[i].layers {
			if layer != "" && light[i] < 1 {
				out.Cues = append(out.Cues, storyboard.Cue{Layer: layer, Beat: research, Do: storyboard.Fade{From: light[i], To: light[i]}})
			}
		}
	}
	return out
}
