package scenes_test

import (
	"fmt"
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/flaw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
)

// windows are windows of every shape in which a page shows pictures: those of
// readers who drag a corner, lay two windows side by side or magnify the page.
func windows() []preview.Size {
	var all []preview.Size
	add := func(w, h float64) {
		area := geom.R(0, 0, math.Round(w), math.Round(h))
		if stage.Legible(area) {
			all = append(all, preview.Size{Name: fmt.Sprintf("%.0f × %.0f", area.W, area.H), Area: area})
		}
	}
	for w := 300.0; w <= 1060; w += 40 {
		for h := 340.0; h <= 1060; h += 42 {
			add(w, h)
		}
	}
	for _, side := range []float64{1000, 1300, 1800, 2600} {
		for ratio := 0.4; ratio <= 3; ratio *= 1.12 {
			add(side*math.Sqrt(ratio), side/math.Sqrt(ratio))
		}
	}
	// Where one form ends and the next begins, and the smallest of each.
	for _, s := range [][2]float64{
		{701, 690}, {700, 700}, {720, 720}, {900, 880}, {699, 690}, {699, 525}, {700, 525}, {640, 480}, {700, 960}, {1008, 960}, {1009, 960}, {950, 959},
		{300, 480}, {639, 480}, {640, 340}, {844, 340}, {683, 384}, {1500, 1500}, {1600, 1500}, {1600, 1499},
	} {
		add(s[0], s[1])
	}
	return all
}

// In no window is a picture a heap: its words stand in it and apart and can be
// read, and the crowds that it counts are there.
func TestPicturesStandInWindowsOfEveryShape(t *testing.T) {
	all := windows()
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		eachSettled(s, scene, all, func(l *draw.List, m preview.Moment, where string) {
			for _, f := range flaw.Layout(l) {
				t.Errorf("%s: %s", where, f.Tell(l))
			}
		})
	})
}
