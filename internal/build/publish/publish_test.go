package publish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/build"
)

func sample() map[string]string {
	return map[string]string{
		"404.html":          "<html><head></head>none",
		"app.webmanifest":   `{"icons": [{"src": "icons/192.png"}]}`,
		"art/cover.art":     "the cover's drawings",
		"art/one.art":       "a scene's drawings",
		"cards/ring.png":    "card",
		"embed.js":          "embed()",
		"en/index.html":     page("../"),
		"en/one/index.html": page("../../"),
		"figures.csv":       "1,2",
		"fonts/sans.ttf":    "sans",
		"fonts/OFL.txt":     "licence",
		"icon.svg":          "<svg/>",
		"icons/192.png":     "icon",
		"index.html":        page(""),
		"js/a.js":           "// @ts-check\n/** @typedef {import(\"./page.js\").P} P */\nimport {\n  b,\n} from \"./b.js\";\nexport const a = b;\n",
		"js/b.js":           "export const b = 1;\n",
		"js/page.js":        "import { a } from \"./a.js\";\nimport { b } from \"./b.js\";\na(b);\n",
		"lianhua.wasm":      "wasm",
		"manifest.json":     "{}",
		"one/index.html":    page("../"),
		"pictures/one.svg":  "<svg>1</svg>",
		"pictures/two.svg":  "<svg>2</svg>",
		"story.lh":          "story",
		"style.css":         "a { src: url(fonts/sans.ttf?v=abc) } b { background: url('icon.svg') }",
		"sw.js":             "const version = \"{{version}}\";\nconst files = '{{files}}';\n",
		"wasm_exec.js":      "go()",
	}
}

func page(root string) string {
	return strings.ReplaceAll(`<!doctype html><html lang="zh"><head>
<link rel="preload" href="@fonts/sans.ttf?v=abc" as="font">
<link rel="stylesheet" href="@style.css">
<link rel="alternate" href="@en/">
<link rel="icon" href="@icon.svg">
<script type="module" src="@js/page.js"></script>
</head><body><a href="#one">1</a><a href="https://example.org/style.css">2</a><a href="@figures.csv">3</a><a href="@fonts/OFL.txt">4</a>
<picture><source srcset="@pictures/two.svg 2x, @icon.svg"><img src="@pictures/one.svg"></picture></body>`, "@", root)
}

func parts(files map[string]string) []build.File {
	var out []build.File
	for name, content := range files {
		out = append(out, build.NewFile(name, []byte(content)))
	}
	return out // in any order
}

func published(t *testing.T, files map[string]string) map[string]build.File {
	t.Helper()
	all, err := Files(parts(files))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]build.File{}
	for _, p := range all {
		out[p.Logical()] = p
	}
	return out
}

func TestNames(t *testing.T) {
	got := published(t, sample())
	for name, p := range got {
		kept := slices.Contains([]string{"404.html", "app.webmanifest", "cards/ring.png", "embed.js", "en/index.html", "figures.csv", "fonts/OFL.txt", "index.html", "manifest.json", "en/one/index.html", "one/index.html", "sri.json", "sw.js"}, name)
		ext := path.Ext(name)
		switch want := strings.TrimSuffix(name, ext) + "." + p.Hash + ext; {
		case kept && p.Name != name:
			t.Errorf("%s is published as %s", name, p.Name)
		case !kept && p.Name != want:
			t.Errorf("%s is published as %s, want %s", name, p.Name, want)
		}
	}
	// Two modules have become parts of a third; sri.json is new.
	if want := len(sample()) - 2 + 1; len(got) != want {
		t.Errorf("%d files became %d, want %d", len(sample()), len(got), want)
	}
}

func TestAPagesScriptIsOneFile(t *testing.T) {
	files := sample()
	files["js/a.js"] = "// @ts-check\n/** @typedef {import(\"./page.js\").P} P */\nimport {\n  b,\n} from \"./b.js\";\nimport { from } from \"./page.js\";\nexport const a = (/** @type {string} */ x) => from(x + \"链\" + b);\n"
	files["js/page.js"] = "import { a } from \"./a.js\";\nimport { b } from \"./b.js\";\nexport const from = (x) => x;\nglobalThis.said = a(b);\n"
	files["js/alone.js"] = "alone();\n"
	got := published(t, files)
	script := got["js/page.js"]
	for _, name := range []string{"js/a.js", "js/b.js"} {
		if p, ok := got[name]; ok {
			t.Errorf("%s is published as %s", name, p.Name)
		}
	}
	text := string(script.Content)
	if strings.Contains(text, "import") || strings.Contains(text, "@ts-check") || !strings.Contains(text, "链") || !strings.Contains(text, "globalThis.said") {
		t.Errorf("the page's script is %s", text)
	}
	if !strings.Contains(script.Name, script.Hash) {
		t.Errorf("it is published as %s", script.Name)
	}
	if other := got["js/alone.js"]; string(other.Content) != files["js/alone.js"] {
		t.Errorf("a script that no page loads as a module became %s", other.Content)
	}
}

func TestReferencesFollow(t *testing.T) {
	got := published(t, sample())
	for _, root := range []string{"", "../"} {
		name := "index.html"
		if root != "" {
			name = "en/index.html"
		}
		text := string(got[name].Content)
		for _, want := range []string{
			`href="` + root + got["fonts/sans.ttf"].Name + `" as`,
			`href="` + root + got["style.css"].Name + `" integrity="` + got["style.css"].Integrity() + `" crossorigin`,
			`src="` + root + got["js/page.js"].Name + `" integrity="` + got["js/page.js"].Integrity() + `" crossorigin`,
			`srcset="` + root + got["pictures/two.svg"].Name + ` 2x, ` + root + got["icon.svg"].Name + `"`,
			`src="` + root + got["pictures/one.svg"].Name + `"`,
			`rel="manifest" href="` + root + `app.webmanifest"`,
			`href="https://example.org/style.css"`, `href="#one"`, `href="` + root + `en/"`, `href="` + root + `figures.csv"`, `href="` + root + `fonts/OFL.txt"`,
		} {
			if strings.Count(text, want) != 1 {
				t.Errorf("%s: %d times %s in\n%s", name, strings.Count(text, want), want, text)
			}
		}
	}
	for name, want := range map[string]string{
		"style.css":       "url(" + got["fonts/sans.ttf"].Name + ") } b { background: url('" + got["icon.svg"].Name + "')",
		"app.webmanifest": `"src": "` + got["icons/192.png"].Name + `"`,
	} {
		if !strings.Contains(string(got[name].Content), want) {
			t.Errorf("%s lacks %s: %s", name, want, got[name].Content)
		}
	}
}

func TestThePageListsThePlayersFiles(t *testing.T) {
	got := published(t, sample())
	_, text, _ := strings.Cut(string(got["index.html"].Content), `<script type="application/json" id="files">`)
	text, _, _ = strings.Cut(text, "</script>")
	var list struct {
		Files map[string]struct {
			Bytes int
			Path  string
		}
	}
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"lianhua.wasm", "story.lh", "art/cover.art", "art/one.art", "fonts/sans.ttf", "wasm_exec.js"} {
		if f := list.Files[name]; f.Path != got[name].Name || f.Bytes != len(got[name].Content) {
			t.Errorf("the page says %+v of %s", f, name)
		}
	}
}

// worker reads what a worker was given.
func worker(t *testing.T, p build.File) (version string, files, first map[string]string) {
	t.Helper()
	lines := strings.Split(string(p.Content), "\n")
	var list [][3]any
	if err := json.Unmarshal([]byte(strings.Trim(strings.TrimPrefix(lines[1], "const files = "), "';")), &list); err != nil {
		t.Fatal(err)
	}
	files, first = map[string]string{}, map[string]string{}
	for _, f := range list {
		name, digest := f[0].(string), f[1].(string)
		files[name] = digest
		if f[2].(bool) {
			first[name] = digest
		}
	}
	return strings.Trim(strings.TrimPrefix(lines[0], "const version = "), `";`), files, first
}

func TestTheWorkerKnowsItsFiles(t *testing.T) {
	got := published(t, sample())
	version, files, first := worker(t, got["sw.js"])
	for name, p := range got {
		address := p.Name
		switch name {
		case "index.html", "en/index.html", "one/index.html", "en/one/index.html":
			address = strings.TrimSuffix(address, "index.html")
			if !strings.Contains(string(p.Content), `<html data-build="`+version+`"`) {
				t.Errorf("%s does not name its build", name)
			}
		case "404.html", "cards/ring.png", "embed.js", "figures.csv", "fonts/OFL.txt", "manifest.json", "sri.json", "sw.js":
			if files[address] != "" {
				t.Errorf("the worker keeps %s", name)
			}
			continue
		}
		if files[address] != p.Integrity() {
			t.Errorf("the worker has %q of %s", files[address], name)
		}
		later := slices.Contains([]string{"lianhua.wasm", "wasm_exec.js", "story.lh", "art/cover.art", "art/one.art", "icons/192.png", "pictures/one.svg", "pictures/two.svg"}, name)
		if (first[address] == "") != later {
			t.Errorf("%s is kept at once: %t", name, !later)
		}
	}
	for name, content := range sample() {
		switch name {
		case "manifest.json", "sw.js":
			continue
		}
		changed := sample()
		changed[name] = content + " "
		if strings.HasSuffix(name, ".js") {
			changed[name] = content + "\nglobalThis.more = 1;\n" // spaces do not outlive minifying
		}
		if other, _, _ := worker(t, published(t, changed)["sw.js"]); other == version {
			t.Errorf("with another %s the build has the same hash", name)
		}
	}
}

func TestDigests(t *testing.T) {
	got := published(t, sample())
	var list struct{ Files map[string]string }
	if err := json.Unmarshal(got["sri.json"].Content, &list); err != nil {
		t.Fatal(err)
	}
	if len(list.Files) != len(got)-2 {
		t.Errorf("%d of %d files have digests", len(list.Files), len(got))
	}
	for name, p := range got {
		if name != "sri.json" && name != "manifest.json" && list.Files[p.Name] != p.Integrity() {
			t.Errorf("%s has the digest %q", p.Name, list.Files[p.Name])
		}
	}
}

func TestTheSamePartsGiveTheSameBytes(t *testing.T) {
	first := published(t, sample())
	for range 5 {
		for name, p := range published(t, sample()) {
			if !bytes.Equal(p.Content, first[name].Content) {
				t.Fatalf("%s differs", name)
			}
		}
	}
}

func TestWhatCannotBePublished(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"js/page.js", `import "./absent.js";`, "absent.js"},
		{"js/page.js", "const a = ;", "js/page.js:1"},
		{"style.css", "a { src: url(fonts/absent.ttf) }", "fonts/absent.ttf"},
		{"index.html", `<html><head></head><img src="absent.svg">`, "absent.svg"},
		{"app.webmanifest", `{"src": "icons/absent.png"}`, "icons/absent.png"},
		{"sw.js", "no marks", "{{version}}"},
	} {
		files := sample()
		files[test.name] = test.content
		if _, err := Files(parts(files)); err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.name) {
			t.Errorf("%s with %q: %v, want %s", test.name, test.content, err, test.want)
		}
	}
	all, err := Files(parts(sample()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Files(all); err == nil {
		t.Error("a published site was published again")
	}
}

func ExampleFiles() {
	site, err := Files([]build.File{
		build.NewFile("index.html", []byte(`<html><head><link rel="stylesheet" href="style.css"></head>`)),
		build.NewFile("style.css", []byte("body { margin: 0 }")),
	})
	if err != nil {
		fmt.Println(err)
	}
	for _, p := range site {
		fmt.Println(p.Name)
	}
	// Output:
	// index.html
	// manifest.json
	// sri.json
	// style.997faceca2605a98.css
}
