package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/draw"
)

// speaks is a system whose languages are those of window.tongues, which a test
// may change.
func speaks(langs string) string {
	return `window.tongues = ` + langs + `;
	Object.defineProperty(navigator, "languages", { get: () => window.tongues });
	Object.defineProperty(navigator, "language", { get: () => window.tongues[0] });`
}

// wished is true where the whole page is as it is wished.
func wished(lang, theme string, reduced bool) string {
	return fmt.Sprintf(`(() => {
		const { lang, theme, reduced } = lianhua.state();
		const pressed = [...document.querySelectorAll('#bar [aria-pressed="true"][data-theme-to], #bar [aria-current]')].map((b) => b.dataset.themeTo ?? b.dataset.lang).sort().join();
		return lang === %[1]q && theme === %[2]q && reduced === %[3]v && document.documentElement.lang === %[1]q && pressed === [%[1]q, %[2]q].sort().join()
			&& document.getElementById("motion").getAttribute("aria-pressed") === "%[3]v";
	})()`, lang, theme, reduced)
}

const wishes = `[matchMedia("(forced-colors: active)").matches, matchMedia("(prefers-contrast: more)").matches, lianhua.state(), document.documentElement.lang, document.getElementById("bar").innerText]`

// ground is what the page is painted in.
const ground = `getComputedStyle(document.documentElement).backgroundColor`

// TestTheSystemsWishesAreFollowed opens the page on systems that ask for this and
// that, and lets each change its mind while the page is open.
func TestTheSystemsWishesAreFollowed(t *testing.T) {
	t.Parallel()
	grounds := map[string]string{}
	for _, test := range []struct {
		feature, value, none, theme string
		reduced                     bool
	}{
		{"prefers-color-scheme", "dark", "light", "night", false},
		{"prefers-contrast", "more", "no-preference", "contrast", false},
		{"forced-colors", "active", "none", "contrast", false},
		{"prefers-reduced-motion", "reduce", "no-preference", "day", true},
	} {
		p := open(t, visit{path: "index.html#aluminium/2", width: 800, height: 600, media: map[string]string{test.feature: test.value}, before: speaks(`["fr", "en-GB", "zh"]`)})
		p.ready()
		p.until(wished("en", test.theme, test.reduced), wishes)
		if test.feature != "forced-colors" {
			if is, was := eval[string](p, ground), grounds[test.theme]; was != "" && was != is {
				t.Errorf("%s: %s paints the page %s, the theme elsewhere %s", test.feature, test.value, is, was)
			} else {
				grounds[test.theme] = is
			}
		}
		p.media(test.feature, test.none)
		p.until(wished("en", "day", false), wishes)
		p.media(test.feature, test.value)
		p.until(wished("en", test.theme, test.reduced), wishes)
		if s := p.settled(); s.Scene != "aluminium" || s.Beat != 2 {
			t.Errorf("%s: %s leads to %s/%d", test.feature, test.value, s.Scene, s.Beat)
		}
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("the console says %q", wrong)
		}
	}
	if len(grounds) != 3 || grounds["day"] == grounds["night"] || grounds["night"] == grounds["contrast"] {
		t.Errorf("the themes paint the page %v", grounds)
	}
}

// TestTheArticleFollowsTheSystemWithoutScripts has only its style sheet for it.
func TestTheArticleFollowsTheSystemWithoutScripts(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html", noScript: true})
	seen := map[string]bool{}
	for _, features := range [][]string{{}, {"prefers-color-scheme", "dark"}, {"prefers-contrast", "more"}} {
		p.media(features...)
		seen[eval[string](p, ground)] = true
	}
	if len(seen) != 3 {
		t.Errorf("three themes paint the page %v", seen)
	}
}

// TestTheBrowsersLanguageIsFollowed opens the page that has no language of its
// own, and changes the browser's languages while it is open.
func TestTheBrowsersLanguageIsFollowed(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ path, langs, lang, then string }{
		{"index.html", `["de", "en-US", "zh-CN"]`, "en", "zh"},
		{"index.html", `["zh-Hant-TW", "en"]`, "zh", "en"},
		{"index.html", `["fr"]`, "en", "zh"},
		{"en/index.html", `["zh-CN"]`, "en", "en"}, // whoever follows a link to it, reads it
	} {
		p := open(t, visit{path: test.path, width: 800, height: 600, media: calm, before: speaks(test.langs)})
		p.ready()
		p.until(wished(test.lang, "day", true), wishes)
		eval[bool](p, `(window.tongues = [document.documentElement.lang === "en" ? "zh-CN" : "en-GB"], dispatchEvent(new Event("languagechange")))`)
		p.until(wished(test.then, "day", true), wishes)
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("%s: the console says %q", test.path, wrong)
		}
	}
}

// TestAChoiceByHandOutlastsTheSystem chooses against what the system asks for:
// the choice stays when the system asks anew, and over a reload.
func TestAChoiceByHandOutlastsTheSystem(t *testing.T) {
	t.Parallel()
	dark := []string{"prefers-color-scheme", "dark", "prefers-reduced-motion", "reduce"}
	p := open(t, visit{path: "index.html", before: speaks(`["en"]`), media: map[string]string{dark[0]: dark[1], dark[2]: dark[3]}})
	p.ready()
	p.until(wished("en", "night", true), wishes)
	choose := func(selector string) {
		t.Helper()
		eval[bool](p, fmt.Sprintf(`(document.querySelector(%q).focus(), true)`, selector))
		p.press(kb.Enter)
	}
	choose("[data-theme-to=day]")
	p.until(wished("en", "day", true), wishes)
	choose("#motion")
	p.until(wished("en", "day", false), wishes)
	choose("[data-lang=zh]")
	p.until(wished("zh", "day", false), wishes)
	if got := eval[string](p, "document.activeElement.dataset.lang"); got != "zh" {
		t.Errorf("after another language the keys are on %q", got)
	}
	day := eval[string](p, ground)
	for range 2 {
		for _, features := range [][]string{{}, {"prefers-contrast", "more"}, dark} {
			p.media(features...)
			eval[bool](p, `dispatchEvent(new Event("languagechange"))`)
			eval[bool](p, `(await new Promise(requestAnimationFrame), await new Promise(requestAnimationFrame), true)`)
			p.until(wished("zh", "day", false), wishes)
			if got := eval[string](p, ground); got != day {
				t.Errorf("%v: the page is painted %s, by day %s", features, got, day)
			}
		}
		// Without the choice in its address, as at another visit.
		p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(p.site.URL+"/index.html"))
		p.ready()
		p.until(wished("zh", "day", false), wishes)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestForcedColorsHideNothing looks at the page in the system's own colours: what
// can be pressed has an edge, words stand out, and what has the keys is shown.
func TestForcedColorsHideNothing(t *testing.T) {
	t.Parallel()
	for _, scheme := range []string{"light", "dark"} {
		p := open(t, visit{path: "en/index.html#aluminium/5", width: 1280, height: 720, scale: 1, media: map[string]string{"forced-colors": "active", "prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}})
		p.ready()
		p.heard()
		// Of the two themes with contrast one is white, which is none on black.
		if got, want := eval[string](p, "lianhua.state().theme"), map[string]string{"light": "contrast", "dark": "night"}[scheme]; got != want {
			t.Errorf("on %s ground the picture is of the theme %s, want %s", scheme, got, want)
		}
		faint := func(where, selector string) {
			t.Helper()
			bad := eval[[]string](p, fmt.Sprintf(`(() => {
				const rgb = (c) => c.match(/[\d.]+/g).map(Number);
				const light = (c) => rgb(c).slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
				const back = (it) => { for (; it; it = it.parentElement) { const c = rgb(getComputedStyle(it).backgroundColor); if (c.length < 4 || c[3] > 0) return getComputedStyle(it).backgroundColor; } return getComputedStyle(document.documentElement).backgroundColor; };
				const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort(); return (y + 0.05) / (x + 0.05); };
				const bad = [];
				for (const it of document.querySelectorAll(%q)) {
					if (!it.checkVisibility({ visibilityProperty: true })) continue;
					const style = getComputedStyle(it);
					const name = it.outerHTML.slice(0, 120);
					if (ratio(style.color, back(it)) < 4.5) bad.push(name + ": " + style.color + " on " + back(it));
					if (it.matches("button, input, .edged") && (style.borderStyle === "none" || parseFloat(style.borderWidth) === 0 || ratio(style.borderTopColor, back(it.parentElement)) < 3)) bad.push(name + ": its edge is " + style.border);
				}
				return bad;
			})()`, selector))
			if len(bad) > 0 {
				t.Errorf("%s, %s: %q", scheme, where, bad)
			}
		}
		faint("the bar", "#bar a, #bar button:not(:disabled)")
		p.press(kb.Tab) // by which the browser knows of a keyboard
		for _, id := range []string{"play", "take-open"} {
			eval[bool](p, `(document.getElementById("`+id+`").focus(), true)`)
			if at := p.stopped(); at.lined(p.window()) < plain {
				t.Errorf("%s: of the line around %s %.2f is seen", scheme, at, at.lined(p.window()))
			}
		}
		p.shownAt("#aluminium/5", "en", "contrast")
		for _, mark := range []string{"stage.2", "chain"} {
			p.focus(draw.ParseID(mark))
			p.heard()
			if at := p.stopped(); at.lined(p.window()) < plain {
				t.Errorf("%s: of the line around %s %.2f is seen", scheme, at, at.lined(p.window()))
			}
		}
		p.openTake()
		faint("the dialog", "#take button, #take input, #take :is(h2, h3, p, small)")
		p.closeTake()
		eval[bool](p, `(document.getElementById("table").scrollIntoView(), true)`)
		p.until(`document.documentElement.classList.contains("beyond")`, "scrollY")
		faint("the table", "#table :is(h2, h3, p, th, td, a, input, .tag)")
		p.pace(0) // it goes by itself
		eval[bool](p, `lianhua.goto("#nowhere")`)
		p.until(`document.getElementById("notice").textContent !== ""`, "lianhua.state()")
		faint("the notice", "#notice")
		p.pace(hurried)
	}
}
