package flaw

import "lianhua/internal/draw"

// Glyphs are the texts with a character that no face can show, by the first of
// each; lacks is typeset.Fonts.Lacks.
func Glyphs(l *draw.List, lacks func(rune) bool) (found []Flaw) {
	for _, a := range labels(l) {
		for _, r := range a.mark.Run.Text {
			if lacks(r) {
				found = append(found, Flaw{Kind: Glyph, Mark: a.index, Other: -1, At: a.ink, Rune: r})
				break
			}
		}
	}
	return found
}
