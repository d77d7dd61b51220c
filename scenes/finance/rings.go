package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// strands is on how many strings the grants hang: hollow, for they are applied for.
const strands = 21

// strand is a place on the strings: c from -1 at the left to 1, t from the bow down.
func strand(r geom.Rect, c, t float64) geom.Pt {
	wide := 0.42 + 0.58*anim.SineInOut(0.5+0.5*anim.Clamp(t*1.7))*2 - 0.58
	return geom.P(r.Center().X+c*r.W/2*wide, r.Y+r.H*(0.94*t+0.05*(1-t)*c*c-0.05*c*c*t))
}

// hang draws the grants: they are let down from the bow and stop in mid-air.
func hang(l *draw.List, v stage.View, at storyboard.Spot) {
	const down = 16
	n, let, d := grants.coins(&v), v.Span(beatOthers, 0.25, 0.8), dealing(&v)
	if n <= 0 || let <= 0 || !d.Loose {
		return
	}
	r, place := at.Rect, at.Slot("firms-grants")
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Radius = n, strands, draw.Ring, r.W*0.0212*anim.Lerp(0.5, 1, let)
	f.Inks = inks(&v, &grants)
	rows := float64(f.Rows())
	for i := range storyboard.Lines {
		f.Mesh.U = append(f.Mesh.U, strands*storyboard.Across(i, 1.0/strands))
	}
	strings := l.NewPath()
	for j := 0; j <= down; j++ {
		t := anim.Lerp(-1/rows, 1+1/rows, float64(j)/down)
		f.Mesh.V = append(f.Mesh.V, t*rows)
		for i := range storyboard.Lines {
			c := storyboard.Across(i, 1.0/strands)
			p := strand(r, 2*c-1, t*let)
			p = p.Lerp(place.At(c, t), d.Rise)
			f.Mesh.P = append(f.Mesh.P, p)
			f.Mesh.Level = append(f.Mesh.Level, float32(d.Left(t)))
		}
	}
	for k := range strands {
		c := 2*(float64(k)+0.5)/strands - 1
		for j := 0; j <= 5; j++ {
			p := strand(r, c, float64(j)/5*(1-0.5/rows)*let)
			if j == 0 {
				strings.Move(r.Center().X, r.Y-r.H*0.01)
			}
			strings.Line(p.X, p.Y)
		}
	}
	c := v.Theme.Clay
	l.Push(geom.Identity(), min(1, let*4)*(1-anim.Span(d.T, 0, 0.3, anim.Linear)))
	l.Stroke(draw.Name("strings"), strings, geom.Pen{Width: r.W * 0.005, Join: geom.JoinRound}, draw.Ink(c.Fade(0.55)), draw.Decor())
	l.Pop()
	l.Push(geom.Identity(), min(1, let*6))
	storyboard.Crowd(l, draw.Name("hanging"), f, at.Scale)
	l.Pop()
	threads(l, &v, r, at.Slot("box-mouth"), 1-anim.Span(d.T, 0, 0.3, anim.Linear))
}

// threads are the way that the page does not say has been gone: dotted.
func threads(l *draw.List, v *stage.View, from, to geom.Rect, show float64) {
	show *= v.Span(beatOthers, 0.8, 1)
	if show <= 0 {
		return
	}
	way := l.NewPath()
	for k := range 6 {
		c := -1 + 0.4*float64(k)
		a := strand(from, c, 1.06)
		b := to.At(0.5+0.38*c, 0.4)
		way.Move(a.X, a.Y).Quad(a.X, anim.Lerp(a.Y, b.Y, 0.6), b.X, b.Y)
	}
	pen := geom.Pen{Width: from.W * 0.013, Cap: geom.CapRound, Dash: 0.01, Gap: from.W * 0.06}
	l.Push(geom.Identity(), show)
	l.Stroke(draw.Name("threads"), way, pen, draw.Ink(v.Theme.Accent.Fade(0.7)), draw.Decor())
	l.Pop()
}

// ringsOfFirms draws what would come to a firm that applied.
func ringsOfFirms(l *draw.List, v stage.View, at storyboard.Spot) {
	n, firms := grants.coins(&v), grants.dealtTo(&v)
	d := dealing(&v)
	if n < firms || firms <= 0 {
		return
	}
	s := storyboard.RingShares{Name: "firm-rings", Ink: v.Theme.Accent, Shares: firms, Part: float64(n)/float64(firms) - 1}
	s.Draw(l, &d, at.Rect, at.Scale)
	if !low(&v, at.Scale) { // where it is, words take its place
		s.One(l, at.Slot("one-grants"), d.Forward)
	}
}
