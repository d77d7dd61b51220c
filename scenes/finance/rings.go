package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// strung is the grants on their strings: hollow, for they are applied for.
func strung(v *stage.View, box geom.Rect) storyboard.Strings {
	return storyboard.Strings{Name: "hanging", Box: box, Strings: 21, Symbol: draw.Ring, Radius: 0.0212, Let: v.Span(beatOthers, 0.25, 0.8)}
}

// hang draws the grants: they are let down from the bow and stop in mid-air.
func hang(l *draw.List, v stage.View, at storyboard.Spot) {
	d, s := dealing(&v), strung(&v, at.Rect)
	s.Draw(l, grants.coins(&v), inks(&v, &grants), v.Theme.Clay.Fade(0.55), &d, at.Slot("firms-grants"), at.Scale)
	threads(l, &v, &s, at.Slot("box-mouth"), 1-anim.Span(d.T, 0, 0.3, anim.Linear))
}

// threads are the way that the page does not say has been gone: dotted.
func threads(l *draw.List, v *stage.View, from *storyboard.Strings, to geom.Rect, show float64) {
	show *= v.Span(beatOthers, 0.8, 1)
	if show <= 0 {
		return
	}
	way := l.NewPath()
	for k := range 6 {
		c := -1 + 0.4*float64(k)
		a := from.At(c, 1.06)
		b := to.At(0.5+0.38*c, 0.4)
		way.Move(a.X, a.Y).Quad(a.X, anim.Lerp(a.Y, b.Y, 0.6), b.X, b.Y)
	}
	pen := geom.Pen{Width: from.Box.W * 0.013, Cap: geom.CapRound, Dash: 0.01, Gap: from.Box.W * 0.06}
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
