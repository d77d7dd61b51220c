package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// widths are those of columns from a small phone's to a wide page's.
var widths = []int{320, 360, 480, 640, 768, 1024, 1280, 1440, 1920}

// TestEmbedFitsEveryColumn gives a frame columns of all widths: its height suits
// it at once, nothing in it leaves it, and the page around it never shifts.
func TestEmbedFitsEveryColumn(t *testing.T) {
	t.Parallel()
	p := hosted(t, placement{same: true, width: 1960, height: 1000, body: `
		<div id="column" style="width: 320px">` + line(`data-link="#aluminium/5"`) + `</div><div class="text"></div>`}, visit{media: calm})
	p.at("aluminium", 5)
	if title := eval[string](p.tab, "last().title"); title != "One pour of metal becomes a chain" {
		t.Errorf("the scene is called %q", title)
	}
	if got := eval[[]string](p.tab, `Object.keys(window).filter((name) => !names.includes(name) && name !== "names" && isNaN(name))`); len(got) > 0 {
		t.Errorf("the script leaves %q behind", got)
	}
	for _, width := range widths {
		eval[bool](p.tab, fmt.Sprintf(`(document.getElementById("column").style.width = "%dpx", true)`, width))
		p.until(fmt.Sprintf(`inner().innerWidth === %d && inner().document.querySelector("canvas").clientHeight === inner().innerHeight && !inner().lianhua.state().moving`, width), "[inner().innerWidth, inner().innerHeight, inner().document.querySelector(\"canvas\")?.clientHeight, inner().lianhua.state(), inner().lianhua.frames(), inner().document.documentElement.className]")
		p.until(fmt.Sprintf(`heights.at(-1).width === %d && heights.at(-1).height === frame().offsetHeight`, width), "[heights.at(-1), frame().offsetHeight]")
		// What is worked, the buttons and the picture lie within.
		p.until(`inner().document.querySelectorAll(".mark").length >= 7 && [...inner().document.querySelectorAll(".mark, #bar, canvas")].every((m) => {
			const r = m.getBoundingClientRect();
			return r.left >= 0 && r.top >= 0 && r.right <= inner().innerWidth && r.bottom <= inner().innerHeight && r.width > 0 && r.height > 0;
		})`, `[...inner().document.querySelectorAll(".mark, #bar, canvas")].map((m) => [m.dataset.id ?? m.id, JSON.stringify(m.getBoundingClientRect())])`)
		got := eval[[]float64](p.tab, `(() => {
			const [w, d] = [inner(), inner().document];
			const r = d.querySelector("canvas").getBoundingClientRect();
			return [d.documentElement.scrollWidth - w.innerWidth, r.left, r.top, w.innerWidth - r.right, w.innerHeight - r.bottom, document.documentElement.scrollWidth - innerWidth];
		})()`)
		if slices.ContainsFunc(got, func(n float64) bool { return n > 0 }) {
			t.Errorf("at %d: overflow, gaps beside the canvas, and overflow of the page: %v", width, got)
		}
		if n := eval[int](p.tab, `inner().document.querySelectorAll("#marks .spoken").length`); n < 5 {
			t.Errorf("at %d the picture says %d lines", width, n)
		}
		if out := eval[string](p.tab, `inner().document.getElementById("out").href`); !strings.HasPrefix(out, p.story+"/en/#aluminium/5?") {
			t.Errorf("the way out leads to %s", out)
		}
	}
	p.quiet()

	// The script and the frame know one rule.
	apart := eval[[]string](p.tab, `(async () => {
		const { heightOf } = await import("/js/frame.js");
		const [column, out] = [document.getElementById("column"), []];
		for (let w = 250; w <= 1950; w += w < 730 ? 39 : 170) {
			column.style.width = w + "px";
			await new Promise(requestAnimationFrame);
			await new Promise(requestAnimationFrame);
			const want = heightOf(w, Math.round(innerHeight * 0.88));
			if (frame().offsetHeight !== want) out.push(w + ": " + frame().offsetHeight + ", want " + want);
		}
		return out;
	})()`)
	if len(apart) > 0 {
		t.Errorf("the frame has the heights %q", apart)
	}
}

// TestEmbedHeightFollowsTheWindow turns a phone and moves its browser's bar.
func TestEmbedHeightFollowsTheWindow(t *testing.T) {
	t.Parallel()
	p := hosted(t, placement{width: 360, height: 640, body: line(`data-scene="hydrogen"`) + line(`data-scene="sources" data-height="500"`) + `<div class="text"></div>`}, visit{media: calm})
	p.at("hydrogen", 1)
	for _, step := range []struct{ width, height, want int64 }{
		{360, 640, 563}, {360, 560, 563}, {360, 600, 563}, {640, 360, 317}, {360, 640, 563}, {360, 400, 352},
	} {
		p.resize(step.width, step.height, 1)
		p.until(fmt.Sprintf(`frame().offsetHeight === %d && heights.some((h) => h.height === %d)`, step.want, step.want), "[frame().offsetHeight, heights]")
	}
	if got := eval[int](p.tab, `document.querySelectorAll("iframe")[1].offsetHeight`); got != 500 {
		t.Errorf("a fixed height is %d", got)
	}
}

// TestEmbedTakesNothingFromItsHost loads, plays and leads a frame beside a field
// that is being typed into.
func TestEmbedTakesNothingFromItsHost(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, same bool) {
		p := hosted(t, placement{same: same, width: 1000, height: 700, body: `
			<div class="text"></div><input id="field">` + line(`data-link="#households/2"`) + `<div class="text"></div>
			<script>document.getElementById("field").focus({ preventScroll: true }), scrollTo(0, 1100)</script>`}, visit{media: calm})
		length := eval[int](p.tab, "history.length")
		kept := func(after string) {
			t.Helper()
			got := eval[[]any](p.tab, `[document.activeElement.id, document.hasFocus(), scrollY, history.length]`)
			if fmt.Sprint(got) != fmt.Sprint([]any{"field", true, 1100, length}) {
				t.Errorf("%s: focus, scroll and history are %v", after, got)
			}
		}
		p.at("households", 2)
		kept("loaded")
		p.lead("#households/3?pick=house.20000", "households", 3)
		p.lead("#households/1?lang=zh&theme=night", "households", 1)
		p.until(`last().link.includes("lang=zh") && /[\u4e00-\u9fff]/.test(last().title)`, "states")
		kept("led")
		eval[bool](p.tab, `(send({ goto: "#households/1?play=1&lang=en" }), true)`)
		p.until(`last().link.includes("play=1")`, "states")
		p.lead("#households/2?play=0", "households", 2)
		kept("played")
		p.press("x")
		if got := eval[string](p.tab, `document.getElementById("field").value`); got != "x" {
			t.Errorf("the field has got %q", got)
		}
		// Another scene takes the frame, the whole story's page.
		p.lead("#aluminium/2", "aluminium", 2)
		p.lead("#inspection/1", "inspection", 1)
		kept("led to other scenes")
		p.quiet()
	})
}

// TestEmbedPassesScrollingOn scrolls a page through a frame, by wheel and by keys:
// between its ends the frame takes it, at both ends the page goes on.
func TestEmbedPassesScrollingOn(t *testing.T) {
	both(t, func(t *testing.T, same bool) {
		p := hosted(t, placement{same: same, width: 1000, height: 700, body: `<div class="text"></div>` + line(`data-scene="aluminium"`) + `<div class="text"></div>`}, visit{media: calm})
		place := func() { p.scrollTo(1380) }
		place()
		p.at("aluminium", 1)
		turn := func(by float64) {
			t.Helper()
			call(p.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: 500, Y: 400, DeltaX: 1e-6, DeltaY: by})
		}
		// As long as a turn of the wheel belongs to the one before, it is for the same
		// page: it is turned until a new one begins, and undone meanwhile.
		again := func(by float64, condition string, undo func()) {
			t.Helper()
			for range 12 {
				turn(by)
				if p.reaches(condition) {
					return
				}
				undo()
			}
			t.Fatalf("turning the wheel by %v does not lead to %s: %s", by, condition, eval[string](p.tab, "JSON.stringify([scrollY, states])"))
		}
		again(-60, "scrollY < 1380", func() {})
		if got := eval[int](p.tab, "last().beat"); got != 1 {
			t.Errorf("the frame has gone to %d", got)
		}
		place()
		for turns := 0; eval[int](p.tab, "last().beat") < beats(t, "aluminium"); turns++ {
			if turns == 40 {
				t.Fatalf("turning the wheel does not lead to the frame's end: %s", eval[string](p.tab, "JSON.stringify([scrollY, states])"))
			}
			beat := eval[int](p.tab, "last().beat")
			turn(100)
			p.reaches(fmt.Sprintf(`scrollY !== 1380 || last().beat !== %d`, beat))
			got := eval[[]float64](p.tab, "[scrollY, last().beat]")
			if int(got[1]) != beat && int(got[1]) < beats(t, "aluminium") && got[0] != 1380 {
				t.Errorf("the page has scrolled to %v with the frame, which is at %v", got[0], got[1])
			}
			if got[0] != 1380 {
				place()
			}
		}
		again(60, "scrollY > 1380", func() {})
		if got := eval[string](p.tab, "last().scene"); got != "aluminium" {
			t.Errorf("the frame has gone to %s", got)
		}

		// The same by keys.
		place()
		p.lead("#aluminium/1", "aluminium", 1)
		eval[bool](p.tab, `(frame().focus(), true)`)
		p.press(kb.ArrowUp)
		p.until("scrollY < 1380", "scrollY")
		place()
		p.press(kb.PageUp)
		p.until("scrollY < 1380", "scrollY")
		place()
		for beat := 2; beat <= beats(t, "aluminium"); beat++ {
			p.press(kb.ArrowDown)
			p.at("aluminium", beat)
		}
		if got := eval[float64](p.tab, "scrollY"); got != 1380 {
			t.Errorf("the page has scrolled to %v by keys for the frame", got)
		}
		p.press(kb.ArrowDown)
		p.until("scrollY > 1380", "scrollY")
		place()
		p.press(kb.PageDown)
		p.until("scrollY > 1380", "scrollY")
		p.at("aluminium", beats(t, "aluminium"))
		p.quiet()
	})
}

// TestEmbedPassesSwipesOn does it with a finger.
func TestEmbedPassesSwipesOn(t *testing.T) {
	both(t, func(t *testing.T, same bool) {
		p := hosted(t, placement{same: same, width: 360, height: 640, phone: true, body: `<div class="text"></div>` + line(`data-scene="households"`) + `<div class="text"></div>`}, visit{media: calm})
		place := func() { p.scrollTo(1380) }
		place()
		p.at("households", 1)
		again := func(from, by spot, condition string) {
			t.Helper()
			for range 6 {
				p.swipe(from, by, slow)
				if p.reaches(condition) {
					return
				}
			}
			t.Fatalf("swiping by %v does not lead to %s: %s", by, condition, eval[string](p.tab, "JSON.stringify([scrollY, states])"))
		}
		again(spot{180, 250}, spot{0, 200}, "scrollY < 1360")
		place()
		again(spot{180, 450}, spot{0, -160}, `last().beat > 1`)
		if got := eval[float64](p.tab, "scrollY"); got != 1380 {
			t.Errorf("the page has scrolled to %v with the frame", got)
		}
		p.lead(fmt.Sprintf("#households/%d", beats(t, "households")), "households", beats(t, "households"))
		again(spot{180, 450}, spot{0, -200}, "scrollY > 1400")
		p.quiet()
	})
}
