package browsertest

import (
	"encoding/json"
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/scenes"
)

// stop is what has the keys, and the line that shows it.
type stop struct {
	Mark, ID, Name string // Mark is empty where it is no mark of the picture
	Scene          string // in whose section it stands
	Box            [4]float64
	Line           float64 // width of the outline, and how far it stands off
	Off            float64
	Color          [3]float64
}

// stopped tells what has the keys. A scene's heading is shown by a line around
// the whole window.
func (p *tab) stopped() stop {
	p.t.Helper()
	var s stop
	told := eval[string](p, `JSON.stringify((() => {
		const parts = (color) => color.match(/[\d.]+/g).map(Number);
		const over = (color, ground) => parts(ground).slice(0, 3).map((v, i) => v + (parts(color)[i] - v) * (parts(color)[3] ?? 1)); // a system's own colours may let others through
		const at = document.activeElement;
		const heading = at.matches(".playing .scene > .text :is(h1, h2)");
		const section = at.closest(".scene");
		const style = heading ? getComputedStyle(section, "::after") : getComputedStyle(at);
		let { x, y, width, height } = at.getBoundingClientRect();
		if (heading) [x, y, width, height] = [7, 7, document.documentElement.clientWidth - 14, innerHeight - 14];
		return {
			Mark: at.closest(".mark")?.dataset.id ?? "", ID: at.id, Name: at.nodeName, Scene: section?.id ?? "",
			Box: [x, y, width, height], Line: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth), Off: parseFloat(style.outlineOffset),
			Color: over(style.outlineColor, getComputedStyle(document.documentElement).backgroundColor),
		};
	})())`)
	if err := json.Unmarshal([]byte(told), &s); err != nil {
		p.t.Fatalf("%s: %v", told, err)
	}
	return s
}

func (s stop) String() string {
	if s.Mark != "" {
		return s.Mark
	}
	return s.Name + "#" + s.ID + " of " + s.Scene
}

// lined is how much of the line around what has the keys is seen in the window:
// 1 where nothing covers it and none of it lies outside.
func (s stop) lined(window *image.RGBA) float64 {
	if s.Line == 0 {
		return 0
	}
	const near = 48 // levels: colours of edges are mixed
	seen, all := 0, 0
	look := func(x, y float64) {
		all++
		at := image.Pt(int(math.Floor(x)), int(math.Floor(y)))
		if !at.In(window.Rect) {
			return
		}
		c := window.RGBAAt(at.X, at.Y)
		if math.Abs(float64(c.R)-s.Color[0]) < near && math.Abs(float64(c.G)-s.Color[1]) < near && math.Abs(float64(c.B)-s.Color[2]) < near {
			seen++
		}
	}
	d := s.Off + s.Line/2
	left, top, right, bottom := s.Box[0]-d, s.Box[1]-d, s.Box[0]+s.Box[2]+d, s.Box[1]+s.Box[3]+d
	const corner = 8 // is round
	for x := left + corner; x <= right-corner; x++ {
		look(x, top)
		look(x, bottom)
	}
	for y := top + corner; y <= bottom-corner; y++ {
		look(left, y)
		look(right, y)
	}
	return float64(seen) / float64(max(all, 1))
}

// window is the window's pixels.
func (p *tab) window() *image.RGBA {
	p.t.Helper()
	return decoded(p.t, call(p, page.CaptureScreenshot, page.CaptureScreenshotParams{}).Data)
}

// plain is lined where all is seen, but for round corners.
const plain = 0.8

// Of a scene with many marks of a kind, so many are looked at closely.
const looked = 6

// marksOf are what can be worked in a picture, in the order of Tab, but the links to
// the acts: to the page they are one stop of its own, see TestKeysGoThroughTheWholePage.
func marksOf(m *play.Machine) []draw.ID {
	return slices.DeleteFunc(m.Touchables(nil), func(id draw.ID) bool { return strings.HasPrefix(id.Name, "act.") })
}

// settle lets a native story come to rest.
func settle(t *testing.T, m *play.Machine, l *draw.List, w, h float64) {
	t.Helper()
	for range 600 {
		m.Tick(1.0 / 60)
		m.Draw(l, geom.R(0, 0, w, h))
		if m.Due() > 0 {
			return
		}
	}
	t.Fatalf("%s does not settle", m.Link())
}

// TestKeysReachAndWorkEveryMark goes from each scene's heading through its marks
// and back, and does to each with Enter what it does natively, where Enter is
// held to be a tap: half of the scenes in one window, half in another.
func TestKeysReachAndWorkEveryMark(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	for half, screen := range []visit{{path: "index.html#?lang=zh", width: 960, height: 600, scale: 1, media: calm, before: undrawn}, {path: "en/index.html", width: 360, height: 640, scale: 1, media: calm, before: undrawn}} {
		t.Run(screen.path, func(t *testing.T) {
			t.Parallel()
			p := open(t, screen)
			p.ready()
			lang := p.heard().Lang
			w, h := float64(screen.width), float64(screen.height)
			worked := 0
			for _, scene := range sample(half, 2) {
				place := fmt.Sprintf("#%s/%d", scene.Name(), len(scene.Beats()))
				s := p.shownAt(place, lang, "day")
				m, l := n.seen(t, s.Link, w, h)
				want := marksOf(m)
				p.until(fmt.Sprintf(`document.querySelectorAll(".mark").length === %d`, len(want)), `document.getElementById("marks").innerHTML`)

				eval[bool](p, fmt.Sprintf(`(document.querySelector("#%s > .text :is(h1, h2)").focus({ preventScroll: true }), true)`, scene.Name()))
				stops := []stop{p.stopped()}
				shots := []*image.RGBA{p.window()}
				for range want {
					p.press(kb.Tab)
					if len(stops) <= looked {
						p.heard() // a mark that has the keys may swell
						shots = append(shots, p.window())
					}
					stops = append(stops, p.stopped())
				}
				if got := stops[0].lined(shots[0]); got < plain {
					t.Errorf("%s: of the line that shows the scene's own stop %.2f is seen", s.Link, got)
				}
				for k, id := range want {
					at := stops[k+1]
					if at.Mark != id.String() {
						t.Fatalf("%s: Tab %d comes to %s, want %s", s.Link, k+1, at, id)
					}
					if b := at.Box; b[0] < 0 || b[1] < 0 || b[0]+b[2] > w || b[1]+b[3] > h {
						t.Errorf("%s: %s stands at %.0f, out of the window", s.Link, at, b)
					}
					if k >= looked {
						continue
					}
					if before, after := at.lined(shots[k]), at.lined(shots[k+1]); after < plain || before > after-0.2 {
						t.Errorf("%s: of the line around %s %.2f is seen, %.2f before it had the keys", s.Link, at, after, before)
					}
				}
				for k := len(want) - 1; k >= 0; k-- {
					p.press(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
					if at := p.stopped(); at.String() != stops[k].String() {
						t.Fatalf("%s: Shift+Tab comes to %s, want %s", s.Link, at, stops[k])
					}
				}

				away := false
				for k, id := range want {
					if l.Marks[l.Find(id)].Sem.Role == draw.RoleSlider || k >= looked && k < len(want)-2 {
						continue
					}
					if away {
						p.shownAt(place, lang, "day")
					}
					away = l.Marks[l.Find(id)].Sem.Role != draw.RoleButton
					p.focus(id)
					p.press(kb.Enter)
					there, list := n.seen(t, s.Link, w, h)
					there.Activate(id)
					settle(t, there, list, w, h)
					p.until(fmt.Sprintf(`lianhua.state().link === %q`, there.Link().String()), fmt.Sprintf("[%q, lianhua.state()]", id))
					worked++
					if l.Marks[l.Find(id)].Sem.Role == draw.RoleButton {
						p.heard()
						if at := p.stopped(); at.Mark != id.String() {
							t.Errorf("%s: after Enter on %s the keys are on %s", s.Link, id, at)
						}
						p.press(kb.Escape)
						p.until(`lianhua.state().picked === ""`, "lianhua.state()")
					} else if at := p.heard(); p.stopped().Scene != at.Scene {
						t.Errorf("%s: after Enter on %s the keys are on %s, the reader in %s", s.Link, id, p.stopped(), at.Scene)
					}
				}
			}
			if worked < 20 {
				t.Errorf("only %d marks were worked", worked)
			}
			if wrong := p.complaints(); len(wrong) > 0 {
				t.Errorf("the console says %q", wrong)
			}
		})
	}
}

// focus gives the keys to a mark.
func (p *tab) focus(id draw.ID) {
	p.t.Helper()
	find := fmt.Sprintf(`document.querySelector('.mark[data-id=%q] > *')`, id.String())
	p.until(find, `document.getElementById("marks")?.innerHTML`)
	eval[bool](p, `(`+find+`.focus(), true)`)
}

// TestKeysGoThroughTheWholePage tabs from the page's beginning to its end: in the
// order of what is read, each stop in sight, and nothing keeps the keys.
func TestKeysGoThroughTheWholePage(t *testing.T) {
	t.Parallel()
	for _, screen := range []visit{{path: "index.html", media: calm}, phone("en/index.html")} {
		t.Run(screen.path, func(t *testing.T) {
			t.Parallel()
			p := open(t, screen)
			p.ready()
			p.heard()
			eval[bool](p, `(document.activeElement.blur(), window.before = null, true)`)
			var read []string
			stops := 0
			for ; stops < 400; stops++ {
				p.press(kb.Tab)
				if eval[bool](p, `document.activeElement === document.body || Boolean(before) && document.activeElement.matches(".skip")`) {
					break
				}
				if eval[bool](p, `document.activeElement.matches(".scene h1, .scene h2")`) {
					read = append(read, p.heard().Scene)
				}
				wrong := eval[string](p, `await (async () => {
				const at = document.activeElement;
				const last = window.before;
				window.before = at;
				const name = at.outerHTML.slice(0, 200);
				if (last?.isConnected && !(last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) return name + " comes before what had the keys";
				if (at.matches(".playing .scene > .text *")) return "";
				await new Promise(requestAnimationFrame);
				const r = at.getBoundingClientRect();
				if (r.left < 0 || r.top < 0 || r.right > innerWidth || r.bottom > innerHeight) return name + " stands at " + JSON.stringify(r);
				if (at.closest(".mark, #acts")) return "";
				const over = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
				return at.contains(over) ? "" : name + " lies under " + over?.outerHTML.slice(0, 100);
			})()`)
				if wrong != "" {
					t.Errorf("%s: stop %d: %s", screen.path, stops+1, wrong)
				}
			}
			t.Logf("%s: %d stops", screen.path, stops)
			if stops == 400 {
				t.Errorf("%s: Tab does not leave the page", screen.path)
			}
			var want []string
			for _, s := range scenes.All() {
				want = append(want, s.Name())
			}
			if !slices.Equal(read, want) {
				t.Errorf("%s: Tab leads through the scenes %q", screen.path, read)
			}
		})
	}
}

// TestKeysWorkTheMenu opens the menu of small windows, chooses in it and leaves it.
func TestKeysWorkTheMenu(t *testing.T) {
	t.Parallel()
	p := open(t, phone("en/index.html#hydrogen/2"))
	p.ready()
	p.heard()
	const isOpen = `document.getElementById("panel").checkVisibility()`
	begin := func() {
		t.Helper()
		eval[bool](p, `(document.getElementById("menu").focus(), true)`)
		p.press(kb.Enter)
		p.until(isOpen, "document.activeElement.outerHTML")
	}
	begin()
	var seen []string
	for range 7 {
		seen = append(seen, eval[string](p, `document.activeElement.dataset.lang ?? document.activeElement.dataset.themeTo ?? document.activeElement.id`))
		p.press(kb.Tab)
	}
	if want := []string{"zh", "en", "day", "night", "contrast", "motion", "to-sources"}; !slices.Equal(seen, want) {
		t.Errorf("Tab leads through the menu by %q", seen)
	}
	p.press(kb.Escape)
	if eval[bool](p, isOpen) || eval[string](p, "document.activeElement.id") != "menu" {
		t.Errorf("Escape leaves the menu to %s", p.stopped())
	}
	begin()
	p.press(kb.Tab + kb.Tab + kb.Tab)
	p.press(kb.Enter)
	p.until(`lianhua.state().theme === "night"`, "lianhua.state()")
	if !eval[bool](p, isOpen) {
		t.Error("a choice shuts the menu")
	}
	p.press(kb.Tab + kb.Tab + kb.Tab + kb.Tab + kb.Tab + kb.Tab + kb.Tab + kb.Tab)
	if eval[bool](p, isOpen) {
		t.Errorf("the menu lies over the picture when the keys are on %s", p.stopped())
	}
}

// TestKeysGoIntoACrowd finds one house by keys alone, looks at it from near and
// comes back. A sign means nothing where the keys are not in the story.
func TestKeysGoIntoACrowd(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#households/3", width: 960, height: 600, media: calm})
	p.ready()
	p.heard()
	eval[bool](p, `(document.getElementById("play").focus(), true)`)
	p.press("+")
	if p.settled(); p.zoom() != 1 {
		t.Error("a sign that was typed on a button magnifies the picture")
	}
	p.focus(draw.Name("house"))
	p.press(kb.Enter)
	p.until(`lianhua.state().picked.startsWith("house.")`, "lianhua.state()")
	picked := p.heard().Picked
	for range 4 {
		p.press("+")
		p.settled()
	}
	p.until(`!document.getElementById("whole").hidden`, "lianhua.state()")
	if p.zoom() < 4 {
		t.Errorf("four signs magnify by %v", p.zoom())
	}
	for _, key := range []string{kb.ArrowRight, kb.ArrowDown} {
		p.press(key)
		s := p.heard()
		if s.Picked == picked || s.Scene != "households" || p.stopped().Mark != "house" {
			t.Errorf("%q leads from %s to %s in %s, the keys are on %s", key, picked, s.Picked, s.Scene, p.stopped())
		}
		picked = s.Picked
	}
	p.press(kb.Escape)
	p.until(`lianhua.state().picked === ""`, "lianhua.state()")
	p.press(kb.Escape)
	p.until(`document.getElementById("whole").hidden`, "lianhua.state()")

	// Where nobody can be picked, arrows move the picture, and the story at its edge.
	before := p.goTo("#cleanup/4?zoom=6,500,500")
	eval[bool](p, `(document.querySelector("#cleanup > .text h2").focus({ preventScroll: true }), true)`)
	link := p.heard().Link
	for _, key := range []string{kb.ArrowRight, kb.ArrowDown, kb.ArrowLeft, kb.ArrowUp} {
		p.press(key)
		if s := p.heard(); s.Link == link || s.Step != before.Step {
			t.Errorf("%q leads from %s to %s", key, link, s.Link)
		} else {
			link = s.Link
		}
	}
	for n := 0; p.settled().Step == before.Step; n++ {
		if p.press(kb.ArrowUp); n > 30 {
			t.Fatal("at its upper edge the picture keeps the keys")
		}
	}
}
