package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const xgb = "github.com/jezek/xgb"

// opening are the names of xgb by which connections are opened, or its maps changed that
// all of them read.
var opening = []string{"NewConn", "NewConnDisplay", "NewConnNet", "NewEventFuncs", "NewErrorFuncs", "NewExtEventFuncs", "NewExtErrorFuncs"}

// openings are the places in a file that open a connection to X, or have one know an
// extension, by the library itself.
func openings(fset *token.FileSet, file *ast.File) (found []string) {
	names := map[string]string{}
	for _, i := range file.Imports {
		imported, err := strconv.Unquote(i.Path.Value)
		if err != nil || imported != xgb && !strings.HasPrefix(imported, xgb+"/") {
			continue
		}
		name := path.Base(imported)
		if i.Name != nil {
			name = i.Name.Name
		}
		names[name] = imported
	}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		of, ok := s.X.(*ast.Ident)
		if !ok {
			return true
		}
		switch imported := names[of.Name]; {
		case imported == xgb && slices.Contains(opening, s.Sel.Name), imported != "" && imported != xgb && s.Sel.Name == "Init":
			found = append(found, fset.Position(s.Pos()).String()+": "+of.Name+"."+s.Sel.Name)
		}
		return true
	})
	return found
}

// TestConnectionsToXAreOpenedInOnePlace: see internal/hall/x11.
func TestConnectionsToXAreOpenedInOnePlace(t *testing.T) {
	fset := token.NewFileSet()
	users := 0
	for _, root := range []string{"../../cmd", "../../internal", "../../scenes"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".go" || filepath.Base(filepath.Dir(name)) == "x11" {
				return err
			}
			file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			if slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool { return strings.HasPrefix(i.Path.Value, `"`+xgb) }) {
				users++
			}
			for _, o := range openings(fset, file) {
				t.Errorf("%s: connections to X are opened, and learn of extensions, by internal/hall/x11: the library writes to what others read", o)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if users == 0 {
		t.Error("no file was looked at that works with X")
	}
}

func TestOpeningsAreFound(t *testing.T) {
	const source = `package p
import (
	"github.com/jezek/xgb"
	r "github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
)
func f() {
	c, _ := xgb.NewConn()
	_ = r.Init(c)
	_ = xproto.Setup(c)
	_ = repository.Init(c)
}`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"p.go:8:10: xgb.NewConn", "p.go:9:6: r.Init"}
	if got := openings(fset, file); !slices.Equal(got, want) {
		t.Errorf("found are %q, want %q", got, want)
	}
}
