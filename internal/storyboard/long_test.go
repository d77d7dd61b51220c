package storyboard_test

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// What is carried to the foot of an upright window ends there as in the design, however
// long it is; wide ones leave it where it is drawn.
func TestLayersReachTheFootOfLongWindows(t *testing.T) {
	s := open(t, &storyboard.Board{})
	for _, test := range []struct {
		w, h float64
		form stage.Form
	}{{360, 640, stage.Phone}, {390, 844, stage.Phone}, {1080, 2160, stage.Kiosk}, {1440, 1200, stage.Laptop}} {
		v := s.View(preview.Moment{Area: geom.R(0, 0, test.w, test.h)})
		if got := v.Layout().Form; got != test.form {
			t.Fatalf("%v × %v is a %s", test.w, test.h, got)
		}
		p := storyboard.PlaceOf(&v)
		by := storyboard.ToFoot(v, p)
		if !test.form.Upright() {
			if by != (geom.Pt{}) {
				t.Errorf("a %s has it carried by %v", test.form, by)
			}
			continue
		}
		foot := p.M.At(geom.P(0, v.Art.Height).Add(by))
		if by.X != 0 || math.Abs(foot.Y-test.h) > 1e-9 {
			t.Errorf("in %v × %v the design's foot is carried to %v", test.w, test.h, foot)
		}
	}
}

// A form that has no deck has one where the window is long enough, clear of the slot
// that the scene names; a scene that names none has none.
func TestLongWindowsHaveRoomForTheDeck(t *testing.T) {
	w := whole()
	w.Clear = "title"
	s := openScene(t, w)
	seen := map[bool]int{}
	for h := 500.0; h <= 1300; h += 50 {
		v := s.View(preview.Moment{Now: 3, Lang: story.EN, Area: geom.R(0, 0, 390, h)})
		var l draw.List
		s.DrawView(&l, 0, v)
		deck := mark(&l, "deck/line.1") != nil
		seen[deck]++
		p := storyboard.PlaceOf(&v)
		if end := w.Heading(v).Bottom(); deck && end > p.Slot("title").Y-v.Layout().Type.Small {
			t.Errorf("in a window %v high the heading ends at %v, the slot begins at %v", h, end, p.Slot("title").Y)
		}
	}
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("%d windows have a deck and %d have none", seen[true], seen[false])
	}
}
