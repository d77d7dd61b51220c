package storyboard_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// One mark, one thing: as many as have come, each in its row on the slope, and the
// layer that they are drawn after is never seen by itself.
func TestStampsAreCountedInRows(t *testing.T) {
	stamps := &storyboard.Stamps{
		Mark: "house", Figure: "inspection.teams", Slope: "path", Grid: "bank", Wide: 4, Upright: 3,
		Come: func(v stage.View) float64 { return v.Beat("come") },
	}
	s := open(t, &storyboard.Board{Cues: []storyboard.Cue{stamps.Cue()}, Parts: []storyboard.Part{stamps.Part("ground")}})
	fig, ok := s.Bundle.In(0).Figure("inspection.teams")
	if !ok {
		t.Fatal("there is no such figure")
	}
	for now, want := range map[float64]int{0: 0, 2: fig.Count()} {
		l := picture(t, s, now)
		if mark(l, "house/sheet.1") != nil {
			t.Errorf("at %v the mark's own layer is seen", now)
		}
		n := 0
		if m := mark(l, "house/all.1"); m != nil {
			places := map[geom.Pt]bool{}
			for k, v := 0, 0; v < len(m.Path.Verbs); v++ {
				if m.Path.Verbs[v] == geom.MoveTo {
					n++
					places[m.Path.Pts[k]] = true
				}
				k += m.Path.Verbs[v].Points()
			}
			if len(places) != n {
				t.Errorf("at %v %d marks stand in %d places", now, n, len(places))
			}
		}
		if n != want {
			t.Errorf("at %v %d marks stand, want %d", now, n, want)
		}
	}
	if l := picture(t, s, 2); l.Find(draw.ParseID("house/all.2")) >= 0 {
		t.Error("a mark of one shape is stamped twice")
	}
}
