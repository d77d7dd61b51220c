package slim

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
)

// apply returns src, the content of p.file, with p applied.
func apply(src []byte, p patch) ([]byte, error) {
	if p.fn != "" {
		return replaceBody(src, p)
	}
	if p.variable != "" {
		return dropVariable(src, p)
	}
	switch n := bytes.Count(src, []byte(p.old)); n {
	case 1:
		return bytes.Replace(src, []byte(p.old), []byte(p.new), 1), nil
	case 0:
		return nil, fmt.Errorf("the text\n%s\nis not there", indent(p.old))
	default:
		return nil, fmt.Errorf("the text\n%s\nis there %d times", indent(p.old), n)
	}
}

func replaceBody(src []byte, p patch) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, p.file, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil || funcName(fn) != p.fn {
			continue
		}
		from := fset.Position(fn.Body.Lbrace).Offset + 1
		to := fset.Position(fn.Body.Rbrace).Offset
		var out bytes.Buffer
		out.Write(src[:from])
		if p.new != "" {
			out.WriteString("\n\t" + p.new + "\n")
		}
		out.Write(src[to:])
		return out.Bytes(), nil
	}
	return nil, fmt.Errorf("the function %s is not there", p.fn)
}

func dropVariable(src []byte, p patch) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, p.file, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.VAR || len(gen.Specs) != 1 {
			continue
		}
		if spec := gen.Specs[0].(*ast.ValueSpec); len(spec.Names) == 1 && spec.Names[0].Name == p.variable {
			return slices.Delete(bytes.Clone(src), fset.Position(gen.Pos()).Offset, fset.Position(gen.End()).Offset), nil
		}
	}
	return nil, fmt.Errorf("the variable %s is not there", p.variable)
}

// funcName returns "Name", or "Receiver.Name" for a method.
func funcName(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	recv := fn.Recv.List[0].Type
	if star, ok := recv.(*ast.StarExpr); ok {
		recv = star.X
	}
	if id, ok := recv.(*ast.Ident); ok {
		return id.Name + "." + fn.Name.Name
	}
	return fn.Name.Name
}

// tidyImports drops the imports that src no longer uses, and formats it.
func tidyImports(name string, src []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
	out := bytes.Clone(src)
	for _, spec := range file.Imports {
		local, err := localName(spec)
		if err != nil {
			return nil, err
		}
		if local == "_" || local == "." || used[local] {
			continue
		}
		from, to := fset.Position(spec.Pos()).Offset, fset.Position(spec.End()).Offset
		// Blanks keep the offsets of the later imports; formatting removes them.
		for i := from; i < to; i++ {
			out[i] = ' '
		}
	}
	return format.Source(out)
}

// localName returns the name by which a file refers to an import. The packages
// of the patched files are named as the last element of their path.
func localName(spec *ast.ImportSpec) (string, error) {
	if spec.Name != nil {
		return spec.Name.Name, nil
	}
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return "", err
	}
	return path.Base(p), nil
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
}
