package slim

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Prepare writes the patched copy of the module at src, which has the given
// version, into a folder below dir and returns that folder. The copy can draw with
// the given shaders and no others. A copy that is there already is used as it is:
// its name holds a hash of the patches.
func Prepare(ctx context.Context, src, version, dir string, shaders []Shader) (string, error) {
	if version != Version {
		return "", fmt.Errorf(`%s is %s, but its patches were written for %s: `+
			`read its changes to the files and packages named in the tables of internal/build/slim, adapt them and Version there, `+
			`and run go test on that folder`, Module, version, Version)
	}
	out := filepath.Join(dir, "ebitengine-"+version+"-"+Fingerprint())
	if _, err := os.Stat(filepath.Join(out, "go.mod")); err != nil {
		if err := writeCopy(src, dir, out); err != nil {
			return "", err
		}
	}
	return out, freeze(ctx, src, out, shaders)
}

func writeCopy(src, dir, out string) error {
	changed, err := patched(os.DirFS(src))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making room for the patched Ebitengine: %w", err)
	}
	aside, err := os.MkdirTemp(dir, "writing-")
	if err != nil {
		return fmt.Errorf("making room for the patched Ebitengine: %w", err)
	}
	defer os.RemoveAll(aside)
	if err := copyModule(src, aside, changed); err != nil {
		return fmt.Errorf("copying Ebitengine: %w", err)
	}
	// Two builds at once write the same files: the later one keeps the first.
	if err := os.Rename(aside, out); err != nil {
		if _, missing := os.Stat(filepath.Join(out, "go.mod")); missing != nil {
			return fmt.Errorf("keeping the patched Ebitengine: %w", err)
		}
	}
	return nil
}

// patched returns the content of each file that the tables change or add.
func patched(module fs.FS) (map[string][]byte, error) {
	changed := map[string][]byte{}
	edit := func(name, why string, change func([]byte) ([]byte, error)) error {
		src, ok := changed[name]
		if !ok {
			var err error
			if src, err = fs.ReadFile(module, name); err != nil {
				return patchError(name, why, err)
			}
		}
		out, err := change(src)
		if err != nil {
			return patchError(name, why, err)
		}
		changed[name] = out
		return nil
	}
	for _, p := range patches() {
		if err := edit(p.file, p.why, func(src []byte) ([]byte, error) { return apply(src, p) }); err != nil {
			return nil, err
		}
	}
	for name := range changed {
		if err := edit(name, "drops unused imports", func(src []byte) ([]byte, error) { return tidyImports(name, src) }); err != nil {
			return nil, err
		}
	}
	added, err := replacements(module)
	if err != nil {
		return nil, err
	}
	maps.Copy(changed, added)
	return changed, nil
}

func patchError(name, why string, err error) error {
	return fmt.Errorf(`a patch does not fit %s %s, file %s: %w
The patch is for: %s.
Compare the file with the tables of internal/build/slim, adapt the patch there or remove it if it is no longer needed, and run go test on that folder`,
		Module, Version, name, err, why)
}

// copyModule copies the sources below src that a build can use.
func copyModule(src, dst string, changed map[string][]byte) error {
	err := filepath.WalkDir(src, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(src, file)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if entry.IsDir() {
			if leftOut(name) || entry.Name() == "testdata" {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(dst, rel), 0o755)
		}
		if _, ok := changed[name]; ok || leftOut(name) || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dst, rel), lightImports(content), 0o644)
	})
	for name, content := range changed {
		if err != nil {
			break
		}
		err = writeFile(filepath.Join(dst, filepath.FromSlash(name)), lightImports(content))
	}
	return err
}

// lightImports makes a file import the overlay's packages of these names.
func lightImports(src []byte) []byte {
	for _, name := range []string{"context", "fmt"} {
		src = bytes.ReplaceAll(src, []byte("\n\t\""+name+"\"\n"), []byte("\n\t\""+Module+"/internal/"+name+"\"\n"))
	}
	return src
}

// leftOut reports whether a file or folder has no place in a copy.
func leftOut(name string) bool {
	return slices.Contains(omitted(), name) ||
		slices.ContainsFunc(replacedPackages(), func(r replaced) bool { return r.dir == name })
}

func writeFile(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, content, 0o644)
}

// Fingerprint names the patches: another table gives another one.
func Fingerprint() string {
	h := sha256.New()
	for _, p := range patches() {
		fmt.Fprintf(h, "%q%q%q%q%q", p.file, p.fn, p.variable, p.old, p.new)
	}
	for _, r := range replacedPackages() {
		sum, _ := packageSum(overlay, path.Join("_overlay", r.dir))
		fmt.Fprintf(h, "%q%q", r.dir, sum)
	}
	fmt.Fprintf(h, "%q%x%s", omitted(), sha256.Sum256(compilerMain), formatVersion)
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// formatVersion changes when this package's code writes other files from the
// same tables.
const formatVersion = "2"
