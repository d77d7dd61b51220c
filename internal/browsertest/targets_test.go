package browsertest

import (
	"fmt"
	"testing"
)

// small lists what can be pressed within the elements of a selector and answers
// in less than 44 × 44 CSS pixels, WCAG 2.2's enhanced target size (2.5.5). Links
// within a sentence are of the text's size.
const small = `((selector) => {
	const inText = (it) => {
		if (!it.matches("a") || getComputedStyle(it).display !== "inline") return false;
		const around = it.closest("p, li, td, th, dd, figcaption");
		return Boolean(around) && around.textContent.trim().length > it.textContent.trim().length;
	};
	return [...document.querySelectorAll(selector)].flatMap((root) => [root, ...root.querySelectorAll("*")])
		.filter((it) => it.matches("a[href], button, input, select, summary, .mark, [tabindex='0']") && it.checkVisibility({ visibilityProperty: true }) && !it.closest(".spoken") && !inText(it))
		.filter((it) => getComputedStyle(it.closest(".text") ?? it).clipPath === "none" && !it.matches(".skip:not(:focus)"))
		.map((it) => [it, it.getBoundingClientRect()])
		.filter(([, r]) => r.width < 43.5 || r.height < 43.5)
		.map(([it, r]) => it.outerHTML.slice(0, 120) + ": " + Math.round(r.width) + " × " + Math.round(r.height));
})`

// fits reports what is too small for a finger.
func (p *tab) fits(where, selector string) {
	p.t.Helper()
	for _, wrong := range eval[[]string](p, fmt.Sprintf("[...new Set(%s(%q))]", small, selector)) {
		p.t.Errorf("%s: too small for a finger: %s", where, wrong)
	}
}

// TestTargetsAreLargeEnough measures all that can be pressed, at the end of half of the
// scenes in one window, and of the others in another. How much of each is its own where marks stand close, package scenes
// tests at every beat.
func TestTargetsAreLargeEnough(t *testing.T) {
	t.Parallel()
	for half, screen := range []visit{{path: "index.html", width: 360, height: 640, media: calm}, {path: "index.html", width: 1440, height: 900, media: calm}} {
		t.Run(fmt.Sprintf("%d × %d", screen.width, screen.height), func(t *testing.T) {
			t.Parallel()
			marks := 0
			p := open(t, screen)
			p.ready()
			for _, lang := range []string{"zh", "en"} {
				at := func(part string) string {
					return fmt.Sprintf("%s in %d × %d, %s", part, screen.width, screen.height, lang)
				}
				told := sample(half, 2)
				if lang == "en" {
					told = sample(2, 6)
				}
				for _, scene := range told {
					s := p.shownAt(fmt.Sprintf("#%s/%d", scene.Name(), len(scene.Beats())), lang, "day")
					p.fits(at(s.Link), "#marks")
					marks += eval[int](p, `document.querySelectorAll(".mark").length`)
				}
				p.fits(at("the bar"), "#bar")
				if eval[bool](p, `document.getElementById("menu").checkVisibility()`) {
					eval[bool](p, `(document.getElementById("menu").click(), true)`)
					p.fits(at("the menu"), "#bar")
					eval[bool](p, `(document.getElementById("menu").click(), true)`)
				}
				eval[bool](p, `(document.querySelector(".skip").focus(), true)`)
				p.fits(at("the way to the story"), ".skip")
				p.openTake()
				p.fits(at("the dialog"), "#take")
				p.closeTake()
				p.shownAt("#households/2", lang, "day")
				eval[bool](p, `lianhua.goto("#households/2?zoom=4,500,500")`)
				p.until(`!document.getElementById("whole").hidden`, "lianhua.state()")
				p.fits(at("the way back"), "#whole")
				eval[bool](p, `(document.getElementById("whole").click(), document.getElementById("table").scrollIntoView(), true)`)
				p.fits(at("the table"), "#table")
				eval[bool](p, `lianhua.goto("#cover/1")`)
			}
			if marks < 50 {
				t.Errorf("only %d marks were measured", marks)
			}
		})
	}
	t.Run("without scripts", func(t *testing.T) {
		t.Parallel()
		for _, v := range []visit{
			{path: "index.html", width: 360, height: 640}, {path: "en/index.html", width: 1440, height: 900},
			{path: "hydrogen/", width: 1440, height: 900}, {path: "en/cleanup/", width: 360, height: 640}, {path: "404.html", width: 360, height: 640},
		} {
			v.noScript = true
			p := open(t, v)
			eval[bool](p, unfolded)
			p.fits(fmt.Sprintf("%s without scripts in %d × %d", v.path, v.width, v.height), "body")
		}
	})
	t.Run("without the player", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "en/index.html", width: 360, height: 640, before: `HTMLCanvasElement.prototype.getContext = () => null`})
		p.until(`document.querySelector("#notice button")`, `document.body.className`)
		eval[bool](p, unfolded)
		p.fits("the notice", "#notice")
		p.fits("the article with scripts", "main")
	})
}
