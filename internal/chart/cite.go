package chart

import "lianhua/internal/stage"

// CiteOf is where a paragraph stands on the page, as one line in the reader's
// language; empty where the story knows no such paragraph.
func CiteOf(v *stage.View, paragraph string) string {
	sources := v.Story.Sources()
	for i := range sources {
		if sources[i].ID == paragraph {
			return sources[i].Cite
		}
	}
	return ""
}
