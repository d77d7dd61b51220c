package storyboard_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/storyboard"
)

// Words on a layer are moved with it, keep their size in any window, and are left out
// where there is no slot for them or a word would have to be broken.
func TestLetteringMovesWithItsLayer(t *testing.T) {
	b := board()
	b.Parts = append(b.Parts,
		storyboard.Lettering{Slot: "title", Key: "cover.title", Size: 0.5}.Part("sun"),
		storyboard.Lettering{Slot: "no such slot", Key: "cover.deck", Size: 0.5}.Part("sun"))
	s := viewer(t, b)
	var l draw.List
	foot := func(now float64, key string) (y float64, there bool) {
		s.Draw(&l, at(s, now, laptop))
		for i := range l.Marks {
			if m := &l.Marks[i]; m.Kind == draw.KindText && m.ID.Name == key {
				return m.M.F, true
			}
		}
		return 0, false
	}
	before, there := foot(1, "cover.title")
	after, stays := foot(2, "cover.title")
	if !there || !stays || before <= after {
		t.Errorf("the words stand at %.1f (%v), and at %.1f (%v) when their layer has risen", before, there, after, stays)
	}
	if _, there := foot(2, "cover.deck"); there {
		t.Error("words stand without a slot")
	}
}
