package inspection

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/ledger"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes/inspection/roof"
)

var laptop = geom.R(0, 0, 1440, 900)

// seen is how many marks of a name there are in full light, of a part of them.
func seen(l *draw.List, name, part string) (n int) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.ID.Name == name && m.ID.Part == part && m.Kind == draw.KindSheet && m.Alpha > 0.99 {
			n++
		}
	}
	return n
}

// counted is how many of a home's tiles lie on its roof, and before it.
func counted(l *draw.List, home int) (on, off int) {
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.ID.Name != "home" || m.ID.N != home || m.Path == nil {
			continue
		}
		switch m.ID.Part {
		case "tiles", "loose":
			on += previewtest.Contours(m.Path)
		case "taken":
			off += previewtest.Contours(m.Path)
		}
	}
	return on, off
}

// Teams times the towns of each are all towns: one pawn a team, one town a town, bare
// before the visits and all painted after them.
func TestTeamsTimesTownsAreAllTowns(t *testing.T) {
	s := previewtest.Open(t, New())
	teams, each := previewtest.Figure(t, s, teamsID).Count(), previewtest.Figure(t, s, perTeamID).Count()
	towns := previewtest.Figure(t, s, townsID).Count()
	if teams*each != towns {
		t.Errorf("%d towns by the teams, %d by the page", teams*each, towns)
	}
	for _, size := range preview.Sizes() {
		for beat, painted := range []int{0, towns, towns} {
			l := previewtest.Settled(t, s, beat, story.ZH, size.Area)
			if got := seen(l, "town", "lit"); got != painted {
				t.Errorf("%s, beat %d: %d towns are painted, want %d", size.Name, beat+1, got, painted)
			}
			if got := seen(l, "town", "wood"); got != towns-painted {
				t.Errorf("%s, beat %d: %d towns are wood, want %d", size.Name, beat+1, got, towns-painted)
			}
			if got := seen(l, "team", ""); got != teams {
				t.Errorf("%s, beat %d: %d pawns, want %d", size.Name, beat+1, got, teams)
			}
		}
	}
}

// The count beside the wheel is of the towns that are painted, at every moment.
func TestTheCountFollowsTheTowns(t *testing.T) {
	s := previewtest.Open(t, New())
	var l draw.List
	last := 0
	for k := range 90 {
		v := s.View(preview.Moment{Now: 2.6 + 0.06*float64(k), Lang: story.EN, Area: laptop})
		s.DrawView(&l, 0, v)
		painted, w := seen(&l, "town", "lit"), walkAt(&v)
		if painted < last {
			t.Errorf("%.2f s: the painted towns go from %d to %d", v.Now, last, painted)
		}
		last = painted
		i := l.Find(draw.Name("towns").Sub("number"))
		if i < 0 {
			if painted > 0 {
				t.Errorf("%.2f s: %d painted, no count", v.Now, painted)
			}
			continue
		}
		if been := int(w.Visited()); been < painted {
			t.Errorf("%.2f s: %d painted, the count has %d", v.Now, painted, been)
		}
	}
}

// The page names two days and no third: the bead stays at the last, nothing on the rim
// lies beyond it, and no sign of the ranking is on the wheel.
func TestTheRimEndsAtTheLastDayThatIsNamed(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 2, story.ZH, size.Area)
		spans, flags := 0, 0
		for i := range l.Marks {
			switch m := &l.Marks[i]; {
			case m.ID.Name == "span" && m.ID.Part == "":
				spans++
			case m.ID.Name == "flag" && m.ID.Part == "pole":
				flags++
			}
		}
		if spans != 2 || flags != 2 {
			t.Errorf("%s: %d spans and %d flags, want two of each", size.Name, spans, flags)
		}
		if gone := previewtest.Contours(l.Marks[l.Find(draw.Name("gone"))].Path); gone != previewtest.Figure(t, s, doneID).Count()-1 {
			t.Errorf("%s: %d days have gone by", size.Name, gone)
		}
		wheel := l.Bounds(l.Find(draw.Name("land").SubN("sheet", 1)))
		for i := range l.Marks {
			if m := &l.Marks[i]; m.ID.Name == "notice-name" && m.Kind == draw.KindText && wheel.Inset(wheel.W*0.02).Has(l.Bounds(i).Center()) {
				t.Errorf("%s: the ranking stands on the wheel", size.Name)
			}
		}
	}
}

// A tile is a point: what is left lies on the roof and the rest before the house, none
// of it on the plate.
func TestATileIsAPoint(t *testing.T) {
	s := previewtest.Open(t, New())
	full := previewtest.Figure(t, s, fullID).Count()
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		var l draw.List
		s.DrawView(&l, 0, v)
		for home := range homes {
			if on, off := counted(&l, home+1); on != full || off != 0 {
				t.Errorf("%s: untouched, the home %d has %d tiles and %d lie before it", size.Name, home+1, on, off)
			}
		}
		for _, left := range [...]int{full, 99, 63, 1, 0} {
			v.Inputs = stage.Inputs{}.With(draw.Nth("home", 2), float64(left))
			s.DrawView(&l, 0, v)
			if on, off := counted(&l, 2); on != left || off != full-left {
				t.Errorf("%s: of a home with %d points %d tiles lie on the roof and %d before it", size.Name, left, on, off)
			}
		}
	}
}

func TestATownsScoreIsTheMeanOfItsHouseholds(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, 2, story.EN, s.Themes[0], laptop))
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
		if got := mean(&v).String(); got != c.want {
			t.Errorf("%v: the town has %s, want %s", c.scores, got, c.want)
		}
		var l draw.List
		s.DrawView(&l, 0, v)
		if i := l.Find(draw.Name("mean-score")); i < 0 || l.Marks[i].Run.Text != c.want {
			t.Errorf("%v: the picture shows another score", c.scores)
		}
	}
}

// A finger on a tile takes it and all after it: along the slider's track its middle is
// its number.
func TestAFingerTakesTheTileThatItIsOn(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 2, story.ZH, size.Area)
		for home := range homes {
			id := draw.Nth("home", home+1)
			i := l.Find(id)
			if i < 0 || l.Marks[i].Sem.Role != draw.RoleSlider || l.Marks[i].Sem.Step != 1 {
				t.Fatalf("%s: %v is no slider of whole points", size.Name, id)
			}
			if b := l.Bounds(i); b.W < draw.MinTouch || b.H < draw.MinTouch {
				t.Errorf("%s: %v is touched in %.0f", size.Name, id, b)
			}
			sem := l.Marks[i].Sem
			track := l.Marks[l.Find(id.Sub("track"))].Path
			length := track.Length()
			for _, n := range [...]int{0, 5, 9} {
				s, _ := track.Nearest(track.Pts[0].Lerp(track.Pts[1], float64(n)/roof.Row))
				if got := sem.Min + math.Round(s/length*(sem.Max-sem.Min)); int(got) != n {
					t.Errorf("%v: the tile %d is taken at %.0f", id, n, got)
				}
			}
		}
	}
}

// No score, place or price of the page's is shown, for it prints none; and the trial
// says that it is one, also while the reader tries.
func TestTheTrialSaysThatItIsOne(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		v.Inputs = v.Inputs.With(draw.Nth("home", 1), 40)
		var l draw.List
		s.DrawView(&l, 0, v)
		words := v.Words("inspection.trial")
		found := false
		for i := range l.Marks {
			m := &l.Marks[i]
			found = found || m.Kind == draw.KindText && m.Run.Text == words
			if m.Kind == draw.KindText && strings.Contains(m.Run.Text, "%") {
				t.Errorf("%s: %q", size.Name, m.Run.Text)
			}
		}
		if !found {
			t.Errorf("%s: nothing says %q", size.Name, words)
		}
		if shown := ledger.Of(&l); shown.Has("inspection.coverage") || shown.Has("habits.rankings") {
			t.Errorf("%s: a figure is drawn that is said in words", size.Name)
		}
	}
}

// A steady frame allocates nothing, also with tiles taken and something picked.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, pick := range [...]string{"pawns", "notice"} {
			v := s.View(s.Settled(0, 2, story.EN, s.Themes[0], size.Area))
			v.Inputs = v.Inputs.With(draw.Nth("home", 3), 12)
			v.Picked, v.Clock = stage.Touch{ID: draw.Name(pick)}, 9
			previewtest.Steady(t, s, v, fmt.Sprintf("%s, %s picked", size.Name, pick))
		}
	}
}

func BenchmarkFrame(b *testing.B) {
	s := previewtest.Open(b, New())
	v := s.View(preview.Moment{Now: 12, Area: laptop})
	var l draw.List
	for b.Loop() {
		s.DrawView(&l, 0, v)
	}
}
