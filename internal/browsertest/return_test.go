package browsertest

import (
	"math"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"lianhua/internal/build"
	"lianhua/internal/story"
)

// reloaded does what makes the page load again, and waits until it has.
func (p *tab) reloaded(script string) {
	p.t.Helper()
	eval[bool](p, `(window.old = true, `+script+`, true)`)
	p.arrived(`!window.old && globalThis.lianhua`)
}

// arrived waits for a condition on the page that the tab is on its way to. Between
// two pages there is nothing to ask.
func (p *tab) arrived(condition string) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(pace) {
		there, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool]("Boolean("+condition+")"))
		if err == nil && there {
			return
		}
		if time.Now().After(end) {
			p.t.Fatalf("waited in vain for %s: at %s (%v)", condition, eval[string](p, "location.href"), err)
		}
	}
}

const (
	grasp = `{
		const getContext = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (...all) { return (window.latest = getContext.apply(this, all)); };
		window.losses = 0;
		addEventListener("webglcontextlost", () => losses++, true);
	}`
	lose = `latest.getExtension("WEBGL_lose_context").loseContext()`
)

// same holds that a page shows what another has shown.
func same(t *testing.T, what string, before, after state) {
	t.Helper()
	if after.Hash != before.Hash || after.Link != before.Link || after.Step != before.Step {
		t.Errorf("%s: the picture is %s at %s, was %s at %s", what, after.Hash, after.Link, before.Hash, before.Link)
	}
}

// TestLostGraphics takes the graphics context away.
func TestLostGraphics(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#households/2?zoom=4,400,600", width: 800, height: 600, before: grasp})
	p.ready()
	eval[bool](p, `(document.querySelector("[data-theme-to=night]").click(), document.querySelector("[data-lang=zh]").click(), true)`)
	p.until(`document.documentElement.lang === "zh" && lianhua.state().lang === "zh" && location.hash.includes("zoom=4")`, `[location.hash, lianhua.state()]`)
	before := p.settled()
	top := eval[float64](p, "scrollY")
	p.reloaded(lose)
	p.ready()
	same(t, "after the loss", before, p.settled())
	if before.Theme != "night" || before.Lang != "zh" || !strings.Contains(before.Link, "zoom=4") {
		t.Errorf("the test has begun with %+v", before)
	}
	if got := eval[float64](p, "scrollY"); math.Abs(got-top) > 1 {
		t.Errorf("the page is scrolled to %v, was to %v", got, top)
	}

	// Out of sight nothing is loaded until the reader is back.
	asked := p.site.requests()["/en/"]
	eval[bool](p, `(async () => {
		Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
		document.dispatchEvent(new Event("visibilitychange"));
		`+lose+`;
		while (losses === 0) await new Promise(requestAnimationFrame);
		for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
		return true;
	})()`)
	if n := p.site.requests()["/en/"]; n != asked || eval[bool](p, `!window.latest.isContextLost()`) {
		t.Errorf("out of sight the page was loaded %d times", n-asked)
	}
	p.reloaded(`delete document.hidden, document.dispatchEvent(new Event("visibilitychange"))`)
	p.ready()
	same(t, "back in sight", before, p.settled())

	// One too many within a minute: the article, at the same place, and no reload.
	if n := eval[int](p, `JSON.parse(sessionStorage.getItem("lianhua.lost")).length`); n != 1 {
		t.Errorf("%d losses are remembered, want the one that the reader saw", n)
	}
	asked = p.site.requests()["/en/"]
	eval[bool](p, `(sessionStorage.setItem("lianhua.lost", JSON.stringify([Date.now(), Date.now()])), `+lose+`, true)`)
	words := readStory(t).In(story.ZH)
	p.until(`document.getElementById("notice").firstChild?.textContent === `+quote(words.Words("page.lost-context")), `document.getElementById("notice").textContent`)
	if eval[bool](p, `Boolean(document.querySelector("canvas")) || document.documentElement.classList.contains("playing")`) {
		t.Error("the canvas is still there")
	}
	const off = `document.getElementById("households").getBoundingClientRect().top`
	p.until(`Math.abs(`+off+`) < 60`, off)
	p.do(chromedp.Reload())
	p.until(`document.getElementById("notice").firstChild?.textContent === `+quote(words.Words("page.lost-context")), `document.getElementById("notice").textContent`)
	if n := p.site.requests()["/en/"]; n != asked+1 {
		t.Errorf("the page was loaded %d times, want once by hand", n-asked)
	}
	// The reader may try all the same.
	p.reloaded(tryAgain + `.click()`)
	p.until(`sessionStorage.getItem("lianhua.lost") === null`, `sessionStorage.getItem("lianhua.lost")`)
	p.ready()
}

// TestReloads comes back to what was left, wherever that was.
func TestReloads(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html", width: 800, height: 600})
	p.ready()
	p.settled()
	eval[bool](p, `lianhua.goto({ scene: "aluminium", beat: 5, picked: "stage.2" })`)
	p.until(`location.hash.startsWith("#aluminium/5")`, `location.hash`)
	before := p.settled()
	// On the way to another picture, which no address tells yet.
	eval[bool](p, `lianhua.goto("#inspection/3")`)
	p.do(chromedp.Reload())
	p.ready()
	if s := p.settled(); s.Scene != "inspection" || s.Beat != 3 {
		t.Errorf("left on the way to inspection/3, it comes back to %s/%d", s.Scene, s.Beat)
	}
	eval[bool](p, "(history.back(), true)")
	p.until(`lianhua.state().scene === "aluminium"`, "[lianhua.state(), location.hash]")
	same(t, "back", before, p.settled())

	// In the table below the story, and then up into the story again.
	eval[bool](p, `(scrollTo({ top: document.documentElement.scrollHeight - 900, behavior: "instant" }), true)`)
	p.until(`document.documentElement.classList.contains("beyond")`, `scrollY`)
	p.settled()
	const below = `document.getElementById("table").getBoundingClientRect().top`
	top := eval[float64](p, below)
	p.do(chromedp.Reload())
	p.ready()
	p.until(`Math.abs(`+below+` - (`+strconv.FormatFloat(top, 'f', -1, 64)+`)) < 2`, below)
	if s := p.settled(); s.Scene != "sources" {
		t.Errorf("above the table is %s", s.Scene)
	}
	if top > -100 {
		t.Errorf("the test was not in the table: %v", top)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestUpdateIsOffered shows a newer version when the reader wants it, and says so once.
func TestUpdateIsOffered(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	p, h := visitor(t)
	h.start(edition(t, "one"))
	p.visit(h, "en/?article")
	p.read()
	p.kept()
	h.start(edition(t, "two"))
	p.visit(h, "en/?article#households/1")
	offered := `document.getElementById("notice").firstChild?.textContent === ` + quote(words.Words("page.update"))
	p.until(offered, `[document.getElementById("notice").textContent, document.body.dataset.edition]`)
	p.shows("one")
	if got := eval[string](p, tryAgain+`.textContent`); got != words.Words("page.update-show") {
		t.Errorf("the button says %q", got)
	}
	p.reloaded(tryAgain + `.click()`)
	p.read()
	p.shows("two")
	if got := eval[string](p, "location.hash"); got != "#households/1" {
		t.Errorf("the address is %s", got)
	}
	if eval[bool](p, offered) {
		t.Error("the version that is shown is offered")
	}

	// Closed, it is not offered again in this visit.
	h.start(edition(t, "three"))
	p.visit(h, "en/?article")
	p.until(offered, `document.getElementById("notice").textContent`)
	eval[bool](p, `([...document.querySelectorAll("#notice button")].at(-1).click(), window.dispatchEvent(new CustomEvent("lianhua:update", { detail() {} })), true)`)
	if got := eval[string](p, `document.getElementById("notice").textContent`); got != "" {
		t.Errorf("closed, the notice says %q", got)
	}
	p.shows("two")
}

// TestOtherPagesOfOtherBuilds asks for another language where the host has a
// newer site, or another page, by now: nothing is mixed, and nothing goes round
// in circles.
func TestOtherPagesOfOtherBuilds(t *testing.T) {
	t.Parallel()
	parts := edition(t, "")
	newer := map[string][]byte{}
	for _, part := range edition(t, "newer") {
		newer[part.Name] = part.Content
	}
	h := hostOf(t, parts)
	for name, content := range newer {
		if _, ok := h.parts[name]; !ok {
			h.parts[name] = build.NewFile(name, content)
		}
	}
	give := func(name string) []fault {
		return always(other(func([]byte) []byte { return newer[name] }))
	}
	h.fails("sw.js", always(status(http.StatusNotFound))...) // it would ask for pages too
	h.fails("en/index.html", give("index.html")...)
	p := open(t, visit{base: h.URL, path: "index.html#households/1?lang=en", before: articleOnly, width: 800, height: 600})
	h.until("the refusal", func() bool { return strings.Contains(strings.Join(p.complaints(), " "), "is not in en") })
	if asked := h.of("index.html"); len(asked) != 1 {
		t.Errorf("the page was loaded as %+v", asked)
	}
	if got := eval[string](p, `document.documentElement.lang + document.body.dataset.edition`); got != "zhundefined" {
		t.Errorf("the page is %q", got)
	}
	h.fails("en/index.html", give("en/index.html")...)
	p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(h.URL+"/index.html#households/1?lang=en"))
	h.until("the newer page", func() bool { return len(h.of("en/index.html")) >= 3 })
	p.arrived(`location.pathname === "/en/index.html" && globalThis.lianhua`)
	p.read()
	if got := eval[string](p, `document.documentElement.lang + document.body.dataset.edition + location.hash`); got != "ennewer#households/1?lang=en" {
		t.Errorf("the newer page is %q", got)
	}
	if asked := h.of("en/index.html"); len(asked) != 3 {
		t.Errorf("the English page was asked for as %+v, want twice by the page and once to show it", asked)
	}
}
