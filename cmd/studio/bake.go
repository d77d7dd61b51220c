package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lianhua/internal/article"
	"lianhua/internal/authoring"
	"lianhua/internal/build"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// The names of the shell's files that are filled in, and of what is added.
const (
	styleName   = "style.css"
	figuresName = "figures.csv"
)

// bake turns the shell's files into pages: index.html into one for each language
// with the whole article in it, the style sheet into one with the story's
// colours; and adds the pictures, the table of figures and the licences.
func bake(root string, static []build.Part, data []byte) ([]build.Part, error) {
	bundle, err := story.Decode(data)
	if err != nil {
		return nil, err
	}
	fonts, err := fontsOf(static)
	if err != nil {
		return nil, err
	}
	hashed := hashedNames(static)
	var out []build.Part
	for _, p := range static {
		switch p.Name {
		case styleName:
			out = append(out, build.NewPart(p.Name, []byte(article.Style(bundle)+hashed.Replace(string(p.Content)))))
		case build.PageName:
			pages, err := bakePages(bundle, fonts, p, hashed)
			if err != nil {
				return nil, err
			}
			out = append(out, pages...)
		default:
			out = append(out, p)
		}
	}
	more, err := downloads(root)
	return append(out, more...), err
}

func bakePages(bundle *story.Bundle, fonts *typeset.Fonts, shell build.Part, hashed *strings.Replacer) ([]build.Part, error) {
	var out []build.Part
	for _, lang := range story.Langs() {
		a, err := article.New(bundle, fonts, scenes.All(), lang)
		if err != nil {
			return nil, err
		}
		// The first language has the site's top, the others a folder each.
		name, top := build.PageName, ""
		if lang != story.Langs()[0] {
			name, top = lang.String()+"/"+build.PageName, "../"
		}
		page, err := a.Page(string(shell.Content), top, map[string]string{"figures-file": top + figuresName})
		if err != nil {
			return nil, err
		}
		out = append(out, build.NewPart(name, []byte(hashed.Replace(page))))
		for _, p := range a.Pictures {
			out = append(out, build.NewPart(p.Name, p.SVG))
		}
	}
	return out, nil
}

// fontsOf reads the house's fonts among the parts.
func fontsOf(parts []build.Part) (*typeset.Fonts, error) {
	data := map[string][]byte{}
	for _, p := range parts {
		data[p.Name] = p.Content
	}
	fonts, err := typeset.Load(data["fonts/sans.ttf"], data["fonts/bold.ttf"], data["fonts/serif.ttf"])
	if err != nil {
		return nil, fmt.Errorf("reading the fonts; studio fonts makes them: %w", err)
	}
	return fonts, nil
}

// hashedNames puts a font's hash into its address, so that a browser keeps it
// until it changes, whatever the host says. The player asks for the same address.
func hashedNames(parts []build.Part) *strings.Replacer {
	var pairs []string
	for _, p := range parts {
		if strings.HasSuffix(p.Name, ".ttf") {
			pairs = append(pairs, p.Name, p.Name+"?v="+p.Hash)
		}
	}
	return strings.NewReplacer(pairs...)
}

// downloads are the table of figures and the fonts' licences.
func downloads(root string) ([]build.Part, error) {
	var out []build.Part
	assets := filepath.Join(root, "assets")
	project, _ := authoring.Load(os.DirFS(assets))
	if project.Bundle != nil {
		var csv bytes.Buffer
		if err := writeFiguresCSV(&csv, figureRows(project, drawnFigures())); err != nil {
			return nil, fmt.Errorf("writing the table of figures: %w", err)
		}
		out = append(out, build.NewPart(figuresName, csv.Bytes()))
	}
	licences, err := filepath.Glob(filepath.Join(assets, "fonts", "OFL-*.txt"))
	if err != nil {
		return nil, err
	}
	for _, path := range licences {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("reading a font's licence: %w", err)
		}
		out = append(out, build.NewPart("fonts/"+filepath.Base(path), text))
	}
	return out, nil
}
