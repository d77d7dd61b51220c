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
	return play.Controls{PlayLink: "#?play=1", LangLink: "#?lang=en", ThemeLink: "#?theme=night", PreviousLink: play.Previous, NextLink: play.Next, Figures: "sources", Contents: play.ToContents}
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

// The acts lie along the line at the foot: each leads to its first scene, can be
// touched, and shows its name where it is.
func TestActsCanBeTouched(t *testing.T) {
	s := previewtest.Open(t, still{})
	narrow := preview.Size{Name: "small phone", Area: geom.R(0, 0, 320, 568)}
	for _, size := range append(preview.Sizes(), narrow) {
		for _, lang := range story.Langs() {
			v := s.View(preview.Moment{Lang: lang, Area: size.Area})
			v.Runs = []stage.Run{{From: 0, To: 1, First: "cover"}}
			for i, act := range []string{"chain", "roots", "yard", "people", "measure"} {
				v.Runs = append(v.Runs, stage.Run{Act: act, From: 1 + 3*i, To: 4 + 3*i, First: "first of " + act})
			}
			v.Runs = append(v.Runs, stage.Run{From: 16, To: 17, First: "sources"})
			for _, act := range v.Runs[1:6] {
				id := draw.Name("act." + act.Act)
				v.Hover, v.Clock = stage.Touch{ID: id}, 10
				var l draw.List
				l.Reset(v.Area, v.Theme.Ground)
				chrome.Acts(&l, &v, play.Controls{})
				if err := l.Check(); err != nil {
					t.Fatal(err)
				}
				k := l.Find(id)
				if k < 0 || l.Marks[k].Sem.Target != act.First || l.Marks[k].Sem.Label == "" {
					t.Fatalf("%s: %s leads nowhere", size.Name, act.Act)
				}
				area := l.Bounds(l.Find(id.Sub("area")))
				if got, ok := l.Hit(area.Center()); !ok || got != id || area.W < 24 || area.H < 24 {
					t.Errorf("%s: a tap on %s, %v, works %v", size.Name, act.Act, area, got)
				}
				if name := l.Bounds(l.Find(id.Sub("panel"))); !v.Area.Contains(name) {
					t.Errorf("%s, %v: the name of %s leaves the picture: %v", size.Name, lang, act.Act, name)
				}
			}
		}
	}
}
