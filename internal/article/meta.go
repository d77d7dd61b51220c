package article

import (
	"strconv"

	"lianhua/internal/story"
)

// The size of the pictures that stand for a page where its link is shared.
const (
	CardWidth  = 1200
	CardHeight = 630
)

// CardName is the file of a scene's card in a language.
func CardName(scene string, lang story.Lang) string {
	return "cards/" + scene + "." + lang.String() + ".png"
}

// meta writes what the head says of the page: its description, its address and
// that of the other languages, what is shown where its link is shared (Open
// Graph), and what it is (schema.org). Open Graph takes absolute addresses only,
// so they are left out where the site's is not known.
func (p page) meta() (string, error) {
	var w writer
	named := func(kind, name, content string) {
		w.raw("<meta ", kind, `="`, name, `"`)
		w.attr("content", content)
		w.raw(">\n")
	}
	named("name", "description", p.description())
	link := func(rel, lang string, of story.Lang) {
		w.raw(`<link rel="`, rel, `"`)
		if lang != "" {
			w.attr("hreflang", lang)
		}
		w.attr("href", p.address(of))
		w.raw(">\n")
	}
	link("canonical", "", p.Lang)
	for _, lang := range story.Langs() {
		link("alternate", lang.String(), lang)
	}
	link("alternate", "x-default", story.Langs()[0])

	named("property", "og:type", "article")
	named("property", "og:site_name", p.story.Words("shell.name"))
	named("property", "og:title", p.headline())
	named("property", "og:description", p.description())
	for _, lang := range story.Langs() {
		property := "og:locale:alternate"
		if lang == p.Lang {
			property = "og:locale"
		}
		named("property", property, locale(lang))
	}
	named("name", "twitter:card", "summary_large_image")
	if p.site.Address != "" {
		named("property", "og:url", p.address(p.Lang))
		named("property", "og:image", p.card())
		named("property", "og:image:type", "image/png")
		named("property", "og:image:width", strconv.Itoa(CardWidth))
		named("property", "og:image:height", strconv.Itoa(CardHeight))
		named("property", "og:image:alt", p.section().alt)
		named("name", "twitter:image:alt", p.section().alt)
	}
	data, err := p.linked()
	if err != nil {
		return "", err
	}
	w.raw(`<script type="application/ld+json">`, data, "</script>")
	return w.String(), nil
}

// address is the page's in a language: absolute where the site's is known, else
// the way to it from here.
func (p page) address(lang story.Lang) string { return p.file(p.site.Page(lang, p.Scene)) }

// file is the address of what lies at a path below the site's top.
func (p page) file(path string) string {
	if p.site.Address != "" {
		return p.site.Address + path
	}
	return p.Root + orHere(path, p.Root)
}

// card is the address of the picture that stands for the page.
func (p page) card() string { return p.file(CardName(p.section().name, p.Lang)) }

// locale is a language's as Open Graph has it: with a country, whose spelling the
// words follow.
func locale(lang story.Lang) string {
	if lang == story.EN {
		return "en_GB"
	}
	return "zh_CN"
}
