package browsertest

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// provoke lets the program fail as it would where a browser or a driver breaks:
// what it calls throws, so that Go panics, or its memory access traps. The player
// has no door for this; the test stands between it and the browser. What is to
// fail is named by the window's trouble or, before the page runs, by what lies in
// the session.
const provoke = `
	window.trouble = "";
	const getContext = HTMLCanvasElement.prototype.getContext;
	HTMLCanvasElement.prototype.getContext = function (...all) {
		if (sessionStorage.trouble === "start" && all.length > 1) throw new Error("provoked at the start");
		if (sessionStorage.trouble === "trap" && all.length > 1) window.trouble = "trap";
		return (window.latest = getContext.apply(this, all));
	};
	for (const name of Object.getOwnPropertyNames(WebGL2RenderingContext.prototype).filter((n) => n.startsWith("draw") && !n.endsWith("Width") && !n.endsWith("Height") && !n.endsWith("Space") && !n.endsWith("Format"))) {
		const draw = WebGL2RenderingContext.prototype[name];
		WebGL2RenderingContext.prototype[name] = function (...all) {
			if (window.trouble === "frame") throw new Error("provoked in a frame");
			return draw.apply(this, all);
		};
	}
	const instantiate = WebAssembly.instantiate;
	WebAssembly.instantiate = (module, imports) => {
		// Every frame asks for the time, and every call from the page for what was called.
		for (const name of ["runtime.nanotime1", "syscall/js.valueGet"]) {
			const asked = imports.gojs[name];
			imports.gojs[name] = (sp) => {
				if (window.trouble === "trap") throw new WebAssembly.RuntimeError("provoked trap");
				asked(sp);
			};
		}
		return instantiate(module, imports);
	};`

// TestCrashes ends the program in every way in which it can end.
func TestCrashes(t *testing.T) {
	t.Parallel()
	p := open(t, visit{
		path: "en/index.html#hydrogen/2", width: 800, height: 600, media: calm,
		before: provoke + `sessionStorage.trouble ??= "start";`,
	})
	again := func() {
		t.Helper()
		eval[bool](p, `(`+tryAgain+`.click(), true)`)
	}
	trouble := func(name string) {
		t.Helper()
		eval[bool](p, `(sessionStorage.trouble = "`+name+`", window.trouble = "", true)`)
	}
	// quiet holds that what has ended stays so, whatever the reader does.
	quiet := func() {
		t.Helper()
		before := p.complaints()
		p.do(chromedp.EmulateViewport(820, 610), chromedp.EmulateViewport(800, 600))
		eval[bool](p, `(async () => {
			const main = document.querySelector("main");
			main.dispatchEvent(new PointerEvent("pointermove", { clientX: 9, clientY: 9, bubbles: true }));
			for (const key of ["ArrowDown", "End", " "]) main.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
			for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
			return true;
		})()`)
		if after := p.complaints(); len(after) > len(before) {
			t.Errorf("after its end the console says %q", after[len(before):])
		}
	}

	// Before the first frame: begun again in the same page, with what has come.
	p.article("hydrogen", "page.failed")
	p.says("the player has ended")
	quiet()
	trouble("trap")
	again()
	p.until(`window.trouble === "trap"`, "sessionStorage.trouble")
	p.article("hydrogen", "page.failed")
	p.says("provoked trap")
	quiet()
	trouble("none")
	again()
	p.ready()
	if s := p.settled(); s.Scene != "hydrogen" || s.Beat != 2 {
		t.Errorf("begun again it shows %s/%d", s.Scene, s.Beat)
	}
	if n := p.site.requests()["/lianhua.wasm"]; n != 1 {
		t.Errorf("the player was fetched %d times", n)
	}

	// In a frame, on the way to another scene.
	eval[bool](p, `(window.trouble = "frame", lianhua.goto("#households/1"), true)`)
	p.article("households", "page.crashed")
	if got := eval[string](p, "location.hash"); !strings.HasPrefix(got, "#households") {
		t.Errorf("the address is %s", got)
	}
	quiet()
	anew := func(scene string) {
		t.Helper()
		p.reloaded(tryAgain + `.click()`)
		p.ready()
		if s := p.settled(); s.Scene != scene {
			t.Errorf("loaded again it shows %s/%d", s.Scene, s.Beat)
		}
	}
	anew("households")

	// In whatever the page asks of it: what is asked finds nobody, and the article
	// is read where the reader was to go.
	for _, test := range []struct{ call, scene string }{
		{`lianhua.goto("#hydrogen/2")`, "hydrogen"},
		{`document.getElementById("to-sources").click()`, "hydrogen"},
		{`(document.getElementById("take-open").click(), document.getElementById("take").close())`, "hydrogen"},
		{`document.dispatchEvent(new Event("visibilitychange"))`, "hydrogen"},
		{`document.querySelector("main").dispatchEvent(new WheelEvent("wheel", { ctrlKey: true, deltaY: -9, cancelable: true }))`, "hydrogen"},
		{`lianhua.state()`, "hydrogen"},
	} {
		t.Log(test.call)
		before := len(p.complaints())
		eval[bool](p, `(window.trouble = "trap", `+test.call+`, true)`)
		p.article(test.scene, "page.crashed")
		for _, line := range p.complaints()[before:] {
			if !strings.Contains(line, "lianhua: ") {
				t.Errorf("%s: the console says %q", test.call, line)
			}
		}
		quiet()
		anew(test.scene)
	}

	// In a call from the page, while nothing moves.
	eval[bool](p, `(lianhuaPlayer.story({ byteLength: {} }), true)`)
	p.article("hydrogen", "page.crashed")
	if !slices.ContainsFunc(p.complaints(), func(line string) bool { return strings.Contains(line, "lianhua: ") && strings.Contains(line, "Value") }) {
		t.Errorf("the console says %q", p.complaints())
	}
	quiet()
}
