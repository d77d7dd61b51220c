package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"lianhua/internal/art/svgfile"
	"lianhua/internal/authoring"
	"lianhua/internal/durable"
	"lianhua/internal/story"
)

//go:embed newscene
var newScene embed.FS

// beginning is what a new scene is made of. It is of no act where Act is empty.
type beginning struct{ Name, Figure, Paragraph, Act string }

// written is a file that is to be written.
type written struct {
	name string
	text []byte
}

// contents is the table of contents.
const contents = "scenes/scenes.go"

// sceneName is what may be a link, a key of the copy and a package at once.
var sceneName = regexp.MustCompile(`^[a-z]+$`)

// begin finds what a new scene of an act tells: the figure, or else the first that no
// scene draws yet.
func begin(assets fs.FS, name, figure, act string) (beginning, error) {
	if !sceneName.MatchString(name) || token.IsKeyword(name) {
		return beginning{}, fmt.Errorf("a scene cannot be called %q: take small letters, as in lantern", name)
	}
	project, _ := authoring.Load(assets)
	if project.Bundle == nil {
		return beginning{}, errors.New("the story has errors: studio check tells them")
	}
	drawn := drawnFigures()
	for _, f := range project.Bundle.In(story.ZH).Figures() {
		if f.ID == figure || figure == "" && len(drawn[f.ID]) == 0 {
			return beginning{name, f.ID, f.Source.ID, act}, nil
		}
	}
	if figure == "" {
		return beginning{}, errors.New("scenes draw all figures: name one with -figure")
	}
	return beginning{}, fmt.Errorf("the story has no figure %q: studio figures lists them", figure)
}

// files are what is to be written below a project's folder. It fails where one of the
// new ones is there already.
func (b beginning) files(dir string) ([]written, error) {
	parts := map[string]string{
		"assets/art/" + b.Name + ".svg":       "drawing.svg",
		"assets/art/" + b.Name + ".phone.svg": "drawing.phone.svg",
		"assets/copy/" + b.Name + ".toml":     "copy.toml",
		"scenes/" + b.Name + "/scene.go":      "scene.go.tmpl",
		"scenes/" + b.Name + "/scene_test.go": "scene_test.go.tmpl",
	}
	var out []written
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return nil, fmt.Errorf("%s is there already", name)
		}
		text, err := b.fill(parts[name])
		if err == nil && filepath.Ext(name) == ".svg" {
			text, err = inColor(os.DirFS(filepath.Join(dir, "assets")), name, text)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, written{name, text})
	}
	after := ""
	if b.Act != "" {
		more, last, err := b.inAct(dir)
		if err != nil {
			return nil, err
		}
		out, after = append(out, more...), last
	}
	list, err := os.ReadFile(filepath.Join(dir, contents))
	if err != nil {
		return nil, err
	}
	list, err = b.listed(list, after)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", contents, err)
	}
	return append(out, written{contents, list}), nil
}

// write begins the scene below a project's folder, and gives the paths there of the
// files that it wrote.
func (b beginning) write(dir string) (paths []string, err error) {
	files, err := b.files(dir)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return paths, err
		}
		if err := durable.WriteFile(path, f.text); err != nil {
			return paths, err
		}
		paths = append(paths, f.name)
	}
	return paths, nil
}

func (b beginning) fill(part string) ([]byte, error) {
	t, err := template.ParseFS(newScene, "newscene/"+part)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := t.Execute(&text, b); err != nil {
		return nil, err
	}
	return text.Bytes(), nil
}

// inColor is a drawing with the palette by which editors show it.
func inColor(assets fs.FS, name string, text []byte) ([]byte, error) {
	opt, problems := svgfile.OptionsOf(assets)
	if problems != nil {
		return nil, errors.New("the colours have errors: studio check tells them")
	}
	seen := svgfile.Look(name, text, opt)
	if authoring.Errors(seen.Problems) > 0 {
		return nil, errors.New(seen.Problems[0].String())
	}
	if seen.Palette != nil {
		return seen.Palette, nil
	}
	return text, nil
}

// listed is the table of contents with the scene behind another, or at its end.
func (b beginning) listed(text []byte, after string) ([]byte, error) {
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, contents, text, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	last := f.Imports[len(f.Imports)-1]
	var list *ast.CompositeLit
	ast.Inspect(f, func(n ast.Node) bool {
		if lit, ok := n.(*ast.CompositeLit); ok && list == nil {
			list = lit
		}
		return list == nil
	})
	if list == nil {
		return nil, errors.New("there is no list of scenes in it")
	}
	if strings.Contains(string(text), strconv.Quote("lianhua/scenes/"+b.Name)) {
		return nil, fmt.Errorf("the scene %s is in it already", b.Name)
	}
	at := func(p token.Pos) int { return files.Position(p).Offset }
	behind := list.Elts[len(list.Elts)-1].End()
	if after != "" {
		i := slices.IndexFunc(list.Elts, func(e ast.Expr) bool { return string(text[at(e.Pos()):at(e.End())]) == after+".New()" })
		if i < 0 {
			return nil, fmt.Errorf("the scene %s is not in the list", after)
		}
		behind = list.Elts[i].End()
	}
	var out bytes.Buffer
	out.Write(text[:at(last.End())])
	fmt.Fprintf(&out, "\n\t%q", "lianhua/scenes/"+b.Name)
	out.Write(text[at(last.End()):at(behind)])
	fmt.Fprintf(&out, ",\n\t\t%s.New()", b.Name)
	out.Write(text[at(behind):])
	return format.Source(out.Bytes())
}
