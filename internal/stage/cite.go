package stage

import (
	"strconv"
	"strings"

	"lianhua/internal/story"
)

// YearFigure is the id of the figure that holds the year of the page.
const YearFigure = "page.year"

// citeOf is where the figures of a scene stand on the page, as one line; empty
// for a scene that names no paragraphs.
func citeOf(s *story.Story, scene Scene) string {
	if p, ok := scene.(Sourced); ok {
		return Cite(s, p.Paragraphs())
	}
	return ""
}

// Cite is the line that cites paragraphs of the page by their ids, neighbours
// joined, in the reader's language and with the year of the page:
//
//	Source: Jiulongpo, industry, paragraphs 5–7 (2022)
//
// Unknown paragraphs are left out.
func Cite(s *story.Story, paragraphs []string) string {
	var all []section
	for _, id := range paragraphs {
		p, ok := s.Source(id)
		if !ok {
			continue
		}
		if n := len(all); n == 0 || all[n-1].article != p.Article || all[n-1].name != p.Section {
			all = append(all, section{article: p.Article, name: p.Section})
		}
		if p.Paragraph > 0 {
			last := &all[len(all)-1]
			last.numbers = append(last.numbers, p.Paragraph)
		}
	}
	if len(all) == 0 {
		return ""
	}
	places := ""
	for i := range all {
		place := all[i].within(s)
		if i == 0 || all[i-1].article != all[i].article {
			place = s.Filled("cite.place", "article", district(all[i].article), "section", place)
		}
		if i == 0 {
			places = place
			continue
		}
		places = s.Filled("cite.sections", "before", places, "next", place)
	}
	return s.Filled("cite.line", "places", places)
}

// district is the name of the district that an article is about: what stands
// before its colon.
func district(article string) string {
	name, _, _ := strings.Cut(article, ":")
	if i := strings.IndexRune(name, '：'); i >= 0 {
		name = name[:i]
	}
	return name
}

// section is a section of the page and what is cited of it.
type section struct {
	article, name string
	numbers       []int
}

// within is the section and its paragraphs.
func (c *section) within(s *story.Story) string {
	switch len(c.numbers) {
	case 0:
		return c.name
	case 1:
		return s.Filled("cite.paragraph", "section", c.name, "number", strconv.Itoa(c.numbers[0]))
	}
	list := ""
	for i := 0; i < len(c.numbers); {
		k := i
		for k+1 < len(c.numbers) && c.numbers[k+1] == c.numbers[k]+1 {
			k++
		}
		next := strconv.Itoa(c.numbers[i])
		if k > i {
			next = s.Filled("cite.range", "first", next, "last", strconv.Itoa(c.numbers[k]))
		}
		if i == 0 {
			list = next
		} else {
			list = s.Filled("cite.list", "before", list, "next", next)
		}
		i = k + 1
	}
	return s.Filled("cite.paragraphs", "section", c.name, "numbers", list)
}
