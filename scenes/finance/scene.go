// Package finance is the scene of the money that firms get for what they know: coins
// of light fall into an open book, into a flask, lie in a pot that is shut, and hang
// over a box that is still empty, four kinds of money that never touch.
//
// Every coin is one: a hundred thousand yuan each. A switch deals them out to the
// firms, where the page says how many there are.
package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	beatLoans  = "loans"
	beatYear   = "year"
	beatOthers = "others"
	beatFirms  = "firms"

	// coinWorth is what a coin stands for, in yuan, as the words beside the mark say.
	coinWorth = 100_000
	mostCoins = 8000
	mostFirms = 600
)

// money is one of the four kinds.
type money struct {
	name                  string // of its layers and slots
	total, firms, average string // ids; of a fund that is not dealt out, only the first
	beat                  string
}

var (
	loans  = money{"loans", "finance.loan.total", "finance.loan.firms", "finance.loan.average", beatLoans}
	year   = money{"year", "finance.knowledge.total", "finance.knowledge.firms", "finance.knowledge.average", beatYear}
	fund   = money{name: "fund", total: "finance.seed-fund", beat: beatOthers}
	grants = money{"grants", "finance.grant.total", "finance.grant.firms", "finance.grant.average", beatOthers}
)

// coins is how many the total is worth.
func (m *money) coins(v *stage.View) int {
	f, _ := v.Story.Figure(m.total)
	return f.Count() / coinWorth
}

// dealtTo is how many firms share it.
func (m *money) dealtTo(v *stage.View) int {
	f, _ := v.Story.Figure(m.firms)
	return f.Count()
}

// New returns the scene.
func New() *storyboard.Scene {
	s := storyboard.Scene{
		Link: "finance", Tuned: knobs,
		Sources: []string{"J28", "J29", "J30"},
		Steps: []anim.Beat{
			{Name: beatLoans, Move: 5, Hold: 4},
			{Name: beatYear, Move: 3.4, Hold: 4},
			{Name: beatOthers, Move: 4, Hold: 5},
			{Name: beatFirms, Move: 5.6, Hold: 7},
		},
		Wide: 0.33, Deep: true, // the coins fall beside the title
		Undecked:   [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: board(),
		Over:       over,
		Drawn:      []string{"page.year"},
	}
	for _, m := range [...]money{loans, year, fund, grants} {
		for _, id := range [...]string{m.total, m.firms, m.average} {
			if id != "" {
				s.Drawn = append(s.Drawn, id)
			}
		}
		s.Counts = append(s.Counts, stage.Room{Figure: m.total, Most: mostCoins * coinWorth})
		if m.firms != "" {
			s.Counts = append(s.Counts, stage.Room{Figure: m.firms, Most: mostFirms})
		}
	}
	return storyboard.New(s)
}
