package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/finance/cash"
)

// hang draws the grants: they are let down from the bow and stop in mid-air, hollow, for
// they are applied for.
func hang(l *draw.List, v stage.View, at storyboard.Spot) {
	d := dealing(&v)
	s := cash.Strings{Name: "hanging", Box: at.Rect, Strings: 21, Symbol: draw.Ring, Radius: 0.0212 * v.Knob(&ringSize), Let: v.Span(beatOthers, 0.25, 0.8)}
	s.Draw(l, grants.coins(&v), inks(&v, &grants), v.Theme.Clay.Fade(0.55), &d, at.Slot("firms-grants"), at.Scale)
	show := v.Span(beatOthers, 0.8, 1) * (1 - anim.Span(d.T, 0, 0.3, anim.Linear))
	s.Threads(l, draw.Name("threads"), at.Slot("box-mouth"), v.Theme.Accent.Fade(v.Knob(&threadFirm)), show)
}

// ringsOfFirms draws what would come to a firm that applied.
func ringsOfFirms(l *draw.List, v stage.View, at storyboard.Spot) {
	n, firms := grants.coins(&v), grants.dealtTo(&v)
	d := dealing(&v)
	if n < firms || firms <= 0 {
		return
	}
	s := cash.RingShares{Name: "firm-rings", Ink: v.Theme.Accent, Shares: firms, Part: float64(n)/float64(firms) - 1}
	s.Draw(l, &d, at.Rect, at.Scale)
	if !low(&v, at.Scale) { // where it is, words take its place
		s.One(l, at.Slot("one-grants"), d.Forward)
	}
}
