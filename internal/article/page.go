package article

import (
	"fmt"
	"strings"

	"lianhua/internal/story"
)

// Frame says which page a template becomes.
type Frame struct {
	Root  string // the way to the site's top: "", "../" or "../../"
	Scene string // the only scene that it shows; empty for the whole story
}

// home is the way to the page with the whole story in this language.
func (f Frame) home() string {
	if f.Scene != "" {
		return "../"
	}
	return "./"
}

// Page fills in a template. In it, {{key}} stands for the words with that key in
// the story, and
//
//	{{lang}}             the page's language: zh, en
//	{{root}}             the way to the site's top
//	{{home}}             the way to the whole story in the page's language
//	{{page-zh}} …        the way to the same page in each language
//	{{to-sources}}       the way to the scene of the sources
//	{{to-contents}}      the way to the list of all scenes
//	{{scene}}            the name of the only scene, if there is only one
//	{{title}}            the page's name
//	{{meta}}             what the head says to search engines and where links are shared
//	{{opening}}          the section of the page's first scene
//	{{others}}           a section for each of its other scenes, or the ways to them
//	{{table}}            the table of all figures
//	{{traditional}}      what its search takes for the signs of the table's words
//	{{magnitudes}}       what it takes numbers to be counted in
//
// What stands between {{if story}} and {{end}} is for pages with the whole story
// only. Unknown keys are an error that names them all.
func (a *Article) Page(template string, f Frame) (string, error) {
	p, err := a.page(f)
	if err != nil {
		return "", err
	}
	meta, err := p.meta()
	if err != nil {
		return "", err
	}
	var opening, others, table writer
	a.opening(&opening, p)
	a.others(&others, p)
	if f.Scene == "" {
		a.table(&table)
	}
	own := map[string]string{
		"lang": a.Lang.String(), "root": f.Root, "home": f.home(), "scene": f.Scene,
		"title": escaped(p.title()), "meta": meta, "opening": opening.String(), "others": others.String(), "table": table.String(),
		"traditional": escaped(a.traditionalSigns()), "magnitudes": magnitudes(),
	}
	if own["to-sources"] = "#" + tableScene; f.Scene != "" {
		own["to-sources"] = "../" + tableScene + "/"
	}
	if own["to-contents"] = "#" + contentsPlace; f.Scene != "" {
		own["to-contents"] = "../#" + contentsPlace
	}
	for _, lang := range story.Langs() {
		own["page-"+lang.String()] = escaped(f.Root + orHere(a.site.Page(lang, f.Scene), f.Root))
	}
	template, err = cut(template, f.Scene == "")
	if err != nil {
		return "", err
	}
	return a.fill(template, own)
}

// Guide fills in a template that shows no scene by itself, but tells how to have
// one in another page. Its keys are {{lang}}, {{root}} and {{home}} as those of
// Page, {{site}}, the site's address where it is known, and {{folder}}, the
// language's own below it.
func (a *Article) Guide(template string, f Frame) (string, error) {
	return a.fill(template, map[string]string{
		"lang": a.Lang.String(), "root": f.Root, "home": f.home(), "site": escaped(a.site.Address),
		"folder": a.site.Page(a.Lang, ""),
	})
}

// orHere names the page's own folder where the way to it is empty.
func orHere(path, root string) string {
	if path == "" && root == "" {
		return "./"
	}
	return path
}

// cut takes out what is for pages with the whole story only, or the marks alone.
func cut(template string, whole bool) (string, error) {
	const open, end = "{{if story}}", "{{end}}"
	var out strings.Builder
	for {
		before, after, found := strings.Cut(template, open)
		out.WriteString(before)
		if !found {
			return out.String(), nil
		}
		inside, rest, closed := strings.Cut(after, end)
		if !closed {
			return "", fmt.Errorf("the template has no %s after %s", end, open)
		}
		if whole {
			out.WriteString(inside)
		}
		template = rest
	}
}

// fill puts in what own has, and the story's words.
func (a *Article) fill(template string, own map[string]string) (string, error) {
	var out strings.Builder
	var unknown []string
	for {
		before, after, found := strings.Cut(template, "{{")
		out.WriteString(before)
		if !found {
			break
		}
		key, rest, closed := strings.Cut(after, "}}")
		if !closed {
			return "", fmt.Errorf("the template ends inside {{%.20s", after)
		}
		template = rest
		if text, ok := own[key]; ok {
			out.WriteString(text)
			continue
		}
		words := a.story.Copy(key)
		if !words.OK {
			unknown = append(unknown, key)
		}
		out.WriteString(escaped(words.Text()))
	}
	if len(unknown) > 0 {
		return "", fmt.Errorf("the template asks for words that the story lacks: %s; they belong in assets/copy", strings.Join(unknown, ", "))
	}
	return out.String(), nil
}

// page is one of an article's pages: the whole story, or a scene.
type page struct {
	*Article
	Frame
	at int // the scene; of the whole story, the first
}

func (a *Article) page(f Frame) (page, error) {
	if f.Scene == "" {
		return page{a, f, 0}, nil
	}
	for i := range a.sections {
		if i > 0 && a.sections[i].name == f.Scene {
			return page{a, f, i}, nil
		}
	}
	return page{}, fmt.Errorf("no scene that has a page of its own is called %q", f.Scene)
}

// whole reports whether the page has the whole story.
func (p page) whole() bool { return p.Scene == "" }

// table is the way to the page that has the table of all figures; empty: this one.
func (p page) table() string {
	if p.whole() {
		return ""
	}
	return p.home()
}

func (p page) section() *section { return &p.sections[p.at] }

// headline is the page's in one line.
func (p page) headline() string {
	if p.whole() {
		return p.named("page.headline-whole")
	}
	return p.titles(p.at).In(p.Lang)
}

// title is the window's.
func (p page) title() string {
	if p.whole() {
		return p.named("page.window-whole")
	}
	return p.story.Filled("page.window", "headline", p.headline(), "name", p.story.Words("shell.name"))
}

// named is a text with the story's names in it.
func (a *Article) named(key string) string {
	return a.story.Filled(key, "name", a.story.Words("shell.name"), "subtitle", a.story.Words("shell.subtitle"))
}

// description is the page's in a sentence or two.
func (p page) description() string {
	if p.whole() {
		return p.story.Words("page.description")
	}
	return p.sentences(p.section().deck, p.section().alt)
}

// sentences joins those that there are as the language does.
func (a *Article) sentences(all ...string) string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	if a.chinese() {
		return strings.Join(out, "")
	}
	return strings.Join(out, " ")
}

// Scenes are the scenes that have a page of their own, in story order.
func (a *Article) Scenes() []string {
	var out []string
	for _, s := range a.sections[1:] {
		out = append(out, s.name)
	}
	return out
}
