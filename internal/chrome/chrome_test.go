package chrome_test

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/chrome"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

type still struct{}

func (still) Name() string                    { return "still" }
func (still) Beats() []anim.Beat              { return []anim.Beat{{Name: "only"}} }
func (still) Draw(_ *draw.List, _ stage.View) {}

func all() play.Controls {
	return play.Controls{PlayLink: "#?play=1", LangLink: "#?lang=en", ThemeLink: "#?theme=night", PreviousLink: play.Previous, NextLink: play.Next, Figures: "sources"}
}

func places(l *draw.List) map[draw.ID]geom.Rect {
	out := map[draw.ID]geom.Rect{}
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Sem.Role == draw.RoleLink {
			out[m.ID] = l.Bounds(i)
		}
	}
	return out
}

func TestControlsStandApartInEveryForm(t *testing.T) {
	s := previewtest.Open(t, still{})
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			v := s.View(preview.Moment{Lang: lang, Area: size.Area})
			var l draw.List
			l.Reset(v.Area, v.Theme.Ground)
			chrome.Draw(&l, &v, all())
			at := places(&l)
			if len(at) < 3 {
				t.Errorf("%s: %d controls", size.Name, len(at))
			}
			for id, b := range at {
				if b.W < draw.MinTouch || b.H < draw.MinTouch || !v.Area.Contains(b) {
					t.Errorf("%s: %v takes %v of %v", size.Name, id, b, v.Area)
				}
				for other, c := range at {
					if id != other && !b.Intersect(c).Empty() {
						t.Errorf("%s: %v lies over %v", size.Name, id, other)
					}
				}
			}
		}
	}
}

func TestWhatIsNotOfferedLeavesItsPlace(t *testing.T) {
	s := previewtest.Open(t, still{})
	v := s.View(preview.Moment{Area: geom.R(0, 0, 1440, 900)})
	at := func(c play.Controls) map[draw.ID]geom.Rect {
		var l draw.List
		l.Reset(v.Area, v.Theme.Ground)
		chrome.Draw(&l, &v, c)
		return places(&l)
	}
	few := all()
	few.PreviousLink, few.NextLink, few.Figures = "", "", ""
	whole, left := at(all()), at(few)
	if len(left) != len(whole)-3 {
		t.Fatalf("%d of %d controls are left", len(left), len(whole))
	}
	for id, b := range left {
		if whole[id] != b {
			t.Errorf("%v moves from %v to %v", id, whole[id], b)
		}
	}
}

func TestSteadyControlsAllocateNothing(t *testing.T) {
	s := previewtest.Open(t, still{})
	v := s.View(preview.Moment{Area: geom.R(0, 0, 1440, 900)})
	c := all()
	c.Notice, c.Show = play.BadLink, 1
	var l draw.List
	frame := func() {
		l.Reset(v.Area, v.Theme.Ground)
		chrome.Draw(&l, &v, c)
	}
	frame()
	frame()
	if n := testing.AllocsPerRun(50, frame); n > 0 {
		t.Errorf("a frame allocates %v times", n)
	}
}
