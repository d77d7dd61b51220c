package chrome_test

import (
	"testing"

	"lianhua/internal/chrome"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// windows are those of halls: screens upright and lying, and a phone that tries it.
var windows = []preview.Size{
	{Name: "upright", Area: geom.R(0, 0, 1080, 1920)}, {Name: "lying", Area: geom.R(0, 0, 1920, 1080)},
	{Name: "wall", Area: geom.R(0, 0, 3840, 1080)}, {Name: "small", Area: geom.R(0, 0, 360, 640)},
	{Name: "old", Area: geom.R(0, 0, 768, 1024)},
}

func hallOf(s *preview.Viewer, size preview.Size, lang story.Lang, c play.Controls) (*draw.List, stage.View) {
	v := s.View(preview.Moment{Lang: lang, Area: chrome.Above(size.Area)})
	var l draw.List
	l.Reset(size.Area, v.Theme.Ground)
	chrome.Hall(&l, &v, c)
	return &l, v
}

// What a visitor needs stands at the foot, large enough for a finger.
func TestAHallsControlsStandWithinReach(t *testing.T) {
	s := previewtest.Open(t, still{})
	c := all()
	c.ZoomIn, c.ZoomOut = play.ZoomIn, play.ZoomOut
	for _, size := range windows {
		for _, lang := range story.Langs() {
			l, v := hallOf(s, size, lang, c)
			if err := l.Check(); err != nil {
				t.Fatal(err)
			}
			at := places(l)
			for _, need := range []string{"control.previous", "control.play", "control.next", "control.contents", "control.language", "control.theme"} {
				if _, ok := at[draw.Name(need)]; !ok {
					t.Errorf("%s: %s is missing", size.Name, need)
				}
			}
			for id, b := range at {
				if b.W < draw.MinTouch || b.H < draw.MinTouch || !size.Area.Contains(b) || b.Y < v.Area.Bottom() {
					t.Errorf("%s: %v takes %v, the picture %v", size.Name, id, b, v.Area)
				}
				for other, o := range at {
					if id != other && !b.Intersect(o).Empty() {
						t.Errorf("%s: %v lies over %v", size.Name, id, other)
					}
				}
			}
		}
	}
}

// Who passes by is told to touch, who has gone is asked; both in both languages, and
// nothing of it leaves the window or lies over a button.
func TestAHallSpeaksBothLanguages(t *testing.T) {
	s := previewtest.Open(t, still{})
	for _, size := range windows {
		for _, lang := range story.Langs() {
			c := all()
			c.Inviting = 1
			l, v := hallOf(s, size, lang, c)
			buttons := places(l)
			for _, name := range []string{"invitation"} {
				for k := 1; k <= 2; k++ {
					i := l.Find(draw.Name(name).SubN("line", k))
					if i < 0 {
						t.Fatalf("%s: no line %d of the %s", size.Name, k, name)
					}
					b := l.Bounds(i)
					if !size.Area.Contains(b) || b.Y < v.Area.Bottom() {
						t.Errorf("%s, %v: %q stands in %v", size.Name, lang, name, b)
					}
					for id, o := range buttons {
						if !b.Intersect(o).Empty() {
							t.Errorf("%s, %v: %q lies over %v", size.Name, lang, name, id)
						}
					}
				}
			}
			if _, ok := buttons[draw.Name("control.language")]; !ok || len(buttons) != 2 {
				t.Errorf("%s: %d buttons beside the invitation", size.Name, len(buttons))
			}
			c.Inviting, c.Asking = 0, 0.5
			l, _ = hallOf(s, size, lang, c)
			for _, name := range []string{"ask.question", "ask.answer"} {
				for k := 1; k <= 2; k++ {
					i := l.Find(draw.Name(name).SubN("line", k))
					if i < 0 || !size.Area.Contains(l.Bounds(i)) {
						t.Errorf("%s, %v: line %d of %s is not in the window", size.Name, lang, k, name)
					}
				}
			}
		}
	}
}

func TestASteadyHallAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, still{})
	area := geom.R(0, 0, 1080, 1920)
	v := s.View(preview.Moment{Area: chrome.Above(area)})
	for name, c := range map[string]play.Controls{"attracts": {Inviting: 1, LangLink: "#?lang=en"}, "asks": {Asking: 0.4}, "visited": all(), "keypad": {Keypad: staffed["typed"]}, "cleans": {Keypad: play.Keypad{Cleaning: 0.4}}} {
		var l draw.List
		frame := func() {
			l.Reset(area, v.Theme.Ground)
			chrome.Hall(&l, &v, c)
		}
		frame()
		frame()
		if n := testing.AllocsPerRun(50, frame); n > 0 {
			t.Errorf("%s: a frame allocates %v times", name, n)
		}
	}
}
