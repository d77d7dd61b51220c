package flaw

import (
	"math"
	"strings"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
)

// The smallest type of each form: as designed, and in windows of any shape, whose
// unit may be smaller.
var (
	designed = [...]float64{stage.Phone: 10, stage.Laptop: 12, stage.Kiosk: 20, stage.Wall: 28}
	smallest = [...]float64{stage.Phone: 8.5, stage.Laptop: 8, stage.Kiosk: 12, stage.Wall: 18}
)

// LeastType is the smallest type that a picture of that area may set, in
// device-independent pixels: on the screens of the designs more than in windows
// of other shapes.
func LeastType(area geom.Rect) float64 {
	form := stage.FormOf(area)
	for _, s := range preview.Sizes() {
		if s.Area == area {
			return designed[form]
		}
	}
	return smallest[form]
}

// Layout is what in the picture's layout readers cannot make out: words outside of
// it, too small, on each other or in the source's line, or missing from the story,
// and crowds without room.
func Layout(l *draw.List) (found []Flaw) {
	note := func(f Flaw) { found = append(found, f) }
	least := LeastType(l.Area)
	all := labels(l)
	for i := range all {
		a := &all[i]
		if strings.Contains(a.mark.Run.Text, "⟨") {
			note(Flaw{Kind: Lacking, Mark: a.index, Other: -1, At: a.ink})
		}
		if !l.Area.Inset(-0.5).Contains(a.ink) {
			note(Flaw{Kind: Outside, Mark: a.index, Other: -1, At: a.ink})
		}
		if size := a.size(); size < least-0.01 {
			note(Flaw{Kind: Small, Mark: a.index, Other: -1, At: a.ink, Got: size, Need: least})
		}
		for k := i + 1; k < len(all); k++ {
			b := &all[k]
			if a.mark.Sem.Free || b.mark.Sem.Free {
				continue
			}
			if o := a.ink.Intersect(b.ink); o.W > 1 && o.H > 1 {
				note(Flaw{Kind: Overlap, Mark: a.index, Other: b.index, At: o})
			}
		}
	}
	for _, f := range intoFoot(l, all) {
		note(f)
	}
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Field == nil || m.Alpha <= 0 || m.Field.Count == 0 {
			continue
		}
		// Thousands take room; some hundred may lie in a pot, and a long crowd may be
		// low: a shelf of seeds.
		if b := crowdIn(m); !l.Area.Inset(-1).Contains(b) || b.H < l.Area.H/14 && b.W < l.Area.W/8 && m.Field.Count >= 5000 {
			note(Flaw{Kind: Crowd, Mark: i, Other: -1, At: b})
		}
	}
	return found
}

// intoFoot are the texts that run into the lines at the foot.
func intoFoot(l *draw.List, all []label) (found []Flaw) {
	atFoot := func(a *label) bool { return a.mark.ID.Name == "cite" || a.mark.ID.Name == "hint" }
	foot := l.Area.Bottom()
	for i := range all {
		if atFoot(&all[i]) {
			foot = min(foot, all[i].ink.Y)
		}
	}
	for i := range all {
		if a := &all[i]; a.ink.Bottom() > foot+0.5 && !atFoot(a) {
			found = append(found, Flaw{Kind: Foot, Mark: a.index, Other: -1, At: a.ink, Got: a.ink.Bottom() - foot})
		}
	}
	return found
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
