package site

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// copyModule copies the sources of the module to dir, as they were an hour ago:
// go test keeps no result that depends on a file which has just changed.
func copyModule(t *testing.T, dir string) {
	t.Helper()
	from := os.DirFS(module(t).Root)
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, name)
		if d.IsDir() {
			switch {
			case name == "build" || name == "dist" || name == "scenes/testdata" || name != "." && strings.HasPrefix(d.Name(), "."):
				return fs.SkipDir
			}
			return os.MkdirAll(to, 0o755)
		}
		content, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(to, content, 0o644); err != nil {
			return err
		}
		return age(to, time.Hour)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func age(name string, by time.Duration) error {
	at := time.Now().Add(-by).Truncate(time.Second)
	return os.Chtimes(name, at, at)
}

// TestTestsOfThePageDependOnTheSite asks go test, in a copy of the module, for a
// test that reads the site: it runs again where one of the files has changed that
// the site is made of, and only there. To go test a file's time is its state; that
// alone is changed here, so that no player need be compiled for it.
func TestTestsOfThePageDependOnTheSite(t *testing.T) {
	dir := t.TempDir()
	copyModule(t, dir)
	kept := func() bool {
		t.Helper()
		// Without the folder's name in it, what is compiled is kept for the next copy.
		cmd := exec.Command("go", "test", "-vet=off", "-trimpath", "-run=^TestTheSiteIsThere$", "./internal/browsertest")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return strings.Contains(string(out), "(cached)")
	}
	// The first run compiles the player, the second finds it too new to be relied on.
	for runs := 1; !kept(); runs++ {
		if runs == 4 {
			t.Fatal("go test does not keep the result where nothing has changed")
		}
	}
	for _, name := range []string{"web/js/page.js", "assets/copy/cover.toml", "internal/gpu/renderer.go", "cmd/lianhua/game.go"} {
		file := filepath.Join(dir, name)
		if err := age(file, time.Minute); err != nil {
			t.Fatal(err)
		}
		if kept() {
			t.Errorf("a change of %s does not run the tests of the page again", name)
		}
		if !kept() {
			t.Fatalf("go test does not keep the result after a change of %s", name)
		}
	}
}
