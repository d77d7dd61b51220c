package storyboard_test

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// A line that rises parts a layer: above it the one is seen, below it the other.
func TestALayerIsSeenOnOneSideOfALine(t *testing.T) {
	for _, below := range [...]bool{false, true} {
		b := &storyboard.Board{Cues: []storyboard.Cue{{Layer: "house", Beat: "come", Ease: anim.Linear, Do: storyboard.Above{Slot: "path", Rise: 0.4, Below: below}}}}
		s := open(t, b)
		if seen := mark(picture(t, s, 0), "house/sheet.1") != nil; seen == below {
			t.Errorf("below %v: before, it is seen: %v", below, seen)
		}
		if seen := mark(picture(t, s, 2), "house/sheet.1") != nil; seen != below {
			t.Errorf("below %v: after, it is seen: %v", below, seen)
		}
		// Half way the line, which ends at 400, lies 180 lower.
		m := mark(picture(t, s, 1), "house/sheet.1")
		if m.Within == nil || m.Within.Has(geom.P(200, 300)) == below || m.Within.Has(geom.P(200, 460)) != below {
			t.Errorf("below %v: half way not one side is seen, and it alone", below)
		}
	}
}
