package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/story"
)

// compileWith compiles the real story with more files, or others.
func compileWith(t *testing.T, more map[string]string) (code int, said string, out string) {
	t.Helper()
	dir := t.TempDir()
	copyAssets(t, dir, more)
	out = filepath.Join(dir, "out.lh")
	var stdout, stderr bytes.Buffer
	code = dispatch([]string{"compile", "-assets", dir, "-out", out}, &stdout, &stderr)
	return code, stderr.String(), out
}

func TestCompileRefusesWhatNobodyCanRead(t *testing.T) {
	for _, sign := range []string{"龘", "町", "Ō", "ẞ"} {
		code, said, out := compileWith(t, map[string]string{"copy/extra.toml": "[title]\nzh = \"" + sign + "\"\nen = \"x\"\n"})
		if _, err := os.Stat(out); code != 1 || err == nil || !strings.Contains(said, "copy/extra.toml:1: no font has '"+sign+"'") {
			t.Errorf("%s: code %d, %v: %s", sign, code, err, said)
		}
	}
}

func TestCompileRefusesWhatNoSceneDraws(t *testing.T) {
	figures, err := os.ReadFile(filepath.Join(assetsDir, "figures.toml"))
	if err != nil {
		t.Fatal(err)
	}
	people := func(n string) map[string]string {
		return map[string]string{"figures.toml": strings.Replace(string(figures), `value = "111616"`, `value = "`+n+`"`, 1)}
	}
	code, said, out := compileWith(t, people("1116160"))
	if _, err := os.Stat(out); code != 1 || err == nil || !strings.Contains(said, "figures.toml:") || !strings.Contains(said, "115000 at the most") {
		t.Errorf("code %d, %v: %s", code, err, said)
	}
	code, said, out = compileWith(t, people("112732"))
	data, err := os.ReadFile(out)
	if code != 0 || said != "" || err != nil {
		t.Fatalf("one per cent more: code %d, %v: %s", code, err, said)
	}
	if _, err := story.Decode(data); err != nil {
		t.Error(err)
	}
}

func TestBuildRefusesWhatCompileRefuses(t *testing.T) {
	figures, err := os.ReadFile(filepath.Join(assetsDir, "figures.toml"))
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	copyAssets(t, filepath.Join(root, "assets"), map[string]string{
		"figures.toml": strings.Replace(string(figures), `value = "111616"`, `value = "1116160"`, 1),
	})
	if err := os.WriteFile(filepath.Join(root, "go.mod"), []byte("module lianhua\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	for _, how := range []string{"-pages", "-fast"} {
		var stdout, stderr bytes.Buffer
		code := dispatch([]string{"build", how, "-out", "made"}, &stdout, &stderr)
		if _, err := os.Stat("made"); code != 1 || err == nil || !strings.Contains(stderr.String(), "115000 at the most") {
			t.Errorf("%s: code %d, %v: %s", how, code, err, &stderr)
		}
	}
}
