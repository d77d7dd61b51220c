package browsertest

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"lianhua/internal/story"
	"lianhua/scenes"
)

// TestScenePagesStandAlone reads pages with one scene as search engines do.
func TestScenePagesStandAlone(t *testing.T) {
	t.Parallel()
	bundle := readStory(t)
	for _, test := range []struct {
		path, scene   string
		lang          story.Lang
		width, height int64
		scale         float64
	}{
		{"aluminium/", "aluminium", story.ZH, 1440, 900, 1},
		{"en/cleanup/", "cleanup", story.EN, 360, 640, 2},
	} {
		p := open(t, visit{path: test.path, width: test.width, height: test.height, scale: test.scale, touch: test.scale > 1, noScript: true})
		title := bundle.In(test.lang).Words(test.scene + ".title")
		line := strings.ReplaceAll(title, "\n", map[story.Lang]string{story.ZH: "", story.EN: " "}[test.lang])
		if got := eval[string](p, `document.querySelector("h1").textContent`); got != strings.ReplaceAll(title, "\n", "") {
			t.Errorf("%s is headed %q", test.path, got)
		}
		if got := eval[string](p, "document.title"); !strings.HasPrefix(got, line+" · ") {
			t.Errorf("%s is called %q", test.path, got)
		}
		if n := eval[int](p, `document.querySelectorAll(".scene").length`); n != 1 {
			t.Errorf("%s has %d scenes", test.path, n)
		}
		canonical := eval[string](p, `document.querySelector("link[rel=canonical]").href`)
		if canonical != p.site.URL+"/"+test.path {
			t.Errorf("%s says that it is %s", test.path, canonical)
		}
		p.until(`[...document.images].every((i) => i.complete && i.naturalWidth > 0)`, `[...document.images].map((i) => i.currentSrc)`)
		gone := eval[[]string](p, `(async () => {
			const all = [...document.querySelectorAll("a[href], link[href]")].map((a) => new URL(a.getAttribute("href"), document.baseURI).href.replace(/#.*/, ""));
			const out = [];
			for (const to of new Set(all)) if (!(await fetch(to)).ok) out.push(to);
			return out;
		})()`)
		if len(gone) > 0 {
			t.Errorf("%s leads to nothing: %q", test.path, gone)
		}
		var data struct {
			Graph []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(eval[string](p, `document.querySelector("script[type='application/ld+json']").textContent`)), &data); err != nil || len(data.Graph) != 2 {
			t.Errorf("%s describes itself as %v (%v)", test.path, data.Graph, err)
		}
		if wide := eval[int](p, "document.documentElement.scrollWidth"); wide > int(test.width) {
			t.Errorf("%s is %d pixels wide in a window of %d", test.path, wide, test.width)
		}
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("%s: the console says %q", test.path, wrong)
		}
	}
}

// TestScenePageOpensTheStoryThere follows a reader who comes by the link of one
// scene and reads on.
func TestScenePageOpensTheStoryThere(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/households/"})
	p.ready()
	if s := p.settled(); s.Scene != "households" || s.Lang != "en" {
		t.Fatalf("it opens with %+v", s)
	}
	at := func() string { return strings.TrimPrefix(eval[string](p, "location.href"), p.site.URL) }
	if got := at(); !strings.HasPrefix(got, "/en/households/#households/") {
		t.Errorf("it opens at %s", got)
	}
	if n := eval[int](p, `document.querySelectorAll("main > .scene").length`); n != len(scenes.All()) {
		t.Errorf("the story has %d scenes", n)
	}
	if n := eval[int](p, `document.querySelectorAll("#table tr[id]").length`); n != len(readStory(t).In(story.EN).Figures()) {
		t.Errorf("the table has %d figures", n)
	}
	if n := eval[int](p, `document.querySelectorAll("h1, .around").length`); n != 1 {
		t.Errorf("%d parts of the scene's own page are left or missing", n)
	}
	if got := eval[int](p, `document.querySelectorAll("#households .mark").length`); got == 0 {
		t.Error("the picture's marks cannot be worked")
	}

	cited := func(scene string) string {
		return eval[string](p, `document.querySelector("#`+scene+` .cite[data-style=english] .address").textContent.trim()`)
	}
	if got := cited("aluminium"); got != p.site.URL+"/en/aluminium/" {
		t.Errorf("aluminium is cited at %s", got)
	}

	// Another scene is the whole story's, and a reload comes back to it.
	eval[bool](p, `lianhua.goto("#aluminium/2")`)
	p.until(`location.pathname === "/en/" && location.hash.startsWith("#aluminium/2")`, `location.href`)
	gone := eval[[]string](p, `(async () => {
		const all = [...document.querySelectorAll("a[href], link[href], img")].map((a) => new URL(a.getAttribute("href") ?? a.src, document.baseURI).href.replace(/#.*/, ""));
		const out = [];
		for (const to of new Set(all)) if (!(await fetch(to)).ok) out.push(to);
		return out;
	})()`)
	if len(gone) > 0 {
		t.Errorf("it leads to nothing: %q", gone)
	}
	p.do(chromedp.NavigateBack())
	p.until(`lianhua.state().scene === "households" && location.pathname === "/en/households/"`, `location.href`)
	p.do(chromedp.NavigateForward())
	p.until(`lianhua.state().scene === "aluminium" && location.pathname === "/en/"`, `location.href`)

	eval[bool](p, `(document.querySelector('#bar [data-lang="zh"]').click(), true)`)
	p.until(`document.documentElement.lang === "zh" && document.querySelector("#aluminium h2").lang !== "en"`, `document.documentElement.lang`)
	p.do(chromedp.Reload())
	p.ready()
	if s := p.settled(); s.Scene != "aluminium" || s.Beat != 2 || s.Lang != "zh" {
		t.Errorf("after a reload: %+v", s)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestScenePageWithoutThePlayer stays the scene's page, in each language.
func TestScenePageWithoutThePlayer(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "hydrogen/", before: `delete globalThis.WebAssembly`})
	p.until(`document.getElementById("notice").textContent !== ""`, `document.body.className`)
	if n := eval[int](p, `document.querySelectorAll(".scene").length`); n != 1 {
		t.Errorf("it has %d scenes", n)
	}
	eval[bool](p, `(document.querySelector('#bar [data-lang="en"]').click(), true)`)
	p.arrived(`location.pathname === "/en/hydrogen/" && document.documentElement.lang === "en" && document.readyState === "complete"`)
	if n := eval[int](p, `document.querySelectorAll(".scene").length`); n != 1 {
		t.Errorf("in English it has %d scenes", n)
	}
	// The choice holds on the next page in the other language.
	p.do(chromedp.Navigate(p.site.URL + "/cleanup/"))
	p.arrived(`location.pathname === "/en/cleanup/" && document.readyState === "complete"`)
	// What is not of the scene is the whole story's.
	p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(p.site.URL+"/en/cleanup/#p-J08"))
	p.arrived(`location.pathname === "/en/" && location.hash === "#p-J08" && Boolean(document.getElementById("p-J08"))`)
	if n := p.site.requests()["/lianhua.wasm"]; n != 0 {
		t.Error("the player was fetched in vain")
	}
}

func TestScenePagesWithoutANetwork(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, "aluminium/?article")
	p.read()
	p.shows("one")
	p.kept()
	p.visit(h, "aluminium/")
	p.ready()
	p.until(playerKept+".length === 3", playerKept)
	h.stop()
	p.visit(h, "en/cleanup/?article")
	p.read()
	p.shows("one")
	if got := eval[string](p, `document.querySelector(".scene").id`); got != "cleanup" {
		t.Errorf("without a network the page shows %s", got)
	}
	p.visit(h, "households/")
	p.ready()
	if s := p.still(); s.Scene != "households" || s.Lang != "zh" {
		t.Errorf("without a network the story opens with %+v", s)
	}
}
