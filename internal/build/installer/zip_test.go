package installer

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lianhua/internal/hall"
)

func makeZip(t *testing.T, p Parts) (path string, content []byte, texts map[string]string) {
	t.Helper()
	path, err := Zip(p, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	content, err = os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	texts = map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Modified.Equal(p.Time) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		texts[f.Name] = string(text)
	}
	return path, content, texts
}

func TestZipHasWhatWindowsNeeds(t *testing.T) {
	p := parts(t)
	p.Arch = "amd64"
	path, _, texts := makeZip(t, p)
	if filepath.Base(path) != "lianhua_1.2.0_windows_amd64.zip" {
		t.Errorf("it is called %s", filepath.Base(path))
	}
	var names []string
	for name, text := range texts {
		names = append(names, name)
		if name == "lianhua/lianhua.exe" {
			continue
		}
		if n := strings.Count(text, "\n"); n == 0 || strings.Count(text, "\r\n") != n || strings.Contains(text, "\r\r") {
			t.Errorf("%s has %d lines, of which not all end as Windows wants", name, n)
		}
	}
	slices.Sort(names)
	want := []string{"lianhua/LICENSES.txt", "lianhua/README.txt", "lianhua/install.cmd", "lianhua/kiosk.cmd", "lianhua/kiosk.toml", "lianhua/lianhua.exe", "lianhua/uninstall.cmd"}
	if !slices.Equal(names, want) {
		t.Errorf("it holds %v, want %v", names, want)
	}
	if settings := strings.ReplaceAll(texts["lianhua/kiosk.toml"], "\r\n", "\n"); settings != hall.File {
		t.Error("the settings are not the player's")
	}
	if _, problems := hall.Read("kiosk.toml", []byte(texts["lianhua/kiosk.toml"]), hall.Known{}); len(problems) > 0 {
		t.Error(problems)
	}
	if !strings.Contains(texts["lianhua/LICENSES.txt"], "the terms") {
		t.Error("a licence is not there whole")
	}
	// It is watched by its like, and begun again should that fail.
	for _, want := range []string{"lianhua.exe --kiosk --supervised --settings kiosk.toml", ":again", "goto again"} {
		if !strings.Contains(texts["lianhua/kiosk.cmd"], want) {
			t.Errorf("kiosk.cmd lacks %q", want)
		}
	}
	// cmd reads scripts in the code page of the system.
	for _, name := range names {
		if filepath.Ext(name) == ".cmd" && strings.ContainsFunc(texts[name], func(r rune) bool { return r > 126 }) {
			t.Errorf("%s is not plain ASCII", name)
		}
	}
}

// What one script registers the other takes back.
func TestZipScriptsAreEachOthersOpposite(t *testing.T) {
	_, _, texts := makeZip(t, parts(t))
	const key = `set "KEY=HKCU\Software\Microsoft\Windows\CurrentVersion\Run"`
	if in := texts["lianhua/install.cmd"]; !strings.Contains(in, key) || !strings.Contains(in, `reg add "%KEY%" /v Lianhua `) || !strings.Contains(in, `%~dp0kiosk.cmd`) {
		t.Error("install.cmd does not register kiosk.cmd")
	}
	if out := texts["lianhua/uninstall.cmd"]; !strings.Contains(out, key) || !strings.Contains(out, `reg delete "%KEY%" /v Lianhua /f`) {
		t.Error("uninstall.cmd does not take it back")
	}
}

func TestTheSameReleaseGivesTheSameZip(t *testing.T) {
	p := parts(t)
	_, first, _ := makeZip(t, p)
	at := time.Unix(1, 0)
	if err := os.Chtimes(p.Program, at, at); err != nil {
		t.Fatal(err)
	}
	if _, again, _ := makeZip(t, p); !bytes.Equal(first, again) {
		t.Error("two packages of one release differ")
	}
}
