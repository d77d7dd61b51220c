package build

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lianhua/internal/durable"
)

// Write brings the folder out to the state of parts. Files that an earlier
// manifest names and parts no longer has are removed; others are left alone.
func Write(out string, parts []File) error {
	want := map[string]bool{}
	for _, p := range parts {
		if !filepath.IsLocal(filepath.FromSlash(p.Name)) {
			return fmt.Errorf("the file name %q leads out of the site", p.Name)
		}
		want[p.Name] = true
	}
	var stale []string
	for _, name := range earlier(out) {
		if !want[name] && filepath.IsLocal(filepath.FromSlash(name)) {
			stale = append(stale, name, name+".br", name+".gz")
		}
	}
	for _, p := range parts {
		path := filepath.Join(out, filepath.FromSlash(p.Name))
		if err := replaceFile(path, p.Content); err != nil {
			return err
		}
		for suffix, packed := range map[string][]byte{".br": p.Brotli, ".gz": p.Gzip} {
			if packed == nil {
				// A compressed twin of earlier content would be served instead.
				stale = append(stale, p.Name+suffix)
			} else if err := replaceFile(path+suffix, packed); err != nil {
				return err
			}
		}
	}
	for _, name := range stale {
		err := os.Remove(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing what is no longer part of the site: %w", err)
		}
	}
	return nil
}

// Read returns the parts of the site that Write left in the folder dir, without
// the manifest.
func Read(dir string) ([]File, error) {
	var parts []File
	for _, name := range earlier(dir) {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil, fmt.Errorf("the file name %q leads out of the site", name)
		}
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return nil, fmt.Errorf("reading the site: %w", err)
		}
		parts = append(parts, NewFile(name, content))
	}
	slices.SortFunc(parts, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return parts, nil
}

// earlier lists the files that the last build into out made, from its manifest.
func earlier(out string) []string {
	content, err := os.ReadFile(filepath.Join(out, ManifestName))
	if err != nil {
		return nil
	}
	var manifest struct {
		Files map[string]manifestEntry `json:"files"`
	}
	if json.Unmarshal(content, &manifest) != nil {
		return nil
	}
	var names []string
	for name, entry := range manifest.Files {
		if entry.Path != "" {
			name = entry.Path
		}
		names = append(names, name)
	}
	return names
}

// replaceFile gives path the content, whole or not at all, and leaves a file
// that has it already untouched.
func replaceFile(path string, content []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return durable.WriteFile(path, content)
}
