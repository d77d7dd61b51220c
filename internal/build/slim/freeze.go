package slim

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"text/template"
)

// The filters and addresses that select a shader, as the constants of the
// shader packages number them.
const (
	filterCount  = 3 // nearest, linear, pixelated
	addressCount = 3 // unsafe, clamp to zero, repeat
)

// freezeShaders replaces the shader template of src by its nine results, so
// that the compiled program needs no template engine.
func freezeShaders(name string, src []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	decl, text, err := templateText(file)
	if err != nil {
		return nil, err
	}
	table, err := shaderTable(text)
	if err != nil {
		return nil, err
	}
	from, to := fset.Position(decl.Pos()).Offset, fset.Position(decl.End()).Offset
	out := bytes.Clone(src[:from])
	out = append(out, table...)
	out = append(out, src[to:]...)
	out, err = replaceBody(out, patch{
		file: name,
		fn:   "ShaderSource",
		new:  "return []byte(sources[filter][address])",
	})
	if err != nil {
		return nil, err
	}
	const cache = `var (
	shaders  [FilterCount][AddressCount][]byte
	shadersM sync.Mutex
)
`
	return apply(out, patch{file: name, old: cache})
}

// templateText finds `var tmpl = template.Must(template.New(…).Parse(text))`.
func templateText(file *ast.File) (ast.Decl, string, error) {
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.VAR || len(gen.Specs) != 1 {
			continue
		}
		spec := gen.Specs[0].(*ast.ValueSpec)
		if spec.Names[0].Name != "tmpl" || len(spec.Values) != 1 {
			continue
		}
		var text string
		ast.Inspect(spec.Values[0], func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && strings.HasPrefix(lit.Value, "`") {
				text, _ = strconv.Unquote(lit.Value)
			}
			return true
		})
		if text == "" {
			break
		}
		return decl, text, nil
	}
	return nil, "", fmt.Errorf("the variable tmpl with the text of a template is not there")
}

func shaderTable(text string) ([]byte, error) {
	tmpl, err := template.New("shader").Option("missingkey=error").Parse(text)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("var sources = [FilterCount][AddressCount]string{\n")
	for filter := range filterCount {
		out.WriteString("\t{\n")
		for address := range addressCount {
			var shader strings.Builder
			if err := tmpl.Execute(&shader, map[string]int{
				"Filter":             filter,
				"FilterNearest":      0,
				"FilterLinear":       1,
				"FilterPixelated":    2,
				"Address":            address,
				"AddressUnsafe":      0,
				"AddressClampToZero": 1,
				"AddressRepeat":      2,
			}); err != nil {
				return nil, err
			}
			fmt.Fprintf(&out, "\t\t%q,\n", shader.String())
		}
		out.WriteString("\t},\n")
	}
	out.WriteString("}\n")
	return out.Bytes(), nil
}
