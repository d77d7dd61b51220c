package article

import (
	"strconv"

	"lianhua/internal/story"
)

// phones is the media query of screens that take the upright picture.
const phones = "(max-width: 640px)"

// contentsPlace is where the list of all scenes stands, in the address too.
const contentsPlace = "contents"

// opening writes the section of the page's first scene. The story's first picture
// stands in the page, so that the first response shows one; the others are
// fetched as they come into sight.
func (a *Article) opening(w *writer, p page) {
	a.scene(w, p, p.at)
}

// others writes what follows the opening: a section for each other scene of the
// page, or the ways to other pages where there is none.
func (a *Article) others(w *writer, p page) {
	if !p.whole() {
		a.around(w, p)
		return
	}
	for i := 1; i < len(a.sections); i++ {
		a.scene(w, p, i)
	}
}

func (a *Article) scene(w *writer, p page, i int) {
	s := &a.sections[i]
	class := "scene"
	if i == 0 {
		class = "scene opening"
	}
	w.raw(`<section class="`, class, `" id="`, s.name, `" data-steps="`, strconv.Itoa(s.steps), `" aria-labelledby="`, s.name, `-title">`+"\n"+`<div class="text">`+"\n")
	if slot := &a.viewer.Deck.Slots[i]; !p.whole() || i == 0 || a.viewer.Deck.Slots[i-1].Act != slot.Act {
		a.act(w, slot.Act)
	}
	if s.chapter != "" {
		w.raw(`<p class="chapter">`)
		w.text(s.chapter)
		w.raw("</p>\n")
	}
	level := "h2"
	if i == p.at {
		level = "h1"
	}
	w.raw("<", level, ` id="`, s.name, `-title">`)
	w.lines(s.title)
	w.raw("</", level, ">\n")
	a.optional(w, "deck", s.deck)
	if i == p.at {
		a.unscripted(w)
	}
	a.figure(w, i, p)
	if i == 0 {
		a.contents(w, p)
	}
	a.optional(w, "alt", s.alt)
	if len(s.beats) > 0 {
		w.raw(`<ol class="beats">` + "\n")
		for k, words := range s.beats {
			w.raw(`<li data-beat="`, strconv.Itoa(s.from[k]), `">`)
			w.text(words)
			w.raw("</li>\n")
		}
		w.raw("</ol>\n")
	}
	a.parts(w, s, p)
	a.counts(w, s, p)
	a.optional(w, "source", s.cite)
	a.take(w, i, p.Root)
	w.raw("</div>\n</section>\n")
}

// around leads from a scene's page to those before and after it, and to the whole
// story.
func (a *Article) around(w *writer, p page) {
	w.raw(`<nav class="around"`)
	w.attr("aria-label", a.story.Words("shell.contents"))
	w.raw(">\n")
	step := func(class, key, href, name string) {
		w.raw(`<a class="`, class, `" href="`, href, `"><small>`)
		w.text(a.story.Words(key))
		w.raw("</small> ")
		w.text(name)
		w.raw("</a>\n")
	}
	name := a.named("page.window-whole")
	if p.at > 1 {
		before := &a.sections[p.at-1]
		step("before", "page.scene-before", "../"+before.name+"/", a.titles(p.at-1).In(a.Lang))
	}
	step("whole", "page.scene-whole", p.home(), name)
	if p.at+1 < len(a.sections) {
		after := &a.sections[p.at+1]
		step("after", "page.scene-after", "../"+after.name+"/", a.titles(p.at+1).In(a.Lang))
	}
	w.raw("</nav>\n")
	a.beside(w, p)
}

// beside leads from a scene's page to those of the same act.
func (a *Article) beside(w *writer, p page) {
	act := a.viewer.Deck.Slots[p.at].Act
	if act == "" {
		return
	}
	w.raw(`<nav class="around beside"`)
	w.attr("aria-label", a.story.Words("act."+act))
	w.raw(">\n")
	a.act(w, act)
	for i := range a.sections {
		if a.viewer.Deck.Slots[i].Act != act {
			continue
		}
		w.raw(`<a href="../`, a.sections[i].name, `/"`)
		if i == p.at {
			w.raw(` aria-current="page"`)
		}
		w.raw(">")
		w.text(a.titles(i).In(a.Lang))
		w.raw("</a>\n")
	}
	w.raw("</nav>\n")
}

// unscripted says that the page's script has not come, where the reader begins to
// read; the style sheet hides it until then.
func (a *Article) unscripted(w *writer) {
	w.raw(`<p id="unscripted" role="status">`)
	w.text(a.story.Words("page.unscripted"))
	w.raw("</p>\n")
}

func (a *Article) optional(w *writer, class, words string) {
	if words != "" {
		w.raw(`<p class="`, class, `">`)
		w.text(words)
		w.raw("</p>\n")
	}
}

// contents leads to the other scenes, by act.
func (a *Article) contents(w *writer, p page) {
	w.raw(`<nav class="contents" id="`, contentsPlace, `"`)
	w.attr("aria-label", a.story.Words("shell.contents"))
	w.raw(">\n")
	for _, run := range a.viewer.Deck.Runs {
		if run.From == 0 {
			continue // where the list stands
		}
		w.raw("<div>\n")
		a.act(w, run.Act)
		w.raw("<ol>\n")
		for i := run.From; i < run.To; i++ {
			s := &a.sections[i]
			w.raw(`<li><a href="#`, s.name, `"><img loading="lazy" alt="" src="`, p.Root+s.small.Name, `"`)
			w.size(s.small.Width, s.small.Height)
			w.raw(">")
			w.text(unbroken(s.title, a.chinese()))
			w.raw("</a></li>\n")
		}
		w.raw("</ol>\n</div>\n")
	}
	w.raw("</nav>\n")
}

// act names an act, where there is one.
func (a *Article) act(w *writer, name string) {
	if name == "" {
		return
	}
	key := "act." + name
	w.raw(`<p class="act"><b>`)
	w.text(a.story.Words(key))
	w.raw("</b> ")
	w.text(a.story.Words(key + "-what"))
	w.raw("<small>")
	w.text(a.story.Words(key + "-district"))
	w.raw("</small></p>\n")
}

// figure writes a scene's picture. The first of a page is on the screen with its
// words, and is asked for before all else.
func (a *Article) figure(w *writer, i int, p page) {
	s := &a.sections[i]
	w.raw(`<figure`)
	if i == 0 {
		w.raw(` class="first"`)
	}
	w.raw(`><picture><source media="`+phones+`" srcset="`, p.Root+s.upright.Name, `"`)
	w.size(s.upright.Width, s.upright.Height)
	w.raw(`><img`)
	switch {
	case i == p.at:
		w.raw(` fetchpriority="high"`)
	case p.whole():
		w.raw(` loading="lazy"`)
	}
	w.raw(` src="`, p.Root+s.wide.Name, `"`)
	w.attr("alt", s.alt)
	w.size(s.wide.Width, s.wide.Height)
	w.raw("></picture>")
	a.targets(w, s, p)
	if s.wide.sample != "" {
		w.raw(`<figcaption class="for-wide">`)
		w.text(s.wide.sample)
		w.raw("</figcaption>")
	}
	if s.upright.sample != "" {
		w.raw(`<figcaption class="for-phones">`)
		w.text(s.upright.sample)
		w.raw("</figcaption>")
	}
	w.raw("</figure>\n")
}

// parts writes what the picture answers when a part of it is touched: an entry has
// the address of the state in which its part is picked.
func (a *Article) parts(w *writer, s *section, p page) {
	if len(s.parts) == 0 {
		return
	}
	w.raw(`<dl class="parts"`)
	w.attr("aria-label", a.story.Words("page.parts"))
	w.raw(">\n")
	for _, one := range s.parts {
		w.raw("<div")
		if one.state != "" {
			w.attr("id", one.state)
		}
		w.raw("><dt>")
		w.text(one.name)
		w.raw("</dt><dd>")
		w.text(one.detail)
		if one.source.ID != "" {
			w.raw(" <small>")
			a.citation(w, one.source, p)
			w.raw("</small>")
		}
		w.raw("</dd></div>\n")
	}
	w.raw("</dl>\n")
}

// citation names a paragraph, and leads to it where the table of all figures has it.
func (a *Article) citation(w *writer, at story.Source, p page) {
	if !a.tabled(at.ID) {
		w.text(at.Cite)
		return
	}
	w.raw(`<a href="`, p.table(), `#p-`, at.ID, `">`)
	w.text(at.Cite)
	w.raw("</a>")
}

// counts writes the table of the figures that the picture shows. Their places are
// in the table on the page with the whole story.
func (a *Article) counts(w *writer, s *section, p page) {
	if len(s.figures) == 0 || s.name == tableScene {
		return
	}
	w.raw(`<table class="figures"><caption>`)
	w.text(a.story.Words("page.figures-drawn"))
	w.raw("</caption>\n<thead><tr>")
	for _, key := range [...]string{"shell.figure.value", "shell.figure.label", "shell.figure.period", "shell.figure.source"} {
		w.raw(`<th scope="col">`)
		w.text(a.story.Words(key))
		w.raw("</th>")
	}
	w.raw("</tr></thead>\n<tbody>\n")
	for _, id := range s.figures {
		f, ok := a.story.Figure(id)
		if !ok {
			continue
		}
		w.raw(`<tr data-figure="`, id, `"><td class="value">`)
		w.text(f.Text)
		w.raw(`</td><th scope="row">`)
		w.text(f.Label)
		w.raw("</th><td>")
		w.text(f.Period)
		w.raw(`</td><td><a href="`, p.table(), `#p-`, f.Source.ID, `">`)
		w.text(f.Source.Cite)
		w.raw("</a></td></tr>\n")
	}
	w.raw("</tbody></table>\n")
}
