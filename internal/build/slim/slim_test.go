package slim

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// pinned returns the version and folder of the Ebitengine that go.mod asks for.
func pinned(t *testing.T) (version, dir string) {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}\n{{.Dir}}", Module).Output()
	if err != nil {
		t.Fatalf("finding Ebitengine: %v", err)
	}
	version, dir, _ = strings.Cut(strings.TrimSpace(string(out)), "\n")
	return version, dir
}

func TestPatchesFitThePinnedVersion(t *testing.T) {
	version, dir := pinned(t)
	work := t.TempDir()
	out, err := Prepare(t.Context(), dir, version, work, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(out, "LICENSE")); err != nil {
		t.Errorf("the copy lacks the licence: %v", err)
	}
	heavy := regexp.MustCompile(`"(go/\w+|encoding/gob|log/slog|archive/zip|text/template|math/big|regexp)"`)
	for _, p := range patches() {
		content, err := os.ReadFile(filepath.Join(out, p.file))
		if err != nil {
			t.Fatal(err)
		}
		if found := heavy.Find(content); found != nil {
			t.Errorf("%s still imports %s", p.file, found)
		}
	}
	again, err := Prepare(t.Context(), dir, version, work, nil)
	if err != nil || again != out {
		t.Errorf("the second time gave %q, %v; want %q", again, err, out)
	}
	if left, _ := filepath.Glob(filepath.Join(work, "writing-*")); left != nil {
		t.Errorf("unfinished copies are left: %v", left)
	}
}

// changedFS is a module in which one file has other content.
type changedFS struct {
	fs.FS
	name    string
	content []byte
}

func (c changedFS) ReadFile(name string) ([]byte, error) {
	if name == c.name {
		return c.content, nil
	}
	return fs.ReadFile(c.FS, name)
}

func TestChangedTextIsRefused(t *testing.T) {
	_, dir := pinned(t)
	module := os.DirFS(dir)
	for i, p := range patches() {
		content, err := fs.ReadFile(module, p.file)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case p.fn != "":
			name := p.fn[strings.LastIndex(p.fn, ".")+1:]
			content = bytes.ReplaceAll(content, []byte(name+"("), []byte(name+"Renamed("))
		case p.variable != "":
			content = bytes.ReplaceAll(content, []byte(p.variable), []byte(p.variable+"Renamed"))
		default:
			content = bytes.ReplaceAll(content, []byte(p.old), []byte("\n// rewritten by its authors\n"))
		}
		_, err = patched(changedFS{module, p.file, content})
		if err == nil {
			t.Errorf("patch %d of %s applied to a changed text", i, p.file)
			continue
		}
		for _, want := range []string{p.file, p.why, "adapt the patch"} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("patch %d of %s: the error lacks %q: %v", i, p.file, want, err)
			}
		}
	}
}

func TestMissingFileIsRefused(t *testing.T) {
	_, err := patched(fstest.MapFS{})
	if err == nil || !strings.Contains(err.Error(), patches()[0].file) {
		t.Errorf("got %v, want an error that names %s", err, patches()[0].file)
	}
}

func TestAmbiguousTextIsRefused(t *testing.T) {
	_, err := apply([]byte("a b a"), patch{file: "x.go", old: "a", new: "c"})
	if err == nil || !strings.Contains(err.Error(), "2 times") {
		t.Errorf("got %v", err)
	}
}

func TestTidyImports(t *testing.T) {
	const src = `package p

import (
	_ "embed"
	"fmt"
	other "strings"
	"sort"
)

func f() { fmt.Println(other.ToUpper("a")) }
`
	got, err := tidyImports("p.go", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`_ "embed"`, `"fmt"`, `other "strings"`} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("%s is gone:\n%s", want, got)
		}
	}
	if bytes.Contains(got, []byte("sort")) {
		t.Errorf("an unused import is left:\n%s", got)
	}
}

func ExamplePrepare() {
	_, err := Prepare(context.Background(), "/nowhere", "v2.11.0", "/nowhere", nil)
	fmt.Println(err)
	// Output:
	// github.com/hajimehoshi/ebiten/v2 is v2.11.0, but its patches were written for v2.10.4: read its changes to the files and packages named in the tables of internal/build/slim, adapt them and Version there, and run go test on that folder
}
