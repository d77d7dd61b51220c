// Package finance is the scene of the money that firms get for what they know: coins
// of light fall into an open book, into a flask, lie in a pot that is shut, and hang
// over a box that is still empty, four kinds of money that never touch.
//
// Every coin is one: a hundred thousand yuan each. A switch deals them out to the
// firms, where the page says how many there are.
package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/finance/cash"
)

const (
	beatLoans  = "loans"
	beatYear   = "year"
	beatOthers = "others"
	beatFirms  = "firms"

	// coinWorth is what a coin stands for, in yuan, as the words beside the mark say.
	coinWorth = 100_000
	mostMoney = 8000 * coinWorth
	mostFirms = 600
)

// money is one of the four kinds.
type money struct {
	name                  string // of its layers and slots
	total, firms, average string // ids; of a fund that is not dealt out, only the first
	beat                  string
	stream                cash.Stream // of a loan; who lends is not on the page: it begins out of sight
}

var (
	loans = money{"loans", "finance.loan.total", "finance.loan.firms", "finance.loan.average", beatLoans,
		cash.Stream{Name: "falling-loans", Left: "loans-left", Right: "loans-right", Cols: 24, Symbol: draw.Cash, Radius: 0.01, Fold: 0.03}}
	year = money{"year", "finance.knowledge.total", "finance.knowledge.firms", "finance.knowledge.average", beatYear,
		cash.Stream{Name: "falling-year", Left: "year-left", Right: "year-right", Cols: 7, Symbol: draw.Cash, Radius: 0.036, Fold: 0.01}}
	fund   = money{name: "fund", total: "finance.seed-fund", beat: beatOthers}
	grants = money{name: "grants", total: "finance.grant.total", firms: "finance.grant.firms", average: "finance.grant.average", beat: beatOthers}
)

// coins is how many the total is worth.
func (m *money) coins(v *stage.View) int { return v.Count(m.total, mostMoney) / coinWorth }

// dealtTo is how many firms share it.
func (m *money) dealtTo(v *stage.View) int { return v.Count(m.firms, mostFirms) }

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "finance", Tuned: knobs,
		Sources: []string{"J28", "J29", "J30"},
		Steps: []anim.Beat{
			{Name: beatLoans, Move: 5, Hold: 4},
			{Name: beatYear, Move: 3.4, Hold: 4},
			{Name: beatOthers, Move: 4, Hold: 5},
			{Name: beatFirms, Move: 5.6, Hold: 7},
		},
		Drawn: []string{
			"page.year", loans.total, loans.firms, loans.average, year.total, year.firms, year.average,
			fund.total, grants.total, grants.firms, grants.average,
		},
		Counts: []stage.Room{
			{Figure: loans.total, Most: mostMoney}, {Figure: loans.firms, Most: mostFirms},
			{Figure: year.total, Most: mostMoney}, {Figure: year.firms, Most: mostFirms},
			{Figure: fund.total, Most: mostMoney},
			{Figure: grants.total, Most: mostMoney}, {Figure: grants.firms, Most: mostFirms},
		},
		Wide: 0.33, Deep: true, // the coins fall beside the title
		Undecked:   [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: board(),
		Over:       over,
	})
}
