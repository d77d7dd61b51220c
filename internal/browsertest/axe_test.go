package browsertest

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The checks of axe-core; testdata/axe/README.md says where they come from.
//
//go:embed testdata/axe/axe.min.js
var axe string

const axeDigest = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"

func TestAxeIsWhatItWasPublishedAs(t *testing.T) {
	if sum := sha256.Sum256([]byte(axe)); hex.EncodeToString(sum[:]) != axeDigest {
		t.Errorf("axe.min.js has the digest %x, not %s", sum, axeDigest)
	}
}

// audit reports what axe finds wrong with the page as it stands, or with the
// parts of it that selectors name.
func (p *tab) audit(where string, parts ...string) {
	p.t.Helper()
	if !eval[bool](p, `typeof axe === "object"`) {
		if r := call(p, runtime.Evaluate, runtime.EvaluateParams{Expression: axe}); r.ExceptionDetails != nil {
			p.t.Fatalf("%s: axe does not start: %s", where, r.ExceptionDetails.Text)
		}
	}
	var found []struct {
		ID, Help string
		Nodes    []struct{ HTML, FailureSummary string }
	}
	within := "document"
	if len(parts) > 0 {
		within = fmt.Sprintf("{ include: [[%q]] }", strings.Join(parts, ", "))
	}
	began := time.Now()
	told := eval[string](p, `JSON.stringify((await axe.run(`+within+`, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
		resultTypes: ["violations"], preload: false,
	})).violations)`)
	if err := json.Unmarshal([]byte(told), &found); err != nil {
		p.t.Fatalf("%s: %v", where, err)
	}
	for _, f := range found {
		for _, n := range f.Nodes {
			p.t.Errorf("%s: %s (%s): %.300s: %s", where, f.ID, f.Help, n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", " "))
		}
	}
	p.audits++
	p.audited += time.Since(began)
}

// prompt lets timers run at once, for the checks: without scripts none runs at all.
const prompt = `(setTimeout = requestAnimationFrame = (f, wait, ...with_) => (wait > 1000 || Promise.resolve().then(() => f(...with_)), 0), true)`

// themesIn are the themes that a page is looked at in a language: colours know
// nothing of words, so one language shows them all.
func themesIn(lang string) []string {
	if lang == "zh" {
		return []string{"day", "night", "contrast"}
	}
	return []string{"day"}
}

// looks are a story's languages, and in one of them its themes.
func looks(visit func(lang, theme string)) {
	for _, lang := range []string{"zh", "en"} {
		for _, theme := range themesIn(lang) {
			visit(lang, theme)
		}
	}
}

// shownAt follows a link in a language and a theme, and waits until all of the
// page has them.
func (p *tab) shownAt(place, lang, theme string) state {
	p.t.Helper()
	if !eval[bool](p, fmt.Sprintf("lianhua.goto(%q)", place+"?lang="+lang+"&theme="+theme)) {
		p.t.Fatalf("%s leads nowhere", place)
	}
	p.until(fmt.Sprintf(`document.documentElement.lang === %q && document.querySelector('#bar [data-theme-to=%s][aria-pressed="true"]')`, lang, theme), "lianhua.state()")
	return p.heard()
}

// heard waits until the picture is at rest and the page's elements tell of it.
func (p *tab) heard() state {
	p.t.Helper()
	p.until(`!lianhua.state().moving && document.getElementById("marks")?.parentElement.id === lianhua.state().scene && document.getElementById("bar").querySelector('[aria-current]')?.dataset.lang === lianhua.state().lang`, "lianhua.state()")
	eval[bool](p, `(await new Promise(requestAnimationFrame), await new Promise(requestAnimationFrame), true)`)
	return p.settled()
}

// TestAxeFindsNothingInTheScenes looks at each scene with the player at rest at its
// end, with something picked, each in one language and one of the themes. The rest of
// the page is the same in all of them and is looked at once.
func TestAxeFindsNothingInTheScenes(t *testing.T) {
	t.Parallel()
	for half, lang := range []string{"zh", "en"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := open(t, visit{path: "index.html", width: 800, height: 600, media: calm})
			p.ready()
			themes := themesIn(lang)
			for i, scene := range sample(half, 2) {
				p.shownAt(fmt.Sprintf("#%s/%d", scene.Name(), len(scene.Beats())), lang, "day")
				if eval[bool](p, `Boolean(document.querySelector("#marks button"))`) {
					eval[bool](p, `(document.querySelector("#marks button").click(), true)`)
					p.until(`lianhua.state().picked !== ""`, "lianhua.state()")
				}
				theme := themes[i%len(themes)]
				eval[bool](p, fmt.Sprintf(`lianhua.goto("#?theme=%s")`, theme))
				p.until(fmt.Sprintf(`document.querySelector('#bar [data-theme-to=%s][aria-pressed="true"]')`, theme), "lianhua.state()")
				p.audit(p.heard().Link, ".skip", "#bar", "#"+scene.Name())
			}
			t.Logf("%d audits in %.1f s", p.audits, p.audited.Seconds())
		})
	}
}

// TestAxeFindsNothingBesideTheScenes looks at what else the page shows.
func TestAxeFindsNothingBesideTheScenes(t *testing.T) {
	t.Parallel()
	t.Run("whole page and table", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "index.html", media: calm})
		p.ready()
		looks(func(lang, theme string) {
			p.shownAt("#sources/4", lang, theme)
			eval[bool](p, `(document.getElementById("table").scrollIntoView(), true)`)
			p.until(`document.documentElement.classList.contains("beyond")`, "scrollY")
			p.audit("the table, " + lang + ", " + theme)
		})
	})
	t.Run("dialog", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "index.html", media: calm})
		p.ready()
		looks(func(lang, theme string) {
			p.shownAt("#aluminium/5", lang, theme)
			p.openTake()
			p.audit("the dialog, "+lang+", "+theme, "#take")
			p.closeTake()
		})
	})
	t.Run("menu", func(t *testing.T) {
		t.Parallel()
		p := open(t, phone("index.html"))
		p.ready()
		looks(func(lang, theme string) {
			p.shownAt("#hydrogen/2", lang, theme)
			eval[bool](p, `(document.querySelector("#bar .open") || document.getElementById("menu").click(), true)`)
			p.until(`document.getElementById("motion").checkVisibility()`, `document.getElementById("bar").outerHTML`)
			p.audit("the menu, "+lang+", "+theme, ".skip", "#bar", "#hydrogen")
		})
	})
	t.Run("scene pages", func(t *testing.T) {
		t.Parallel()
		for _, path := range []string{"aluminium/", "en/aluminium/"} {
			p := open(t, visit{path: path, media: calm})
			p.ready()
			p.heard()
			p.audit(path)
		}
	})
	t.Run("404", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "404.html"})
		p.audit("404.html")
		p.media("prefers-color-scheme", "dark")
		p.audit("404.html at night")
	})
}

// TestAxeFindsNothingWithoutScripts looks at the article alone, in the themes
// that the system asks for. The checks run all the same: they come from outside
// of the page.
func TestAxeFindsNothingWithoutScripts(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		path  string
		looks []string
	}{
		{"index.html", []string{"by day", "at night", "in high contrast", "on a phone"}},
		{"en/index.html", []string{"by day", "on a phone"}},
		{"hydrogen/", []string{"by day", "at night"}},
		{"en/cleanup/", []string{"in high contrast"}},
	} {
		p := open(t, visit{path: test.path, noScript: true})
		eval[bool](p, prompt)
		// What is far from the window has a guessed height until it comes near, and its
		// measured rows lie over what follows: the checks look at all of it as it is read.
		eval[bool](p, `(document.documentElement.classList.add("laid"), true)`)
		for _, look := range test.looks {
			switch look {
			case "at night":
				p.media("prefers-color-scheme", "dark")
			case "in high contrast":
				p.media("prefers-contrast", "more")
			case "on a phone":
				p.do(chromedp.EmulateViewport(360, 640, chromedp.EmulateScale(2), chromedp.EmulateMobile, chromedp.EmulateTouch))
			}
			p.audit(test.path + " " + look)
		}
	}
}

// TestAxeFindsNothingInTheNotice looks at what the article says where there is
// no player.
func TestAxeFindsNothingInTheNotice(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html", before: `HTMLCanvasElement.prototype.getContext = () => null`})
	p.until(`document.getElementById("notice").textContent !== ""`, `document.body.className`)
	looks(func(lang, theme string) {
		eval[bool](p, fmt.Sprintf(`(document.querySelector("[data-lang=%s]").click(), document.querySelector("[data-theme-to=%s]").click(), true)`, lang, theme))
		p.until(fmt.Sprintf(`document.documentElement.lang === %q && document.querySelector('#bar [data-theme-to=%s][aria-pressed="true"]')`, lang, theme), "document.documentElement.lang")
		p.audit("the article, " + lang + ", " + theme)
	})
}

// media emulates what the system asks for, besides nothing else.
func (p *tab) media(features ...string) {
	p.t.Helper()
	var all []*emulation.MediaFeature
	for i := 0; i+1 < len(features); i += 2 {
		all = append(all, &emulation.MediaFeature{Name: features[i], Value: features[i+1]})
	}
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: all})
}
