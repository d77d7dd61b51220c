package chart_test

import (
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
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

// A source too long for one line of a narrow window takes more, none beyond its edge,
// and the hint stands above them.
func TestALongSourceTakesMoreLines(t *testing.T) {
	v := view(t, story.EN)
	v.Area = geom.R(0, 0, 360, 640)
	v.Cite = "Source: one district, a long section, paragraph 3; another section as long, paragraphs 1–3 (2022)"
	var l draw.List
	l.Reset(v.Area, v.Theme.Ground)
	chart.Frame(&l, v, chart.Heading{Chapter: "aluminium.chapter", Title: "aluminium.title", Hint: "aluminium.hint"})
	lines, top, hint := 0, v.Area.Bottom(), 0.0
	for i := range l.Marks {
		switch b := l.Bounds(i); l.Marks[i].Sem.Frame {
		case draw.FrameSource:
			lines++
			top = min(top, b.Y)
			if b.Right() > v.Area.Right() {
				t.Errorf("a line of the source ends at %.0f", b.Right())
			}
		case draw.FrameHint:
			hint = b.Bottom()
		}
	}
	if lines != 2 {
		t.Errorf("the source takes %d lines", lines)
	}
	if hint == 0 || hint > top+1 {
		t.Errorf("the hint ends at %.1f, the source begins at %.1f", hint, top)
	}
}
