package storyboard

import (
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// Pattern appends a layer that is drawn about the origin, to be set down wherever a
// scene has pushed: a pawn, a flag, a town. Hide keeps it from being seen by itself.
func Pattern(l *draw.List, v *stage.View, id draw.ID, layer string) {
	i, ok := v.Art.Layer(layer)
	if !ok {
		return
	}
	for _, piece := range v.Art.Layers[i].Pieces {
		if piece.Sheet != nil {
			l.Sheet(id, piece.Sheet)
		}
	}
}

// Hide is the cues that keep patterns from being seen where they are drawn.
func Hide(layers ...string) (all []Cue) {
	for _, layer := range layers {
		all = append(all, Cue{Layer: layer, Do: Fade{}})
	}
	return all
}
