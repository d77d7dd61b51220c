//go:build !js

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/assets"
)

// What the player reads and writes is looked at by its own rules.
func TestFilesAreChecked(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	said := func(o options) (right, wrong string) {
		for _, f := range files(o) {
			if f.Right {
				right += f.What + ": " + f.Detail + "\n"
			} else {
				wrong += f.What + ": " + f.Detail + "\n"
				if f.Chinese == "" {
					t.Errorf("%s is said to be wrong in English only", f.What)
				}
			}
		}
		return right, wrong
	}
	if right, wrong := said(options{}); wrong != "" || !strings.Contains(right, "built-in") {
		t.Errorf("right %q, wrong %q", right, wrong)
	}
	good := write("good.toml", "[visits]\nfolder = "+literal(dir)+"\n[watch]\nheartbeat = "+literal(filepath.Join(dir, "beat"))+"\n")
	if right, wrong := said(options{settings: good, story: write("story.lh", string(assets.Story))}); wrong != "" || strings.Count(right, dir) != 4 {
		t.Errorf("right %q, wrong %q", right, wrong)
	}
	packs := "[updates]\nsource = \"https://packs.example.org\"\nfolder = " + literal(dir) + "\nroot = "
	if right, wrong := said(options{settings: write("packs.toml", packs+literal(good))}); wrong != "" || !strings.Contains(right, "packs: "+dir) || !strings.Contains(right, "root: "+good) || !strings.Contains(right, "story: the pack") {
		t.Errorf("right %q, wrong %q", right, wrong)
	}
	if _, wrong := said(options{settings: write("packs.toml", packs+literal(filepath.Join(dir, "none.json")))}); !strings.Contains(wrong, "root: ") || !strings.Contains(wrong, "none.json") {
		t.Errorf("wrong %q", wrong)
	}
	bad := write("bad.toml", "quite = 3\n[visits]\nfolder = "+literal(filepath.Join(dir, "gone"))+"\n")
	_, wrong := said(options{settings: bad, story: write("torn.lh", string(assets.Story[:99]))})
	for _, want := range []string{"bad.toml:1: unknown key", "torn.lh: ", "gone"} {
		if !strings.Contains(wrong, want) {
			t.Errorf("%q is not said to be wrong: %q", want, wrong)
		}
	}
	if right, wrong := said(options{settings: filepath.Join(dir, "none.toml")}); !strings.Contains(wrong, "none.toml") {
		t.Errorf("right %q, wrong %q", right, wrong)
	}
}
