package workbench_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lianhua/internal/workbench"
)

// Whatever is changed, a bench that has drawn before shows what one shows that begins
// with it, and tells the same flaws.
func TestNothingOfBeforeAnEditIsShown(t *testing.T) {
	c := commit(t)
	edits := []struct {
		name string
		do   func()
	}{
		{"nothing", func() {}},
		{"a colour by day", func() { c.change(t, "assets/theme.toml", `molten       = "#F08A3C"`, `molten       = "#30C08A"`) }},
		{"a knob", func() {
			knobs := filepath.Join(c.module.Root, "assets", "knobs", "aluminium.toml")
			if err := os.WriteFile(knobs, []byte("ring = 1.2\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}},
		{"a word", func() { c.change(t, "assets/copy/aluminium.toml", "One pour of metal", "One flow of metal") }},
		{"a slot", func() {
			c.change(t, "assets/art/aluminium.svg", `<rect id="alloy" x="836"`, `<rect id="alloy" x="806"`)
		}},
	}
	var last map[string][]byte
	for _, e := range edits {
		e.do()
		var err error
		if c.story, err = c.module.Story(); err != nil {
			t.Fatal(e.name, err)
		}
		c.take(t, false)
		fresh, err := workbench.New(c.module)
		if err != nil {
			t.Fatal(err)
		}
		if err := fresh.Take(c.story, c.packs, false); err != nil {
			t.Fatal(err)
		}
		now, others := map[string][]byte{}, 0
		for _, lang := range []string{"en", "zh"} {
			for _, theme := range []string{"day", "night"} {
				for _, what := range []string{"picture.png?width=240", "picture.png?width=120&vision=deuteranopia", "flaws.json?"} {
					path := fmt.Sprintf("%s&scene=aluminium&beat=4&form=laptop&lang=%s&theme=%s", what, lang, theme)
					got, want := ask(c, path), ask(fresh, path)
					if got.Code != 200 || !bytes.Equal(got.Body.Bytes(), want.Body.Bytes()) {
						t.Errorf("after %s, %s is of before", e.name, path)
					}
					now[path] = got.Body.Bytes()
					if what != "flaws.json?" && last != nil && !bytes.Equal(now[path], last[path]) {
						others++
					}
				}
			}
		}
		if last = now; others == 0 && e.name != "nothing" {
			t.Errorf("%s changes no picture", e.name)
		}
	}
}
