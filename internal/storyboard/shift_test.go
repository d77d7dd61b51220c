package storyboard_test

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// A layer that is shifted begins where one slot lies over another and ends as drawn.
func TestALayerIsShiftedFromSlotToSlot(t *testing.T) {
	s := open(t, &storyboard.Board{Cues: []storyboard.Cue{{Layer: "house", Beat: "come", Ease: anim.Linear, Do: storyboard.Shift{At: "bank", From: "path"}}}})
	bank, path := geom.R(600, 300, 200, 200).Center(), geom.P(200, 300)
	for now, want := range map[float64]geom.Pt{0: path, 1: path.Lerp(bank, 0.5), 2: bank} {
		m := mark(picture(t, s, now), "house/sheet.1")
		if m == nil {
			t.Fatalf("at %v there is no house", now)
		}
		if got := m.M.At(bank); got.Dist(want) > 1e-9 {
			t.Errorf("at %v the middle of the house is at %v, want %v", now, got, want)
		}
	}
}
