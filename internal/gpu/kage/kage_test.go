package kage_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/gpu/kage"
)

// texts are the sources that a name of this package gives.
var texts = map[string]func() []string{
	"Plain":   func() []string { return []string{kage.Plain} },
	"Rich":    func() []string { return []string{kage.Rich} },
	"Layered": func() []string { return []string{kage.Layered} },
	"Between": func() []string { return []string{kage.Between} },
	"Carried": func() []string { return []string{kage.Carried} },
	"Field": func() (all []string) {
		for symbol := range draw.Symbols() {
			all = append(all, kage.Field(draw.Symbol(symbol)))
		}
		return all
	},
	"NoiseSide": func() []string { return nil },
}

// TestEveryShaderIsListed: a player in a page can draw with those that All lists and
// no others, for they are compiled when it is built.
func TestEveryShaderIsListed(t *testing.T) {
	listed := kage.All()
	var files []string
	for _, pattern := range []string{"../*.go", "../../../cmd/lianhua/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	asked := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if strings.Contains(n.Value, "//kage:unit") {
					t.Errorf("%s holds a shader that this package does not list", name)
				}
			case *ast.SelectorExpr:
				if from, ok := n.X.(*ast.Ident); !ok || from.Name != "kage" {
					break
				}
				give := texts[n.Sel.Name]
				if give == nil {
					t.Errorf("%s uses kage.%s: tell this test what sources that gives", name, n.Sel.Name)
					break
				}
				for _, text := range give() {
					asked++
					if !slices.ContainsFunc(listed, func(s kage.Source) bool { return s.Text == text }) {
						t.Errorf("%s uses kage.%s, but All lacks a source of it", name, n.Sel.Name)
					}
				}
			}
			return true
		})
	}
	if asked < 4 {
		t.Errorf("%d sources were found in %d files: this test looks in the wrong place", asked, len(files))
	}
}
