package chart_test

import (
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/story"
)

func TestEveryMarkOfTheFrameSaysWhatItIs(t *testing.T) {
	v := view(t, story.EN)
	v.Place, v.Places, v.Cite = 1, 3, "Source"
	var l draw.List
	l.Reset(v.Area, v.Theme.Ground)
	chart.Frame(&l, v, chart.Heading{Chapter: "aluminium.chapter", Title: "aluminium.title", Deck: "aluminium.deck", Hint: "aluminium.hint"})
	seen := map[draw.Frame]bool{}
	for i := range l.Marks {
		seen[l.Marks[i].Sem.Frame] = true
	}
	if seen[draw.FrameNone] {
		t.Error("a mark of the frame passes for one of the picture")
	}
	for f := draw.FrameChapter; f <= draw.FrameProgress; f++ {
		if !seen[f] {
			t.Errorf("nothing is %v of the frame", f)
		}
	}
}
