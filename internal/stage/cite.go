package stage

import (
	"strconv"
	"strings"

	"lianhua/internal/story"
)

// yearFigure is the id of the figure that holds the year of the page.
const yearFigure = "page.year"

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
//	出处：九龙坡·产业，第5–7段（2022）
//	Source: Jiulongpo, industry, paragraphs 5–7 (2022)
//
// Unknown paragraphs are left out.
func Cite(s *story.Story, paragraphs []string) string {
	w := citer{zh: s.Lang == story.ZH}
	var open *section
	var all []section
	for _, id := range paragraphs {
		p, ok := s.Source(id)
		if !ok {
			continue
		}
		if open == nil || open.article != p.Article || open.name != p.Section {
			all = append(all, section{article: p.Article, name: p.Section})
			open = &all[len(all)-1]
		}
		if p.Paragraph > 0 {
			open.numbers = append(open.numbers, p.Paragraph)
		}
	}
	if len(all) == 0 {
		return ""
	}
	w.put("出处：", "Source: ")
	for i := range all {
		before := ""
		if i > 0 {
			w.put("；", "; ")
			before = all[i-1].article
		}
		w.section(&all[i], before)
	}
	if year, ok := s.Figure(yearFigure); ok {
		w.put("（"+year.Number+"）", " ("+year.Number+")")
	}
	return w.String()
}

type section struct {
	article, name string
	numbers       []int
}

type citer struct {
	strings.Builder
	zh bool
}

func (w *citer) put(zh, en string) {
	if w.zh {
		w.WriteString(zh)
		return
	}
	w.WriteString(en)
}

func (w *citer) section(s *section, before string) {
	if s.article != before {
		// The article's name up to its colon is the district's.
		name, _, _ := strings.Cut(s.article, "：")
		name, _, _ = strings.Cut(name, ": ")
		w.WriteString(name)
		w.put("·", ", ")
	}
	w.WriteString(s.name)
	if len(s.numbers) == 0 {
		return
	}
	w.put("，第", ", paragraph")
	if len(s.numbers) > 1 {
		w.put("", "s")
	}
	w.put("", " ")
	for i := 0; i < len(s.numbers); {
		k := i
		for k+1 < len(s.numbers) && s.numbers[k+1] == s.numbers[k]+1 {
			k++
		}
		if i > 0 {
			w.put("、", ", ")
		}
		w.WriteString(strconv.Itoa(s.numbers[i]))
		if k > i {
			w.WriteString("–" + strconv.Itoa(s.numbers[k]))
		}
		i = k + 1
	}
	w.put("段", "")
}
