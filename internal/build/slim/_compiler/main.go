// Command compiler writes the table of frozen shaders, a Go file, from the sources
// that it reads: a JSON array of names and texts. It is compiled within a copy of
// Ebitengine's packages, whose compiler it calls.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/format"
	"hash/fnv"
	"os"
	"strings"

	"github.com/hajimehoshi/ebiten/v2/internal/builtinshader"
	"github.com/hajimehoshi/ebiten/v2/internal/legacyshader"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"
)

// source is a shader that the player asks for by key.
type source struct {
	Name, Text string
	First      bool // the player draws with it at once
	key        string
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var sources []source
	if err := json.NewDecoder(os.Stdin).Decode(&sources); err != nil {
		return fmt.Errorf("reading the shaders: %w", err)
	}
	for i := range sources {
		sources[i].key = sources[i].Text
	}
	var table bytes.Buffer
	table.WriteString("package legacyshader\n\nimport \"github.com/hajimehoshi/ebiten/v2/internal/shaderir\"\n\nvar programs = [...]frozen{\n")
	named := make(map[uint64]string)
	for _, s := range append(builtin(), sources...) {
		h := fnv.New64a()
		h.Write([]byte(s.key))
		digest := h.Sum64()
		if other, ok := named[digest]; ok {
			return fmt.Errorf("the shaders %s and %s cannot be told apart", other, s.Name)
		}
		named[digest] = s.Name
		if err := freeze(&table, s, digest); err != nil {
			return fmt.Errorf("the shader %s: %w", s.Name, err)
		}
	}
	table.WriteString("}\n")
	text, err := format.Source(table.Bytes())
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(text)
	return err
}

// builtin are Ebitengine's own, by the names that the player's ShaderSource gives.
// A player without colour matrices does without those that apply them, and one that
// draws whole images alone without those that look beyond an image's edge.
func builtin() []source {
	all := []source{{Name: "clear", Text: builtinshader.ClearShaderSource, First: true, key: "clear"}}
	for filter := range builtinshader.FilterCount {
		text := builtinshader.ShaderSource(builtinshader.Filter(filter), builtinshader.AddressUnsafe)
		name := fmt.Sprintf("b%d%d", filter, builtinshader.AddressUnsafe)
		all = append(all, source{name, string(text), name == "b00", name})
	}
	return all
}

func freeze(table *bytes.Buffer, s source, digest uint64) error {
	ir, unit, err := legacyshader.CompileShader([]byte(s.Text))
	if err != nil {
		return err
	}
	if unit != legacyshader.Pixels {
		return errors.New("a shader must start with //kage:unit pixels")
	}
	numbers := 0
	for i, typ := range ir.Uniforms {
		n := typ.DwordCount()
		if n < 0 {
			return fmt.Errorf("the uniform %s is a struct", ir.UniformNames[i])
		}
		numbers += n
	}
	reached := make([]uint32, numbers)
	for i := range reached {
		reached[i] = 1
	}
	ir.FilterUniformVariables(reached)
	marks := make([]byte, 0, len(ir.Uniforms))
	for _, typ := range ir.Uniforms {
		mark := byte('n')
		if reached[0] != 0 {
			mark = 'y'
		}
		marks = append(marks, mark)
		reached = reached[typ.DwordCount():]
	}
	vertex, fragment := glsl.Compile(ir, glsl.GLSLVersionES300)
	fmt.Fprintf(table, "{ // %s\n%#x,\n%t,\nshaderir.Program{\nUniformNames: %#v,\nUniforms: []shaderir.Type{\n", s.Name, digest, s.First, ir.UniformNames)
	for _, typ := range ir.Uniforms {
		fmt.Fprintf(table, "%s,\n", literal(typ))
	}
	fmt.Fprintf(table, "},\nReached: %q,\nVertex: %s,\nFragment: %s,\n},\n},\n", marks, quote(vertex), quote(fragment))
	return nil
}

// literal is a type as the player's shaderir numbers it.
func literal(typ shaderir.Type) string {
	text := fmt.Sprintf("{Main: %d", typ.Main)
	if typ.Main == shaderir.Array {
		text += fmt.Sprintf(", Length: %d, Sub: []shaderir.Type{%s}", typ.Length, literal(typ.Sub[0]))
	}
	return text + "}"
}

func quote(text string) string {
	if strings.Contains(text, "`") {
		return fmt.Sprintf("%q", text)
	}
	return "`" + text + "`"
}
