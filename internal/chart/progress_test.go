package chart_test

import (
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// told is a story of five acts between a cover and the sources.
func told() (runs []stage.Run) {
	at := 0
	for _, r := range []struct {
		act string
		n   int
	}{{"", 1}, {"chain", 4}, {"roots", 5}, {"yard", 3}, {"people", 3}, {"measure", 2}, {"", 1}} {
		runs = append(runs, stage.Run{Act: r.act, From: at, To: at + r.n})
		at += r.n
	}
	return runs
}

// An act is a stretch of its own on every screen: the gap before it is wider than
// those between its scenes, and a dash can still be seen.
func TestTheProgressIsGroupedByAct(t *testing.T) {
	v := view(t, story.EN)
	v.Runs = told()
	for _, size := range append(preview.Sizes(), preview.Size{Name: "small phone", Area: geom.R(0, 0, 320, 568)}) {
		v.Area = size.Area
		p := chart.ProgressOf(v)
		last := geom.Rect{}
		for i, r := range v.Runs {
			stretch, n := p.Run(v.Runs, i), r.To-r.From
			first, end := p.Dash(stretch, 0, n), p.Dash(stretch, n-1, n)
			if first.X < p.Bar.X-0.01 || end.Right() > p.Bar.Right()+0.01 || first.W < 5 {
				t.Errorf("%s: the dashes of %q run from %.1f to %.1f, %.1f each, on a line of %v", size.Name, r.Act, first.X, end.Right(), first.W, p.Bar)
			}
			if n > 1 && i > 0 {
				within := p.Dash(stretch, 1, n).X - first.Right()
				if before := first.X - last.Right(); before < 2*within {
					t.Errorf("%s: %.1f before the act %s, %.1f between its scenes", size.Name, before, r.Act, within)
				}
			}
			last = end
		}
	}
}
