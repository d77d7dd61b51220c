package authoring

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

const tricky = `# comment = "no key"
plain = 1
"quoted key" = "a = b"
dotted.name = '''
fake = 1
'''
[table.inner] # note
list = [
  "x", # y = 2
  "]",
]
text = """
fake = "2"
\"""
"""
[[items]]
id = "first"
[items.sub]
deep = { a = 1, b = { c = "}" } }
[[items]]
id = "second"
'lit.eral' = ""
`

func TestLocate(t *testing.T) {
	found := locate(tricky)
	for path, want := range map[string]int{
		"plain": 2, "quoted key": 3, "dotted/name": 4, "table/inner": 7, "table/inner/list": 8, "table/inner/text": 12,
		"items/0": 16, "items/0/id": 17, "items/0/sub": 18, "items/0/sub/deep": 19, "items/0/sub/deep/b/c": 19,
		"items/1": 20, "items/1/id": 21, "items/1/lit.eral": 22,
	} {
		if got := found.of(strings.Split(path, "/")); got != want {
			t.Errorf("%s is on line %d, want %d", path, got, want)
		}
	}
	for key := range found {
		if strings.Contains(key, "fake") || strings.Contains(key, "comment") {
			t.Errorf("%q is not a key", key)
		}
	}
}

// FuzzLocate finds every plain key that the TOML library finds, and survives
// what the library refuses.
func FuzzLocate(f *testing.F) {
	f.Add(tricky)
	for _, s := range []string{"", "[", "[[", "a", "a=", `"`, `'''`, "a = \"\\", "[a.", "]\n", "a = [\n", "\r\n=\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := locate(text)
		last := strings.Count(text, "\n") + 1
		for key, line := range found {
			if line < 1 || line > last {
				t.Errorf("%q is on line %d of %d", key, line, last)
			}
		}
		var values map[string]any
		meta, err := toml.Decode(text, &values)
		if err != nil || strings.ContainsAny(text, "\"'{[") {
			return
		}
		for _, key := range meta.Keys() {
			if found[joinPath(key)] == 0 {
				t.Errorf("%v was not found", key)
			}
		}
	})
}
