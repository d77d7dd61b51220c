package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// picture is a scene's small one in the contents, as readers who do not see it have it.
func picture(scene string) string {
	return `document.querySelector('.mark[data-id="contents/` + scene + `"] a')`
}

// open waits for the contents to stand open, or to be closed.
func (p *tab) browsing(open bool) {
	p.t.Helper()
	p.until(`document.documentElement.classList.contains("browsing") === `+map[bool]string{true: "true", false: "false"}[open]+
		` && lianhua.state().contents === document.documentElement.classList.contains("browsing") && !lianhua.state().moving`, "lianhua.state()")
}

// TestContentsOpenAndLeadOn opens the contents by their button, goes through them by
// keys, jumps, and comes back by the browser's own way.
func TestContentsOpenAndLeadOn(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#tasks/2", width: 1000, height: 640})
	p.ready()
	before := p.settled()
	entries := eval[int](p, "history.length")

	eval[bool](p, `(document.getElementById("to-contents").focus({ focusVisible: true }), true)`)
	p.press(kb.Enter)
	p.browsing(true)
	p.until(`document.activeElement === `+picture("tasks"), "document.activeElement.outerHTML")
	if got := eval[string](p, "location.hash"); !strings.Contains(got, "contents=1") || !strings.HasPrefix(got, "#tasks/2") {
		t.Errorf("the address of the contents is %s", got)
	}
	if got := eval[int](p, "history.length"); got != entries+1 {
		t.Errorf("the contents took %d entries of the history", got-entries)
	}
	scenes := eval[int](p, `document.querySelectorAll("main > .scene").length`)
	if got := eval[int](p, `document.querySelectorAll('.mark[data-id^="contents/"] a[aria-label]').length`); got != scenes {
		t.Errorf("the contents lead to %d of %d scenes", got, scenes)
	}

	p.press(kb.ArrowDown)
	p.until(`document.activeElement === `+picture("households"), "document.activeElement.outerHTML")
	eval[bool](p, `(history.back(), true)`)
	p.browsing(false)
	if s := p.settled(); s.Link != before.Link {
		t.Errorf("the way back leads to %s, the reader was at %s", s.Link, before.Link)
	}
	eval[bool](p, `(history.forward(), true)`)
	p.browsing(true)
	p.press(kb.Escape)
	p.browsing(false)
	p.until(`!location.hash.includes("contents")`, "location.hash")

	eval[bool](p, `(document.getElementById("to-contents").click(), true)`)
	p.browsing(true)
	p.do(chromedp.MouseClickXY(middleOf(p, picture("cleanup"))))
	p.browsing(false)
	if s := p.settled(); s.Scene != "cleanup" || s.Beat != 1 {
		t.Errorf("a picture of the contents leads to %s", s.Link)
	}
	eval[bool](p, `(history.back(), true)`)
	p.until(`lianhua.state().scene === "tasks"`, "lianhua.state()")
	for _, wrong := range p.complaints() {
		t.Error(wrong)
	}
}

// A tap is answered at once: what the contents show was drawn while nothing moved.
func TestContentsAreMadeAhead(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "index.html#hydrogen/1", width: 390, height: 844, touch: true, generous: true})
	p.ready()
	p.settled()
	p.until(`lianhuaPlayer.ahead()`, `"the small pictures are not made"`)
	eval[bool](p, `(lianhuaPlayer.set("contents", true), true)`)
	p.browsing(true)
	if !eval[bool](p, `lianhuaPlayer.ahead()`) {
		t.Error("the contents lacked a picture when they opened")
	}
}

// middleOf is the middle of an element, in the window.
func middleOf(p *tab, element string) (x, y float64) {
	at := eval[[]float64](p, `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(`+element+`.getBoundingClientRect())`)
	return at[0], at[1]
}
