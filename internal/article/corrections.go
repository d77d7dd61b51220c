package article

// corrections tells which figures were others once, from what to what, when and why, the
// latest first; nothing where none was.
func (a *Article) corrections(w *writer) {
	all := a.story.Corrections()
	if len(all) == 0 {
		return
	}
	w.raw(`<h2 id="corrections">`)
	w.text(a.story.Words("page.corrections"))
	w.raw("</h2>\n<p>")
	w.text(a.story.Words("page.corrections-note"))
	w.raw("</p>\n<ul class=\"method corrected\">\n")
	for _, c := range all {
		w.raw(`<li><time datetime="`, c.Day, `">`, c.Day, `</time> <a href="#f-`, c.Figure.ID, `">`)
		w.text(c.Figure.Label)
		w.raw(`</a><p>`)
		w.text(a.sentences(a.story.Filled("page.correction", "old", c.Old, "new", c.New), c.Why))
		w.raw("</p></li>\n")
	}
	w.raw("</ul>\n")
}

// corrected reports whether a figure was another once.
func (a *Article) corrected(figure string) bool {
	for _, c := range a.story.Bundle().Records().Corrections {
		if c.Figure == figure {
			return true
		}
	}
	return false
}
