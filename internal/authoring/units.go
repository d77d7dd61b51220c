package authoring

import (
	"strings"

	"lianhua/internal/decimal"
	"lianhua/internal/story"
)

// unit is a unit of one language: its written form and its size in its base
// unit. Counts have no base unit.
type unit struct {
	form   story.UnitForm
	base   string
	factor decimal.Decimal
}

// unitKeys are what a unit's table may hold.
var unitKeys = [...]string{"lead", "one", "many", "joined", "ordinal", "base", "factor"}

// readUnits reads [units] or [english]. A unit's name is its written form
// unless one and many say otherwise.
func readUnits(t Table, key string) map[string]unit {
	out := map[string]unit{}
	t.each(key, func(name string, sub Table) {
		sub.Only(unitKeys[:]...)
		u := unit{base: sub.Text("base"), factor: sub.decimal("factor", decimal.FromInt(1))}
		u.form = story.UnitForm{
			Lead: sub.Text("lead"), One: name, Many: name,
			Joined: sub.Flag("joined", false), Ordinal: sub.Flag("ordinal", false),
		}
		if _, ok := sub.values["one"]; ok {
			u.form.One, u.form.Many = sub.Text("one"), sub.Text("one")
		}
		if _, ok := sub.values["many"]; ok {
			u.form.Many = sub.Text("many")
		}
		if u.factor.Sign() <= 0 {
			sub.Fail("factor", "factor is not above zero", "state how many base units make one "+name)
			u.factor = decimal.FromInt(1)
		}
		if d, found := typedDigit(u.form.Lead + u.form.One + u.form.Many); found {
			sub.Fail("", "unit holds the typed digit "+d, "digits belong in a figure's value")
		}
		out[name] = u
	})
	return out
}

func (u unit) dims() map[string]int {
	if u.base == "" {
		return nil
	}
	return map[string]int{u.base: 1}
}

// validID reports whether s is dotted lower-case words: aluminium.lines,
// water.treatment-plants.
func validID(s string) bool {
	for word := range strings.SplitSeq(s, ".") {
		if word == "" || word[0] < 'a' || word[0] > 'z' {
			return false
		}
		for i := range len(word) {
			if c := word[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
				return false
			}
		}
	}
	return true
}
