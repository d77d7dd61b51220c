package storyboard

import (
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Extent is the size of a slot that says how large something is.
func Extent(a *stage.Art, slot string) geom.Pt {
	i, ok := a.Slot(slot, "")
	if !ok {
		return geom.P(1, 1)
	}
	return geom.P(a.Slots[i].Rect.W, a.Slots[i].Rect.H)
}
