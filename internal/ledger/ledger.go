package ledger

import "lianhua/internal/draw"

// Entry is a figure that a picture shows.
type Entry struct {
	Figure string
	Drawn  []string // the runs that show it, or parts of it, as drawn
}

// Ledger is the figures of one picture. The zero value is empty and ready.
type Ledger struct{ Entries []Entry }

// Of lists the figures that the visible marks of l name.
func Of(l *draw.List) *Ledger {
	led := new(Ledger)
	at := make(map[string]int)
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == draw.KindClose || m.Alpha <= 0 {
			continue
		}
		led.note(at, m.Sem.Figure, m)
		for _, f := range m.Sem.Figures {
			led.note(at, f, m)
		}
	}
	return led
}

func (led *Ledger) note(at map[string]int, figure string, m *draw.Mark) {
	if figure == "" {
		return
	}
	k, ok := at[figure]
	if !ok {
		k = len(led.Entries)
		at[figure] = k
		led.Entries = append(led.Entries, Entry{Figure: figure})
	}
	if m.Kind == draw.KindText {
		led.Entries[k].Drawn = append(led.Entries[k].Drawn, m.Run.Text)
	}
}

// Has reports whether the picture shows the figure.
func (led *Ledger) Has(figure string) bool {
	for i := range led.Entries {
		if led.Entries[i].Figure == figure {
			return true
		}
	}
	return false
}
