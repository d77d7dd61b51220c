package browsertest

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
)

// settledIn has a reader's browser keep one edition, with the pictures of a wide window in
// both languages, and returns what is kept once nothing more comes.
func (p *tab) settledIn(h *host, parts []build.File) []string {
	p.t.Helper()
	h.start(parts)
	p.visit(h, "?article#cover/1?lang=zh")
	p.read()
	p.kept()
	p.whole(h, parts, firsts(parts))
	eval[bool](p, `(document.querySelector('[data-lang="en"]').click(), true)`)
	p.until(`document.documentElement.lang === "en" && `+unkept+`.length === 0`, unkept)
	// What the first visit has loaded before there was a worker, the second one has kept.
	p.visit(h, "?article#cover/1?lang=zh")
	p.read()
	p.until(unkept+`.length === 0`, unkept)
	const small = `(await Promise.all([...document.querySelectorAll(".contents img")].map(async ({ src }) => await caches.match(src, { ignoreVary: true }) ? "" : src))).filter(Boolean)`
	p.until(`document.querySelector(".contents img") && `+small+`.length === 0`, small)
	return p.sourcesKept(h, parts)
}

// narrowed is a reader's browser that has one edition, see settledIn, and room for a
// fifth more of it. It returns what is kept.
func (p *tab) narrowed(h *host, parts []build.File) []string {
	p.t.Helper()
	had := p.settledIn(h, parts)
	room := eval[float64](p, `(await navigator.storage.estimate()).usage`) * 6 / 5
	call(p, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: "http://" + h.address, QuotaSize: &room})
	return had
}

// hears has a reader who has one edition visit another, which comes whole and waits, while
// the one at work lacks nothing of what was kept.
func (p *tab) hears(h *host, now, next []build.File, had []string) {
	p.t.Helper()
	h.start(next)
	p.visit(h, "?article#cover/1?lang=zh")
	p.waits()
	p.lacksNothing(h, now, had, "while another waits")
	p.lacksNothing(h, next, had, "of the other, which waits")
}

// follows has a reader's browser keep what each reader has of one edition, and another
// come whole and wait.
func (p *tab) follows(h *host, one, two []build.File) {
	p.t.Helper()
	h.start(one)
	p.visit(h, "?article#cover/1?lang=zh")
	p.read()
	p.kept()
	p.whole(h, one, firsts(one))
	h.start(two)
	p.visit(h, "?article#cover/1?lang=zh")
	p.waits()
}

// refused asks for an update that cannot come whole, and tells what became of it.
const refused = `navigator.serviceWorker.getRegistration().then((r) => r.update().then(() => new Promise((done) => {
	const next = r.installing;
	if (!next) return done("nothing came");
	next.onstatechange = () => { if (next.state !== "installing") done(next.state); };
}), String))`

// TestUpdatesWithLittleRoom takes one version after another where the browser has room
// for a version and a fifth: what has not changed is kept once, and the version that is
// at work stays whole until the next one is.
func TestUpdatesWithLittleRoom(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	now := edition(t, "one")
	had := p.narrowed(h, now)

	// A version that does not come whole takes nothing from the one at work, nor any room
	// from the one after it.
	h.start(without(edition(t, "two"), "style.css"))
	p.visit(h, "?article#cover/1?lang=zh")
	if got := eval[string](p, refused); got != "redundant" && got != "nothing came" && !strings.Contains(got, "install") {
		t.Errorf("half an edition: %s", got)
	}
	p.lacksNothing(h, now, had, "after half an edition")
	h.stop()
	p.visit(h, "?article#cover/1?lang=zh")
	p.read()
	p.shows("one")

	for _, word := range []string{"three", "two", "one"} {
		next := edition(t, word)
		p.hears(h, now, next, had)
		h.stop()
		p.visit(h, "?article#cover/1?lang=zh")
		p.read()
		p.shows(word)
		p.holdsOnly(h, next)
		p.lacksNothing(h, next, had, "without a network, of "+word)
		now = next
	}
}

// TestUpdatesFromWorkersWithCachesApart takes a version and another where readers have a
// worker that kept all its files by itself, and no room to copy them.
func TestUpdatesFromWorkersWithCachesApart(t *testing.T) {
	t.Parallel()
	apart, err := os.ReadFile("testdata/worker/apart.js")
	if err != nil {
		t.Fatal(err)
	}
	parts := marked(asBuilt(t), "one")
	for i, part := range parts {
		if part.Name == build.WorkerName {
			parts[i] = build.NewFile(part.Name, apart)
		}
	}
	now, err := publish.Files(parts)
	if err != nil {
		t.Fatal(err)
	}
	p, h := visitor(t)
	had, before := p.narrowed(h, now), cacheOf(t, now)
	if kept := eval[map[string][]string](p, stored); len(kept) != 1 || kept[before] == nil {
		t.Fatalf("the worker from before has %d caches", len(kept))
	}
	for _, word := range []string{"two", "three"} {
		next := edition(t, word)
		p.hears(h, now, next, had)
		for name, n := range h.requests() {
			if n > 0 && publish.Hashed(name) && slices.ContainsFunc(now, func(p build.File) bool { return p.Name == name }) {
				t.Errorf("%s has not changed and was fetched again", name)
			}
		}
		h.stop()
		p.visit(h, "?article#cover/1?lang=zh")
		p.read()
		p.shows(word)
		p.holdsOnly(h, next, before)
		p.lacksNothing(h, next, had, "without a network, of "+word)
		now = next
	}
}

// TestAVersionTakenBackWhileAnotherTakesOver serves the first version's files again
// while the second one takes over: what the third has counted on stays.
func TestAVersionTakenBackWhileAnotherTakesOver(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	one, two := edition(t, "one"), edition(t, "two")
	p.follows(h, one, two)
	had := firsts(one)

	// The first one's files, all but a page and, with it, the version.
	parts := marked(asBuilt(t), "one")
	for i, part := range parts {
		if part.Name == build.PageName {
			parts[i] = build.NewFile(part.Name, append(part.Content, "<!-- again -->"...))
		}
	}
	again, err := publish.Files(parts)
	if err != nil {
		t.Fatal(err)
	}
	h.start(again)
	letGo := h.holdBack(build.PageName)
	defer letGo()
	eval[bool](p, `(navigator.serviceWorker.getRegistration().then((r) => r.update()), true)`)
	p.until(`(await navigator.serviceWorker.getRegistration()).installing && (await caches.keys()).length > 3`, `await caches.keys()`)
	eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => new Promise((done) => {
		const next = r.waiting;
		next.onstatechange = () => { if (next.state === "activated") done(true); };
		next.postMessage("take over");
	}))`)
	letGo()
	p.waits()
	p.lacksNothing(h, again, had, "after the second version has taken over")
	h.stop()
	p.visit(h, "?article#cover/1?lang=zh")
	p.read()
	p.shows("one")
	p.holdsOnly(h, again)
	p.lacksNothing(h, again, had, "without a network")
}

// TestAVersionThatTakesOverClearsUp has one version take over while the one from before
// still looks for what to clear up, as it does at a page's every word to it, and in the
// middle of a visit: what is left of the old one goes, and the new one hears what is shown.
func TestAVersionThatTakesOverClearsUp(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	one, two := edition(t, "one"), edition(t, "two")
	p.follows(h, one, two)
	// The page has the lock in the old worker's place.
	eval[bool](p, `navigator.locks.request("lianhua /story/ clears up", async () => {
		const { waiting } = await navigator.serviceWorker.getRegistration();
		return new Promise((done) => {
			waiting.onstatechange = () => waiting.state === "activated" && done(true);
			waiting.postMessage("take over");
			setTimeout(done, 3000, true);
		});
	})`)
	p.holdsOnly(h, two)
	p.lacksNothing(h, two, firsts(two), "after the first version was cleared up")
	p.until(unkept+`.length === 0`, unkept)
}
