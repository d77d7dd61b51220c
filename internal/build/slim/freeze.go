package slim

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// A Shader is one that the player asks for, in Ebitengine's language.
type Shader struct {
	Name, Text string
	First      bool // the player draws with it at once
}

// compilerMain is a program within a copy of Ebitengine's compiler.
//
//go:embed _compiler/main.go
var compilerMain []byte

// compilerPackages are what the compiler consists of. They import nothing beyond
// the standard library and each other.
func compilerPackages() []string {
	return []string{
		"internal/builtinshader",
		"internal/colormshader",
		"internal/graphics",
		"internal/legacyshader",
		"internal/shader",
		"internal/shaderir",
		"internal/shaderir/glsl",
	}
}

// tableName is the file that holds the frozen shaders.
const tableName = "internal/legacyshader/table.go"

// freeze compiles the shaders with the compiler of the module at src, for the
// machine that builds, and writes them into the patched copy. A copy that has them
// already is left as it is.
func freeze(ctx context.Context, src, copied string, shaders []Shader) error {
	list, err := json.Marshal(shaders)
	if err != nil {
		return fmt.Errorf("listing the shaders: %w", err)
	}
	mark := fmt.Sprintf("// %x\n", sha256.Sum256(append(list, compilerMain...)))
	file := filepath.Join(copied, filepath.FromSlash(tableName))
	if old, err := os.ReadFile(file); err == nil && bytes.HasPrefix(old, []byte(mark)) {
		return nil
	}
	tree, err := os.MkdirTemp(filepath.Dir(copied), "compiler-")
	if err != nil {
		return fmt.Errorf("making room for the compiler of shaders: %w", err)
	}
	defer os.RemoveAll(tree)
	if err := writeCompiler(src, tree); err != nil {
		return fmt.Errorf("copying the compiler of shaders: %w", err)
	}
	table, err := runCompiler(ctx, tree, list)
	if err != nil {
		return fmt.Errorf("freezing the shaders: %w", err)
	}
	aside, err := os.CreateTemp(filepath.Dir(copied), "table-")
	if err != nil {
		return fmt.Errorf("keeping the frozen shaders: %w", err)
	}
	defer os.Remove(aside.Name())
	_, err = aside.Write(append([]byte(mark+"\n"), table...))
	if closing := aside.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(aside.Name(), file)
	}
	if err != nil {
		return fmt.Errorf("keeping the frozen shaders: %w", err)
	}
	return nil
}

// writeCompiler makes a module of the compiler's packages.
func writeCompiler(src, tree string) error {
	module, err := os.ReadFile(filepath.Join(src, "go.mod"))
	if err != nil {
		return err
	}
	files := map[string][]byte{"go.mod": module, "main.go": compilerMain}
	for _, dir := range compilerPackages() {
		err := eachSource(os.DirFS(src), dir, func(name string, content []byte) {
			// A file may tell how it was generated; it is no part of the package.
			if name != "gen.go" {
				files[path.Join(dir, name)] = content
			}
		})
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
	}
	for name, content := range files {
		if err := writeFile(filepath.Join(tree, filepath.FromSlash(name)), content); err != nil {
			return err
		}
	}
	return nil
}

func runCompiler(ctx context.Context, tree string, list []byte) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", "run", ".")
	cmd.Dir = tree
	// For this machine, whatever the player is built for.
	cmd.Env = append(os.Environ(), "GOOS=", "GOARCH=", "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0")
	cmd.Stdin = bytes.NewReader(list)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, strings.TrimSpace(stderr.String()))
	}
	return stdout.Bytes(), nil
}
