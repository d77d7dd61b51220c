package story

import (
	"slices"

	"lianhua/internal/decimal"
)

// CorrectionRecord tells that a figure was another once, from what to what, when and why.
type CorrectionRecord struct {
	Day          string // as 2026-11-30
	Figure       string // its id
	Old, New     decimal.Decimal
	OldEN, NewEN decimal.Decimal // the same amounts in the English unit
	Why          Both
}

// Correction is a figure's correction in one language.
type Correction struct {
	Day      string // as 2026-11-30
	Figure   Figure // as it is now
	Old, New string // as running text shows them
	Why      string
}

// Corrections are all that were made since the story was first shown, the latest first.
func (s *Story) Corrections() []Correction {
	var all []Correction
	for _, r := range s.bundle.records.Corrections {
		f, _ := s.Figure(r.Figure)
		// There are few, and the library's sort weighs more in the player than all else of them.
		at := len(all)
		for at > 0 && all[at-1].Day < r.Day {
			at--
		}
		all = slices.Insert(all, at, Correction{r.Day, f, s.was(&r, r.Old, r.OldEN), s.was(&r, r.New, r.NewEN), r.Why.In(s.Lang)})
	}
	return all
}

// was is the figure of a correction with another value, as running text shows it.
func (s *Story) was(r *CorrectionRecord, value, english decimal.Decimal) string {
	record := s.bundle.records.Figures[s.bundle.index[r.Figure]]
	record.Value, record.ValueEN = value, english
	var f Figure
	f.write(&record, s)
	return f.Text
}
