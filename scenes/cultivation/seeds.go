package cultivation

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// rung is one of the plan: a shelf of the drawing. As many seeds lie there as its
// figure says, few and large or many and small.
type rung struct {
	name, shelf, figure, words string
	most                       int
	size                       float64   // of a seed that is drawn as an outline, in parts of the shelf's height
	rows                       int       // in which those lie
	bands                      []float64 // of the heap in which all others lie
	steep                      float64
}

func rungOf(name string, r rung) rung {
	r.name, r.shelf, r.figure, r.words = name, "shelf-"+name, "cultivation.target."+name, "cultivation."+name
	return r
}

// rungs are the plan's, from the fewest to the most.
var rungs = [...]rung{
	rungOf("leaders", rung{most: 20, size: 1, rows: 1}),
	rungOf("high-tech", rung{most: 200, size: 0.34, rows: 3}),
	rungOf("medium", rung{most: 1200, bands: []float64{10}, steep: 1.6}),
	rungOf("micro", rung{most: 12000, bands: []float64{22, 21, 20, 19, 18}}),
}

// rests tells that all seeds lie, and as they fell.
func (r *rung) rests(v stage.View) (int, bool) {
	return v.Count(r.figure, r.most), v.Beat(shelves) >= full && v.Pick(draw.Name(r.shelf)) == 0
}

// draw lays the seeds on their shelf. All shelves fill at once and in the same time, for
// the plan gives them no order: from the wall, on upright forms from the middle. Picked,
// the seeds line up.
func (r *rung) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	h := chart.Heap{Rect: at.Rect, Bands: r.bands, Steep: r.steep, Lean: 1, Order: v.Pick(draw.Name(r.shelf)), Pour: v.Beat(shelves) / full}
	if v.Layout().Form.Upright() {
		h.Lean = 0.5
	}
	n := v.Count(r.figure, r.most)
	l.Open(draw.Name(r.name), draw.Sem{})
	if r.bands != nil { // hollow rings with a gap, for they are only planned
		line, hollow := tone(&v)
		ink := chart.HeapInk{Ground: draw.Mix(hollow, v.Theme.GoldLight, 0.22), Lit: hollow, Shaded: v.Theme.GoldDark}
		if v.Theme.Dark() {
			ink.Ground, ink.Shaded = hollow, v.Theme.Ground
		}
		ink.Marks = [4]draw.Color{line, v.Theme.Gold, line, draw.Mix(line, v.Theme.GoldLight, 0.25)}
		h.Draw(l, draw.Name(r.name), n, draw.BrokenRing, ink)
	} else if husk, creases := at.Line("husk"), at.Line("creases"); husk != nil && creases != nil {
		r.outlines(l, &v, &h, n, husk, creases)
	}
	l.Close()
	// All of a shelf answers, not its seeds alone.
	l.Rect(draw.Name(r.name).Sub("touch"), at.Rect.Inset(-at.Rect.H*0.08), 0, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
}

// outlines draws seeds as one dashed path: in rows, each a seed shorter at either end
// than the one below.
func (r *rung) outlines(l *draw.List, v *stage.View, h *chart.Heap, n int, husk, creases *geom.Path) {
	rows, size := r.rows, r.size
	if v.Layout().Form == stage.Kiosk && rows > 1 { // whose shelves are narrow for their height
		rows, size = rows+2, size*0.615
	}
	first := (n + rows*(rows-1) + rows - 1) / rows
	pitch, tall := h.Rect.W/float64(first), size*h.Rect.H
	body, marks, loose, row, c, long, k := l.NewPath(), l.NewPath(), 1-h.Order, 0, 0, first, tall/husk.Bounds().H
	for i := range n {
		if c == long {
			row, c, long = row+1, 0, long-2
		}
		x := h.Rect.X + (float64(row+c)+0.5)*pitch + loose*pitch*0.12*(storyboard.Chance(i, 1)-0.5)
		c++
		come := chart.Poured(h.Pour, h.Away(x))
		if come <= 0 {
			continue
		}
		from := 1 - come
		if h.Lean < 1 && x > h.Rect.Center().X {
			from = -from
		}
		tilt := (storyboard.Chance(i, 0)-0.5)*loose*0.85 + from*5
		shown := k * min(1, come*1.6)
		foot := h.Rect.Bottom() - tall*(0.5+0.84*float64(row)) - (1-come)*h.Rect.H*0.3*float64(r.rows-1)
		m := geom.Affine{A: shown, D: shown}.Then(geom.Rotate(tilt, geom.Pt{})).Then(geom.Translate(x+from*tall*1.2, foot))
		body.Append(*husk, m)
		marks.Append(*creases, m)
	}
	line, hollow := tone(v)
	id, width := draw.Name(r.name), max(tall*0.042, h.Rect.H*0.028*float64(r.rows)/float64(rows))
	l.Push(geom.Identity(), anim.Clamp(h.Pour*5))
	storyboard.Paint(l, id.Sub("body"), body, geom.Pen{}, hollow.Fade(0.84))
	storyboard.Paint(l, id.Sub("outline"), body, geom.Pen{Width: width, Dash: width * 2.2, Gap: width * 1.5, Join: geom.JoinRound}, line)
	storyboard.Paint(l, id.Sub("creases"), marks, geom.Pen{Width: width * 0.5, Dash: width * 1.2, Gap: width * 1.6}, line.Fade(0.6))
	l.Pop()
}

// tone is the hollow seeds' line and what is seen through them.
func tone(v *stage.View) (line, hollow draw.Color) {
	return draw.Mix(v.Theme.GoldDark, v.Theme.Gold, 0.3), v.Theme.Panel
}
