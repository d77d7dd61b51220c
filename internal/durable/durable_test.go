package durable

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// recorded is a system that notes what is asked of it, and fails at one step.
func recorded(steps *[]string, failing string) system {
	step := func(s string) error {
		*steps = append(*steps, s)
		if s == failing {
			return errors.New("no room")
		}
		return nil
	}
	return system{
		sync: func(f *os.File) error {
			info, err := f.Stat()
			if err != nil {
				return err
			}
			if info.IsDir() {
				return step("sync the folder")
			}
			return step("sync the file")
		},
		rename: func(from, to string) error {
			if err := step("rename"); err != nil {
				return err
			}
			return os.Rename(from, to)
		},
	}
}

func content(t *testing.T, dir string) string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 {
		t.Errorf("%d files are left", len(files))
	}
	data, err := os.ReadFile(filepath.Join(dir, "story.lh"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestContentIsOnTheDiskBeforeItsNameIs(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "story.lh")
	var steps []string
	for _, want := range []string{"old", "new"} {
		steps = nil
		if err := write(recorded(&steps, ""), name, []byte(want)); err != nil {
			t.Fatal(err)
		}
		if got := content(t, dir); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if want := []string{"sync the file", "rename", "sync the folder"}; !slices.Equal(steps, want) {
		t.Errorf("%q, want %q", steps, want)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestFailuresLeaveTheOldContent(t *testing.T) {
	for _, failing := range []string{"sync the file", "rename"} {
		dir := t.TempDir()
		name := filepath.Join(dir, "story.lh")
		if err := WriteFile(name, []byte("old")); err != nil {
			t.Fatal(err)
		}
		var steps []string
		err := write(recorded(&steps, failing), name, []byte("new"))
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "no room") {
			t.Errorf("%s: %v", failing, err)
		}
		if got := content(t, dir); got != "old" {
			t.Errorf("%s: %q stays", failing, got)
		}
	}
	if err := WriteFile(filepath.Join(t.TempDir(), "none", "story.lh"), nil); err == nil {
		t.Error("a folder that is not there is written to")
	}
}

func TestLinksStayAndFoldersAreRefused(t *testing.T) {
	dir, links := t.TempDir(), t.TempDir()
	name, link := filepath.Join(dir, "story.lh"), filepath.Join(links, "link")
	if err := WriteFile(name, []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(name, link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := content(t, dir); got != "new" {
		t.Errorf("what the link leads to is %q", got)
	}
	if to, err := os.Readlink(link); err != nil || to != name {
		t.Errorf("the link leads to %s, %v", to, err)
	}
	if err := WriteFile(links, nil); err == nil || !strings.Contains(err.Error(), "no regular file") {
		t.Errorf("a folder: %v", err)
	}
}
