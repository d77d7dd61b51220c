package inspection

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func view(s *preview.Viewer, now float64) stage.View {
	return s.View(preview.Moment{Now: now, Lang: story.EN, Area: geom.R(0, 0, 1440, 900)})
}

func TestATownsScoreIsTheMeanOfItsHouseholds(t *testing.T) {
	s := previewtest.Open(t, New())
	v := view(s, 11)
	for _, c := range []struct {
		scores map[int]float64
		want   string
	}{
		{nil, "100.0"},
		{map[int]float64{1: 94, 3: 85, 4: 98, 5: 91}, "93.6"},
		{map[int]float64{2: 0}, "80.0"},
		{map[int]float64{1: -20, 2: 130}, "80.0"}, // never below none, never above the full score
		{map[int]float64{1: 99.4}, "99.8"},        // points are whole
	} {
		v.Inputs = stage.Inputs{}
		for home, score := range c.scores {
			v.Inputs = v.Inputs.With(draw.Nth("home", home), score)
		}
		if got := mean(&v, 100).String(); got != c.want {
			t.Errorf("%v: the town has %s, want %s", c.scores, got, c.want)
		}
		var l draw.List
		s.DrawView(&l, 0, v)
		if i := l.Find(draw.Name("mean-score")); i < 0 || l.Marks[i].Run.Text != c.want {
			t.Errorf("%v: the picture shows another score", c.scores)
		}
	}
}

// A wall has a brick a point: as many are laid as points are left.
func TestAWallHasABrickAPoint(t *testing.T) {
	s := previewtest.Open(t, New())
	v := view(s, 11)
	v.Inputs = v.Inputs.With(draw.Nth("home", 2), 63)
	var l draw.List
	s.DrawView(&l, 0, v)
	bricks := func(id draw.ID) int {
		n := 0
		for _, verb := range l.Marks[l.Find(id)].Path.Verbs {
			if verb == geom.MoveTo {
				n++
			}
		}
		return n
	}
	home := draw.Nth("home", 2)
	if laid, gone := bricks(home.Sub("points")), bricks(home.Sub("gone")); laid != 63 || gone != 37 {
		t.Errorf("%d bricks laid and %d gone, want 63 and 37", laid, gone)
	}
}

func TestTeamsTimesTownsAreAllTowns(t *testing.T) {
	s := previewtest.Open(t, New())
	st := s.Bundle.In(story.ZH)
	count := func(id string) int {
		f, ok := st.Figure(id)
		if !ok {
			t.Fatalf("no figure %s", id)
		}
		return f.Count()
	}
	if got, want := count("inspection.teams")*count("inspection.towns-per-team"), count("inspection.towns"); got != want {
		t.Errorf("%d towns by the teams, %d by the page", got, want)
	}
	var l draw.List
	s.DrawView(&l, 0, view(s, 11))
	towns, visited := 0, 0
	for _, m := range []struct {
		id draw.ID
		n  *int
	}{{draw.Name("towns"), &towns}, {draw.Name("towns.visited"), &visited}} {
		for _, verb := range l.Marks[l.Find(m.id)].Path.Verbs {
			if verb == geom.MoveTo {
				*m.n++
			}
		}
	}
	if want := count("inspection.towns"); towns != want || visited != want {
		t.Errorf("%d towns drawn, %d visited, want %d", towns, visited, want)
	}
}

// On which day of the month the ranking comes the page does not say: nothing on
// the ring lies after the last day that it names.
func TestTheRingEndsAtTheLastDayThatIsNamed(t *testing.T) {
	s := previewtest.Open(t, New())
	done, ok := s.Bundle.In(story.EN).Figure("inspection.done-day")
	if !ok {
		t.Fatal("no figure for the last day")
	}
	var l draw.List
	v := view(s, 11)
	s.DrawView(&l, 0, v)
	spans := 0
	for i := range l.Marks {
		if l.Marks[i].ID.Name == "span" {
			spans++
		}
	}
	hand := l.Bounds(l.Find(draw.Name("hand"))).Center()
	hub := l.Bounds(l.Find(draw.Name("hub"))).Center()
	want := geom.Polar(hub, hub.Dist(hand), day(done.Float64()))
	if spans != 2 || hand.Dist(want) > 0.5 {
		t.Errorf("%d spans, the hand at %v, want 2 and %v", spans, hand, want)
	}
}
