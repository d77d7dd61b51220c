package scenes_test

import (
	"fmt"
	"math"
	"testing"

	"lianhua/internal/draw"
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
			for _, wrong := range heaped(l, m.Area) {
				t.Errorf("%s: %s", where, wrong)
			}
		})
	})
}

// leastType is the smallest type that each form sets, in device-independent pixels.
var leastType = map[stage.Form]float64{stage.Phone: 8.5, stage.Laptop: 8, stage.Kiosk: 12, stage.Wall: 18}

// heaped is what readers cannot make out in a picture.
func heaped(l *draw.List, area geom.Rect) (wrong []string) {
	note := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	least := leastType[stage.FormOf(area)]
	all := labels(l)
	for i, a := range all {
		if !area.Inset(-0.5).Contains(a.ink) {
			note("%s %q leaves the picture: %.0f", a.mark.ID, a.mark.Run.Text, a.ink)
		}
		if size := a.mark.Run.Style.Size * a.mark.M.Scale(); size < least-0.01 {
			note("%s %q is set in %.1f", a.mark.ID, a.mark.Run.Text, size)
		}
		for _, b := range all[i+1:] {
			if a.mark.Sem.Free || b.mark.Sem.Free {
				continue
			}
			if o := a.ink.Intersect(b.ink); o.W > 1 && o.H > 1 {
				note("%s %q overlaps %s %q", a.mark.ID, a.mark.Run.Text, b.mark.ID, b.mark.Run.Text)
			}
		}
	}
	foot := area.Bottom()
	for _, a := range all {
		if a.mark.ID.Name == "cite" || a.mark.ID.Name == "hint" {
			foot = min(foot, a.ink.Y)
		}
	}
	for _, a := range all {
		if a.ink.Bottom() > foot+0.5 && a.mark.ID.Name != "cite" && a.mark.ID.Name != "hint" {
			note("%s %q runs %.1f into the source's line", a.mark.ID, a.mark.Run.Text, a.ink.Bottom()-foot)
		}
	}
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Field == nil || m.Alpha <= 0 || m.Field.Count == 0 {
			continue
		}
		// Thousands take room; some hundred may lie in a pot, and a long crowd may be
		// low: a shelf of seeds.
		if b := crowdIn(m); !area.Inset(-1).Contains(b) || b.H < area.H/14 && b.W < area.W/8 && m.Field.Count >= 5000 {
			note("the crowd %s stands in %.0f", m.ID, b)
		}
	}
	return wrong
}

// crowdIn is the rectangle in which a crowd stands: by one in a hundred of it.
func crowdIn(m *draw.Mark) geom.Rect {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := 0; i < m.Field.Count; i += 101 {
		d, ok := m.Field.At(i)
		if !ok {
			continue
		}
		at := m.M.At(d.At)
		x0, x1 = min(x0, at.X), max(x1, at.X)
		y0, y1 = min(y0, at.Y), max(y1, at.Y)
	}
	return geom.R(x0, y0, x1-x0, y1-y0)
}
