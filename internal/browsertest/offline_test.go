package browsertest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
)

// host serves a published site below /story/ at one address, and can be stopped
// and started again with another site.
type host struct {
	t       *testing.T
	address string // "127.0.0.1:…"
	server  *http.Server

	mu     sync.Mutex
	parts  map[string]build.Part
	asked  map[string]int
	player []byte // compressed; the same in every edition
}

// asBuilt is the site of this test run, before it is published.
func asBuilt(t *testing.T) []build.Part {
	t.Helper()
	parts, err := build.Read(siteDir)
	if err == nil {
		parts, err = build.WithManifest(parts)
	}
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

// edition publishes the site with a word in its pages, style and scripts that
// tells it from others.
func edition(t *testing.T, word string) []build.Part {
	t.Helper()
	parts := asBuilt(t)
	for i, p := range parts {
		text := string(p.Content)
		switch {
		case strings.HasSuffix(p.Name, ".html"):
			text = strings.Replace(text, "<body", `<body data-edition="`+word+`"`, 1)
		case p.Name == "style.css":
			text += "\n:root { --edition: " + word + " }"
		case p.Name == "js/notice.js":
			text += "\ndocument.documentElement.dataset.scriptEdition = \"" + word + "\";\n"
		default:
			continue
		}
		parts[i] = build.NewPart(p.Name, []byte(text))
	}
	parts, err := publish.Parts(parts)
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func (h *host) start(parts []build.Part) {
	h.t.Helper()
	h.mu.Lock()
	h.parts, h.asked = map[string]build.Part{}, map[string]int{}
	for _, p := range parts {
		h.parts[p.Name] = p
	}
	h.mu.Unlock()
	if h.server != nil {
		return
	}
	if h.address == "" {
		h.address = "127.0.0.1:0"
	}
	listener, err := net.Listen("tcp", h.address)
	if err != nil {
		h.t.Fatal(err)
	}
	h.address = listener.Addr().String()
	h.server = &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	go h.server.Serve(listener)
}

func (h *host) stop() {
	if h.server != nil {
		h.server.Close()
		h.server = nil
	}
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, ok := strings.CutPrefix(r.URL.Path, "/story/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += build.PageName
	}
	h.mu.Lock()
	p, found := h.parts[name]
	h.asked[name]++
	h.mu.Unlock()
	if !ok || !found {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", p.Type())
	w.Header().Set("ETag", `"`+p.Hash+`"`)
	w.Header().Set("Cache-Control", "no-cache")
	if p.Source != "" {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	content := p.Content
	if packed := h.packed(p); packed != nil {
		w.Header().Set("Content-Encoding", "gzip")
		content = packed
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// packed is the player compressed, as hosts send it: the browser keeps it only
// within a share of its memory.
func (h *host) packed(p build.Part) []byte {
	if p.Source != build.PlayerName {
		return nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.player == nil {
		var out bytes.Buffer
		w, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
		if err == nil {
			_, err = w.Write(p.Content)
		}
		if err = errors.Join(err, w.Close()); err != nil {
			return nil
		}
		h.player = out.Bytes()
	}
	return h.player
}

// requests tells how often each file was asked for since the start.
func (h *host) requests() map[string]int {
	h.mu.Lock()
	defer h.mu.Unlock()
	out := map[string]int{}
	for name, n := range h.asked {
		out[name] = n
	}
	return out
}

// visitor opens a tab of its own that keeps what pages keep.
func visitor(t *testing.T) (*tab, *host) {
	t.Helper()
	p, h := &tab{t: t}, &host{t: t}
	ctx, stop := chromedp.NewContext(browser, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.hear))
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(func() { cancel(); stop(); h.stop() })
	p.ctx = ctx
	p.do(chromedp.EmulateViewport(800, 600))
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
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, "")
	p.ready()
	p.shows("one")
	p.kept()
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
		// Chromium itself asks the stopped host for a newer worker.
		for _, w := range wrong {
			if !strings.Contains(w, "sw.js") {
				t.Errorf("the console says %q", w)
			}
		}
	}
}

// unkept tells which of the page's pictures, in the shape of its window, and whether
// a scene's page the worker does not have.
const unkept = `(await Promise.all([...document.querySelectorAll("main picture")].map((p) =>
	[...p.querySelectorAll("source")].find((s) => matchMedia(s.media).matches)?.srcset ?? p.querySelector("img").src
).concat(document.documentElement.lang === "zh" ? "aluminium/" : "/story/en/aluminium/").map(async (url) =>
	await caches.match(url, { ignoreVary: true }) ? "" : url))).filter(Boolean)`

func TestWhatIsReadIsKept(t *testing.T) {
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
	// What the reader turns to is kept as well.
	p.do(chromedp.EmulateViewport(400, 800))
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
	p.until(`(await caches.keys()).length === 1`, `await caches.keys()`)
	for _, width := range []int64{400, 800} {
		p.do(chromedp.EmulateViewport(width, 600))
		p.until(unkept+`.length === 0`, unkept)
	}
	p.visit(h, "aluminium/?article#aluminium/1?lang=zh")
	p.read()
	p.shows("two")
	eval[bool](p, `(async () => { for (const i of document.images) i.loading = "eager"; return true; })()`)
	p.until(`[...document.images].every((i) => i.complete && i.naturalWidth > 0)`, `[...document.images].map((i) => i.currentSrc)`)
}

func TestAnUpdateIsTakenWhole(t *testing.T) {
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, "?article")
	p.read()
	p.kept()

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
	if s := p.settled(); s.Scene != "aluminium" || s.Beat != 2 {
		t.Errorf("the new edition forgets the link: %+v", s)
	}
	p.until(`(await caches.keys()).length === 1`, `await caches.keys()`)

	// An upload that is not complete changes nothing.
	var half []build.Part
	for _, part := range edition(t, "three") {
		if part.Source != "style.css" {
			half = append(half, part)
		}
	}
	h.start(half)
	p.visit(h, "?article")
	refused := `navigator.serviceWorker.getRegistration().then((r) => r.update().then(() => new Promise((done) => {
		const next = r.installing;
		if (!next) return done("nothing came");
		next.onstatechange = () => { if (next.state !== "installing") done(next.state); };
	}), String))`
	if got := eval[string](p, refused); got != "redundant" && got != "nothing came" && !strings.Contains(got, "install") {
		t.Errorf("half an edition: %s", got)
	}
	p.visit(h, "?article")
	p.read()
	p.shows("two")

	// Once it is complete it is taken.
	h.start(edition(t, "three"))
	p.visit(h, "?article")
	p.until(`(await navigator.serviceWorker.getRegistration().then((r) => r.update().then(() => r, () => r))).waiting`, `document.body.dataset.edition`)
	p.shows("two")
	p.visit(h, "?article")
	p.read()
	p.shows("three")
}

func TestABrokenStoreFallsBackToTheNetwork(t *testing.T) {
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
	p.until(`(await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length)))[0] > 5`, `await caches.keys()`)
}

func TestTheStudiosPagesAreNotKept(t *testing.T) {
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
