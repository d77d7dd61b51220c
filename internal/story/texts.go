package story

import "iter"

// Texts are all that the story may set on screen, in each language, each with
// what it is: "copy cover.title", "figure output.total", "paragraph J08".
func (b *Bundle) Texts() iter.Seq2[string, string] {
	return func(yield func(what, text string) bool) {
		for _, l := range Langs() {
			s := b.In(l)
			for i := range s.copies {
				if c := &s.copies[i]; !yield("copy "+c.Key, c.text) {
					return
				}
			}
			for i := range s.figures {
				f := &s.figures[i]
				for _, text := range [...]string{f.Text, f.Label, f.Period} {
					if !yield("figure "+f.ID, text) {
						return
					}
				}
			}
			for _, c := range s.Corrections() {
				for _, text := range [...]string{c.Day, c.Old, c.New, c.Why} {
					if !yield("correction of "+c.Figure.ID, text) {
						return
					}
				}
			}
			for i := range s.sources {
				if p := &s.sources[i]; !yield("paragraph "+p.ID, p.Cite) {
					return
				}
			}
		}
	}
}
