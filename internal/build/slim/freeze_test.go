package slim

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/gpu/kage"
)

func ours() []Shader {
	var all []Shader
	for _, s := range kage.All() {
		all = append(all, Shader(s))
	}
	return all
}

// probe tells, as JSON, all that a driver learns of the shaders that it reads. %s
// is how a program gives its vertex and fragment shader.
const probe = `package main

import (
	"encoding/json"
	"os"

	"github.com/hajimehoshi/ebiten/v2/internal/builtinshader"
	"github.com/hajimehoshi/ebiten/v2/internal/legacyshader"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"
)

type told struct {
	Name             string
	Unit             int
	Uniforms, Types  []string
	Reached          []uint32
	Vertex, Fragment string
}

func main() {
	var list []struct{ Name, Text string }
	if err := json.NewDecoder(os.Stdin).Decode(&list); err != nil {
		panic(err)
	}
	var all []told
	tell := func(name string, text []byte) {
		p, unit, err := legacyshader.CompileShader(text)
		if err != nil {
			all = append(all, told{Name: name, Vertex: err.Error()})
			return
		}
		t := told{Name: name, Unit: int(unit), Uniforms: p.UniformNames}
		for _, typ := range p.Uniforms {
			t.Types = append(t.Types, typ.String())
			for range typ.DwordCount() {
				t.Reached = append(t.Reached, 1)
			}
		}
		p.FilterUniformVariables(t.Reached)
		t.Vertex, t.Fragment = %s
		all = append(all, t)
	}
	tell("clear", []byte(builtinshader.ClearShaderSource))
	for f := range builtinshader.FilterCount {
		tell("built in", builtinshader.ShaderSource(builtinshader.Filter(f), builtinshader.AddressUnsafe))
	}
	for _, s := range list {
		tell(s.Name, []byte(s.Text))
	}
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		panic(err)
	}
}
`

// told runs the probe in a tree of Ebitengine's packages.
func told(t *testing.T, tree, glsl string, shaders []Shader) []byte {
	t.Helper()
	text := fmt.Sprintf(probe, glsl)
	if !strings.Contains(glsl, "glsl.") {
		text = strings.Replace(text, "\t\"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl\"\n", "", 1)
	}
	if err := writeFile(filepath.Join(tree, "main.go"), []byte(text)); err != nil {
		t.Fatal(err)
	}
	list, err := json.Marshal(shaders)
	if err != nil {
		t.Fatal(err)
	}
	out, err := runCompiler(t.Context(), tree, list)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestFrozenShadersAreTheCompilers compares, for each shader of ours and each that
// is built in, what the player's packages say with what the compiler says.
func TestFrozenShadersAreTheCompilers(t *testing.T) {
	version, dir := pinned(t)
	compiler := t.TempDir()
	if err := writeCompiler(dir, compiler); err != nil {
		t.Fatal(err)
	}
	want := told(t, compiler, "glsl.Compile(p, glsl.GLSLVersionES300)", ours())

	copied, err := Prepare(t.Context(), dir, version, t.TempDir(), ours())
	if err != nil {
		t.Fatal(err)
	}
	// Only the packages that hold shaders: the others need a screen.
	player := t.TempDir()
	for _, r := range replacedPackages() {
		if err := os.CopyFS(filepath.Join(player, r.dir), os.DirFS(filepath.Join(copied, r.dir))); err != nil {
			t.Fatal(err)
		}
	}
	module, err := os.ReadFile(filepath.Join(copied, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(player, "go.mod"), module); err != nil {
		t.Fatal(err)
	}
	if got := told(t, player, "p.Vertex, p.Fragment", ours()); !bytes.Equal(got, want) {
		t.Errorf("frozen:\n%s\ncompiled:\n%s", got, want)
	}
	if !bytes.Contains(want, []byte("fragColor")) {
		t.Errorf("the compiler says %s", want)
	}

	missing := told(t, player, "p.Vertex, p.Fragment", []Shader{{Name: "missing", Text: "//kage:unit pixels\n// another"}})
	if !bytes.Contains(missing, []byte(`no compiler of shaders, and none was listed for it with the source:\n//kage:unit pixels\n// another`)) {
		t.Errorf("of a shader that was not frozen it says:\n%s", missing)
	}
}

func TestShaderThatDoesNotCompileFailsTheBuild(t *testing.T) {
	version, dir := pinned(t)
	work := t.TempDir()
	for _, c := range []struct{ text, want string }{
		{"//kage:unit pixels\npackage main\n\nfunc Fragment() vec4 { return lost }\n", "lost"},
		{"package main\n\nfunc Fragment() vec4 { return vec4(0) }\n", "//kage:unit pixels"},
	} {
		_, err := Prepare(t.Context(), dir, version, work, []Shader{{Name: "broken-disc", Text: c.text}})
		if err == nil || !strings.Contains(err.Error(), "broken-disc") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want an error that names broken-disc and %s", err, c.want)
		}
	}
	// What did not compile has left nothing that passes for a table.
	if _, err := Prepare(t.Context(), dir, version, work, ours()); err != nil {
		t.Fatal(err)
	}
	// A second time nothing runs that a cancelled context would stop.
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Prepare(stopped, dir, version, work, ours()); err != nil {
		t.Errorf("the frozen shaders were not kept: %v", err)
	}
	if _, err := Prepare(stopped, dir, version, work, nil); err == nil {
		t.Error("other shaders were not compiled")
	}
	if left, _ := filepath.Glob(filepath.Join(work, "compiler-*")); left != nil {
		t.Errorf("compilers are left: %v", left)
	}
}

func TestChangedPackageIsRefused(t *testing.T) {
	_, dir := pinned(t)
	module := os.DirFS(dir)
	for _, r := range replacedPackages() {
		if r.sum == "" {
			continue
		}
		entries, err := fs.ReadDir(module, r.dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			name := r.dir + "/" + entry.Name()
			if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				continue
			}
			_, err := patched(changedFS{module, name, []byte("package other\n")})
			if err == nil || !strings.Contains(err.Error(), r.dir) {
				t.Errorf("%s was changed: got %v, want an error that names %s", name, err, r.dir)
			}
		}
	}
}
