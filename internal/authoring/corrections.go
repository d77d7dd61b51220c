package authoring

import (
	"regexp"
	"slices"
	"strconv"
)

// CorrectionsFile tells which figures were corrected; a story may do without it. Below
// the day and the figure's id, it has what stood there (old), what does since (new),
// and why, for readers (zh, en).
const CorrectionsFile = "corrections.toml"

// day is a date as corrections have it.
var day = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)

// checkCorrections holds what is told of corrections to the figures as they are.
func (t Table) checkCorrections(figures []*Figure) {
	latest := map[string]Table{}
	days := t.keys()
	slices.Sort(days)
	for _, date := range days {
		t.each(date, func(id string, sub Table) {
			if !day.MatchString(date) {
				sub.Fail("", "bad day "+strconv.Quote(date), `write [2026-11-30."figure.id"]`)
				return
			}
			sub.Only("old", "new", "zh", "en")
			for _, key := range []string{"old", "new", "zh", "en"} {
				sub.need(key, "a correction says what stood there, what does now, and why in both languages")
			}
			sub.english("en", "the correction of "+id, sub.Text("en"))
			latest[id] = sub
		})
	}
	for id, sub := range latest {
		i := slices.IndexFunc(figures, func(f *Figure) bool { return f.record.ID == id })
		if i < 0 {
			sub.Fail("", "the unknown figure "+strconv.Quote(id)+" was corrected", "name a figure of "+FiguresFile)
			continue
		}
		if now := figures[i].table.Text("value"); now != sub.Text("new") {
			sub.Fail("new", id+" was last corrected to "+sub.Text("new")+", and is "+now, "tell of every correction, or take this one out")
		}
	}
}
