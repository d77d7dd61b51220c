package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// inputs records what a player was compiled from.
type inputs struct {
	Folders []string `json:"folders"` // of the module's packages, relative to its root
	Embeds  []string `json:"embeds"`  // embedded files, relative to the root
	Digest  string   `json:"digest"`
}

// listInputs asks Go which of the module's folders and files pkg is made of.
func listInputs(ctx context.Context, root, mod, pkg string) (inputs, error) {
	const format = `{{if .Module}}{{if .Module.Main}}{{.Dir}}{{range .EmbedFiles}}|{{.}}{{end}}{{end}}{{end}}`
	args := []string{"list", "-modfile=" + mod, "-deps", "-f", format, pkg}
	if hasShaders(root, pkg) {
		args = append(args, pkg+shaderList)
	}
	out, err := goTool(ctx, root, wasmEnv(), args...)
	if err != nil {
		return inputs{}, fmt.Errorf("listing what the player is made of: %w", err)
	}
	var in inputs
	for line := range strings.Lines(out) {
		dir, files, _ := strings.Cut(strings.TrimSpace(line), "|")
		if dir == "" {
			continue
		}
		rel, err := filepath.Rel(root, dir)
		if err != nil {
			return inputs{}, err
		}
		in.Folders = append(in.Folders, rel)
		for name := range strings.SplitSeq(files, "|") {
			if name != "" {
				in.Embeds = append(in.Embeds, filepath.Join(rel, name))
			}
		}
	}
	slices.Sort(in.Folders)
	return in, nil
}

// digest hashes the content of everything that decides the player's bytes.
func (in inputs) digest(root, flags string) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s\n", runtime.Version(), flags)
	files := slices.Concat([]string{"go.mod", "go.sum"}, in.Embeds)
	for _, dir := range in.Folders {
		entries, err := os.ReadDir(filepath.Join(root, dir))
		if err != nil {
			return "", err
		}
		for _, entry := range entries {
			name := entry.Name()
			if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
				files = append(files, filepath.Join(dir, name))
			}
		}
	}
	for _, name := range files {
		f, err := os.Open(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s\n", name)
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// unchanged reports whether the record at path describes the files as they are.
func unchanged(path, root, flags string) bool {
	content, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	var in inputs
	if json.Unmarshal(content, &in) != nil || in.Digest == "" {
		return false
	}
	now, err := in.digest(root, flags)
	return err == nil && now == in.Digest
}

func (in inputs) save(path string) error {
	content, err := json.MarshalIndent(in, "", "  ")
	if err != nil {
		return err
	}
	return replaceFile(path, append(content, '\n'))
}
