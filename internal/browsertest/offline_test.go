package browsertest

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"lianhua/assets"
	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/scenes"
)

// visitor opens a tab of its own that keeps what pages keep.
func visitor(t *testing.T) (*tab, *host) {
	t.Helper()
	p, h := &tab{t: t}, &host{t: t}
	ctx, stop := chromedp.NewContext(common.browser(t), chromedp.WithNewBrowserContext(), chromedp.WithListener(p.hear))
	ctx, cancel := context.WithTimeout(ctx, lifetime)
	t.Cleanup(func() { cancel(); stop(); h.stop() })
	p.ctx = ctx
	p.do(chromedp.EmulateViewport(800, 600, chromedp.EmulateScale(coarse)))
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `if (location.search === "?article") delete globalThis.WebAssembly;`,
	})
	return p, h
}

func (p *tab) visit(h *host, path string) {
	p.t.Helper()
	// Away first: a link within the page would not load it again.
	p.do(chromedp.Navigate("about:blank"), chromedp.Navigate("http://"+h.address+"/story/"+path))
}

// read waits for a page that was visited with "?article", which has no player
// and so does not keep a test waiting.
func (p *tab) read() {
	p.t.Helper()
	p.until(`globalThis.lianhua && await lianhua.ready.then(() => false, () => true)`, `location.href`)
}

// kept waits until the worker has the whole site.
func (p *tab) kept() {
	p.t.Helper()
	p.until(`(await navigator.serviceWorker.ready).active?.state === "activated"`, `location.href`)
}

// packs is how many scenes have drawings of their own.
func packs() int {
	n := 0
	for _, s := range scenes.All() {
		if assets.Pack(s.Name()) != nil {
			n++
		}
	}
	return n
}

// playerKept are the files of the player that the worker has, which a page has started.
const playerKept = `(await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat().filter((url) => /\.(wasm|lh)$|wasm_exec/.test(url))`

// drawingsKept waits until the worker has the player and the drawings of every scene,
// which a page fetches ahead of the reader.
func (p *tab) drawingsKept() {
	p.t.Helper()
	p.until(playerKept+".length === 3", playerKept)
	kept := `(await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).filter(({ url }) => url.endsWith(".art")).length))).reduce((sum, n) => sum + n, 0)`
	p.until(kept+` === `+strconv.Itoa(packs()), kept)
}

// shows holds that all that the page is made of is of one edition.
func (p *tab) shows(word string) {
	p.t.Helper()
	got := eval[[]string](p, `[document.body.dataset.edition, document.documentElement.dataset.scriptEdition, getComputedStyle(document.documentElement).getPropertyValue("--edition").trim()]`)
	for _, g := range got {
		if g != word {
			p.t.Errorf("page, script and style are of the editions %q, want %s", got, word)
			return
		}
	}
}

const link = "index.html?from=post#aluminium/2?lang=zh&theme=night"

func TestVisitsWithoutANetwork(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, "")
	p.ready()
	p.shows("one")
	p.kept()
	p.drawingsKept()
	// What the page has fetched, the worker takes from the browser's cache.
	for name, n := range h.requests() {
		if n > 1 && publish.Hashed(name) {
			t.Errorf("%s was fetched %d times", name, n)
		}
	}

	h.stop()
	p.visit(h, link)
	p.ready()
	p.shows("one")
	if s := p.settled(); s.Scene != "aluminium" || s.Beat != 2 || s.Theme != "night" {
		t.Errorf("without a network the link shows %+v", s)
	}
	p.do(chromedp.Reload())
	p.ready()
	if s := p.settled(); s.Scene != "aluminium" {
		t.Errorf("after a reload: %+v", s)
	}
	// The other language is another page, which plays too.
	eval[bool](p, `lianhua.goto("#households/1?lang=en&theme=day")`)
	p.until(`document.documentElement.lang === "en" && document.querySelector("#households h2").textContent`, `document.documentElement.lang`)
	p.visit(h, "en/")
	p.ready()
	p.shows("one")
	if wrong := p.complaints(); len(wrong) > 0 {
		// Chromium itself asks the stopped host for a newer worker, and for pictures of
		// the article that lie near the window: the worker keeps none, the player draws them.
		for _, w := range wrong {
			if !strings.Contains(w, "sw.js") && !strings.Contains(w, "/pictures/") {
				t.Errorf("the console says %q", w)
			}
		}
	}
}

// unkept tells which of the page's pictures, in the shape of its window, the worker
// does not have.
const unkept = `(await Promise.all([...document.querySelectorAll("main picture")].map((p) =>
	[...p.querySelectorAll("source")].find((s) => matchMedia(s.media).matches)?.srcset ?? p.querySelector("img").src
).map(async (url) =>
	await caches.match(url, { ignoreVary: true }) ? "" : url))).filter(Boolean)`

func TestWhatIsReadIsKept(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, "?article#cover/1?lang=zh")
	p.read()
	p.kept()
	p.until(unkept+`.length === 0`, unkept)
	for _, other := range []string{".upright.", ".en."} {
		for name := range h.requests() {
			if strings.HasPrefix(name, "pictures/") && strings.Contains(name, other) {
				t.Errorf("%s was fetched for a reader of Chinese in a wide window", name)
			}
		}
	}
	// The player, which this browser cannot run, is kept by nobody.
	for name := range h.requests() {
		if strings.HasSuffix(name, ".wasm") || strings.HasSuffix(name, ".lh") || strings.HasSuffix(name, ".art") || strings.HasPrefix(name, "wasm_exec.") {
			t.Errorf("%s was fetched where there is no player", name)
		}
	}
	// What the reader turns to is kept as well.
	p.do(chromedp.EmulateViewport(400, 800, chromedp.EmulateScale(coarse)))
	p.until(unkept+`.length === 0`, unkept)
	eval[bool](p, `(document.querySelector('[data-lang="en"]').click(), true)`)
	p.until(`document.documentElement.lang === "en" && `+unkept+`.length === 0`, unkept)

	// And a newer version has all that the older one had.
	h.start(edition(t, "two"))
	p.visit(h, "?article#cover/1?lang=zh")
	p.until(`(await navigator.serviceWorker.getRegistration())?.waiting`, `document.body.dataset.edition`)
	h.stop()
	p.visit(h, "?article#cover/1?lang=zh")
	p.read()
	p.shows("two")
	p.holdsOnly(h, edition(t, "two"))
	for _, width := range []int64{400, 800} {
		p.do(chromedp.EmulateViewport(width, 600, chromedp.EmulateScale(coarse)))
		p.until(unkept+`.length === 0`, unkept)
	}
	p.visit(h, "aluminium/?article#aluminium/1?lang=zh")
	p.read()
	p.shows("two")
	eval[bool](p, `(async () => { for (const i of document.images) i.loading = "eager"; return true; })()`)
	p.until(`[...document.images].every((i) => i.complete && i.naturalWidth > 0)`, `[...document.images].map((i) => i.currentSrc)`)
}

func TestAnUpdateIsTakenWhole(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, link)
	p.ready()
	p.kept()
	p.drawingsKept()

	// The next visit opens what is kept, hears of the new edition, and stays whole.
	h.start(edition(t, "two"))
	p.visit(h, "?article#cover/1?lang=zh")
	p.until(`(await navigator.serviceWorker.getRegistration())?.waiting`, `String(document.body.dataset.edition)`)
	p.read()
	p.shows("one")
	eval[bool](p, `(document.querySelector('[data-lang="en"]').click(), true)`)
	p.until(`document.documentElement.lang === "en"`, `document.documentElement.lang`)
	p.shows("one")
	asked := h.requests()
	for _, same := range []string{"lianhua.wasm", "story.lh", "fonts/sans.ttf"} {
		for _, part := range edition(t, "two") {
			if part.Source == same && asked[part.Name] > 0 {
				t.Errorf("%s has not changed and was fetched again", same)
			}
		}
	}

	// The one after that opens the new one, without the network too.
	h.stop()
	p.visit(h, link)
	p.ready()
	p.shows("two")
	if s := p.still(); s.Scene != "aluminium" || s.Beat != 2 {
		t.Errorf("the new edition forgets the link: %+v", s)
	}
	p.holdsOnly(h, edition(t, "two"))

	// An upload that is not complete changes nothing.
	var half []build.File
	for _, part := range edition(t, "three") {
		if part.Source != "style.css" {
			half = append(half, part)
		}
	}
	h.start(half)
	p.visit(h, "?article")
	if got := eval[string](p, refused); got != "redundant" && got != "nothing came" && !strings.Contains(got, "install") {
		t.Errorf("half an edition: %s", got)
	}
	p.visit(h, "?article")
	p.read()
	p.shows("two")

	// Once it is complete it is taken. The browser may look for it by itself, and a visit
	// after that would open it.
	h.start(edition(t, "three"))
	p.until(`(await navigator.serviceWorker.getRegistration().then((r) => r.update().then(() => r, () => r))).waiting`, `document.body.dataset.edition`)
	p.shows("two")
	p.visit(h, "?article")
	p.read()
	p.shows("three")
}

// narrow is a store that has room for so many files, whatever their size.
const narrow = `{
	const put = Cache.prototype.put;
	Cache.prototype.put = async function (...all) {
		let held = 0;
		for (const name of await caches.keys()) held += (await (await caches.open(name)).keys()).length;
		if (held >= %d) throw new DOMException("full", "QuotaExceededError");
		return put.apply(this, all);
	};
}
`

// TestAnUpdateWithoutRoomForTwo gives the next version a store for a version and a fifth
// by the number of files, of which a third are pages, all new: it is installed all the
// same, and the old one gives way.
func TestAnUpdateWithoutRoomForTwo(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	p.settledIn(h, edition(t, "one"))
	files := eval[int](p, `Object.values(`+stored+`).flat().length`)
	parts := edition(t, "two")
	for i, part := range parts {
		if part.Name == build.WorkerName {
			parts[i] = build.NewFile(part.Name, append(fmt.Appendf(nil, narrow, files*6/5), part.Content...))
		}
	}
	h.start(parts)
	p.visit(h, "?article#cover/1?lang=zh")
	p.until(`(await navigator.serviceWorker.getRegistration())?.waiting`, `[document.body.dataset.edition, await caches.keys(), `+strconv.Itoa(files)+`]`)
	p.read()
	h.stop()
	p.visit(h, "?article#cover/1?lang=zh")
	p.read()
	p.shows("two")
	p.holdsOnly(h, parts)
}

func TestABrokenStoreFallsBackToTheNetwork(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, "?article")
	p.read()
	p.kept()
	eval[int](p, `caches.keys().then((all) => Promise.all(all.map((name) => caches.delete(name)))).then((all) => all.length)`)
	p.visit(h, "?article")
	p.read()
	p.shows("one")
	// What was asked for is kept again.
	p.until(`Object.values(`+stored+`).flat().length > 5`, stored)
}

func TestTheStudiosPagesAreNotKept(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, "?article")
	p.read()
	p.kept()
	// The studio serves where the published site was seen before: the old worker
	// ends, and the next visit is the studio's.
	h.start(asBuilt(t))
	p.visit(h, "?article")
	p.until(`(await navigator.serviceWorker.getRegistrations()).length === 0`, `document.body.dataset.edition`)
	p.until(`(await caches.keys()).length === 0`, `await caches.keys()`)
	p.visit(h, "?article")
	p.read()
	if eval[bool](p, `"build" in document.documentElement.dataset || "edition" in document.body.dataset`) {
		t.Error("the studio's page is not shown")
	}
	if n := eval[int](p, `navigator.serviceWorker.getRegistrations().then((all) => all.length)`); n != 0 {
		t.Errorf("the studio's page has registered %d workers", n)
	}
}
