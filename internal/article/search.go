package article

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/scale"
	"lianhua/internal/story"
)

//go:embed traditional.txt
var traditional string

// placeNames are the names of the article of each paragraph in every language, and
// the city of all of them: what readers of the table look for beside its own words.
func placeNames(b *story.Bundle) map[string]string {
	names := map[string]string{}
	for _, lang := range story.Langs() {
		s := b.In(lang)
		for _, p := range s.Sources() {
			names[p.ID] = strings.TrimSpace(names[p.ID] + " " + p.Article + " " + s.Words("page.city"))
		}
	}
	return names
}

// traditionalSigns are the traditional signs that readers may type for those of the
// table and its scenes, each followed by ours.
func (a *Article) traditionalSigns() string {
	var words strings.Builder
	for _, m := range scale.Magnitudes() {
		words.WriteString(m.Name)
	}
	for _, f := range a.story.Figures() {
		words.WriteString(f.Text + f.Label + f.Period + f.Source.Cite)
	}
	for _, names := range a.names {
		words.WriteString(names)
	}
	for _, s := range a.sections {
		words.WriteString(s.chapter + s.title + s.deck)
	}
	said := words.String()
	var pairs []string
	for line := range strings.Lines(traditional) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for pair := range strings.FieldsSeq(line) {
			if signs := []rune(pair); strings.ContainsRune(said, signs[1]) {
				pairs = append(pairs, pair)
			}
		}
	}
	slices.Sort(pairs)
	return strings.Join(pairs, "")
}

// magnitudes are what readers may count a figure in, in any language: each name
// with its size.
func magnitudes() string {
	var names []string
	for _, m := range scale.Magnitudes() {
		names = append(names, m.Name+strconv.FormatInt(m.Size, 10))
	}
	return strings.Join(names, " ")
}
