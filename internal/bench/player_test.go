package bench

import (
	"math"
	"os"
	"path/filepath"
	"testing"
)

func TestParseBegin(t *testing.T) {
	b, err := parseBegin(`{"first":100,"asked":200,"compiled":310,"read":400,"played":700,"tasks":[[90,100],[500,150]]}`)
	if err != nil {
		t.Fatal(err)
	}
	if b.First != 100 || b.Asked != 200 || b.Compiled != 310 || b.Read != 400 || b.Frame != 700 || b.Held != 40+100 || !math.IsNaN(b.Busy) {
		t.Errorf("read %+v", b)
	}
	for _, text := range []string{"", "[]", `{"first":100,"asked":0,"compiled":310,"read":400,"played":700}`, `{"first":100,"asked":200,"compiled":310,"read":400}`} {
		if b, err := parseBegin(text); err == nil {
			t.Errorf("%q was read as %+v", text, b)
		}
	}
}

func TestBuildsStandSideBySide(t *testing.T) {
	rows := begun(Condition{Name: "cold"}, [][]Begin{{{Frame: 100}, {Frame: 300}, {Frame: 200}}, {{Frame: 400}}})
	for _, row := range rows {
		if row.Name != "  first frame, ms" {
			continue
		}
		want := []Number{200, 100, 300, 400, 400, 400, 0.5}
		if len(row.Values) != len(want) {
			t.Fatalf("the row is %v, want %v", row.Values, want)
		}
		for i, v := range row.Values {
			if v != want[i] {
				t.Errorf("the row is %v, want %v", row.Values, want)
			}
		}
		return
	}
	t.Error("no row tells of the first frame")
}

func TestBuiltSiteIsReadAsItWasWritten(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"index.html": "<html>", "index.html.br": "packed", "js/page.0123456789abcdef.js": "page()", "js/page.0123456789abcdef.js.gz": "packed too",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	site, err := Built(dir)
	if err != nil || len(site) != 2 {
		t.Fatalf("read %v, %v", site, err)
	}
	if p := site[0]; p.Name != "index.html" || p.Source != "" || string(p.Brotli) != "packed" || string(p.Content) != "<html>" {
		t.Errorf("the page is %+v", p)
	}
	if p := site[1]; p.Source != "js/page.js" || p.Brotli != nil {
		t.Errorf("the script is %+v", p)
	}
	if _, err := Built(filepath.Join(dir, "none")); err == nil {
		t.Error("a folder that is not there was read")
	}
}
