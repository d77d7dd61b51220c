package article

import (
	"strings"

	"lianhua/internal/dataset"
	"lianhua/internal/story"
)

// dataFolder is where the files of figures lie, below the site's top.
const dataFolder = "data/"

// take writes what a reader may carry away from a scene: the files of its
// figures, how to cite it, and with scripts the dialog for all of it, which the
// bar offers only at the top of an article. Scripts read the citations by their data-style, put the day into .accessed by its form and, where the site's address was not
// known when the page was made, the address of data-page into .address; the forms hold {} for
// it. Without scripts both stay empty and the sentence is whole.
func (a *Article) take(w *writer, i int, root string) {
	s := &a.sections[i]
	w.raw(`<aside class="take" data-scene="`, s.name, `" role="note"`)
	w.attr("aria-label", a.story.Words("page.take"))
	w.raw(">\n" + `<button type="button" class="take-here scripted">`)
	w.text(a.story.Words("page.take-open"))
	w.raw("</button>\n")
	a.files(w, s, root)
	work := a.work(i)
	a.cite(w, root, "gbt7714", story.ZH, work.GBT(), work.Page.ZH)
	a.cite(w, root, "english", story.EN, work.English(), work.Page.EN)
	w.raw("</aside>\n")
}

// files writes the links to the files of a scene's figures.
func (a *Article) files(w *writer, s *section, root string) {
	type file struct{ name, key string }
	var all []file
	switch {
	case s.name == tableScene:
		all = []file{
			{dataset.AllName + ".csv", "page.files-csv"}, {dataset.AllName + ".json", "page.files-json"},
			{dataset.PackageName + ".zip", "page.files-zip"},
		}
	case len(s.figures) > 0:
		all = []file{{s.name + ".csv", "page.take-csv"}, {s.name + ".json", "page.take-json"}}
	default:
		return
	}
	w.raw(`<p class="files">`)
	for k, f := range all {
		if k > 0 {
			w.raw(" ")
		}
		w.raw(`<a href="`, root, dataFolder, f.name, `" download>`)
		w.text(a.story.Words(f.key))
		w.raw("</a>")
	}
	w.raw("</p>\n")
}

func (a *Article) cite(w *writer, root, style string, lang story.Lang, c dataset.Citation, page string) {
	w.raw(`<p class="cite" data-style="`, style, `" lang="`, lang.String(), `">`)
	w.text(c.Head)
	w.raw(`<span class="accessed"`)
	w.attr("data-form", c.AccessForm)
	w.raw(`></span>`)
	before, after, _ := strings.Cut(c.AddressForm, "{}")
	if c.Address != "" {
		w.text(before)
	}
	w.raw(`<span class="address"`)
	if c.Address == "" {
		w.attr("data-form", c.AddressForm)
	}
	w.attr("data-page", root+orHere(page, root))
	w.raw(">")
	w.text(c.Address)
	w.raw("</span>")
	if c.Address != "" {
		w.text(after)
	}
	w.text(c.Tail)
	w.raw("</p>\n")
}

// work is a scene as citations name it; the first stands for the whole story.
func (a *Article) work(i int) dataset.Work {
	s, b := &a.sections[i], a.story.Bundle()
	name, title := s.name, a.titles(i)
	if i == 0 {
		name, title = "", inBoth(b, "shell.subtitle")
	}
	return a.site.Work(inBoth(b, "shell.name"), name, title, len(s.figures) > 0)
}

// titles are a scene's headline in both languages, as one line each.
func (a *Article) titles(i int) story.Both {
	t := inBoth(a.story.Bundle(), a.sections[i].name+".title")
	return story.Both{ZH: unbroken(t.ZH, true), EN: unbroken(t.EN, false)}
}

// Drawn lists the scenes with the figures that each draws; the scene of the table
// draws none of its own.
func (a *Article) Drawn() []dataset.Scene {
	var out []dataset.Scene
	for i, s := range a.sections {
		d := dataset.Scene{Name: s.name, Title: a.titles(i)}
		if s.name != tableScene {
			d.Figures = s.figures
		}
		out = append(out, d)
	}
	return out
}

func inBoth(b *story.Bundle, key string) story.Both {
	return story.Both{ZH: b.In(story.ZH).Words(key), EN: b.In(story.EN).Words(key)}
}
