package storyboard_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// A plate lies under all words, not only its own: it would dim what stands beside it.
func TestPlatesLieUnderAllWords(t *testing.T) {
	b := board()
	b.Texts = []storyboard.Text{
		{Slot: "title", Key: "cover.title", Size: 20},
		{Slot: "year", Key: "cover.title", Size: 20, Back: storyboard.Back{Opacity: 0.5}},
		{Slot: "heap", Key: "cover.title", Size: 20, Back: storyboard.Back{Opacity: 0.5, Upright: true}},
	}
	s := viewer(t, b)
	for _, c := range []struct {
		area   geom.Rect
		plates int
	}{{laptop, 1}, {geom.R(0, 0, 360, 640), 2}} {
		var l draw.List
		s.Draw(&l, at(s, 4, c.area))
		plates, words := map[string]geom.Rect{}, 0
		for i := range l.Marks {
			switch m := &l.Marks[i]; {
			case m.ID.Part == "backing":
				if words > 0 {
					t.Errorf("%.0f: %s lies over words", c.area, m.ID)
				}
				plates[m.ID.Name] = plates[m.ID.Name].Union(l.Bounds(i))
			case m.Kind == draw.KindText:
				words++
				if plate, ok := plates[m.ID.Name]; ok && !plate.Contains(l.Bounds(i)) {
					t.Errorf("%.0f: the plate of %s is %.0f, its words are %.0f", c.area, m.ID, plate, l.Bounds(i))
				}
			}
		}
		if len(plates) != c.plates || words < 3 {
			t.Errorf("%.0f: %d plates for %d words, want %d", c.area, len(plates), words, c.plates)
		}
	}
}
