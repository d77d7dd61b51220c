package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// columns are how many roofs or gauges stand in a row.
const columns = 25

// soft is how many of the roofs fade away: the page gives their number about.
const soft = 16

// drawCounts draws a mark for each of what the park counts, where a form has room: roofs
// for the firms, gauges for those that were fitted out anew, and the works. They differ
// in shape and lie apart, for none is a part of another.
func drawCounts(l *draw.List, v stage.View, at storyboard.Spot) {
	for _, c := range [...]struct {
		slot, figure, beat string
		most               int
	}{{"firms-marks", firmsID, melt, mostFirms}, {"upgraded-marks", upgradedID, roll, mostUpgraded}, {"factories-marks", factoriesID, forge, mostFactories}} {
		box, show := at.Slot(c.slot), anim.CubicOut(v.Span(c.beat, 0.5, 0.7))
		if box.Empty() || show <= 0 {
			continue
		}
		f, _ := v.Story.Figure(c.figure)
		n := min(f.Count(), c.most)
		l.Push(geom.Identity(), show)
		switch c.figure {
		case firmsID:
			roofs(l, &v, box, n)
		case upgradedID:
			gauges(l, &v, box, n)
		default:
			works(l, &v, box, n)
		}
		l.Pop()
	}
}

// cell is the place of the i-th of n marks in a box.
func cell(box geom.Rect, i, n int) geom.Rect {
	rows := (n + columns - 1) / columns
	w, h := box.W/columns, box.H/float64(rows)
	return geom.R(box.X+w*float64(i%columns), box.Y+h*float64(i/columns), w, h)
}

func roofs(l *draw.List, v *stage.View, box geom.Rect, n int) {
	roof := func(p *geom.Path, i int) {
		r := cell(box, i, n)
		x, y, w, h := r.X, r.Y+r.H*0.1, r.W*0.72, r.H*0.78
		p.Move(x, y+h).Line(x, y).Line(x+w, y+h*0.52).Line(x+w, y+h).Close()
	}
	firm := l.NewPath()
	for i := range n - min(soft, n) {
		roof(firm, i)
	}
	l.Fill(draw.Name("roofs"), firm, draw.Ink(v.Theme.Steel), draw.Decor())
	for i := n - min(soft, n); i < n; i++ {
		p := l.NewPath()
		roof(p, i)
		l.Fill(draw.Nth("roof", i+1), p, draw.Ink(v.Theme.Steel.Fade(1-0.82*anim.SineInOut(1-float64(n-1-i)/soft))), draw.Decor())
	}
}

func gauges(l *draw.List, v *stage.View, box geom.Rect, n int) {
	dials, hands := l.NewPath(), l.NewPath()
	k := min(cell(box, 0, n).W, cell(box, 0, n).H)
	for i := range n {
		r := cell(box, i, n)
		c := geom.P(r.X+k*0.44, r.Center().Y)
		dials.Circle(c, k*0.36)
		_, turn := math.Modf(float64(i) * (math.Phi - 1))
		end := geom.Polar(c, k*0.27, -2.3+1.5*turn)
		hands.Move(c.X, c.Y).Line(end.X, end.Y)
	}
	ink := draw.Ink(v.Theme.Accent)
	l.Fill(draw.Name("dials"), dials, draw.Ink(v.Theme.Panel), draw.Decor())
	l.Stroke(draw.Name("gauges"), dials, geom.Pen{Width: k * 0.12}, ink, draw.Decor())
	l.Stroke(draw.Name("hands"), hands, geom.Pen{Width: k * 0.1, Cap: geom.CapRound}, ink, draw.Decor())
}

func works(l *draw.List, v *stage.View, box geom.Rect, n int) {
	const gables, windows = 4, 6
	pitch := box.W / 3.2
	w, h := pitch*0.79, box.H*0.64
	for i := range n {
		x, foot := box.X+pitch*float64(i), box.Bottom()
		top := foot - h
		p := l.NewPath().Move(x, foot)
		for k := range gables {
			g := x + w*float64(k)/gables
			if k > 0 {
				p.Line(g, top+h*0.36)
			}
			p.Line(g, top)
		}
		p.Line(x+w, top+h*0.4).Line(x+w, foot).Close()
		l.Fill(draw.Nth("works", i+1), p, draw.LinearRamp(geom.P(x, top), geom.P(x+w, foot),
			draw.Stop{At: 0, Color: v.Theme.SilverMid}, draw.Stop{At: 0.45, Color: v.Theme.SilverLight}, draw.Stop{At: 1, Color: v.Theme.SilverDark}), draw.Decor())
		pen := geom.Pen{Width: h * 0.05, Cap: geom.CapRound, Join: geom.JoinRound}
		l.Stroke(draw.Nth("works", i+1).Sub("edge"), p, pen, draw.Ink(v.Theme.Steel), draw.Decor())
		panes := l.NewPath()
		for k := range windows {
			panes.Rect(geom.R(x+w*(0.08+0.145*float64(k)), foot-h*0.42, w*0.09, h*0.27))
		}
		l.Fill(draw.Nth("works", i+1).Sub("panes"), panes, draw.Ink(v.Theme.Molten), draw.Decor())
		mast := geom.P(x+w*0.87, top-h*0.2)
		air := l.NewPath().Move(mast.X, top+h*0.3).Line(mast.X, mast.Y)
		for _, r := range [...]float64{0.2, 0.4} {
			air.Arc(mast.Add(geom.P(0, h*0.06)), h*r, -math.Pi*0.78, -math.Pi*0.22, false)
		}
		l.Stroke(draw.Nth("works", i+1).Sub("air"), air, pen, draw.Ink(v.Theme.Accent), draw.Decor())
	}
}
