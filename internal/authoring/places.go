package authoring

import (
	"strconv"

	"lianhua/internal/story"
)

// SourcesFile is where the page's paragraphs stand in the assets.
const SourcesFile = "sources.toml"

// readPlaces reads the articles, their sections and paragraphs, in page order,
// and the names that the story shares with the page.
func readPlaces(t Table) (places []story.Place, index map[string]int, breaksOff string, names []string) {
	t.Only("article", "breaks_off", "names")
	index = map[string]int{}
	for _, article := range t.list("article") {
		article.Only("name", "section")
		name := article.both("name")
		add := func(in Table, key string, section story.Both, numbered bool) {
			for i, id := range in.texts(key) {
				if _, twice := index[id]; twice {
					in.Fail(key, "duplicate paragraph "+strconv.Quote(id), "each paragraph stands in one section")
					continue
				}
				p := story.Place{ID: id, Article: name, Section: section}
				if numbered {
					p.Paragraph = i + 1
				}
				index[id] = len(places)
				places = append(places, p)
			}
		}
		for _, section := range article.list("section") {
			section.Only("name", "paragraphs", "outside")
			title := section.both("name")
			add(section, "outside", title, false)
			add(section, "paragraphs", title, true)
		}
	}
	if breaksOff = t.Text("breaks_off"); breaksOff != "" {
		if _, ok := index[breaksOff]; !ok {
			t.Fail("breaks_off", "unknown paragraph "+strconv.Quote(breaksOff), "name a paragraph of a section above")
		}
	}
	return places, index, breaksOff, t.texts("names")
}

// texts is an optional list of strings.
func (t Table) texts(key string) []string {
	v, ok := t.values[key]
	if !ok {
		return nil
	}
	items, ok := v.([]any)
	if !ok {
		t.Fail(key, key+" is not a list", key+` = ["J05", "J06"]`)
		return nil
	}
	var out []string
	for _, item := range items {
		s, ok := item.(string)
		if !ok || s == "" {
			t.Fail(key, key+" holds something that is not a text", key+` = ["J05", "J06"]`)
			continue
		}
		out = append(out, s)
	}
	return out
}
