package authoring

import (
	"regexp"
	"slices"
	"strconv"

	"lianhua/internal/story"
)

// tonesKey is where a theme's tones stand in it.
const tonesKey = "tones"

// How many colours a scale of tones may have.
const (
	leastTones = 2
	mostTones  = 7
)

// toneName is a word: what follows a hyphen is the place on the scale.
var toneName = regexp.MustCompile(`^[a-z]+$`)

// readTones reads the scales of a theme.
func readTones(theme Table) (all []story.ToneRecord) {
	t, ok := theme.Sub(tonesKey)
	if !ok {
		return nil
	}
	for _, name := range t.keys() {
		values, ok := t.values[name].([]any)
		switch {
		case !toneName.MatchString(name):
			t.Fail(name, "bad name of tones "+strconv.Quote(name), "one word of small letters: steel")
		case !ok || len(values) < leastTones || len(values) > mostTones:
			t.Fail(name, "tones "+name+" are no list of two to seven colours", name+` = ["#RRGGBB", "#RRGGBB"]`)
		default:
			if colors, ok := tonesOf(t, name, values); ok {
				all = append(all, story.ToneRecord{Name: name, Colors: colors})
			}
		}
	}
	return all
}

func tonesOf(t Table, name string, values []any) (colors []uint32, ok bool) {
	for _, v := range values {
		text, _ := v.(string)
		c, ok := parseColor(text)
		if !ok {
			t.Fail(name, "bad colour "+strconv.Quote(text)+" in the tones "+name, `write "#RRGGBB", or "#RRGGBBAA" with an opacity`)
			return nil, false
		}
		colors = append(colors, c)
	}
	return colors, true
}

// sameTones has every theme offer the same scales: a drawing looks for its tones in all.
func sameTones(t Table, themes []story.ThemeRecord) {
	var names []string
	for _, theme := range themes {
		for _, tone := range theme.Tones {
			if !slices.Contains(names, tone.Name) {
				names = append(names, tone.Name)
			}
		}
	}
	group, _ := t.Sub("themes")
	for _, theme := range themes {
		sub, _ := group.Sub(theme.Name)
		for _, name := range names {
			if !slices.ContainsFunc(theme.Tones, func(r story.ToneRecord) bool { return r.Name == name }) {
				sub.Fail("", "theme "+theme.Name+" has no tones "+name, "add them to [themes."+theme.Name+".tones]")
			}
		}
	}
}
