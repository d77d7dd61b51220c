package habits

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// There are as many sashes and panes as the page has aims, on every screen, each with
// its name.
func TestAsManyPanesAsAims(t *testing.T) {
	s := previewtest.Open(t, New())
	for id, n := range map[string]int{raisesID: raised, changesID: len(aims) - raised, allID: len(aims)} {
		if f, ok := s.Bundle.In(story.ZH).Figure(id); !ok || f.Count() != n {
			t.Errorf("%s is %d, and there are %d", id, f.Count(), n)
		}
	}
	for _, lang := range story.Langs() {
		for _, size := range preview.Sizes() {
			l := previewtest.Settled(t, s, 1, lang, size.Area)
			for i, a := range aims {
				if l.Find(aimID(i)) < 0 {
					t.Errorf("%s, %s: no pane for %s", size.Name, lang, a.name)
				}
				named := false
				for k := range l.Marks {
					named = named || l.Marks[k].Kind == draw.KindText && l.Marks[k].ID.Name == "name" && l.Marks[k].ID.N == i+1
				}
				if !named {
					t.Errorf("%s, %s: %s has no name", size.Name, lang, a.name)
				}
			}
			if l.Find(aimID(len(aims))) >= 0 {
				t.Errorf("%s: there is a pane too many", size.Name)
			}
		}
	}
}

// foot is the lower edge of a sash as it is seen.
func foot(t testing.TB, l *draw.List, i int) geom.Rect {
	t.Helper()
	k := l.Find(aimID(i).Sub("thickness"))
	if k < 0 {
		t.Fatalf("sash %d is not there", i+1)
	}
	return l.Bounds(k)
}

// No aim is farther than another: at last all sashes stand at one angle, and all old
// sheets are gone.
func TestNoAimIsFarther(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for beat := range s.Deck.Slots[0].Time.Beats {
			v := s.View(s.Settled(0, beat, story.ZH, s.Themes[0], size.Area))
			for i := range raised {
				if a := angle(&v, i, geom.Rect{}); math.Abs(a-rest(&v)) > 1e-9 {
					t.Errorf("%s, beat %d: sash %d stands at %.3f", size.Name, beat+1, i+1, a)
				}
			}
			for i := raised; i < len(aims); i++ {
				if r := rolled(&v, i, geom.Rect{}); r != 1 {
					t.Errorf("%s, beat %d: the sheet of pane %d is rolled by %.3f", size.Name, beat+1, i+1, r)
				}
			}
		}
	}
}

// inks are the colours of a sash's papercut, as a set.
func inks(l *draw.List, i int) map[draw.Color]bool {
	all := map[draw.Color]bool{}
	for k := range l.Marks {
		if m := &l.Marks[k]; m.ID.Name == "aim" && m.ID.N == i+1 && strings.HasPrefix(m.ID.Part, "shape") && m.Paint.Ramp.N == 0 {
			all[m.Paint.Color] = true
		}
	}
	return all
}

// A colour says what is aimed at and not what has been done: it is there from the first
// frame, the same for all that are to be raised.
func TestColourIsTheAim(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var first, last draw.List
		s.Draw(&first, preview.Moment{Area: size.Area})
		s.Draw(&last, s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		for i := range raised {
			before, after := inks(&first, i), inks(&last, i)
			if len(before) == 0 {
				t.Fatalf("%s: sash %d has no papercut", size.Name, i+1)
			}
			for c := range after {
				if !before[c] || !inks(&last, 0)[c] {
					t.Errorf("%s: sash %d comes to the colour %v", size.Name, i+1, c)
				}
			}
		}
	}
}

// Only the four of which the page tells an outcome bear a slip, and none does before
// the second beat. None has a number.
func TestSlipsSayWhatThePageSays(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, lang := range story.Langs() {
		words := s.Bundle.In(lang)
		for _, size := range preview.Sizes() {
			for beat := range s.Deck.Slots[0].Time.Beats {
				l := previewtest.Settled(t, s, beat, lang, size.Area)
				slips := map[string]bool{}
				for k := range l.Marks {
					if m := &l.Marks[k]; m.Kind == draw.KindText && m.Alpha > 0 && strings.HasSuffix(m.ID.Name, "-said") {
						slips[m.ID.Name] = true
					}
				}
				for _, a := range aims {
					want := beat == 1 && a.said
					if got := slips["habits."+a.name+"-said"]; got != want {
						t.Errorf("%s, %s, beat %d: %s bears a slip: %v", size.Name, lang, beat+1, a.name, got)
					}
				}
			}
		}
		for _, a := range aims {
			key := "habits." + a.name + "-said"
			if said := words.Copy(key); said.OK != a.said || len(said.Figures) > 0 {
				t.Errorf("%s: the words of %s are there: %v, with the figures %v", lang, key, said.OK, said.Figures)
			}
		}
	}
	en := s.Bundle.In(story.EN)
	for _, key := range [...]string{"habits.income", "habits.income-card"} {
		if !strings.Contains(en.Words(key), "people lifted out of poverty") {
			t.Errorf("%s does not say whose income: %q", key, en.Words(key))
		}
	}
}

// A sash that is picked hangs shut, so that its papercut is seen whole, and its slip is
// away; the others stay open.
func TestAPickedSashHangsShut(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		open := previewtest.Settled(t, s, 1, story.ZH, size.Area)
		for pick := range raised {
			v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
			v.Picked, v.Clock = stage.Touch{ID: aimID(pick)}, 9
			var l draw.List
			s.DrawView(&l, 0, v)
			for i := range raised {
				down := foot(t, &l, i).Y - foot(t, open, i).Y
				if i == pick && down < size.Area.H*0.02 || i != pick && math.Abs(down) > 0.5 {
					t.Errorf("%s, sash %d picked: sash %d is %.1f lower", size.Name, pick+1, i+1, down)
				}
			}
		}
	}
}

// Under a finger a sash and a sheet follow it, without a jump wherever it goes.
func TestPanesFollowAFinger(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	box := geom.R(600, 440, 260, 240)
	v.Finger.Force = 1
	before := -1.0
	for x := 300.0; x < 1200; x += 2 {
		v.Finger.At = geom.P(x, 500)
		now := rolled(&v, raised, box)
		if before >= 0 && math.Abs(now-before) > 0.05 {
			t.Fatalf("at %.0f the sheet jumps from %.2f to %.2f", x, before, now)
		}
		before = now
	}
	v.Finger.At = geom.P(700, 560)
	if got := rolled(&v, raised, box); math.Abs(got-0.5) > 1e-9 {
		t.Errorf("in the middle of the pane the sheet is rolled by %.2f", got)
	}
	if got := angle(&v, 0, box); math.Abs(got-rest(&v)/2) > 1e-9 {
		t.Errorf("in the middle of the bay the sash stands at %.2f of %.2f", got, rest(&v))
	}
}

// What can be touched is large enough for a finger.
func TestPanesAreLargeEnoughToTouch(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 1, story.EN, size.Area)
		for i := range aims {
			r := l.Bounds(l.Find(aimID(i)))
			if min(r.W, r.H) < 44 {
				t.Errorf("%s: aim %d is %.0f × %.0f", size.Name, i+1, r.W, r.H)
			}
			if id, ok := l.Hit(r.Center()); !ok || id != aimID(i) {
				t.Errorf("%s: a touch on aim %d works %v", size.Name, i+1, id)
			}
		}
	}
}

func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, now := range []float64{1.2, 3.4, 5.6, 9} {
			v := s.View(preview.Moment{Now: now, Lang: story.EN, Area: size.Area})
			v.Picked, v.Clock = stage.Touch{ID: aimID(1)}, 9
			previewtest.Steady(t, s, v, fmt.Sprintf("%s, %.1f s", size.Name, now))
		}
	}
}

func BenchmarkFrame(b *testing.B) {
	s := previewtest.Open(b, New())
	v := s.View(preview.Moment{Now: 1, Area: preview.Sizes()[1].Area})
	var l draw.List
	for b.Loop() {
		s.DrawView(&l, 0, v)
	}
}
