package workbench_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/site"
	"lianhua/internal/workbench"
)

// committed is a copy of the story's sources that are committed, with a bench over it.
type committed struct {
	*workbench.Bench
	module site.Module
	story  []byte
	packs  []build.File
}

func commit(t *testing.T) *committed {
	t.Helper()
	root := t.TempDir()
	s, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(root, "assets"), os.DirFS(filepath.Join(s.module.Root, "assets"))); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "assets"}, {"-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "as it was"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = root
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v %s", args, err, out)
		}
	}
	c := &committed{module: site.Module{Root: root}, story: s.story, packs: s.packs}
	if c.Bench, err = workbench.New(c.module); err != nil {
		t.Fatal(err)
	}
	return c
}

// take has the bench show the story, with the scene's drawings as they are on the disk.
func (c *committed) take(t *testing.T, stale bool) {
	t.Helper()
	if err := c.Take(c.story, c.packs, stale); err != nil {
		t.Fatal(err)
	}
}

// change replaces a text that stands once in a file.
func (c *committed) change(t *testing.T, name, from, to string) {
	t.Helper()
	name = filepath.Join(c.module.Root, name)
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Count(content, []byte(from)) != 1 {
		t.Fatalf("%s does not have %q once", name, from)
	}
	if err := os.WriteFile(name, bytes.Replace(content, []byte(from), []byte(to), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	if c.packs, err = c.module.Site().PackFiles(); err != nil {
		t.Fatal(err)
	}
}
