// Package digits is an analyzer that keeps typed numbers out of scenes: a figure
// reaches the screen only from the story, through chart.Figure and its kin.
package digits

import (
	"go/ast"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
)

// Analyzer reports, in packages whose path has a scenes element, string and rune
// literals that hold a digit, and imports that turn numbers into text. Names of
// paragraphs ("J08"), of marks ("litter.2") and of colours ("steel-58"), links to a
// beat ("aluminium/1") and SVG path data are let through: they are never set as text.
var Analyzer = &analysis.Analyzer{
	Name: "digits",
	Doc:  "reject typed digits in scenes: numbers come from the story's figures",
	Run:  run,
}

var harmless = regexp.MustCompile(`^([A-Z]\d\d|[a-z-]+\.\d+|[a-z]+-\d+|[a-z-]*/\d+|[Mm][-+\d\s.,MmLlHhVvCcSsQqTtZz]*)$`)

var printers = map[string]bool{"strconv": true, "fmt": true, "math/big": true}

func run(pass *analysis.Pass) (any, error) {
	if !underScenes(pass.Pkg.Path()) {
		return nil, nil
	}
	for _, file := range pass.Files {
		if strings.HasSuffix(pass.Fset.File(file.Pos()).Name(), "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				if path, _ := strconv.Unquote(n.Path.Value); printers[path] {
					pass.Reportf(n.Pos(), "a scene may not import %s: it would write numbers that have no source; use chart.Figure, chart.Worked or chart.Tick", path)
				}
				return false
			case *ast.BasicLit:
				checkLiteral(pass, n)
			}
			return true
		})
	}
	return nil, nil
}

func underScenes(path string) bool {
	for _, part := range strings.Split(path, "/") {
		if part == "scenes" {
			return true
		}
	}
	return false
}

func checkLiteral(pass *analysis.Pass, lit *ast.BasicLit) {
	if lit.Kind != token.STRING && lit.Kind != token.CHAR {
		return
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil || harmless.MatchString(text) {
		return
	}
	if strings.IndexFunc(text, unicode.IsNumber) >= 0 {
		pass.Reportf(lit.Pos(), "%s has a digit typed into a scene: record it in assets/figures.toml and draw it with chart.Figure", lit.Value)
	}
}
