package storyboard

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/stage"
)

// A beat's title comes only when the one before it has gone.
func TestATitleGoesBeforeAnotherComes(t *testing.T) {
	time := anim.NewTimeline([]anim.Beat{{Name: "first", Move: 1}, {Name: "second", Move: 1}, {Name: "third", Move: 1}})
	all := []Retitle{{Beat: "second", Title: "b"}, {Beat: "third", Title: "c"}}
	last, before := "a", 0.0
	for now := 0.0; now <= 3; now += 1.0 / 60 {
		r := Retitle{Title: "a"}
		away := r.turn(&stage.View{Now: now, Time: &time}, all)
		if away < 0 || away > 1 {
			t.Fatalf("at %.2f s the title is away by %.2f", now, away)
		}
		if r.Title != last && before < 0.5 {
			t.Errorf("at %.2f s %s takes the place of %s, which is away by %.2f only", now, r.Title, last, before)
		}
		last, before = r.Title, away
	}
	if last != "c" || before != 0 {
		t.Errorf("in the end the title is %s, away by %.2f", last, before)
	}
}
