package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/finance/cash"
)

func board() storyboard.Board {
	b := storyboard.Board{
		Cues: []storyboard.Cue{
			{Layer: "book-lit", Share: lit(beatLoans, cash.Fall.Landed), Do: storyboard.Fade{From: 0.1, To: 1}},
			{Layer: "glow-loans", Share: lit(beatLoans, cash.Fall.Landed), Do: storyboard.Fade{From: 0.34, To: 1}},
			{Layer: "veil", Share: lit(beatLoans, func(f cash.Fall) float64 { return f.Entered }), Do: storyboard.Appear{}},
			{Layer: "glow-year", Share: lit(beatYear, cash.Fall.Landed), Do: storyboard.Fade{From: 0.12, To: 1}},
			{Layer: "flask-glow", Share: lit(beatYear, cash.Fall.Landed), Do: storyboard.Appear{}},
			{Layer: "glow-fund", Beat: beatOthers, To: 0.35, Do: storyboard.Fade{From: 0.12, To: 1}},
			{Layer: "pot-glow", Beat: beatOthers, To: 0.35, Do: storyboard.Appear{}},
			{Layer: "glow-grants", Beat: beatOthers, From: 0.25, To: 0.7, Do: storyboard.Fade{From: 0.12, To: 1}},
			{Layer: "box-shut", Beat: beatOthers, From: 0.55, To: 0.8, Do: storyboard.Vanish{}},
			{Layer: "box-open", Beat: beatOthers, From: 0.55, To: 0.85, Ease: anim.CubicOut, Do: storyboard.Scale{About: "box-mouth", X: 0.7, Y: 0.05}},
			{Layer: "box-open", Beat: beatOthers, From: 0.55, To: 0.7, Do: storyboard.Appear{}},
		},
		Parts: []storyboard.Part{
			{Layer: "book", Slot: "firms-loans", Draw: lieOnPages},
			{Layer: "stream-loans", Slot: "firms-loans", Draw: fall(&loans)},
			{Layer: "flask-coins", Slot: "firms-year", Draw: lieInFlask},
			{Layer: "stream-year", Slot: "firms-year", Draw: fall(&year)},
			{Layer: "pot-coins", Draw: lieInPot},
			{Layer: "rings", Slot: "strands", Draw: hang},
			{Layer: "firms", Slot: "firms-loans", Draw: stacksOf(&loans)},
			{Layer: "firms", Slot: "firms-year", Draw: stacksOf(&year)},
			{Layer: "firms", Slot: "firms-grants", Draw: ringsOfFirms},
		},
		Cards: []storyboard.Card{
			storyboard.CardOf("book", "finance.loan", "J29"), storyboard.CardOf("flask", "finance.knowledge", "J30"),
			storyboard.CardOf("pot", "finance.fund", "J29"), storyboard.CardOf("box", "finance.grant", "J30"),
		},
		Uses: []string{
			"loans-left", "loans-right", "year-left", "year-right", "flask-left", "flask-right", "pot-left", "pot-right",
			"page-left-back", "page-left-front", "page-right-back", "page-right-front",
			"one-loans", "one-year", "one-grants", "switch", "scale",
		},
	}
	for i := range statements {
		b.Uses = append(b.Uses, statements[i].total.slot, statements[i].each.slot)
	}
	return b
}

// switchID is the switch between totals and what comes to a firm.
var switchID = draw.Name("per-firm")

// dealt is how far the coins have left the totals for the firms: the story deals them,
// and then the reader's hand, both ways.
func dealt(v *stage.View) float64 {
	return anim.Span(v.Beat(beatFirms), 0.06, 1, anim.Linear) * v.Turned(switchID, 1)
}

// lit is how much light a beat's coins give, where they fall or lie: it goes with them.
func lit(beat string, share func(cash.Fall) float64) func(stage.View) float64 {
	return func(v stage.View) float64 {
		return share(falling(&v, beat)) * (1 - 0.96*anim.Span(dealt(&v), 0, 0.4, anim.SineInOut))
	}
}

func dealing(v *stage.View) cash.Dealing { return cash.DealingAt(dealt(v)) }

// stacksOf are the coins that come to a firm, one stack beside the other.
func stacksOf(m *money) func(*draw.List, stage.View, storyboard.Spot) {
	name, one := "stacks-"+m.name, "one-"+m.name
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		d := dealing(&v)
		if s, ok := cash.StacksOf(name, m.coins(&v), m.dealtTo(&v), at.Rect, inks(&v, m)); ok && d.T > cash.SettleFrom {
			s.Draw(l, &v, &d, at.Slot(one), at.Scale)
		}
	}
}
