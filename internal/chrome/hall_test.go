package chrome_test

import (
	"slices"
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
	{Name: "upright in large type", Area: geom.R(0, 0, 390, 693)},
	{Name: "the least that can be lowered", Area: geom.R(0, 0, chrome.LeastWidth(true), 757)},
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
	needs := []string{"control.previous", "control.play", "control.next", "control.contents", "control.language", "control.theme"}
	// A phone has a pinch; a picture that can be lowered is composed for LeastWidth.
	t.Run("high", func(t *testing.T) { withinReach(t, s, c, needs, "small") })
	c.Low, needs = play.ToLow, append(needs, "control.low")
	t.Run("that can be lowered", func(t *testing.T) { withinReach(t, s, c, needs, "small", "upright in large type") })
}

func withinReach(t *testing.T, s *preview.Viewer, c play.Controls, all []string, unmagnified ...string) {
	for _, size := range windows {
		needs := all
		if !slices.Contains(unmagnified, size.Name) {
			needs = append(slices.Clone(all), "control.zoom-in", "control.zoom-out")
		}
		for _, lang := range story.Langs() {
			l, v := hallOf(s, size, lang, c)
			if err := l.Check(); err != nil {
				t.Fatal(err)
			}
			at := places(l)
			for _, need := range needs {
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

// A low picture stands below the line where it can be read there, and else as low as it
// can be read; above it nothing is touched.
func TestALowPictureStandsBelowTheLine(t *testing.T) {
	for _, c := range []struct {
		window geom.Rect
		line   float64
		want   geom.Rect
		fits   bool
	}{
		{geom.R(0, 0, 1080, 1920), 0.5, geom.R(0, 960, 1080, 840), true},
		{geom.R(0, 0, 1080, 1920), 0, geom.R(0, 0, 1080, 1800), true},
		{geom.R(0, 0, 1080, 1920), 0.75, geom.R(0, 1440, 1080, 360), true},
		{geom.R(0, 0, 1080, 1920), 0.8, geom.R(0, 1460, 1080, 340), false},
		{geom.R(0, 0, 1080, 1920), 1, geom.R(0, 1460, 1080, 340), false},
		{geom.R(0, 0, 390, 693), 0.5, geom.R(0, 157, 390, 480), false},
		{geom.R(0, 0, 200, 200), 0.5, chrome.Above(geom.R(0, 0, 200, 200)), false},
	} {
		if r, fits := chrome.Low(c.window, c.line); r != c.want || fits != c.fits {
			t.Errorf("%v below %v: %v, fits %v; want %v, %v", c.window, c.line, r, fits, c.want, c.fits)
		}
	}
	s := previewtest.Open(t, still{})
	window := geom.R(0, 0, 1080, 1920)
	low, _ := chrome.Low(window, 0.5)
	v := s.View(preview.Moment{Area: low})
	var l draw.List
	l.Reset(window, v.Theme.Ground)
	c := all()
	c.Low, c.Lowered = play.ToLow, true
	chrome.Hall(&l, &v, c)
	for id, b := range places(&l) {
		if b.Y < low.Bottom() {
			t.Errorf("%v stands at %v", id, b)
		}
	}
	if i := l.Find(draw.Name("mat")); i < 0 || l.Bounds(i) != geom.R(0, 0, 1080, 960) {
		t.Error("there is nothing over the picture")
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
	for name, c := range map[string]play.Controls{"attracts": {Inviting: 1, LangLink: "#?lang=en", Low: play.ToLow}, "asks": {Asking: 0.4}, "visited": all(), "lowered": {Low: play.ToLow, Lowered: true, LangLink: "#?lang=en"}, "keypad": {Keypad: staffed["typed"]}, "cleans": {Keypad: play.Keypad{Cleaning: 0.4}}} {
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
