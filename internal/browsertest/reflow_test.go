package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/scenes"
)

// damaged lists the words that are cut, lie over each other or reach out of the
// window within the elements of a selector. Only the middle of a line's height
// counts: letters leave its rim empty. A field may hold more than it shows.
const damaged = `((selector) => {
	const out = [], all = [];
	const cuts = (style) => [style.overflowX, style.overflowY].map((v) => v === "hidden" || v === "clip");
	for (const root of document.querySelectorAll(selector)) {
		const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		while (walk.nextNode()) {
			const text = walk.currentNode, at = text.parentElement;
			if (!text.data.trim() || !at.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || at.closest(".spoken, svg, [aria-hidden=true]")) continue;
			let hidden = false;
			for (let it = at; it; it = it.parentElement) hidden ||= getComputedStyle(it).clipPath !== "none" || it.tabIndex >= 0 && it.matches(".skip:not(:focus)");
			if (hidden) continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			const name = text.data.trim().slice(0, 40);
			for (const r of range.getClientRects()) {
				if (r.width < 2) continue;
				if (r.left < -1 || r.right > document.documentElement.clientWidth + 1) out.push("“" + name + "” reaches from " + Math.round(r.left) + " to " + Math.round(r.right));
				for (let it = at; it; it = it.parentElement) {
					const [x, y] = cuts(getComputedStyle(it));
					const b = it.getBoundingClientRect();
					if (it !== document.documentElement && (x && (r.left < b.left - 1 || r.right > b.right + 1) || y && (r.top + r.height * 0.3 < b.top || r.bottom - r.height * 0.3 > b.bottom))) out.push("“" + name + "” is cut by " + it.outerHTML.slice(0, 60));
				}
				all.push({ name, at, top: r.top + r.height * 0.3, bottom: r.bottom - r.height * 0.3, left: r.left + 1, right: r.right - 1 });
			}
		}
	}
	all.sort((a, b) => a.top - b.top);
	for (let i = 0; i < all.length; i++) {
		for (let k = i + 1; k < all.length && all[k].top < all[i].bottom; k++) {
			const [a, b] = [all[i], all[k]];
			if (a.at !== b.at && a.left < b.right && b.left < a.right) out.push("“" + a.name + "” lies over “" + b.name + "”");
		}
	}
	return [...new Set(out)];
})`

// unhurt reports words that are damaged, and a page that scrolls sideways.
func (p *tab) unhurt(where, selector string) {
	p.t.Helper()
	for _, wrong := range eval[[]string](p, fmt.Sprintf("%s(%q)", damaged, selector)) {
		p.t.Errorf("%s: %s", where, wrong)
	}
	if wide := eval[[]int](p, "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"); wide[0] > wide[1] {
		p.t.Errorf("%s: the page is %d pixels wide in a window of %d", where, wide[0], wide[1])
	}
}

// unfolded lays all of the article out, also what is not near.
const unfolded = `(() => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync("html:not(.playing) :is(.scene, .appendix) { content-visibility: visible !important; }");
	document.adoptedStyleSheets.push(sheet);
	return true;
})()`

// larger makes the browser's own text so many times as large as usual, as readers
// set it: the style sheet's rem and em, also those of its media queries, grow.
func (p *tab) larger(by float64) {
	p.t.Helper()
	call(p, page.SetFontSizes, page.SetFontSizesParams{FontSizes: &page.FontSizes{Standard: int64(16 * by), Fixed: int64(13 * by)}})
	p.until(fmt.Sprintf(`getComputedStyle(document.documentElement).fontSize === "%gpx"`, 16*by), "getComputedStyle(document.documentElement).fontSize")
}

// buttons are where the words and signs of the bar's buttons stand.
func (p *tab) buttons() []geom.Rect {
	p.t.Helper()
	var out []geom.Rect
	for _, b := range eval[[][]float64](p, `[...document.querySelectorAll("#bar a, #bar button")].filter((b) => b.checkVisibility({ visibilityProperty: true })).map((b) => {
		const range = document.createRange();
		range.selectNodeContents(b);
		const sign = [...b.querySelectorAll("span")].some((words) => getComputedStyle(words).clipPath !== "none") ? b.querySelector("svg") : range;
		const r = sign.getBoundingClientRect();
		return [r.x, r.y, r.width, r.height];
	})`) {
		out = append(out, geom.R(b[0], b[1], b[2], b[3]))
	}
	return out
}

// TestTheBarLeavesThePicturesWordsFree holds the bar to the words of every scene:
// as it is, with larger text, and magnified to 200 % (640 × 400 of 1280 × 800).
func TestTheBarLeavesThePicturesWordsFree(t *testing.T) {
	t.Parallel()
	m := newNative(t).machine(t)
	tabs := map[float64]*tab{}
	for _, test := range []struct {
		width, height int64
		text          float64
	}{{1440, 900, 1}, {1024, 600, 1}, {640, 400, 1}, {360, 640, 1}, {320, 568, 1}, {844, 390, 1}, {768, 1024, 1}, {1280, 800, 2}, {360, 640, 2},
		// Low, as phones on their side and magnified windows are, and hardly wider than tall.
		{844, 340, 1}, {683, 384, 1}, {640, 340, 1}, {701, 690, 1}, {900, 880, 1}} {
		p := tabs[test.text]
		if p == nil {
			p = open(t, visit{path: "index.html", width: test.width, height: test.height, media: calm})
			p.larger(test.text)
			p.ready()
			tabs[test.text] = p
		}
		p.resize(test.width, test.height, coarse)
		for _, lang := range []string{"zh", "en"} {
			p.shownAt("#cover/1", lang, "day")
			where := fmt.Sprintf("%d × %d, text × %g, %s", test.width, test.height, test.text, lang)
			p.unhurt("the bar in "+where, "#bar")
			buttons := p.buttons()
			for _, b := range buttons {
				if !geom.R(0, 0, float64(test.width), float64(test.height)).Contains(b) {
					t.Errorf("%s: a button stands at %.0f", where, b)
				}
			}
			for _, scene := range scenes.All() {
				for beat := range scene.Beats() {
					link := fmt.Sprintf("#%s/%d?lang=%s", scene.Name(), beat+1, lang)
					l := settledAt(t, m, link, float64(test.width), float64(test.height))
					for i := range l.Marks {
						m := &l.Marks[i]
						if m.Alpha <= 0 || m.Kind != draw.KindText && m.Sem.Figure == "" {
							continue
						}
						for _, b := range buttons {
							if o := l.Bounds(i).Intersect(b); o.W > 1 && o.H > 1 {
								t.Errorf("%s: %s of %s lies under a button at %.0f", where, m.ID, link, b)
							}
						}
					}
				}
			}
		}
	}
}

// TestTextGrowsAndReflows reads all of the page, without the player and with it,
// where text is twice as large, where the window has 320 pixels as it has at
// 400 %, and where readers space letters, words and lines (WCAG 2.2: 1.4.4,
// 1.4.10, 1.4.12).
func TestTextGrowsAndReflows(t *testing.T) {
	t.Parallel()
	const spacing = `(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
		document.adoptedStyleSheets.push(sheet);
		return true;
	})()`
	for _, test := range []struct {
		name          string
		width, height int64
		text          float64
		script        string
	}{
		{"200 %, laptop", 1280, 800, 2, "true"},
		{"200 %, phone", 360, 640, 2, "true"},
		{"320 pixels", 320, 640, 1, "true"},
		{"400 % of 1280 × 1024", 320, 256, 1, "true"},
		{"spaced, laptop", 1280, 800, 1, spacing},
		{"spaced, phone", 360, 640, 1, spacing},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, path := range []string{"index.html", "en/index.html"} {
				p := open(t, visit{path: path, width: test.width, height: test.height, noScript: true})
				p.larger(test.text)
				eval[bool](p, test.script+" && "+unfolded)
				p.unhurt(path+" without scripts", "body")

				p = open(t, visit{path: path, width: test.width, height: test.height, before: `HTMLCanvasElement.prototype.getContext = () => null`})
				p.larger(test.text)
				eval[bool](p, test.script+" && "+unfolded)
				p.until(`document.getElementById("notice").textContent !== ""`, `document.body.className`)
				p.unhurt(path+", its notice", "#notice")
				p.unhurt(path+", its bar", "#bar")
				p.dialog(path)
				eval[bool](p, `(document.getElementById("hydrogen").scrollIntoView({ behavior: "instant" }), true)`)
				if p.dialog(path+" at a scene") == 0 {
					t.Errorf("%s: the dialog shows no picture of the scene", path)
				}
			}
			for _, path := range []string{"en/index.html"} {
				p := open(t, visit{path: path, width: test.width, height: test.height, media: calm})
				p.larger(test.text)
				eval[bool](p, test.script)
				p.ready()
				p.settled()
				p.unhurt(path+", the bar of the player", "#bar")
				if eval[bool](p, `document.getElementById("menu").checkVisibility()`) {
					eval[bool](p, `(document.getElementById("menu").click(), true)`)
					p.unhurt(path+", its menu", "#bar")
					if out := eval[[]float64](p, `(() => { const r = document.getElementById("panel").getBoundingClientRect(); return [r.left, r.right, r.top, r.bottom].map(Math.round); })()`); out[0] < 0 || out[1] > float64(test.width) {
						t.Errorf("%s: the menu reaches to %v", path, out)
					}
					eval[bool](p, `(document.getElementById("menu").click(), true)`)
				}
				p.dialog(path + " with the player")
				eval[bool](p, `(document.getElementById("table").scrollIntoView(), true)`)
				p.unhurt(path+", the table below the story", "#table")
			}
		})
	}
}

// TestLargerTypeWithoutZoom reads the page where the browser sets no type smaller than
// its reader has asked for, and where a chat program makes all type larger.
func TestLargerTypeWithoutZoom(t *testing.T) {
	t.Parallel()
	least, stop, err := chromium(chromedp.Flag("blink-settings", "minimumFontSize=22"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	for _, test := range []struct {
		name, script string
		visit
	}{
		{"least size, laptop", "true", visit{browser: least, width: 1280, height: 800}},
		{"least size, phone", "true", visit{browser: least, width: 360, height: 640, touch: true}},
		{"chat program", `(document.body.style.webkitTextSizeAdjust = "150%")`, visit{width: 360, height: 640, touch: true}},
	} {
		test.visit.media = calm
		for _, path := range []string{"index.html#?lang=zh", "en/index.html"} {
			where := test.name + ", " + path
			v := test.visit
			v.path, v.before = path, "delete globalThis.WebAssembly"
			p := open(t, v)
			eval[any](p, test.script)
			eval[bool](p, unfolded)
			p.until(`document.getElementById("notice").textContent !== ""`, `document.body.className`)
			got := eval[float64](p, `(() => { const r = document.createRange(); r.selectNodeContents(document.querySelector("#hydrogen .source")); return r.getClientRects()[0].height; })()`)
			if got < 20 {
				t.Errorf("%s: the least words are %.1f high", where, got)
			}
			p.unhurt(where, "main, #table")
			p.unhurt(where+", the notice", "#notice")
			p.unhurt(where+", the bar", "#bar")
			p.dialog(where)
		}
		v := test.visit
		v.path = "en/index.html#aluminium/2"
		p := open(t, v)
		p.ready()
		eval[any](p, test.script)
		p.settled()
		p.unhurt(test.name+", the player's bar", "#bar")
		p.dialog(test.name + " with the player")
	}
}

// dialog reads the dialog, from its top to its end, and tells how many pictures
// it shows.
func (p *tab) dialog(where string) (pictures int) {
	p.t.Helper()
	eval[bool](p, `(document.getElementById("take-open").click(), true)`)
	p.until(`document.getElementById("take").open`, `document.activeElement.outerHTML`)
	p.unhurt(where+", the dialog", "#take")
	p.until(`[...document.querySelectorAll("#take-look img")].every((it) => it.complete)`, `document.getElementById("take-look").innerHTML`)
	if out := eval[[]float64](p, `(() => {
		const place = document.getElementById("take-look").getBoundingClientRect();
		const all = [...document.querySelectorAll("#take-look img, #take-look canvas")].map((it) => it.getBoundingClientRect());
		return all.flatMap((r) => [place.left - r.left, place.top - r.top, r.right - place.right, r.bottom - place.bottom]).map(Math.round);
	})()`); len(out) > 0 {
		pictures = len(out) / 4
		if slices.Max(out) > 0 {
			p.t.Errorf("%s: the dialog's picture reaches beyond its place by %v", where, out)
		}
	}
	if wide := eval[[]int](p, `[document.getElementById("take").scrollWidth, document.getElementById("take").clientWidth]`); wide[0] > wide[1] {
		p.t.Errorf("%s: the dialog scrolls sideways: %v", where, wide)
	}
	if said := eval[string](p, `(document.getElementById("take").scrollTo(0, 1e6), document.getElementById("take-cite").innerText)`); strings.TrimSpace(said) == "" {
		p.t.Errorf("%s: the dialog has no citation", where)
	}
	p.press("\x1b")
	p.until(`!document.getElementById("take").open`, `document.activeElement.outerHTML`)
	return pictures
}
