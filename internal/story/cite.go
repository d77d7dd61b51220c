package story

import "strconv"

// The keys of the words that citations are made of. Figures carry citations, so
// these words show none themselves.
const (
	placeKey     = "cite.place"
	paragraphKey = "cite.paragraph"
)

func (s *Story) sourceOf(p *Place) Source {
	out := Source{ID: p.ID, Article: p.Article.In(s.Lang), Section: p.Section.In(s.Lang), Paragraph: p.Paragraph}
	out.Within = out.Section
	if p.Paragraph > 0 {
		out.Within = string(AppendFilled(nil, s.raw(paragraphKey), "section", out.Section, "number", strconv.Itoa(p.Paragraph)))
	}
	out.Cite = string(AppendFilled(nil, s.raw(placeKey), "article", out.Article, "section", out.Within))
	return out
}

// raw is a text as the copy has it: what figures are made of before any stands
// in a text.
func (s *Story) raw(key string) string {
	i, ok := s.bundle.copies[key]
	if !ok {
		return Lacking(key)
	}
	return s.bundle.records.Copy[i].Text.In(s.Lang)
}
