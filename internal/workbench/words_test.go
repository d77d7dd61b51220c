package workbench_test

import (
	"net/http"
	"strings"
	"testing"
)

// Every word that the page names is there, in both languages.
func TestThePageHasItsWords(t *testing.T) {
	b := open(t)
	words := asked[map[string]map[string]map[string]string](t, ask(b, "words.json"))
	has := func(key, where string) {
		t.Helper()
		section, name, _ := strings.Cut(key, ".")
		if words[section][name]["zh"] == "" || words[section][name]["en"] == "" {
			t.Errorf("%s names %q", where, key)
		}
	}
	named := 0
	for _, file := range []string{"", "bench.js", "matrix.js", "tally.js", "stage.js", "compare.js", "xray.js", "timeline.js"} {
		w := ask(b, file)
		if w.Code != http.StatusOK {
			t.Fatalf("%q: %d", file, w.Code)
		}
		text := w.Body.String()
		for _, before := range []string{`data-word="`, `data-title="`, `data-label="`, `data-pairs="`, `word("`} {
			for _, rest := range strings.Split(text, before)[1:] {
				key, _, _ := strings.Cut(rest, `"`)
				has(key, file)
				named++
			}
		}
	}
	if named < 60 {
		t.Errorf("only %d words are named", named)
	}
	told := asked[struct {
		Forms, Themes []struct{ Name string }
		Langs         []string
		Visions       []string
		Flaws         []string
	}](t, ask(b, "story.json"))
	for _, f := range append(told.Forms, told.Themes...) {
		has("names."+f.Name, "story.json")
	}
	for _, name := range append(told.Langs, told.Visions...) {
		has("names."+name, "story.json")
	}
	for _, kind := range told.Flaws {
		has("flaw."+kind, "story.json")
	}
}
