// Package words is an analyzer that keeps words for readers out of Go: they stand
// in assets/copy, where translators find them and the fonts are cut for them.
package words

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
)

// Analyzer reports, in the packages that compose what readers see, string
// literals with characters beyond ASCII, and texts that are typed in both
// languages or set as they stand, in whatever letters. Runes are let through:
// they are compared with. So is what the function Lacking writes, the sign of a
// text that is missing.
var Analyzer = &analysis.Analyzer{
	Name: "words",
	Doc:  "reject words for readers that are typed in Go: they belong in assets/copy",
	Run:  run,
}

// Packages are those that the rule is for: what readers see is composed there.
func Packages() []string {
	return []string{"article", "chart", "chrome", "dataset", "dom", "play", "stage", "story"}
}

// setters are the methods that set a text, their first argument.
var setters = map[string]bool{"Line": true, "LineBytes": true, "Block": true, "Fit": true}

// spoken are the fields of a mark's meaning that are read out.
var spoken = map[string]bool{"Label": true, "Detail": true, "Value": true}

func run(pass *analysis.Pass) (any, error) {
	path := strings.Split(pass.Pkg.Path(), "/")
	at := slices.Index(path, "internal")
	if at < 0 || at+1 >= len(path) || !slices.Contains(Packages(), path[at+1]) {
		return nil, nil
	}
	for _, file := range pass.Files {
		if strings.HasSuffix(pass.Fset.File(file.Pos()).Name(), "_test.go") {
			continue
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "Lacking" {
				continue
			}
			ast.Inspect(d, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.ImportSpec:
					return false
				case *ast.BasicLit:
					if text, ok := literal(n); ok && strings.IndexFunc(text, foreign) >= 0 {
						report(pass, n)
					}
				case *ast.CallExpr:
					if s, ok := n.Fun.(*ast.SelectorExpr); ok && setters[s.Sel.Name] && len(n.Args) > 0 {
						worded(pass, n.Args[0])
					}
				case *ast.CompositeLit:
					composite(pass, n)
				}
				return true
			})
		}
	}
	return nil, nil
}

// composite reports words in a story.Both and in a draw.Sem.
func composite(pass *analysis.Pass, lit *ast.CompositeLit) {
	kind := named(pass.TypesInfo.TypeOf(lit))
	for _, e := range lit.Elts {
		pair, keyed := e.(*ast.KeyValueExpr)
		switch {
		case kind == "Both" && keyed:
			worded(pass, pair.Value)
		case kind == "Both":
			worded(pass, e)
		case kind == "Sem" && keyed:
			if key, ok := pair.Key.(*ast.Ident); ok && spoken[key.Name] {
				worded(pass, pair.Value)
			}
		}
	}
}

func named(t types.Type) string {
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// worded reports a literal that has a letter; one with characters beyond ASCII
// is reported already.
func worded(pass *analysis.Pass, e ast.Expr) {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return
	}
	if text, ok := literal(lit); ok && strings.IndexFunc(text, foreign) < 0 && strings.IndexFunc(text, unicode.IsLetter) >= 0 {
		report(pass, lit)
	}
}

func literal(lit *ast.BasicLit) (string, bool) {
	if lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// foreign reports whether a character is seen and stands outside ASCII.
func foreign(r rune) bool { return r > unicode.MaxASCII && unicode.IsGraphic(r) }

func report(pass *analysis.Pass, lit *ast.BasicLit) {
	pass.Reportf(lit.Pos(), "%s is typed in Go: words for readers belong in assets/copy", lit.Value)
}
