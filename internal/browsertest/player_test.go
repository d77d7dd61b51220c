package browsertest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/story"
)

// onScreen notes what was on the screen when the program was first asked for, by the
// page or a worker.
const onScreen = `{
	const note = (what) => {
		if (/\.wasm/.test(what)) globalThis.shownFirst ??= performance.getEntriesByName("first-contentful-paint").length + " " +
			(document.querySelector(".first img").naturalWidth > 0);
	};
	const ask = fetch;
	globalThis.fetch = (what, ...how) => {
		note(what.url ?? what);
		return ask(what, ...how);
	};
	globalThis.Worker = class extends Worker {
		constructor(url) {
			note(decodeURIComponent(url));
			super(url);
		}
	};
}`

// TestFirstVisit opens the page as it is published.
func TestFirstVisit(t *testing.T) {
	p := open(t, visit{path: "index.html#?lang=zh", before: onScreen, generous: true})
	p.ready()
	if got := eval[string](p, `String(globalThis.shownFirst)`); got != "1 true" {
		t.Errorf("painted when the player was asked for, and its picture: %q", got)
	}
	p.settled()
	if got := eval[string](p, `document.documentElement.className`); !strings.Contains(got, "playing") {
		t.Errorf("the page is %q", got)
	}
	if eval[bool](p, `document.activeElement === document.querySelector("canvas") || !document.querySelector("canvas").inert`) {
		t.Error("the canvas takes keys")
	}
	p.until(`document.getElementById("loading").hidden`, `document.getElementById("loading").textContent`)
	// In parts of the whole: the bytes that come are not those that travel.
	if got := eval[string](p, `document.querySelector("#loading span").textContent`); !regexp.MustCompile(`\D\d{1,3}%$`).MatchString(got) {
		t.Errorf("loading says %q", got)
	}
	for name, n := range p.site.requests() {
		if n > 1 && name != "/icon.svg" { // which the browser asks for by itself
			t.Errorf("%s was fetched %d times", name, n)
		}
	}
	for _, name := range []string{"/lianhua.wasm", "/story.lh", "/fonts/sans.ttf", "/fonts/bold.ttf", "/fonts/serif.ttf"} {
		if p.site.requests()[name] != 1 {
			t.Errorf("%s was fetched %d times", name, p.site.requests()[name])
		}
	}

	// A still picture draws nothing, over many of the browser's frames.
	still := eval[int](p, `(async () => {
		const before = lianhua.frames();
		for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame);
		return lianhua.frames() - before;
	})()`)
	if still != 0 {
		t.Errorf("a still picture was drawn %d times", still)
	}
	if drawn := eval[int](p, "lianhua.frames()"); drawn == 0 {
		t.Error("frames() counts nothing")
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestKeys works the story as a keyboard does.
func TestKeys(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html", media: calm})
	p.ready()
	last := p.settled().Steps - 1
	for _, test := range []struct {
		key  string
		step int
	}{
		{kb.ArrowDown, 1}, {kb.PageDown, 2}, {kb.ArrowRight, 3}, {kb.ArrowUp, 2}, {kb.PageUp, 1}, {kb.ArrowLeft, 0},
		{kb.End, last}, {kb.Home, 0},
	} {
		p.press(test.key)
		s := p.settled()
		if s.Step != test.step {
			t.Fatalf("%q leads to step %d, want %d", test.key, s.Step, test.step)
		}
		// The page is scrolled to where the keys have led.
		p.until(`Math.round(scrollY / (innerHeight * 0.75)) === lianhua.state().step`, `[scrollY, lianhua.state().step]`)
	}
	p.press(" ")
	if s := p.settled(); !s.Playing {
		t.Errorf("space does not play: %+v", s)
	}
	p.press(" ")
	if p.settled().Playing {
		t.Error("space does not pause")
	}

	// Tab goes through the buttons, the marks in the order of the picture, and on.
	eval[bool](p, `lianhua.goto("#aluminium/5")`)
	p.settled()
	p.until(`document.querySelectorAll("#marks button").length >= 7`, `document.getElementById("marks")?.innerHTML`)
	var order []string
	for range 200 { // more stops than the page has
		p.press(kb.Tab)
		at := eval[string](p, `document.activeElement.closest(".mark")?.dataset.id ?? document.activeElement.id`)
		order = append(order, at)
		if at == "find" {
			break
		}
	}
	all := strings.Join(order, " ")
	if !strings.Contains(all, "play stage.1 stage.2 stage.3 stage.4") && !strings.Contains(all, "play follow stage.1 stage.2 stage.3") && !strings.Contains(all, "stage.1 stage.2 stage.3 stage.4 stage.5 stage.6 stage.7") {
		t.Errorf("Tab visits %s", all)
	}
	if order[len(order)-1] != "find" {
		t.Errorf("Tab is trapped: %s", all)
	}

	// Enter picks what is focused, Escape lets go.
	eval[bool](p, `lianhua.goto("#aluminium/5")`)
	p.heard()
	eval[bool](p, `(document.querySelector('.mark[data-id="stage.2"] button').focus(), true)`)
	p.press(kb.Enter)
	if s := p.settled(); s.Picked != "stage.2" {
		t.Errorf("Enter picks %q", s.Picked)
	}
	p.until(`document.querySelector('.mark[data-id="stage.2"] button').getAttribute("aria-pressed") === "true"`, `document.getElementById("marks").innerHTML`)
	p.until(`location.hash.includes("pick=stage.2")`, "location.hash")
	p.press(kb.Escape)
	if s := p.settled(); s.Picked != "" {
		t.Errorf("Escape leaves %q picked", s.Picked)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestPointers touches the picture with a mouse and scrolls it with a finger.
func TestPointers(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#aluminium/5", width: 360, height: 640, touch: true, media: calm})
	p.ready()
	before := p.settled()
	p.until(`document.querySelector('.mark[data-id="stage.3"]')`, `document.getElementById("marks").innerHTML`)
	at := eval[[]float64](p, `(() => { const r = document.querySelector('.mark[data-id="stage.3"]').getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2, r.width, r.height]; })()`)
	if at[2] < 44 || at[3] < 44 {
		t.Errorf("a mark answers in %v × %v pixels", at[2], at[3])
	}
	p.do(chromedp.TapXY(at[0], at[1]))
	p.until(`lianhua.state().picked !== ""`, "lianhua.state()")
	if s := p.settled(); !strings.HasPrefix(s.Picked, "stage.") {
		t.Errorf("a tap picks %q", s.Picked)
	}
	finger := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	}
	finger(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: 180, Y: 560})
	for y := 540.0; y > 100; y -= 40 {
		finger(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: 180, Y: y})
	}
	finger(input.DispatchTouchEventTypeTouchEnd)
	p.until(`lianhua.state().step > `+strconv.Itoa(before.Step), "[lianhua.state(), scrollY]")
	if s := p.settled(); s.Scene != "hydrogen" {
		t.Errorf("a swipe leads to %s/%d", s.Scene, s.Beat)
	}

	// The menu makes way for who scrolls on below it.
	const open = `document.querySelector("#bar nav").classList.contains("open")`
	p.click("#menu")
	p.until(open, `document.getElementById("bar").innerHTML`)
	finger(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: 180, Y: 600})
	for y := 580.0; y > 500; y -= 20 {
		finger(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: 180, Y: y})
	}
	finger(input.DispatchTouchEventTypeTouchEnd)
	p.until(`!`+open, `document.getElementById("bar").innerHTML`)
}

// TestLinks opens links, bad ones too, and goes back and forward.
func TestLinks(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	p := open(t, visit{path: "en/index.html#nowhere/7?x=1", media: calm, before: noteNotices})
	p.ready()
	if s := p.settled(); s.Scene != "cover" || s.Beat != 1 {
		t.Errorf("a bad link shows %s/%d", s.Scene, s.Beat)
	}
	p.until(`notices.length > 0`, "lianhua.state()")
	if said := eval[[]string](p, `notices`); said[0] != words.Words("shell.bad-link") {
		t.Errorf("the notice says %q", said)
	}
	for _, bad := range []string{"#nowhere/1", "#%", "#/2", "#cover/1?pick=" + strings.Repeat("x", 5000)} {
		if eval[bool](p, `lianhua.goto("`+bad+`")`) {
			t.Errorf("%.30s is followed", bad)
		}
	}
	p.until(`document.getElementById("notice").textContent === "" && !lianhua.state().notice`, "lianhua.state()")
	p.settled()
	eval[bool](p, `lianhua.goto({ scene: "aluminium", beat: 5, picked: "stage.2" })`)
	p.until(`location.hash.startsWith("#aluminium/5") && location.hash.includes("pick=stage.2")`, "location.hash")
	eval[bool](p, `lianhua.goto("#inspection/1?theme=night")`)
	p.until(`location.hash.startsWith("#inspection/1") && location.hash.includes("theme=night")`, "location.hash")
	if theme := eval[string](p, "document.documentElement.dataset.theme"); theme != "night" {
		t.Errorf("the page is in the theme %q", theme)
	}
	eval[bool](p, "(history.back(), true)")
	p.until(`lianhua.state().scene === "aluminium" && lianhua.state().picked === "stage.2"`, "[lianhua.state(), location.hash]")
	eval[bool](p, "(history.forward(), true)")
	p.until(`lianhua.state().scene === "inspection"`, "[lianhua.state(), location.hash]")
	p.settled()

	// A reload finds the same picture.
	hash := p.settled().Hash
	p.do(chromedp.Reload())
	p.ready()
	if s := p.settled(); s.Scene != "inspection" || s.Theme != "night" || s.Hash != hash {
		t.Errorf("after a reload: %s/%d %s, hash %s, want %s", s.Scene, s.Beat, s.Theme, s.Hash, hash)
	}

	// The table's rows lead to the scenes that draw them, its own places do not
	// concern the player.
	eval[bool](p, `(document.querySelector('#table a[href="#households"]').click(), true)`)
	p.until(`lianhua.state().scene === "households"`, "lianhua.state()")
	p.settled()
	eval[bool](p, `(notices = [], location.hash = "#p-J08", true)`)
	p.until(`Math.abs(document.getElementById("p-J08").getBoundingClientRect().top) < innerHeight`, "scrollY")
	p.settled()
	if said := eval[[]string](p, `notices`); len(said) > 0 {
		t.Errorf("a place in the table gives the notices %q", said)
	}
}

// noteNotices keeps in notices what the page's notice says: it goes by itself.
const noteNotices = `
globalThis.notices = [];
addEventListener("DOMContentLoaded", () => {
	const notice = document.getElementById("notice");
	new MutationObserver(() => notice.textContent && notices.push(notice.textContent))
		.observe(notice, { childList: true, characterData: true, subtree: true });
});`

// TestChoices presses the buttons at the top.
func TestChoices(t *testing.T) {
	t.Parallel()
	bundle := readStory(t)
	p := open(t, visit{path: "index.html#aluminium/2?lang=zh"})
	p.ready()
	p.settled()
	p.do(chromedp.EmulateViewport(1440, 900))
	click := func(selector string) {
		t.Helper()
		eval[bool](p, `(document.querySelector("`+selector+`").click(), true)`)
	}
	eval[bool](p, `document.querySelector("main > link").kept = true`)
	click("[data-lang=en]")
	p.until(`document.documentElement.lang === "en" && lianhua.state().lang === "en"`, "[lianhua.state(), document.documentElement.lang]")
	if order := eval[[]string](p, `[...document.querySelector("main").children].slice(0, 3).map((it) => it.id || it.localName + (it.kept ? ", kept" : ", read anew"))`); !slices.Equal(order, []string{"cover", "link, kept", "aluminium"}) {
		t.Errorf("another language's article begins with %q", order)
	}
	title := strings.ReplaceAll(bundle.In(story.EN).Words("aluminium.title"), "\n", "")
	if got := eval[string](p, `document.querySelector("#aluminium h2").textContent`); got != title {
		t.Errorf("the article is headed %q, want %q", got, title)
	}
	p.until(`document.title.startsWith("`+strings.ReplaceAll(bundle.In(story.EN).Words("aluminium.title"), "\n", " ")+`")`, "document.title")
	p.until(`location.hash.includes("lang=en")`, "location.hash")
	if s := p.settled(); s.Scene != "aluminium" || s.Beat != 2 {
		t.Errorf("another language leads to %s/%d", s.Scene, s.Beat)
	}
	if broken := eval[[]string](p, `(await Promise.all([...document.querySelectorAll("source")].map((i) => fetch(i.srcset)))).filter((r) => !r.ok).map((r) => r.url)`); len(broken) > 0 {
		t.Errorf("pictures of the other language are not found: %q", broken)
	}
	click("[data-theme-to=contrast]")
	p.until(`lianhua.state().theme === "contrast" && document.documentElement.dataset.theme === "contrast"`, "lianhua.state()")
	p.until(`document.querySelector("[data-theme-to=contrast]").getAttribute("aria-pressed") === "true"`, "0")
	click("#motion")
	p.until(`lianhua.state().reduced`, "lianhua.state()")
	click("#play")
	p.until(`lianhua.state().playing && document.querySelector("#play").classList.contains("is-playing")`, "lianhua.state()")
	click("#play")
	p.until(`!lianhua.state().playing`, "lianhua.state()")
	click("#to-sources")
	p.until(`lianhua.state().scene === "sources"`, "lianhua.state()")
	p.settled()
	click("#to-sources")
	p.until(`document.getElementById("table").getBoundingClientRect().top < innerHeight / 2`, "scrollY")
	if small := eval[[]string](p, `[...document.querySelectorAll("#bar a, #bar button")].filter((b) => b.offsetHeight > 0 && (b.offsetWidth < 44 || b.offsetHeight < 44)).map((b) => b.outerHTML)`); len(small) > 0 {
		t.Errorf("too small to touch: %q", small)
	}

	// What was chosen is there at the next visit.
	p.do(chromedp.Navigate(p.site.URL + "/index.html"))
	p.ready()
	if s := p.settled(); s.Lang != "en" || s.Theme != "contrast" || !s.Reduced {
		t.Errorf("the next visit is in %s, %s, reduced %v", s.Lang, s.Theme, s.Reduced)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}
