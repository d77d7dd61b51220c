package storyboard

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func TestKnobsMoveWhenACueBeginsAndEndsAndHowFarOffItBegins(t *testing.T) {
	time := anim.NewTimeline([]anim.Beat{{Name: "pour", Move: 10}})
	late := story.Knob{Name: "late", Own: 0.4, Min: 0, Max: 0.8, Step: 0.1}
	far := story.Knob{Name: "far", Own: 1, Min: 0, Max: 3, Step: 0.5, Does: story.Moving, Layers: []string{"rolls", "plate"}}
	cues := []Cue{
		{Layer: "metal", Beat: "pour", From: 0.2, To: 0.4, Ease: anim.Linear, By: &By{Begin: &late, End: &late}, Do: Appear{}},
		{Layer: "rolls.1", Beat: "pour", To: 1, Ease: anim.Linear, Do: Move{}},
		{Layer: "rolls.1", Beat: "pour", To: 1, Ease: anim.Linear, Do: Appear{}},
		{Layer: "rollside", Beat: "pour", To: 1, Ease: anim.Linear, Do: Move{}},
		{Layer: "metal", By: &By{Whole: &far}, Do: Light{}},
		{Layer: "plate-1", Beat: "pour", To: 1, Ease: anim.Linear, Do: Move{}},
	}
	falls := story.Knob{Name: "falls", Unit: story.Ease, Own: float64(anim.LinearCurve), Max: float64(anim.LastCurve), Step: 1, Does: story.Moving, Layers: []string{"plate"}}
	b := Board{Cues: cues}
	b.tune([]*story.Knob{&far, &falls})
	for _, c := range []struct {
		tuned []story.Tuning
		want  [6]float64
	}{
		{nil, [6]float64{0.5, 0.3, 0.3, 0.3, 1, 0.3}},
		{[]story.Tuning{{Name: "late", Value: 0.5}}, [6]float64{0, 0.3, 0.3, 0.3, 1, 0.3}},
		{[]story.Tuning{{Name: "far", Value: 2}}, [6]float64{0.5, -0.4, 0.3, 0.3, 2, -0.4}},
		{[]story.Tuning{{Name: "falls", Value: float64(anim.QuadInCurve)}}, [6]float64{0.5, 0.3, 0.3, 0.3, 1, 0.09}},
		{[]story.Tuning{{Name: "far", Value: 9}}, [6]float64{0.5, -1.1, 0.3, 0.3, 3, -1.1}}, // never beyond its range
	} {
		v := &stage.View{Time: &time, Now: 3, Tuned: c.tuned}
		for i := range cues {
			if got := cues[i].at(v); !near(got, c.want[i]) {
				t.Errorf("tuned %v, cue %d has come to %v, not %v", c.tuned, i, got, c.want[i])
			}
		}
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

func TestALayerIsMadeLargerWithWhatIsSeenOfIt(t *testing.T) {
	s := state{m: geom.Identity(), clip: geom.R(10, 10, 20, 20), sector: sector{about: geom.P(20, 20), r: 5}}
	p := Place{K: 1, art: &stage.Art{Drawing: &art.Drawing{Slots: []art.Slot{{Name: "ring", Rect: geom.R(10, 10, 20, 20)}}}}}
	if got := (Size{About: "ring"}).apply(s, 1, p); got != s {
		t.Errorf("as large as it is drawn, it becomes %+v", got)
	}
	got := Size{About: "ring", Foot: true}.apply(s, 1.5, p)
	if foot := geom.P(20, 30); got.m.At(foot) != foot || got.m.At(geom.P(10, 10)) != geom.P(5, 0) {
		t.Errorf("it stands otherwise: %v", got.m)
	}
	if got.clip != geom.R(5, 0, 30, 30) || got.sector.r != 7.5 || got.sector.about != geom.P(20, 15) {
		t.Errorf("what is seen of it is %v and %+v", got.clip, got.sector)
	}
}
