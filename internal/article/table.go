package article

import (
	"lianhua/internal/story"
)

// tableScene is the scene whose figures are all of them: the table has them.
const tableScene = "sources"

// table writes every figure of the story under the paragraph of the page that
// states it, in the page's order.
func (a *Article) table(w *writer) {
	places := a.story.Sources()
	broken, breaks := a.story.BreaksOff()
	w.raw(`<table class="all"><thead class="spoken"><tr>`)
	for _, key := range [...]string{"shell.figure.value", "shell.figure.label", "shell.figure.period", "page.drawn-in"} {
		w.raw(`<th scope="col">`)
		w.text(a.story.Words(key))
		w.raw("</th>")
	}
	w.raw("</tr></thead>\n")
	for i, p := range places {
		if i == 0 || places[i-1].Article != p.Article {
			w.raw(`<tbody class="name"`)
			w.attr("data-words", a.names[p.ID])
			w.raw(`><tr><th colspan="4" scope="rowgroup"><h3>`)
			w.text(p.Article)
			w.raw("</h3></th></tr></tbody>\n")
		}
		if !a.tabled(p.ID) {
			continue
		}
		w.raw(`<tbody id="p-`, p.ID, `" class="place"><tr><th colspan="4" scope="rowgroup">`)
		w.text(p.Within)
		w.raw("</th></tr>\n")
		for _, f := range a.statedIn(p.ID) {
			a.row(w, f)
		}
		if breaks && broken.ID == p.ID {
			w.raw(`<tr class="torn"><td colspan="4">`)
			w.text(a.story.Words("sources.breaks-off"))
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n")
	}
	w.raw("</table>\n")
	a.corrections(w)
}

// tabled reports whether the table has a paragraph: it states figures, or breaks off.
func (a *Article) tabled(place string) bool {
	broken, breaks := a.story.BreaksOff()
	return breaks && broken.ID == place || len(a.statedIn(place)) > 0
}

func (a *Article) statedIn(place string) []story.Figure {
	var out []story.Figure
	for _, f := range a.story.Figures() {
		if f.Source.ID == place {
			out = append(out, f)
		}
	}
	return out
}

func (a *Article) row(w *writer, f story.Figure) {
	w.raw(`<tr id="f-`, f.ID, `" data-amount="`, f.Base.String(), `"><td class="value">`)
	w.text(f.Text)
	w.raw(`</td><th scope="row">`)
	w.text(f.Label)
	a.tag(w, f.Target, "shell.figure.target")
	a.tag(w, f.Derived, "shell.figure.derived")
	if a.corrected(f.ID) {
		w.raw(` <a class="tag" href="#corrections">`)
		w.text(a.story.Words("page.corrected"))
		w.raw("</a>")
	}
	if f.Derived {
		w.raw(` <code>`)
		w.text(f.Expr)
		w.raw("</code>")
	}
	w.raw("</th><td>")
	w.text(f.Period)
	w.raw("</td><td>")
	if scene := a.drawn[f.ID]; scene != "" {
		w.raw(`<a href="#`, scene, `">`)
		w.text(a.titleOf(scene))
		w.raw("</a>")
	}
	w.raw("</td></tr>\n")
}

func (a *Article) tag(w *writer, on bool, key string) {
	if on {
		w.raw(` <span class="tag">`)
		w.text(a.story.Words(key))
		w.raw("</span>")
	}
}

func (a *Article) titleOf(scene string) string {
	for i := range a.sections {
		if a.sections[i].name == scene {
			return unbroken(a.sections[i].title, a.chinese())
		}
	}
	return scene
}
