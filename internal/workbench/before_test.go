package workbench_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"lianhua/internal/site"
	"lianhua/internal/workbench"
)

// Before and after are told apart where a colour has changed since the commit, and
// only there.
func TestBeforeIsTheLastCommit(t *testing.T) {
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
	m := site.Module{Root: root}
	b, err := workbench.New(m)
	if err != nil {
		t.Fatal(err)
	}
	take := func() {
		t.Helper()
		story, err := m.Story()
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Take(story, s.packs, false); err != nil {
			t.Fatal(err)
		}
	}
	type past struct {
		Commit, Subject string
		Code, Differs   bool
	}
	const query = "scene=water&form=phone&width=180&theme=day"
	take()
	if got := asked[past](t, ask(b, "before.json?"+query)); got.Subject != "as it was" || got.Commit == "" || got.Differs || got.Code {
		t.Errorf("unchanged: %+v", got)
	}
	theme := filepath.Join(root, "assets", "theme.toml")
	content, err := os.ReadFile(theme)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(content, []byte(`ink          = "#1C1B1A"`), []byte(`ink          = "#2A1B6A"`), 1)
	if bytes.Equal(changed, content) {
		t.Fatal("the day has another ink by now")
	}
	if err := os.WriteFile(theme, changed, 0o644); err != nil {
		t.Fatal(err)
	}
	take()
	if got := asked[past](t, ask(b, "before.json?"+query)); !got.Differs {
		t.Errorf("changed: %+v", got)
	}
	w := ask(b, "difference.png?"+query)
	if n := w.Header().Get("Lianhua-Differs"); n == "" || n == "0" {
		t.Errorf("%q pixels differ", n)
	}
	if equal(decoded(t, ask(b, "before.png?"+query)), decoded(t, ask(b, "picture.png?"+query))) {
		t.Error("before looks as now")
	}
	if got := asked[past](t, ask(b, "before.json?scene=water&form=phone&theme=night")); got.Differs {
		t.Error("the night has changed with the day")
	}
}
