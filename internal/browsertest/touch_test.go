package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// phone is a visit by a hand-held screen, with settled pictures.
func phone(path string) visit {
	return visit{path: path, width: 360, height: 640, touch: true, media: calm}
}

// TestAPhonesOwnPixels does at a phone's 3 × once each what the tests below do
// coarsely and often.
func TestAPhonesOwnPixels(t *testing.T) {
	screen := phone("en/index.html")
	screen.scale = 3
	p := open(t, screen)
	p.ready()
	p.settled()
	p.swipeAt("#aluminium/4", spot{60, 590}, spot{0, -140}, stepOn)
	p.rested()
	at := p.mark("stage.3")
	p.do(chromedp.TapXY(at.x, at.y))
	p.until(`lianhua.state().picked === "stage.3"`, "lianhua.state()")
	p.press("\x1b")
	p.goTo("#households/2")
	p.pinch(spot{180, 350}, 3)
	if p.settled(); p.zoom() < 2.4 || p.zoom() > 4 || eval[float64](p, "visualViewport.scale") != 1 {
		t.Errorf("fingers three times as far apart magnify by %v", p.zoom())
	}
	if got := eval[[]int](p, `[devicePixelRatio, document.querySelector("canvas").width]`); got[0] != 3 || got[1] != 1080 {
		t.Errorf("pixel ratio and canvas: %v", got)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// swipeAt swipes where a link leads until the condition is true of the step that
// was there.
func (p *tab) swipeAt(link string, from, by spot, condition string) (before state) {
	p.t.Helper()
	p.press("\x1b")
	before = p.goTo(link)
	eval[bool](p, `((window.was = lianhua.state().step), true)`)
	p.swipe(from, by, slow)
	p.until(condition, `[was, scrollY, lianhua.state()]`)
	return before
}

const (
	stepOn   = "lianhua.state().step > was"
	stepBack = "lianhua.state().step < was"
)

// rested waits until the page does not scroll any more and takes a step's place.
func (p *tab) rested() state {
	p.t.Helper()
	p.until(`await (async () => {
		const at = scrollY;
		for (let i = 0; i < 6; i++) await new Promise(requestAnimationFrame);
		return at === scrollY && Math.abs(scrollY - lianhua.state().step * 0.75 * document.body.clientHeight) < 2;
	})()`, "[scrollY, document.body.clientHeight, lianhua.state()]")
	return p.settled()
}

// scrolled waits for the end of the scrolling that a hand begins: a browser that
// is led elsewhere before goes on from there.
func (p *tab) scrolled(begin func()) {
	p.t.Helper()
	eval[bool](p, `((window.over = false), addEventListener("scrollend", () => (window.over = true), { once: true }), true)`)
	begin()
	p.until("over", "[scrollY, lianhua.state()]")
}

func (p *tab) goTo(link string) state {
	p.t.Helper()
	if !eval[bool](p, `lianhua.goto("`+link+`")`) {
		p.t.Fatalf("%s leads nowhere", link)
	}
	return p.rested()
}

// zoom is how far the picture is magnified, as its link tells.
func (p *tab) zoom() float64 {
	p.t.Helper()
	return eval[float64](p, `Number(new URLSearchParams(lianhua.state().link.split("?")[1]).get("zoom")?.split(",")[0] ?? 1)`)
}

// mark is the middle of a mark that can be worked.
func (p *tab) mark(id string) spot {
	p.t.Helper()
	p.until(`document.querySelector('.mark[data-id="`+id+`"]')`, `document.getElementById("marks")?.innerHTML`)
	at := eval[[]float64](p, `(() => { const r = document.querySelector('.mark[data-id="`+id+`"]').getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
	return spot{at[0], at[1]}
}

// TestSwipesScroll begins swipes on all that a picture holds: they scroll the
// story and touch nothing.
func TestSwipesScroll(t *testing.T) {
	p := open(t, phone("en/index.html"))
	p.ready()
	p.settled()
	for _, test := range []struct {
		link, mark string
		from       spot
	}{
		{link: "#aluminium/5", mark: "stage.3"},
		{link: "#aluminium/3", from: spot{60, 590}},
		{link: "#hydrogen/2", from: spot{180, 60}}, // on the title
		{link: "#households/2", from: spot{180, 400}},
		{link: "#cleanup/2", from: spot{180, 400}},
		{link: "#inspection/1", from: spot{180, 300}},
	} {
		p.goTo(test.link)
		from := test.from
		if test.mark != "" {
			from = p.mark(test.mark)
		}
		p.swipeAt(test.link, from, spot{0, -140}, stepOn)
		if s := p.rested(); s.Picked != "" {
			t.Errorf("%s: a swipe picks %q", test.link, s.Picked)
		}
		p.swipeAt(test.link, spot{from.x, min(from.y, 440)}, spot{0, 140}, stepBack)
		if s := p.rested(); s.Picked != "" || p.zoom() != 1 {
			t.Errorf("%s: a swipe back picks %q, zooms %v", test.link, s.Picked, p.zoom())
		}
	}

	// What trembles is no swipe.
	before := p.swipeAt("#aluminium/3", spot{60, 590}, spot{0, -30}, "true")
	if s := p.rested(); s.Step != before.Step {
		t.Errorf("30 pixels lead from step %d to %d", before.Step, s.Step)
	}

	// A quick swipe goes on by itself when the finger has left.
	eval[bool](p, `(addEventListener("touchend", () => (window.left = scrollY)), addEventListener("scroll", () => (window.far = Math.max(window.far ?? 0, scrollY))), true)`)
	p.swipe(spot{60, 590}, spot{0, -160}, 50)
	p.rested()
	if left, far := eval[float64](p, "window.left"), eval[float64](p, "window.far"); far < left+60 {
		t.Errorf("the finger left at %v, the page came to rest at %v", left, far)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestAMarkThatGoesWithItsScene is swiped away from under the finger, or given to
// the scene that comes: the page learns all the same that the finger has left, or at
// the latest, that the next one is alone.
func TestAMarkThatGoesWithItsScene(t *testing.T) {
	p := open(t, phone("en/index.html"))
	p.ready()
	p.settled()
	for _, test := range []struct{ link, mark, next string }{
		{"#households/3", "dial", "water"},
		{"#aluminium/5", "stage.3", "hydrogen"},
	} {
		before := p.goTo(test.link)
		from := p.mark(test.mark)
		p.touch(
			touching{kind: fingersDown, fingers: []spot{from}},
			touching{kind: fingersMove, fingers: []spot{{from.x, from.y - 70}}, after: slow / 2},
			touching{kind: fingersMove, fingers: []spot{{from.x, from.y - 140}}, after: slow},
		)
		p.until(`document.getElementById("marks").parentElement.id === "`+test.next+`"`, "lianhua.state()")
		p.touch(touching{kind: fingersUp})
		if s := p.rested(); s.Picked != "" || s.Step != before.Step+1 {
			t.Errorf("%s: a swipe leads from step %d to %s, picks %q", test.link, before.Step, s.Link, s.Picked)
		}
	}
	// The next finger is the first.
	before := p.swipeAt("#aluminium/3", spot{60, 590}, spot{0, -140}, stepOn)
	if s := p.rested(); s.Step != before.Step+1 {
		t.Errorf("a swipe leads from step %d to %d", before.Step, s.Step)
	}

	// It is alone, too, where nobody has told that two before it have left.
	eval[bool](p, `window.dispatchEvent(new TouchEvent("touchstart", { touches: [1, 2].map((identifier) => new Touch({ identifier, target: document.body })) }))`)
	eval[bool](p, `((window.was = lianhua.state().step), true)`)
	p.swipe(spot{60, 590}, spot{0, -140}, slow)
	p.until(stepOn, "[was, scrollY, lianhua.state()]")
}

// TestPinch magnifies the crowds and nothing else.
func TestPinch(t *testing.T) {
	p := open(t, phone("en/index.html"))
	p.ready()
	p.settled()
	for _, link := range []string{"#households/2", "#cleanup/3"} {
		before := p.goTo(link)
		top := eval[float64](p, "scrollY")
		p.pinch(spot{180, 350}, 3)
		after := p.settled()
		if z := p.zoom(); z < 2.4 || z > 4 { // the browser adds or keeps the first pixels
			t.Errorf("%s: fingers three times as far apart magnify by %v", link, z)
		}
		if after.Step != before.Step || after.Picked != "" || eval[float64](p, "scrollY") != top {
			t.Errorf("%s: a pinch leads from step %d to %d, picks %q", link, before.Step, after.Step, after.Picked)
		}
		if k := eval[float64](p, "visualViewport.scale"); k != 1 {
			t.Errorf("%s: a pinch magnifies the page by %v", link, k)
		}
		p.until(`!document.getElementById("whole").hidden`, "lianhua.state()")

		// One finger moves the picture, and the story at its edge.
		near := link + "?zoom=4,500,500"
		focus := func() float64 {
			return eval[float64](p, `Number(new URLSearchParams(lianhua.state().link.split("?")[1]).get("zoom").split(",")[2])`)
		}
		p.swipeAt(near, spot{180, 300}, spot{0, 60}, `!lianhua.state().link.includes(",500&") && !lianhua.state().link.endsWith(",500")`)
		if s := p.settled(); focus() >= 500 || s.Step != before.Step {
			t.Errorf("%s: a finger moves the picture from 500 to %v, step %d", link, focus(), s.Step)
		}
		p.swipeAt(link+"?zoom=4,500,0", spot{180, 260}, spot{0, 140}, stepBack)
		p.goTo(near)
		p.until(`!document.getElementById("whole").hidden`, "lianhua.state()")

		// The way back.
		eval[bool](p, `(document.getElementById("whole").click(), true)`)
		p.settled()
		p.until(`document.getElementById("whole").hidden`, "lianhua.state()")
		if z := p.zoom(); z != 1 {
			t.Errorf("%s: the whole picture is magnified by %v", link, z)
		}
		p.doubleTap(spot{180, 420})
		p.until(`!document.getElementById("whole").hidden`, "lianhua.state()")
		p.settled()
		p.doubleTap(spot{180, 420})
		p.until(`document.getElementById("whole").hidden`, "lianhua.state()")
	}

	// Fingers that leave in either order, or are taken away, leave nothing behind.
	p.goTo("#households/2")
	for _, stays := range []int{0, 1, -1} {
		at := []spot{{150, 400}, {210, 400}}
		apart := []spot{{140, 400}, {220, 400}}
		all := []touching{{kind: fingersDown, fingers: at[:1]}, {kind: fingersDown, fingers: at}, {kind: fingersMove, fingers: apart}}
		if stays < 0 {
			p.touch(append(all, touching{kind: fingersCancel})...)
			continue
		}
		p.touch(append(all, touching{kind: fingersUp, first: stays, fingers: apart[stays : stays+1]}, touching{kind: fingersUp})...)
	}
	eval[bool](p, `(lianhua.goto({ scene: "households", beat: 2 }), document.getElementById("whole").click(), true)`)
	p.until("document.getElementById('whole').hidden", "lianhua.state()")
	if s := p.settled(); s.Picked != "" {
		t.Errorf("fingers that leave pick %q", s.Picked)
	}
	p.swipeAt("#households/2", spot{180, 400}, spot{0, -140}, stepOn)

	// Elsewhere the browser magnifies the page, and the story stays.
	for _, link := range []string{"#aluminium/4", "#inspection/2"} {
		before := p.goTo(link)
		p.pinch(spot{180, 300}, 3)
		p.until("visualViewport.scale > 1.5", "visualViewport.scale")
		if s := p.settled(); s.Step != before.Step || s.Picked != before.Picked || p.zoom() != 1 {
			t.Errorf("%s: a pinch leads to step %d, %s", link, s.Step, s.Link)
		}
		p.magnified(1)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestTapsHitWhatTheyShow taps the middle of every mark of every scene.
func TestTapsHitWhatTheyShow(t *testing.T) {
	t.Parallel()
	screen := phone("en/index.html")
	screen.clock = hurried
	p := open(t, screen)
	p.ready()
	p.settled()
	for _, link := range []string{"#aluminium/5", "#hydrogen/4", "#sources/1"} {
		before := p.goTo(link)
		p.until(`document.querySelector(".mark button")`, `document.getElementById("marks")?.innerHTML`)
		ids := eval[[]string](p, `[...document.querySelectorAll('.mark[data-role="button"]')].map((m) => m.dataset.id)`)
		if len(ids) < 2 {
			t.Errorf("%s has the marks %q", link, ids)
		}
		for _, id := range ids {
			at := p.mark(id)
			p.do(chromedp.TapXY(at.x, at.y))
			p.until(`lianhua.state().picked === "`+id+`"`, "[lianhua.state(), '"+id+"']")
			if s := p.settled(); s.Step != before.Step {
				t.Errorf("%s: a tap on %s leads to step %d", link, id, s.Step)
			}
			p.press("\x1b")
			p.until(`lianhua.state().picked === ""`, "lianhua.state()")
			p.settled()
		}
	}

	// A long press picks, and its end leaves it; a touch that is taken away does not.
	p.goTo("#aluminium/5")
	at := p.mark("stage.2")
	down := touching{kind: fingersDown, fingers: []spot{at}}
	p.touch(down)
	p.until(`lianhua.state().picked === "stage.2"`, "lianhua.state()")
	p.touch(touching{kind: fingersUp})
	if s := p.settled(); s.Picked != "stage.2" {
		t.Errorf("a long press leaves %q", s.Picked)
	}
	p.press("\x1b")
	p.settled()
	// No time passes between the two, however busy the machine is: else it is a long press.
	p.pace(0)
	p.touch(down, touching{kind: fingersCancel})
	p.pace(hurried)
	if s := p.settled(); s.Picked != "" {
		t.Errorf("a touch that was taken away picks %q", s.Picked)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", strings.Join(wrong, "\n"))
	}
}
