package faces

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFontsFollowTheWords(t *testing.T) {
	root := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range fontFiles() {
		b, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "fonts", "source", f.name))
		if err != nil {
			t.Fatal(err)
		}
		write("assets/fonts/source/"+f.name, string(b))
	}
	write("assets/figures.toml", "")
	write("assets/sources.toml", "")
	write("assets/copy/a.toml", "[title]\nzh = \"链\"\n")
	run := func(check bool) (string, error) {
		var out bytes.Buffer
		err := Make(context.Background(), root, "", check, &out)
		return out.String(), err
	}
	if _, err := run(true); err == nil || !strings.Contains(err.Error(), "sans.ttf, bold.ttf, serif.ttf out of date") {
		t.Errorf("before the first run: %v", err)
	}
	if _, err := run(false); err != nil {
		t.Fatal(err)
	}
	if out, err := run(false); err != nil || strings.Count(out, "unchanged") != 3 {
		t.Errorf("the second run: %v\n%s", err, out)
	}
	write("assets/copy/a.toml", "[title]\nzh = \"链\"\n[deck]\nzh = \"画\"\n")
	if out, err := run(false); err != nil || strings.Count(out, "unchanged") != 1 {
		t.Errorf("a new word outside titles leaves only the serif as it was: %v\n%s", err, out)
	}
	if _, err := run(true); err != nil {
		t.Errorf("after the run: %v", err)
	}
	write("assets/copy/a.toml", "[title]\nzh = \"链\"\n[deck]\nzh = \"𠮷\"\n")
	if _, err := run(false); err == nil || !strings.Contains(err.Error(), "assets/copy/a.toml:4: \"𠮷\" (U+20BB7)") {
		t.Errorf("a character beyond the sources: %v", err)
	}
}
