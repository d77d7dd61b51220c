package history

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/workbench/edit"
)

const words = "# words\n\n[title]\nzh = \"题\"\nen = 'Title' # short\n\n[deck]\nzh = \"文\"\r\nen = \"Deck\""

const drawing = "<svg>\n<g id=\"slots\"><rect id=\"title\" x=\"1\" y='2'/></g>\n</svg>\n"

// folderWith is a folder with some files, and its history.
func folderWith(t *testing.T, check Check) (string, *History) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"copy/a.toml": words, "timing.toml": "# beats\n", "art/a.svg": drawing, "copy/empty.toml": ""} {
		save(t, dir, name, content)
	}
	h, err := Open(dir, check)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := h.Close(); err != nil {
			t.Error(err)
		}
	})
	return dir, h
}

func save(t *testing.T, dir, name, content string) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// tree is the content of all files.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func same(a, b map[string]string) bool { return fmt.Sprint(a) == fmt.Sprint(b) }

func set(file, path, text string, old *string) Change {
	return Change{File: file, Path: strings.Split(path, "/"), Text: &text, Old: old}
}

func TestOneGestureIsOneStep(t *testing.T) {
	dir, h := folderWith(t, nil)
	before := tree(t, dir)
	title, one, two := "Title", "1", "1.1"
	err := h.Do("", []Change{set("copy/a.toml", "title/en", "Name", &title), set("art/a.svg", "title/x", "5", &one)})
	if err != nil {
		t.Fatal(err)
	}
	both := tree(t, dir)
	if !strings.Contains(both["copy/a.toml"], "en = 'Name' # short") || !strings.Contains(both["art/a.svg"], `x="5" y='2'`) {
		t.Fatalf("the files are %v", both)
	}
	for i, text := range []string{"1.1", "1.2", "1.3"} { // a drag
		c := set("timing.toml", "a/one/duration", text, nil)
		if i > 0 {
			c.Old = &two
		}
		if err := h.Do("drag", []Change{c}); err != nil {
			t.Fatal(err)
		}
		two = text
	}
	if undo, redo := h.Steps(); undo != 2 || redo != 0 {
		t.Errorf("there are %d steps and %d", undo, redo)
	}
	dragged := tree(t, dir)
	if want := "# beats\n\n[a.one]\nduration = \"1.3\"\n"; dragged["timing.toml"] != want {
		t.Errorf("the times are %q", dragged["timing.toml"])
	}
	for i, want := range []map[string]string{both, before} {
		if places, err := h.Undo(); err != nil || len(places) != 2-i && len(places) != 2 && i == 1 || !same(tree(t, dir), want) {
			t.Fatalf("undone, %v, %v: %v", places, err, tree(t, dir))
		}
	}
	if places, err := h.Undo(); err != nil || places != nil {
		t.Errorf("nothing is left to undo, but %v, %v", places, err)
	}
	for _, want := range []map[string]string{both, dragged} {
		if _, err := h.Redo(); err != nil || !same(tree(t, dir), want) {
			t.Fatalf("made again, %v: %v", err, tree(t, dir))
		}
	}
}

func TestAGestureThatEndsWhereItBeganIsNone(t *testing.T) {
	_, h := folderWith(t, nil)
	for _, text := range []string{"2", "3", "1"} {
		c := set("art/a.svg", "title/x", text, nil)
		c.Any = true
		if err := h.Do("drag", []Change{c}); err != nil {
			t.Fatal(err)
		}
	}
	if undo, _ := h.Steps(); undo != 0 {
		t.Errorf("there are %d steps", undo)
	}
}

func TestWhatChangedMeanwhileStays(t *testing.T) {
	dir, h := folderWith(t, nil)
	title := "Title"
	save(t, dir, "copy/a.toml", strings.Replace(words, "'Title'", "'Theirs'", 1))
	var conflict *Conflict
	err := h.Do("", []Change{set("copy/a.toml", "title/en", "Mine", &title)})
	if !errors.As(err, &conflict) || *conflict.Mine != "Mine" || *conflict.Theirs != "Theirs" {
		t.Fatalf("got %v", err)
	}
	theirs := "Theirs"
	if err := h.Do("", []Change{set("copy/a.toml", "title/en", "Mine", &theirs), set("timing.toml", "a/one/hold", "2", nil)}); err != nil {
		t.Fatal(err)
	}
	// Another value of the file is saved, by an editor: undoing keeps it.
	now := tree(t, dir)["copy/a.toml"]
	save(t, dir, "copy/a.toml", strings.Replace(now, `"文"`, `"新的文"`, 1)+"\r\n# more\n")
	if _, err := h.Undo(); err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(strings.Replace(words, "Title", "Theirs", 1), `"文"`, `"新的文"`, 1) + "\r\n# more\n"
	if got := tree(t, dir); got["copy/a.toml"] != want || got["timing.toml"] != "# beats\n" {
		t.Errorf("undone, the files are %q", got)
	}
	if _, err := h.Redo(); err != nil || !strings.Contains(tree(t, dir)["copy/a.toml"], "Mine") {
		t.Errorf("made again: %v, %v", err, tree(t, dir))
	}
	// The very value is saved: undoing tells of both, and writes neither file.
	now = tree(t, dir)["copy/a.toml"]
	save(t, dir, "copy/a.toml", strings.Replace(now, "Mine", "Later", 1))
	before := tree(t, dir)
	if _, err = h.Undo(); !errors.As(err, &conflict) || *conflict.Theirs != "Later" || !same(before, tree(t, dir)) {
		t.Errorf("got %v: %v", err, tree(t, dir))
	}
	if h.Skip(); !same(before, tree(t, dir)) {
		t.Error("skipping changes files")
	}
	if undo, _ := h.Steps(); undo != 0 {
		t.Errorf("there are %d steps", undo)
	}
}

func TestWhatDoesNotHoldTogetherIsNotWritten(t *testing.T) {
	wrong := errors.New("no")
	var told []string
	dir, h := folderWith(t, func(files fs.FS, changed []string) error {
		told = changed
		content, err := fs.ReadFile(files, "copy/a.toml")
		if err == nil && bytes.Contains(content, []byte("wrong")) {
			err = wrong
		}
		return err
	})
	before := tree(t, dir)
	c, d := set("copy/a.toml", "title/zh", "wrong", nil), set("timing.toml", "a/one/hold", "2", nil)
	c.Any = true
	if err := h.Do("", []Change{d, c}); !errors.Is(err, wrong) || !same(before, tree(t, dir)) {
		t.Errorf("got %v: %v", err, tree(t, dir))
	}
	if fmt.Sprint(told) != "[copy/a.toml timing.toml]" {
		t.Errorf("the check is told of %v", told)
	}
}

func TestNothingOutsideTheFolderIsTouched(t *testing.T) {
	dir, h := folderWith(t, nil)
	outside := t.TempDir()
	save(t, outside, "a.toml", "a = \"b\"\n")
	if err := os.Symlink(filepath.Join(outside, "a.toml"), filepath.Join(dir, "link.toml")); err != nil {
		t.Skip("no links here: ", err)
	}
	for _, name := range []string{"../a.toml", "/etc/a.toml", "copy/../../a.toml", "link.toml", "copy", ""} {
		c := set(name, "a", "c", nil)
		c.Any = true
		if err := h.Do("", []Change{c}); err == nil {
			t.Errorf("%q can be changed", name)
		}
	}
	if got := tree(t, outside)["a.toml"]; got != "a = \"b\"\n" {
		t.Errorf("the file outside is %q", got)
	}
}

func TestAWriteThatFailsIsTakenBack(t *testing.T) {
	dir, h := folderWith(t, nil)
	if os.Getuid() == 0 { // to whom no folder is shut
		if err := os.Remove(filepath.Join(dir, "timing.toml")); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(filepath.Join(dir, "timing.toml"), 0o755); err != nil {
			t.Fatal(err)
		}
	} else if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	c, d := set("copy/a.toml", "title/zh", "x", nil), set("timing.toml", "a/one/hold", "2", nil)
	c.Any, d.Any = true, true
	if err := h.Do("", []Change{c, d}); err == nil || !same(before, tree(t, dir)) {
		t.Errorf("got %v: %v", err, tree(t, dir))
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
}

// TestAnySeriesUndoneLeavesTheFiles does whatever comes, and takes all back.
func TestAnySeriesUndoneLeavesTheFiles(t *testing.T) {
	texts := []string{"", "短", "it's \"said\"", "two\nlines", "a\\b", "7", "<&>"}
	places := []Change{
		set("copy/a.toml", "title/zh", "", nil), set("copy/a.toml", "title/en", "", nil), set("copy/a.toml", "deck/en", "", nil),
		set("copy/a.toml", "new/zh", "", nil), set("timing.toml", "a/one/hold", "", nil), set("timing.toml", "a/two/hold", "", nil),
		set("art/a.svg", "title/x", "", nil), set("art/a.svg", "title/data-lh-size", "", nil),
		set("copy/empty.toml", "t/zh", "", nil), set("copy/made.toml", "t/zh", "", nil),
	}
	for seed := range uint64(20) {
		dir, h := folderWith(t, nil)
		h.folder.put = func(name string, content []byte) error { // without waiting for a disk
			_ = os.Remove(name) // there may be none yet
			return os.WriteFile(name, content, 0o644)
		}
		before := tree(t, dir)
		chance := rand.New(rand.NewPCG(seed, 7))
		for range 30 {
			var err error
			switch chance.IntN(6) {
			case 0:
				_, err = h.Undo()
			case 1:
				_, err = h.Redo()
			default:
				var changes []Change
				for range 1 + chance.IntN(3) {
					c := places[chance.IntN(len(places))]
					c.Any = true
					c.Text = &texts[chance.IntN(len(texts))]
					if chance.IntN(4) == 0 && c.Path[0] != "id" {
						c.Text = nil
					}
					changes = append(changes, c)
				}
				err = h.Do([]string{"", "drag"}[chance.IntN(2)], changes)
			}
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		all := tree(t, dir)
		steps := 0
		for ; ; steps++ {
			if places, err := h.Undo(); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			} else if places == nil {
				break
			}
		}
		if got := tree(t, dir); !same(got, before) {
			t.Fatalf("seed %d: undone, the files are %q", seed, got)
		}
		for range steps {
			if _, err := h.Redo(); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		if _, redo := h.Steps(); redo == 0 && !same(tree(t, dir), all) {
			t.Fatalf("seed %d: made again, the files are %q, not %q", seed, tree(t, dir), all)
		}
	}
}

func TestTheLastCommit(t *testing.T) {
	dir, h := folderWith(t, nil)
	ctx := t.Context()
	if _, err := Head(ctx, dir); err == nil {
		t.Error("a folder without a repository has a last commit")
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("no git here: %v %s", err, out)
		}
	}
	c := set("copy/a.toml", "title/en", "Other", nil)
	c.Any = true
	if err := h.Do("", []Change{c}); err != nil {
		t.Fatal(err)
	}
	head, err := Head(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"copy/a.toml": words, "art/a.svg": drawing, "copy/none.toml": ""} {
		now, err := h.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := head.File(ctx, name, now)
		if err != nil || string(got) != want || (got == nil) != (want == "") {
			t.Errorf("%s was committed as %q, %v", name, got, err)
		}
	}
	// Reset: the value as it was written.
	committed, _ := head.File(ctx, "copy/a.toml", nil)
	f, err := edit.Open("copy/a.toml", committed)
	if err != nil {
		t.Fatal(err)
	}
	was, _ := f.Find(edit.Path{"title", "en"})
	if err := h.Do("", []Change{{File: "copy/a.toml", Path: edit.Path{"title", "en"}, Text: &was.Raw, Raw: true, Any: true}}); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir)["copy/a.toml"]; got != words {
		t.Errorf("reset, it is %q", got)
	}
}
