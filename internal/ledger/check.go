package ledger

import "lianhua/internal/draw"

// Finding is a run, or words that are read out, whose digits are not accounted for.
type Finding struct {
	Mark   draw.ID
	Text   string
	Number string // the number in it that is wrong; empty for all of them
	Spoken bool   // read out, not drawn
	Why    string
}

// String is the finding as one line.
func (f Finding) String() string {
	verb := " draws "
	if f.Spoken {
		verb = " reads out "
	}
	s := "mark " + f.Mark.String() + verb + quote(f.Text) + ": "
	if f.Number != "" {
		s += f.Number + " "
	}
	return s + f.Why
}

func quote(s string) string { return "“" + s + "”" }

// Unsourced finds digits for which the picture gives no reason.
func Unsourced(l *draw.List) []Finding {
	var out []Finding
	each(l, func(m *draw.Mark, text string, spoken bool) {
		if !hasDigit(text) {
			return
		}
		s := &m.Sem
		switch {
		case s.Digits == draw.DigitsNone && !(spoken && names(s)):
			out = append(out, Finding{m.ID, text, "", spoken, "shows digits but names no figure; draw numbers with chart.Figure or chart.Prose, or declare what else the digits are"})
		case s.Digits == draw.DigitsFigure && !names(s):
			out = append(out, Finding{m.ID, text, "", spoken, "is declared to show a figure but does not name it"})
		}
	})
	return out
}

// Mismatched finds numbers that are drawn or read out for a figure but are none
// of its own. Texts gives a figure's written forms; ok is false for an unknown one.
func Mismatched(l *draw.List, texts func(figure string) (forms []string, ok bool)) []Finding {
	var out []Finding
	each(l, func(m *draw.Mark, text string, spoken bool) {
		if m.Sem.Digits != draw.DigitsFigure || !names(&m.Sem) || !hasDigit(text) {
			return
		}
		own := make(map[string]bool)
		known := true
		figures(&m.Sem, func(id string) {
			forms, ok := texts(id)
			if !ok {
				known = false
				out = append(out, Finding{m.ID, text, "", spoken, "names the unknown figure " + quote(id)})
			}
			for _, f := range forms {
				numbers(f, func(n string) { own[n] = true })
			}
		})
		if !known {
			return
		}
		numbers(text, func(n string) {
			if !own[n] {
				out = append(out, Finding{m.ID, text, n, spoken, "is no number of the figures it names"})
			}
		})
	})
	return out
}

// each visits what visible marks draw and what is read out in their place.
func each(l *draw.List, visit func(m *draw.Mark, text string, spoken bool)) {
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == draw.KindClose || m.Alpha <= 0 {
			continue
		}
		if m.Kind == draw.KindText {
			visit(m, m.Run.Text, false)
		}
		if m.Sem.Label != "" {
			visit(m, m.Sem.Label, true)
		}
	}
}

func names(s *draw.Sem) bool { return s.Figure != "" || len(s.Figures) > 0 }

func figures(s *draw.Sem, visit func(id string)) {
	if s.Figure != "" {
		visit(s.Figure)
	}
	for _, f := range s.Figures {
		visit(f)
	}
}
