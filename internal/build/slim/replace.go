package slim

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// overlay holds the packages that stand in the place of Ebitengine's.
//
//go:embed _overlay
var overlay embed.FS

// A package of the module that one of the overlay replaces, whole.
type replaced struct {
	dir string
	sum string // of the files that the replacement was written for; empty where it is new
}

// replacedPackages describe shaders. Those of a player are compiled when it is
// built, so that it carries neither a compiler nor what its result consists of.
// The last are what all files import in the place of the standard library's.
func replacedPackages() []replaced {
	return []replaced{
		{"internal/builtinshader", "28550edab024"},
		{"internal/colormshader", "e0b294992c16"},
		{"internal/legacyshader", "1d8024064bea"},
		{"internal/shaderir", "ce908fb843b1"},
		{"internal/fmt", ""},
		{"internal/context", ""},
	}
}

// omitted are folders and files of the module that a player cannot import, the
// compiler of shaders among them.
func omitted() []string {
	return []string{
		"cmd", "examples", "exp", "misc", "mobile", "playstation5", "skills",
		"internal/graphics/shader.go",
		"internal/shader",
		"internal/shadercollector",
		"internal/shaderprecomp",
	}
}

// replacements returns the overlay's files, after it has seen that the packages
// in their place are those they were written for.
func replacements(module fs.FS) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, r := range replacedPackages() {
		sum, err := packageSum(module, r.dir)
		if r.sum == "" && errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		if err == nil && sum != r.sum {
			err = fmt.Errorf("its files have the digest %s, those that were replaced have %s", sum, r.sum)
		}
		if err != nil {
			return nil, fmt.Errorf(`a replacement does not fit %s %s, package %s: %w
Compare the package with internal/build/slim/_overlay/%s, adapt that and the digest in internal/build/slim/replace.go, and run go test on that folder`,
				Module, Version, r.dir, err, r.dir)
		}
		err = eachSource(overlay, path.Join("_overlay", r.dir), func(name string, content []byte) {
			files[path.Join(r.dir, name)] = content
		})
		if err != nil {
			return nil, fmt.Errorf("reading the replacement of %s: %w", r.dir, err)
		}
	}
	return files, nil
}

// packageSum is a digest of a package's files.
func packageSum(module fs.FS, dir string) (string, error) {
	h := sha256.New()
	err := eachSource(module, dir, func(name string, content []byte) {
		fmt.Fprintf(h, "%s %d\n%s", name, len(content), content)
	})
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil))[:12], nil
}

// eachSource calls f with each file of a package, its tests left out.
func eachSource(in fs.FS, dir string, f func(name string, content []byte)) error {
	entries, err := fs.ReadDir(in, dir)
	if err != nil {
		return err
	}
	found := false
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			content, err := fs.ReadFile(in, path.Join(dir, name))
			if err != nil {
				return err
			}
			f(name, content)
			found = true
		}
	}
	if !found {
		return errors.New("it has no source")
	}
	return nil
}
