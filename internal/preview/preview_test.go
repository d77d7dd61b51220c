package preview_test

import (
	"fmt"
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// line grows across the picture in its first beat and rises in its second.
type line struct{}

func (line) Name() string         { return "line" }
func (line) Paragraphs() []string { return []string{"J08"} }
func (line) Beats() []anim.Beat {
	return []anim.Beat{{Name: "grow", Move: 2, Hold: 3}, {Name: "rise", Move: 1, Hold: 3}}
}

func (line) Draw(l *draw.List, v stage.View) {
	y := v.Area.H * (1 - v.Ease("rise"))
	l.Line(draw.Name("line"), geom.P(0, y), geom.P(v.Area.W*v.Ease("grow"), y), 1, draw.Ink(v.Theme.Ink), draw.Decor())
}

func open() (*preview.Viewer, error) {
	return preview.Open(assets.Story, fonts.Sans, fonts.Bold, fonts.Serif, []stage.Scene{line{}}, nil)
}

func ExampleViewer() {
	s, err := open()
	if err != nil {
		fmt.Println(err)
		return
	}
	var l draw.List
	for beat := range s.Deck.Slots[0].Time.Beats {
		m := s.Settled(0, beat, story.EN, nil, geom.R(0, 0, 360, 640))
		s.Draw(&l, m)
		fmt.Println(m.Now, l.Marks[0].Path.Pts)
	}
	fmt.Println(s.View(preview.Moment{Lang: story.EN}).Cite)
	// Output:
	// 2 [{0 640} {360 640}]
	// 3 [{0 0} {360 0}]
	// Source: Jiulongpo, industry, paragraph 4 (2022)
}

func ExampleSizes() {
	for _, s := range preview.Sizes() {
		fmt.Println(s.Name, s.Area.W, s.Area.H, stage.FormOf(s.Area))
	}
	// Output:
	// phone 360 640 phone
	// laptop 1440 900 laptop
	// kiosk 1080 1920 kiosk
	// wall 3840 2160 wall
}

func TestMomentsDoNotDependOnOneAnother(t *testing.T) {
	s, err := open()
	if err != nil {
		t.Fatal(err)
	}
	other := s.Clone()
	draws := func(s *preview.Viewer, now float64, lang story.Lang) uint64 {
		var l draw.List
		s.Draw(&l, preview.Moment{Now: now, Lang: lang, Area: geom.R(0, 0, 800, 600)})
		return l.Hash()
	}
	times := []float64{0, 0.5, 1, 2, 2.25, 2.5, 3, 9}
	first := make([]uint64, len(times))
	for i, now := range times {
		first[i] = draws(s, now, story.ZH)
	}
	for i := len(times) - 1; i >= 0; i-- {
		if draws(s, times[i], story.EN) != first[i] || draws(other, times[i], story.ZH) != first[i] {
			t.Errorf("at %v the picture depends on what was drawn before", times[i])
		}
	}
	if first[0] == first[2] || first[2] == first[3] {
		t.Error("the picture stands still")
	}
}

func TestDamagedStoriesAndFontsAreRefused(t *testing.T) {
	if _, err := preview.Open([]byte("no story"), fonts.Sans, fonts.Bold, fonts.Serif, nil, nil); err == nil {
		t.Error("a damaged story is opened")
	}
	if _, err := preview.Open(assets.Story, []byte("no font"), fonts.Bold, fonts.Serif, nil, nil); err == nil {
		t.Error("a damaged font is opened")
	}
}
