package authoring

import (
	"regexp"
	"slices"
	"strconv"

	"lianhua/internal/decimal"
	"lianhua/internal/story"
)

// CorrectionsFile tells which figures were corrected; a story may do without it. Below
// the day and the figure's id, it has what stood there (old), what does since (new),
// and why, for readers (zh, en).
const CorrectionsFile = "corrections.toml"

// day is a date as corrections have it.
var day = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)

// corrections are those that are told of, by day. They are held to the figures as they
// are.
func (t Table) corrections(figures []*Figure) (all []story.CorrectionRecord) {
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
			i := slices.IndexFunc(figures, func(f *Figure) bool { return f.record.ID == id })
			if i < 0 {
				return // told once, below
			}
			c := story.CorrectionRecord{Day: date, Figure: id, Why: story.Both{ZH: sub.Text("zh"), EN: sub.Text("en")}}
			c.Old, c.OldEN = sub.amount("old", figures[i])
			c.New, c.NewEN = sub.amount("new", figures[i])
			all = append(all, c)
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
	return all
}

// amount is what a figure was or is, in its unit and in the English one.
func (t Table) amount(key string, f *Figure) (value, english decimal.Decimal) {
	text := t.Text(key)
	value, err := decimal.Parse(text)
	if err != nil {
		if text != "" { // told as missing
			t.Fail(key, key+" is no decimal: "+strconv.Quote(text), "write "+key+" = "+strconv.Quote(f.table.Text("value"))+", in the figure's unit")
		}
		return value, value
	}
	_, english, ok := f.convert(value)
	if !ok {
		t.Fail(key, "the value is no exact decimal in the English unit", "correct the figure's unit, too")
	}
	return value, english
}
