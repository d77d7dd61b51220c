package site

import (
	"slices"
	"strings"

	"lianhua/internal/article"
	"lianhua/internal/build"
	"lianhua/internal/dataset"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// styleName is the shell's style sheet, which gets the story's colours.
const styleName = "style.css"

// bake turns the shell's files into pages: index.html into one for each language
// with the whole article in it and one for each scene, the style sheet into one
// with the story's colours; embed.html into one for each language; and adds the
// pictures, the figures as files, the licences and, where the site's address is
// known, what leads search engines.
func (m Module) bake(static []build.File, data []byte) ([]build.File, error) {
	bundle, err := story.Decode(data)
	if err != nil {
		return nil, err
	}
	fonts, err := fontsOf(static)
	if err != nil {
		return nil, err
	}
	hashed := hashedNames(static)
	var out []build.File
	for _, p := range static {
		switch p.Name {
		case styleName:
			out = append(out, build.NewFile(p.Name, []byte(article.Style(bundle)+hashed.Replace(string(p.Content)))))
		case build.GuideName: // made with the pages
		case build.PageName:
			pages, err := m.pages(bundle, fonts, static, hashed)
			if err != nil {
				return nil, err
			}
			out = append(out, pages...)
		default:
			out = append(out, p)
		}
	}
	more, err := licences(m.Root)
	if err != nil {
		return nil, err
	}
	guide, err := guides(m.At)
	return slices.Concat(out, more, guide), err
}

func (m Module) pages(bundle *story.Bundle, fonts *typeset.Fonts, static []build.File, hashed *strings.Replacer) ([]build.File, error) {
	var out []build.File
	shell, guide := contentOf(static, build.PageName), contentOf(static, build.GuideName)
	for _, lang := range story.Langs() {
		a, err := article.New(bundle, fonts, scenes.All(), packsOf(static), lang, m.At)
		if err != nil {
			return nil, err
		}
		for _, scene := range append([]string{""}, a.Scenes()...) {
			folder := m.At.Page(lang, scene)
			page, err := a.Page(shell, article.Frame{Root: strings.Repeat("../", strings.Count(folder, "/")), Scene: scene})
			if err != nil {
				return nil, err
			}
			out = append(out, build.NewFile(folder+build.PageName, []byte(hashed.Replace(page))))
		}
		folder := m.At.Page(lang, "")
		page, err := a.Guide(guide, article.Frame{Root: strings.Repeat("../", strings.Count(folder, "/"))})
		if err != nil {
			return nil, err
		}
		out = append(out, build.NewFile(folder+build.GuideName, []byte(page)))
		for _, p := range a.Pictures {
			content, err := a.File(&p)
			if err != nil {
				return nil, err
			}
			out = append(out, build.NewFile(p.Name, content))
		}
		if lang == story.Langs()[0] {
			files, err := dataFiles(m.Root, dataset.New(bundle, a.Drawn(), m.At))
			if err != nil {
				return nil, err
			}
			out = append(out, files...)
		}
	}
	return out, nil
}

// packsOf gives the packs of drawings among the parts.
func packsOf(parts []build.File) func(scene string) []byte {
	return func(scene string) []byte {
		for _, p := range parts {
			if p.Name == build.PackName(scene) {
				return p.Content
			}
		}
		return nil
	}
}

// contentOf is the text of the named part, empty where there is none.
func contentOf(parts []build.File, name string) string {
	for _, p := range parts {
		if p.Name == name {
			return string(p.Content)
		}
	}
	return ""
}

// hashedNames puts a font's hash into its address, so that a browser keeps it
// until it changes, whatever the host says. The player asks for the same address.
func hashedNames(parts []build.File) *strings.Replacer {
	var pairs []string
	for _, p := range parts {
		if strings.HasSuffix(p.Name, ".ttf") {
			pairs = append(pairs, p.Name, p.Name+"?v="+p.Hash)
		}
	}
	return strings.NewReplacer(pairs...)
}
