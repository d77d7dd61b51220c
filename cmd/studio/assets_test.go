package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"lianhua/internal/art/setfile"
	"lianhua/internal/authoring"
	"lianhua/internal/storyboard"
	"lianhua/scenes"
)

// copyAssets makes a story directory of the real figures and words, with more
// files or others.
func copyAssets(t *testing.T, dir string, more map[string]string) {
	t.Helper()
	files := map[string]string{}
	words, err := fs.Glob(os.DirFS(assetsDir), "copy/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(append(words, drawings(t)...), setfile.SumsFile, "figures.toml", "sources.toml", "theme.toml") {
		data, err := os.ReadFile(filepath.Join(assetsDir, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	for name, text := range more {
		files[name] = text
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// drawings are the files that scenes need which show a drawing, and their packs.
func drawings(t *testing.T) []string {
	t.Helper()
	all, _ := fs.Glob(os.DirFS(assetsDir), "art/symbols.svg")
	for _, scene := range scenes.All() {
		if _, ok := scene.(storyboard.Staged); ok {
			own, err := fs.Glob(os.DirFS(assetsDir), "art/"+scene.Name()+"*.*")
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, own...)
		}
	}
	return all
}

func loadDir(dir string) (*authoring.Project, []authoring.Problem) {
	return authoring.Load(os.DirFS(dir))
}
