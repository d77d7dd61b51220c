package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	// acts says which scenes stand together.
	acts = "scenes/acts.go"
	// signs has the scenes' names among their acts.
	signs = "assets/copy/contents.toml"
)

// inAct is the scene at the end of its act, with its name among the act's scenes; last
// is the scene before it.
func (b beginning) inAct(dir string) (out []written, last string, err error) {
	text, err := os.ReadFile(filepath.Join(dir, acts))
	if err != nil {
		return nil, "", err
	}
	text, last, err = b.grouped(text)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", acts, err)
	}
	out = append(out, written{acts, text})
	names, err := os.ReadFile(filepath.Join(dir, signs))
	if err != nil {
		return nil, "", err
	}
	if bytes.Contains(names, []byte("["+b.Name+"]")) {
		return nil, "", fmt.Errorf("%s has a name for %s already", signs, b.Name)
	}
	own, err := b.fill("contents.toml")
	if err != nil {
		return nil, "", err
	}
	return append(out, written{signs, append(names, own...)}), last, nil
}

// grouped is the acts with the scene at the end of its own, and the scene before it.
func (b beginning) grouped(text []byte) (out []byte, last string, err error) {
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, acts, text, parser.ParseComments)
	if err != nil {
		return nil, "", err
	}
	var names []string
	var members *ast.CompositeLit
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		name, list := fieldOf(lit, "Name"), fieldOf(lit, "Scenes")
		of, isText := name.(*ast.BasicLit)
		scenes, isList := list.(*ast.CompositeLit)
		if !isText || !isList {
			return true
		}
		act, err := strconv.Unquote(of.Value)
		if names = append(names, act); err == nil && act == b.Act {
			members = scenes
		}
		return false
	})
	if members == nil {
		return nil, "", fmt.Errorf("there is no act %q; choose from %s", b.Act, strings.Join(names, ", "))
	}
	if len(members.Elts) == 0 {
		return nil, "", errors.New("the act has no scene to stand behind")
	}
	end := members.Elts[len(members.Elts)-1]
	lit, ok := end.(*ast.CompositeLit)
	if !ok {
		return nil, "", errors.New("its scenes are not written out")
	}
	name, ok := fieldOf(lit, "Scene").(*ast.BasicLit)
	if !ok {
		return nil, "", errors.New("its last scene has no name")
	}
	if last, err = strconv.Unquote(name.Value); err != nil {
		return nil, "", err
	}
	at := files.Position(end.End()).Offset
	var changed bytes.Buffer
	changed.Write(text[:at])
	fmt.Fprintf(&changed, ",\n\t\t\t{Scene: %q, Weight: small}", b.Name)
	changed.Write(text[at:])
	out, err = format.Source(changed.Bytes())
	return out, last, err
}

// fieldOf is the value of a literal's field; nil where it has none.
func fieldOf(lit *ast.CompositeLit, name string) ast.Expr {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok && key.Name == name {
				return kv.Value
			}
		}
	}
	return nil
}
