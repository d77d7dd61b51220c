package browsertest

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"lianhua/scenes"
)

// leaveOut is all scenes but some, as a hall's address leaves them out.
func leaveOut(but ...string) string {
	var others []string
	for _, s := range scenes.All() {
		if !slices.Contains(but, s.Name()) {
			others = append(others, s.Name())
		}
	}
	return "leave-out=" + strings.Join(others, ",")
}

// visited waits until somebody is in the hall, or nobody.
func (p *tab) visited(who string) {
	p.t.Helper()
	p.until(`lianhuaPlayer.visitor() === `+quote(who), `[lianhuaPlayer.visitor(), lianhua.state()]`)
}

// alone holds that of the page there is nothing but the picture.
func (p *tab) alone(what string) {
	p.t.Helper()
	if got := eval[string](p, `[...document.body.children].filter((it) => it.checkVisibility()).map((it) => it.id || it.nodeName).join()`); got != what {
		p.t.Errorf("the page shows %s, want %s", got, what)
	}
}

// crash ends the program in a call.
const crash = `lianhuaPlayer.story({ byteLength: {} })`

// lit grants the page that the screen stays lit, and counts how often it asked.
const lit = `window.asked = 0; Object.defineProperty(navigator, "wakeLock", { value: { request: async () => { window.asked++; } } });`

// TestAHallByItsAddress goes through a visitor's hour: the loop in both languages, a
// touch, the question, and back without a trace; then the graphics are lost, twice, and the
// program crashes.
func TestAHallByItsAddress(t *testing.T) {
	t.Parallel()
	path := "en/index.html#zhongshan/1?hall=1&quiet=60&ask=10&return=cover&themes=day&speed=4&quite=60&" + leaveOut("cover", "zhongshan")
	p := open(t, visit{path: path, width: 1080, height: 1920, touch: true, clock: hurried, before: grasp + lit + impatient + `localStorage.setItem("lianhua.theme", "night"); localStorage.setItem("lianhua.lang", "en");`})
	hash := path[strings.Index(path, "#"):]
	p.ready()
	p.says("quite", "none of a hall's", "leave-out")
	p.alone("CANVAS")
	for _, lang := range []string{"zh", "en"} {
		p.until(`lianhua.state().lang === `+quote(lang), `lianhua.state()`)
		if !eval[bool](p, `((s) => s.theme === "day" && s.playing)(lianhua.state())`) || !eval[bool](p, `lianhuaPlayer.visitor() === ""`) {
			t.Errorf("the loop is at %s", eval[string](p, `JSON.stringify(lianhua.state())`))
		}
	}

	p.pace(1) // at a visitor's pace
	p.touch(touching{kind: fingersDown, fingers: []spot{{540, 700}}}, touching{kind: fingersUp})
	p.visited("here")
	for _, key := range []string{"t", "l", kb.Home, "c"} {
		p.press(key)
	}
	p.until(`((s) => !s.playing && s.theme === "night" && s.lang === "zh" && s.contents)(lianhua.state())`, `lianhua.state()`)
	p.press("c")
	for _, kind := range []string{"contextmenu", "dragstart", "selectstart", "touchmove", "wheel"} {
		if !eval[bool](p, `!document.body.dispatchEvent(new Event("`+kind+`", { bubbles: true, cancelable: true }))`) {
			t.Errorf("the browser answers to %s by itself", kind)
		}
	}
	p.pace(hurried)
	p.visited("")
	p.until(`lianhua.state().playing`, `lianhua.state()`)
	if s := eval[string](p, `((s) => s.scene + " " + s.lang + " " + s.theme)(lianhua.state())`); s != "cover zh day" {
		t.Errorf("it returns to %s", s)
	}

	for n, end := range []string{lose, lose, crash} {
		if asked := eval[int](p, `(document.dispatchEvent(new Event("visibilitychange")), window.asked)`); asked != 2 {
			t.Errorf("that the screen stays lit was asked for %d times, want at the start and when it is seen again", asked)
		}
		p.reloaded(end)
		p.ready()
		if got := eval[int](p, `history.state.troubles`); got != n+1 {
			t.Errorf("after end %d, %v are counted", n+1, got)
		}
		p.alone("CANVAS")
	}
	if s := eval[string](p, `((s) => s.scene + " " + s.lang + " " + s.theme + lianhuaPlayer.visitor())(lianhua.state())`); s != "zhongshan zh day" {
		t.Errorf("loaded again it is at %s", s)
	}
	if got := eval[string](p, `decodeURI(location.hash)`); got != hash {
		t.Errorf("the address is %s", got)
	}
	// A reader's choices of before lie there still; of the visitor there is nothing.
	if got := eval[string](p, `[...Object.keys(sessionStorage), ...Object.entries(localStorage).sort().flat(), history.length].join(" ")`); got != "lianhua.drawn lianhua.lang en lianhua.theme night 2" {
		t.Errorf("there is kept: %s", got)
	}
}

// TestAHallInLargeTypeByItsAddress has its buttons as large as its words, and works them
// where they are seen: in ordinary type other ones stand there, or none. One lowers the
// picture.
func TestAHallInLargeTypeByItsAddress(t *testing.T) {
	t.Parallel()
	path := "index.html#zhongshan/1?hall=1&quiet=0&large-type=1&low-reach=60-181&" + leaveOut("cover", "zhongshan")
	p := open(t, visit{path: path, width: 1080, height: 1920, touch: true, before: grasp})
	p.ready()
	touch := func(x, y float64) {
		p.touch(touching{kind: fingersDown, fingers: []spot{{x, y}}}, touching{kind: fingersUp})
	}
	touch(540, 300) // the picture: somebody is there
	p.visited("here")
	touch(895, 1848)
	p.until(`((s) => s.theme === "night" && !s.moving)(lianhua.state())`, `lianhua.state()`)
	const seen = `lianhuaPlayer.hash()`
	before, link := eval[string](p, seen), eval[string](p, `lianhua.state().link`)
	touch(777, 1848)
	p.until(`lianhuaPlayer.hash() !== `+quote(before)+` && !lianhua.state().moving`, `[lianhua.state(), lianhuaPlayer.hash()]`)
	low := eval[string](p, seen)
	touch(760, 1860) // its type is less large there, for want of room
	p.until(`!lianhua.state().moving && lianhuaPlayer.hash() === `+quote(before), `[lianhua.state(), lianhuaPlayer.hash()]`)
	if low == before || eval[string](p, `lianhua.state().link`) != link {
		t.Errorf("it is at %s, and was at %s", eval[string](p, `lianhua.state().link`), link)
	}
}
