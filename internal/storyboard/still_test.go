package storyboard

import (
	"testing"

	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func TestStillIsDrawnOnceForAPlaceAndACount(t *testing.T) {
	var s Still
	v := stage.View{Area: geom.R(0, 0, 200, 100), Art: &stage.Art{Drawing: &art.Drawing{Width: 100, Height: 50}}, Story: &story.Story{}}
	drawn := 0
	show := func(v stage.View, count int) {
		var l draw.List
		l.Reset(v.Area, 0)
		s.Draw(&l, &v, count, func(l *draw.List) {
			drawn++
			l.Rect(draw.Name("r"), geom.R(0, 0, 9, 9), 0, draw.Ink(draw.RGB(0)), draw.Decor())
		})
		if len(l.Marks) != 1 || len(l.Stills) != 1 {
			t.Fatalf("%d marks, %d stretches", len(l.Marks), len(l.Stills))
		}
	}
	show(v, 1)
	if show(v, 1); drawn != 1 {
		t.Errorf("drawn %d times", drawn)
	}
	if show(v, 2); drawn != 2 {
		t.Error("another count shows the first")
	}
	w := v
	w.Area.W = 240
	if show(w, 1); drawn != 3 {
		t.Error("another window shows the first")
	}
	if show(v, 1); drawn != 3 {
		t.Error("the first window is forgotten")
	}
	w = v
	w.Theme = &stage.Theme{}
	if show(w, 1); drawn != 4 {
		t.Error("another theme shows the first")
	}
	w = v
	w.Tuned = []story.Tuning{{Name: "knot", Value: 2}}
	if show(w, 1); drawn != 5 {
		t.Error("a knob that is turned shows the first")
	}
	for i := range stills {
		show(v, 10+i)
	}
	if show(v, 1); len(s.made) != stills || drawn != 5+stills+1 {
		t.Errorf("%d are remembered, %d drawn", len(s.made), drawn)
	}
}

func TestWatchedStillIsDrawnByWhoDrawsIt(t *testing.T) {
	var s Still
	v := stage.View{Area: geom.R(0, 0, 200, 100), Art: &stage.Art{Drawing: &art.Drawing{Width: 100, Height: 50}}, Story: &story.Story{}}
	drawn := 0
	show := func(added func(*draw.Mark)) uint64 {
		l := draw.List{Added: added}
		l.Reset(v.Area, 0)
		l.Push(geom.Translate(5, 7), 0.5)
		s.Draw(&l, &v, 1, func(l *draw.List) {
			drawn++
			l.Rect(draw.Name("r"), geom.R(0, 0, 9, 9), 0, draw.Ink(draw.RGB(0)), draw.Decor())
		})
		return l.Hash()
	}
	first := show(nil)
	var seen []draw.ID
	if got := show(func(m *draw.Mark) { seen = append(seen, m.ID) }); got != first {
		t.Error("it looks otherwise where it is watched")
	}
	if drawn != 2 || len(seen) != 1 || seen[0] != draw.Name("r") {
		t.Errorf("drawn %d times, seen are %v", drawn, seen)
	}
}
