package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"lianhua/internal/story"
)

// TestEmbedsTellWhereTheyStand has two frames and one of a stranger in a page:
// each tells its own state, once a change, and nobody is taken for another.
func TestEmbedsTellWhereTheyStand(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, same bool) {
		p := hosted(t, placement{same: same, width: 1000, height: 700, body: `
			<div id="a">` + line(`data-link="#aluminium/5?pick=stage.2"`) + `</div>
			<div id="b">` + line(`data-scene="sources" data-theme="night"`) + `</div>
			<iframe id="stranger" srcdoc="<p>somebody else"></iframe>`}, visit{media: calm})
		eval[bool](p.tab, `((window.b = document.querySelector("#b iframe")).loading = "eager", document.querySelectorAll("iframe").forEach((f) => (f.id ||= f.parentElement.id + "-frame")), true)`)
		p.until(`states.some(([id]) => id === "a-frame") && states.some(([id]) => id === "b-frame")`, "states")
		of := func(id string) map[string]any {
			return eval[map[string]any](p.tab, `states.findLast(([of]) => of === "`+id+`")[1]`)
		}
		if s := of("a-frame"); s["scene"] != "aluminium" || s["beat"] != 5.0 || !strings.Contains(s["link"].(string), "pick=stage.2") {
			t.Errorf("the first frame tells %v", s)
		}
		if s := of("b-frame"); s["scene"] != "sources" || s["beat"] != 1.0 || !strings.Contains(s["link"].(string), "theme=night") {
			t.Errorf("the second frame tells %v", s)
		}

		// Once a change, over many frames of the browser.
		told := func() int { return eval[int](p.tab, `states.filter(([id]) => id === "a-frame").length`) }
		before := told()
		eval[bool](p.tab, `(send({ goto: "#aluminium/2" }), true)`)
		p.until(`states.findLast(([id]) => id === "a-frame")[1].beat === 2`, "states")
		eval[bool](p.tab, `(async () => { for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame); return true; })()`)
		if n := told() - before; n != 1 {
			t.Errorf("one change was told %d times: %v", n, eval[any](p.tab, "states"))
		}

		// What comes from elsewhere is for nobody, and so is another protocol.
		before = eval[int](p.tab, "states.length")
		height := eval[int](p.tab, "frame().offsetHeight")
		eval[bool](p.tab, `(async () => {
			const lie = { lianhua: 1, width: frame().offsetWidth, height: 123, room: Math.round(innerHeight * 0.88), state: { scene: "lie", beat: 1, link: "#lie/1", title: "" } };
			window.postMessage(lie, "*");
			const stranger = document.getElementById("stranger").contentWindow;
			const script = stranger.document.createElement("script");
			script.textContent = "parent.postMessage(" + JSON.stringify(lie) + ", '*'); parent.frames[0].postMessage({ lianhua: 1, goto: '#aluminium/4' }, '*'); parent.frames[0].postMessage({ lianhua: 1, room: 300 }, '*')";
			stranger.document.body.append(script);
			send({ lianhua: 2, goto: "#aluminium/4" });
			for (const odd of [null, 7, "lianhua", { lianhua: 1, goto: 5 }, { lianhua: 1, room: -1 }]) inner().postMessage(odd, "*");
			// What is answered comes after all of this.
			const heard = heights.length;
			send({});
			while (heights.length <= heard) await new Promise(requestAnimationFrame);
			for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame);
			return true;
		})()`)
		if got := eval[string](p.tab, `JSON.stringify(states.slice(`+fmt.Sprint(before)+`))`); strings.Contains(got, "lie") || strings.Contains(got, `"beat":4`) {
			t.Errorf("a stranger was heard: %s", got)
		}
		if got := eval[int](p.tab, "frame().offsetHeight"); got != height {
			t.Errorf("a stranger has made the frame %d high, it was %d", got, height)
		}
	})
}

// TestEmbedStopsOutOfSight plays a frame and scrolls it away.
func TestEmbedStopsOutOfSight(t *testing.T) {
	t.Parallel()
	p := hosted(t, placement{same: true, width: 1000, height: 700, body: line(`data-link="#cleanup/2?play=1"`) + `<div class="text"></div><div class="text"></div>`}, visit{})
	p.until(`inner().lianhua?.state()?.playing`, "states")
	eval[bool](p.tab, `(() => {
		const player = inner().lianhuaPlayer;
		const { visible } = player;
		player.visible = (on) => (window.seen = on, visible(on));
		return true;
	})()`)
	// Scrolled on within itself it is as much in sight as before.
	p.until(`inner().scrollY > inner().innerHeight && inner().lianhua.frames() > 5`, "[inner().scrollY, inner().lianhua.frames(), inner().lianhua.state()]")
	eval[bool](p.tab, `(scrollTo(0, 2000), true)`)
	p.until("window.seen === false", "scrollY")
	if n := eval[int](p.tab, `(async () => {
		for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
		const before = inner().lianhua.frames();
		for (let i = 0; i < 60; i++) await new Promise(requestAnimationFrame);
		return inner().lianhua.frames() - before;
	})()`); n > 0 {
		t.Errorf("%d frames were drawn where nobody sees them", n)
	}
	eval[bool](p.tab, `(scrollTo(0, 0), true)`)
	before := eval[int](p.tab, "inner().lianhua.frames()")
	p.until(fmt.Sprintf("window.seen && inner().lianhua.frames() > %d && inner().lianhua.state().playing", before), "inner().lianhua.state()")
}

// TestEmbedComesLate puts lines in as content managers do: by a module, and with
// one line's script running after another has been there.
func TestEmbedComesLate(t *testing.T) {
	t.Parallel()
	p := hosted(t, placement{same: true, width: 1000, height: 700, body: `<div id="a"></div><div id="b"></div><div id="c"></div>`}, visit{media: calm})
	story := p.story
	eval[bool](p.tab, `(async () => {
		for (const [id, type, scene] of [["a", "module", "cleanup"], ["b", "", "hydrogen"], ["c", "text/plain", "cover"]]) {
			const script = document.createElement("script");
			Object.assign(script, { src: "`+story+`/embed.js", type });
			script.dataset.scene = scene;
			document.getElementById(id).append(script);
		}
		return true;
	})()`)
	p.until(`document.querySelectorAll("iframe").length === 3 && !document.querySelector("body script")`, "document.body.innerHTML")
	got := eval[[]string](p.tab, `[...document.querySelectorAll("iframe")].map((f) => f.parentElement.id + " " + f.src)`)
	want := []string{"a " + story + "/en/cleanup/#cleanup/1?lang=en", "b " + story + "/en/hydrogen/#hydrogen/1?lang=en", "c " + story + "/en/#cover/1?lang=en"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the frames are %q, want %q", got, want)
	}
	p.at("cleanup", 1)
	// What is put in late moves what is below.
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestFrameStaysWithItsScene looks into a frame with one scene: its end is the
// scene's, and what leads on opens in a window of its own.
func TestFrameStaysWithItsScene(t *testing.T) {
	t.Parallel()
	p := hosted(t, placement{same: true, width: 1200, height: 900, body: line(`data-scene="aluminium"`)}, visit{media: calm})
	p.at("aluminium", 1)
	if got := eval[[]int](p.tab, `[inner().document.querySelectorAll("main > .scene").length, inner().lianhua.state().steps, inner().document.querySelectorAll("#table").length]`); fmt.Sprint(got) != fmt.Sprint([]int{1, beats(t, "aluminium"), 0}) {
		t.Errorf("scenes, steps and tables in the frame: %v", got)
	}
	if eval[bool](p.tab, `Boolean(await inner().navigator.serviceWorker.getRegistration())`) {
		t.Error("the frame keeps itself for visits without a network")
	}
	// Another language comes in place.
	eval[bool](p.tab, `(inner().here = true, inner().document.querySelector("#bar [data-lang=zh]").click(), true)`)
	p.until(`inner().document.documentElement.lang === "zh" && /[\u4e00-\u9fff]/.test(last().title) && last().link.includes("lang=zh")`, "states")
	if !eval[bool](p.tab, `inner().here === true && inner().document.querySelectorAll("main > .scene").length === 1`) {
		t.Error("the frame was loaded anew, or has more than its scene")
	}
	// A link to nothing is told of, in words that are true here.
	eval[bool](p.tab, `(send({ goto: "#%" }), true)`)
	notice := `inner().document.getElementById("notice").textContent`
	p.until(notice+` === `+quote(readStory(t).In(story.ZH).Words("shell.not-here")), notice)
	leads := eval[map[string]string](p.tab, `(() => {
		const d = inner().document;
		inner().open = () => ({});
		const open = (selector) => {
			const a = d.querySelector(selector);
			d.addEventListener("click", (e) => e.preventDefault(), { once: true });
			a.click();
			return a.target + " " + a.href.replace(/\?.*/, "");
		};
		return { sources: open("#to-sources"), out: open("#out") };
	})()`)
	if leads["sources"] != "_blank "+p.story+"/sources/" || leads["out"] != "_blank "+p.story+"/en/#aluminium/1" {
		t.Errorf("links lead to %q", leads)
	}
	p.quiet()
}
