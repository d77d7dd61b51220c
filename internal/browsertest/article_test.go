package browsertest

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/internal/story"
	"lianhua/scenes"
)

func readStory(t *testing.T) *story.Bundle {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(siteDir(t), "story.lh"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := story.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestArticleWithoutScripts reads the page as search engines, printers and
// careful browsers do.
func TestArticleWithoutScripts(t *testing.T) {
	t.Parallel()
	bundle := readStory(t)
	for _, test := range []struct {
		path          string
		lang          story.Lang
		width, height int64
		scale         float64
	}{
		{"index.html", story.ZH, 1440, 900, 1},
		{"en/index.html", story.EN, 360, 640, 2},
	} {
		p := open(t, visit{path: test.path, width: test.width, height: test.height, scale: test.scale, touch: test.scale > 1, noScript: true})
		if got := eval[string](p, "document.documentElement.lang"); got != test.lang.String() {
			t.Errorf("%s is in %q", test.path, got)
		}
		for _, s := range scenes.All() {
			title := strings.ReplaceAll(bundle.In(test.lang).Words(s.Name()+".title"), "\n", "")
			shown := eval[string](p, `document.querySelector("#`+s.Name()+` h1, #`+s.Name()+` h2")?.textContent ?? ""`)
			if shown != title {
				t.Errorf("%s: %s is headed %q, want %q", test.path, s.Name(), shown, title)
			}
		}
		// Every picture is there, and drawn.
		p.until(`[...document.images].every((i) => i.complete)`, `[...document.images].map((i) => i.src)`)
		broken := eval[[]string](p, `[...document.images].filter((i) => i.naturalWidth === 0 || i.alt === "" && !i.closest(".contents")).map((i) => i.currentSrc)`)
		if len(broken) > 0 {
			t.Errorf("%s: broken pictures: %q", test.path, broken)
		}
		if n := eval[int](p, `document.querySelectorAll("figure img").length`); n != len(scenes.All()) {
			t.Errorf("%s: %d pictures, want one for each of the %d scenes", test.path, n, len(scenes.All()))
		}
		rows := eval[int](p, `document.querySelectorAll("#table tr[id]").length`)
		if want := len(bundle.In(test.lang).Figures()); rows != want {
			t.Errorf("%s: the table has %d figures, want %d", test.path, rows, want)
		}
		if wide := eval[int](p, "document.documentElement.scrollWidth"); wide > int(test.width) {
			t.Errorf("%s is %d pixels wide in a window of %d", test.path, wide, test.width)
		}
		if dead := eval[[]string](p, `[...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute("href")).filter((h) => !document.getElementById(h.slice(1)))`); len(dead) > 0 {
			t.Errorf("%s: links to nothing: %q", test.path, dead)
		}
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("%s: the console says %q", test.path, wrong)
		}
	}
}

// TestReasonsForTheArticleAlone withholds what the player needs: the article
// stays, with one sentence.
func TestReasonsForTheArticleAlone(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	for _, test := range []struct{ name, before, key string }{
		{"no WebGL2", `HTMLCanvasElement.prototype.getContext = () => null; delete globalThis.Worker`, "shell.no-webgl"},
		{"no WebGL2 and a worker that tells so", `HTMLCanvasElement.prototype.getContext = () => null; globalThis.Worker = class { terminate() {} constructor() { setTimeout(() => this.onmessage({ data: { draws: false } })); } }`, "shell.no-webgl"},
		{"no WebAssembly", `delete globalThis.WebAssembly`, "shell.no-wasm"},
		{"lost too often", `sessionStorage.setItem("lianhua.lost", JSON.stringify([Date.now(), Date.now(), Date.now()]))`, "page.lost-context"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := open(t, visit{path: "en/index.html", before: test.before})
			p.until(`document.getElementById("notice").textContent !== ""`, `document.body.className`)
			said := eval[string](p, `document.getElementById("notice").firstChild.textContent`)
			if said != words.Words(test.key) {
				t.Errorf("it says %q", said)
			}
			if eval[bool](p, `Boolean(document.querySelector("canvas"))`) {
				t.Error("there is a canvas all the same")
			}
			if h := eval[int](p, `document.querySelector("#aluminium .text").offsetHeight`); h < 300 {
				t.Errorf("the article is %d pixels high", h)
			}
			if n := p.site.requests()["/lianhua.wasm"]; n != 0 {
				t.Error("the player was fetched in vain")
			}
			if got := eval[string](p, `lianhua.ready.then(() => "ready", () => "refused")`); got != "refused" {
				t.Errorf("lianhua.ready is %s", got)
			}
		})
	}
}

// TestGraphicsForWorkersAlone has something on the reader's side take the page's
// graphics and not a worker's: what was fetched meanwhile is of no use, and the sentence
// is the same.
func TestGraphicsForWorkersAlone(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html", before: `
		globalThis.asked = new Promise((done) => { globalThis.answer = done; });
		new PerformanceObserver((list) => { if (list.getEntries().some(({ name }) => name.includes("wasm_exec"))) answer(); }).observe({ type: "resource", buffered: true });
		const decode = HTMLImageElement.prototype.decode;
		HTMLImageElement.prototype.decode = function () { return asked.then(() => decode.call(this)); };
		const { setTimeout } = globalThis; // what limits the wait
		globalThis.setTimeout = (f, ms, ...more) => setTimeout(f, ms === 1500 ? 60000 : ms, ...more);
		HTMLCanvasElement.prototype.getContext = () => null;`})
	p.until(`document.getElementById("notice").textContent !== ""`, `document.body.className`)
	if said, want := eval[string](p, `document.getElementById("notice").firstChild.textContent`), readStory(t).In(story.EN).Words("shell.no-webgl"); said != want {
		t.Errorf("it says %q", said)
	}
	if got := eval[string](p, `lianhua.ready.then(() => "ready", () => "refused")`); got != "refused" {
		t.Errorf("lianhua.ready is %s", got)
	}
	if n := p.site.requests()["/wasm_exec.js"]; n != 1 {
		t.Errorf("what starts the player was asked for %d times: the worker's answer was not heeded", n)
	}
}

// TestPageWeighsLittle holds what comes before the player to its budget.
func TestPageWeighsLittle(t *testing.T) {
	t.Parallel()
	const budget = 70_000 // with the words of nineteen scenes, and of all that their pictures answer
	parts, err := publish.Files(asBuilt(t))
	if err != nil {
		t.Fatal(err)
	}
	var out countingWriter
	for _, p := range parts {
		name := p.Logical()
		if ext := path.Ext(name); !p.Counted() || name != build.PageName && ext != ".css" && ext != ".js" {
			continue
		}
		w := brotli.NewWriterLevel(&out, brotli.BestCompression)
		_, err := w.Write(p.Content)
		if err = errors.Join(err, w.Close()); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d bytes under brotli", out)
	if out > budget {
		t.Errorf("page, style and scripts have %d bytes under brotli, more than %d", out, budget)
	}
}

type countingWriter int

func (w *countingWriter) Write(p []byte) (int, error) {
	*w += countingWriter(len(p))
	return len(p), nil
}
