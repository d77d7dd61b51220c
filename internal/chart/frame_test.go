package chart_test

import (
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func TestEveryMarkOfTheFrameSaysWhatItIs(t *testing.T) {
	v := view(t, story.EN)
	v.Place, v.Runs, v.Cite = 1, []stage.Run{{To: 1}, {Act: "chain", From: 1, To: 3}}, "Source"
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
