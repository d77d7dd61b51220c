package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/build"
	"lianhua/internal/geom"
	"lianhua/internal/site"
	"lianhua/internal/workbench"
)

// benchLooks is what the page looks like to a test: the pixels on the stage, summed.
const benchLooks = `{
	window.sum = () => {
		const img = document.getElementById("shown");
		const c = document.createElement("canvas");
		c.width = c.height = 64;
		const g = c.getContext("2d");
		g.drawImage(img, 0, 0, 64, 64);
		return g.getImageData(0, 0, 64, 64).data.reduce((a, v, i) => (a * 31 + v + i) % 1000000007, 7);
	};
	window.asked = (id) => new URLSearchParams(document.getElementById(id).dataset.of?.split("?")[1]);
	window.drawn = () => document.querySelectorAll(".cell img[data-of]").length;
	// The picture on the stage is that of the place, in full.
	window.still = () => {
		const here = new URLSearchParams(location.search), there = asked("shown");
		const screen = Math.round(document.getElementById("screen").getBoundingClientRect().width * Math.min(devicePixelRatio, 3));
		return ["scene", "t", "form", "lang", "theme"].every((k) => here.get(k) === there.get(k)) && Math.abs(Number(there.get("width")) - screen) < 2;
	};
}`

// atBench opens the workbench beside the built site.
func atBench(t *testing.T, query string, width, height int64) *tab {
	t.Helper()
	dir := siteDir(t)
	root, err := site.Root()
	if err != nil {
		t.Fatal(err)
	}
	bench, err := workbench.New(site.Module{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	story := slices.IndexFunc(built.parts, func(f build.File) bool { return f.Name == build.StoryName })
	if err := bench.Take(built.parts[story].Content, built.parts, false); err != nil {
		t.Fatal(err)
	}
	bench.NewScene = func(name, act string) ([]string, error) { return []string{act + "/" + name}, nil }
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(dir)))
	return at(t, bench, mux, query, width, height)
}

// at opens a workbench beside what else there is.
func at(t *testing.T, bench *workbench.Bench, mux *http.ServeMux, query string, width, height int64) *tab {
	t.Helper()
	mux.Handle(workbench.Path, bench)
	mux.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		fmt.Fprint(w, "event: hello\ndata: 1\n\n")
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	t.Cleanup(server.CloseClientConnections)
	p := openElsewhere(t, visit{base: server.URL, path: strings.TrimPrefix(workbench.Path, "/") + query, width: width, height: height, scale: 1, clock: 1, before: benchLooks})
	p.until(`document.body.classList.contains("ready") && drawn() === document.querySelectorAll(".cell").length && still()`, `[document.body.className, drawn(), location.search, String(asked("shown"))]`)
	return p
}

// middle is the middle of an element in the window.
func (p *tab) middle(selector string) geom.Pt {
	p.t.Helper()
	at := eval[[2]float64](p, fmt.Sprintf(`(() => { const b = document.querySelector(%q).getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()`, selector))
	return geom.P(at[0], at[1])
}

// A maker chooses a picture of the matrix, scrubs and looks at a mark; the stage
// follows, and the address tells all of it.
func TestWorkbenchFollowsItsMaker(t *testing.T) {
	t.Parallel()
	p := atBench(t, "?scene=water&beat=2&form=laptop&lang=zh&theme=day&speak=en&look=light", 1440, 900)
	if n := eval[int](p, "drawn()"); n != 24 {
		t.Errorf("the matrix has %d pictures, want 24", n)
	}
	sum := func() int { return eval[int](p, "sum()") }
	first := sum()

	p.click(`[data-cell="phone en night"]`)
	p.until(`still() && asked("shown").get("form") === "phone" && asked("shown").get("theme") === "night"`, `String(asked("shown"))`)
	second := sum()
	if first == second {
		t.Error("another cell shows the same picture")
	}
	if got := eval[string](p, `document.querySelector('.cell[aria-pressed="true"]').dataset.cell`); got != "phone en night" {
		t.Errorf("the cell %q is pressed", got)
	}

	// The pointer scrubs, the picture follows.
	line, stood := p.middle("#line"), eval[float64](p, `Number(asked("shown").get("t"))`)
	p.do(chromedp.MouseEvent("mousePressed", line.X, line.Y, chromedp.ButtonLeft))
	p.do(chromedp.MouseEvent("mouseMoved", line.X/4, line.Y, chromedp.ButtonLeft))
	p.do(chromedp.MouseEvent("mouseReleased", line.X/4, line.Y, chromedp.ButtonLeft))
	p.until(fmt.Sprintf(`still() && Number(asked("shown").get("t")) !== %g`, stood), `[location.search, String(asked("shown"))]`)
	third, scrubbed := sum(), eval[float64](p, `Number(asked("shown").get("t"))`)
	if third == second || scrubbed <= 0 {
		t.Errorf("scrubbing to %.3f s shows the same picture", scrubbed)
	}
	// So do keys, by a frame and by a step.
	eval[bool](p, `(document.getElementById("line").focus(), true)`)
	p.press(kb.ArrowRight)
	p.until(fmt.Sprintf(`still() && asked("shown").get("t") > %g`, scrubbed), `[location.search, String(asked("shown"))]`)
	if step := eval[float64](p, `Number(asked("shown").get("t"))`) - scrubbed; step > 1.5/60 {
		t.Errorf("a frame is %.3f s", step)
	}

	// And it plays, the picture as fast as it comes.
	eval[bool](p, `(window.times = new Set(), new MutationObserver(() => times.add(asked("shown").get("t"))).observe(document.getElementById("shown"), { attributes: true, attributeFilter: ["data-of"] }), true)`)
	p.press(" ")
	p.until(`document.getElementById("play").getAttribute("aria-pressed") === "true" && times.size > 3`, `[...times].join()`)
	p.press(" ")
	p.until("still()", `[location.search, String(asked("shown"))]`)

	p.click(`[data-cell="laptop en day"]`)
	p.until(`still() && asked("shown").get("form") === "laptop" && [...document.querySelectorAll("#about option")].some((o) => o.value === "title.1")`, `document.getElementById("about").textContent`)
	at := eval[[2]float64](p, `(async () => {
		const q = new URLSearchParams(location.search);
		const m = (await (await fetch("marks.json?" + q)).json()).marks.find((m) => m.id === "title.1").box;
		const s = document.getElementById("over").getBoundingClientRect();
		return [s.x + (m[0] + m[2] / 2) / 1440 * s.width, s.y + (m[1] + m[3] / 2) / 900 * s.height];
	})()`)
	p.do(chromedp.MouseClickXY(at[0], at[1]))
	p.until(`document.querySelector("#about h3")?.textContent === "title.1"`, `document.getElementById("about").textContent`)
	p.until(`new URLSearchParams(location.search).get("mark") === "title.1"`, "location.search")
	// And which line of Go drew it.
	p.until(`[...document.querySelectorAll("#about dd button")].some((b) => /^internal\/chart\/frame\.go:\d+$/.test(b.textContent))`, `document.getElementById("about").textContent`)

	// The player stands where the picture did.
	p.press("1")
	p.until(`document.getElementById("frame").contentWindow.lianhua?.state()?.scene === "water"`, `document.getElementById("frame").src`)
	p.press("2")
	p.until(`still() && location.search.includes("mode=picture")`, `[location.search, String(asked("shown"))]`)

	// Who opens the address sees the same.
	told := eval[string](p, "location.search")
	q := atBench(t, told, 1440, 900)
	if got := eval[int](q, "sum()"); got != eval[int](p, "sum()") {
		t.Errorf("%s shows another picture to a colleague", told)
	}
	for _, p := range []*tab{p, q} {
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("the console says %q", wrong)
		}
	}
}

func TestAxeFindsNothingAtTheWorkbench(t *testing.T) {
	t.Parallel()
	p := atBench(t, "?scene=tasks&beat=2&form=laptop&lang=zh&theme=night&speak=zh&look=light&boxes=1", 1440, 900)
	p.audit("by day")
	eval[bool](p, `(document.querySelector('[data-look="dark"]').click(), document.querySelector('[data-speak="en"]').click(), true)`)
	p.until(`document.documentElement.dataset.look === "dark" && document.documentElement.lang === "en" && drawn() === 24`, "document.documentElement.outerHTML.slice(0, 200)")
	p.audit("at night")
	eval[bool](p, `(document.querySelector('[data-mode="compare"]').click(), document.getElementById("keys").open = true, true)`)
	p.until(`document.getElementById("commit").textContent !== ""`, "document.body.dataset.mode")
	p.audit("before and after")
	eval[bool](p, `(document.querySelector('[data-mode="picture"]').click(), document.getElementById("slotted").click(), true)`)
	p.until(`!document.getElementById("placing").classList.contains("shut")`, "document.body.dataset.mode")
	p.audit("slots")
	eval[bool](p, `(document.getElementById("slotted").click(), document.getElementById("touched-open").click(), true)`)
	p.until(`document.getElementById("touched-stop").hidden`, `document.getElementById("touched-said").textContent`)
	p.audit("touched pictures", "#touched")
	eval[bool](p, `(document.querySelector("#touched .close").click(), document.getElementById("give-open").click(), document.querySelector('[data-give="still"]').click(), true)`)
	p.until(`document.querySelector("#give-said a")?.textContent.startsWith("tasks-2-laptop-zh-night-")`, `document.getElementById("give-said").textContent`)
	p.audit("what is given", "#give")
	eval[bool](p, `(document.querySelector("#give .close").click(), document.getElementById("begin-open").click(), true)`)
	p.press("lantern" + kb.Enter)
	p.until(`document.getElementById("begin-files").textContent === "yard/lantern"`, `document.getElementById("begin-said").textContent`)
	p.audit("a scene is begun", "#begin")
}
