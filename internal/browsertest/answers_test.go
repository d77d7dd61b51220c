package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/story"
)

// withheld keeps the player from a page until it calls letCome: the page fetches it, for
// what a worker does beside it can't be held.
const withheld = `
	window.Worker = class { constructor() { throw new Error("withheld"); } };
	const comes = new Promise((done) => { window.letCome = done; });
	const fetched = window.fetch;
	window.fetch = async (url, ...how) => {
		if (String(url).includes("lianhua.wasm")) await comes;
		return fetched(url, ...how);
	};`

// target is the script that gives what is touched for a mark in the article's picture
// of a scene.
func target(scene, mark string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("#%s .targets a")].find((a) => (a.dataset.in ?? a.getAttribute("href").split("?pick=")[1]) === %q)`, scene, mark)
}

// asked brings the article's picture of a scene into the window, and gives the middle of
// what is touched there for a mark.
func (p *tab) asked(scene, mark string) spot {
	p.t.Helper()
	p.until(`document.querySelector(".targets [role=button]")`, `document.documentElement.className`)
	at := eval[[]float64](p, fmt.Sprintf(`await (async () => {
		document.documentElement.classList.add("laid"); // what is above it moves it no more
		await document.fonts.ready;
		for (let before = -1;;) {
			const a = %s;
			a.scrollIntoView({ block: "center", behavior: "instant" });
			for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
			const r = a.getBoundingClientRect();
			if (r.y === before) return [r.x + r.width / 2, r.y + r.height / 2];
			before = r.y;
		}
	})()`, target(scene, mark)))
	return spot{at[0], at[1]}
}

// answered waits until the article has a card with some words in sight, and what it is
// of is pressed.
func (p *tab) answered(scene, mark, words string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`(() => {
		const it = document.querySelector("#%s .answer");
		if (!it?.textContent.includes(%q) || %s.getAttribute("aria-pressed") !== "true") return false;
		const r = it.getBoundingClientRect();
		return r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth && it.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2));
	})()`, scene, words, target(scene, mark)), `[document.querySelector(".answer")?.outerHTML, JSON.stringify(document.querySelector(".answer")?.getBoundingClientRect()), location.hash]`)
}

// takenOver lets the player come, and holds that it goes on where the article was.
func (p *tab) takenOver(scene, mark string) {
	p.t.Helper()
	if eval[bool](p, `lianhua.state() !== null`) {
		p.t.Error("the player is there already")
	}
	before := eval[string](p, `(window.said ? said.length = 0 : `+listens+`, location.hash)`)
	eval[bool](p, `(letCome(), true)`)
	p.ready()
	// The first picture is what the reader has seen, at rest: nothing is on its way.
	if !eval[bool](p, `lianhua.state().scene === "`+scene+`" && lianhua.state().beat === Number(document.getElementById("`+scene+`").dataset.steps)`) {
		p.t.Errorf("the player begins with %s", eval[string](p, "lianhua.state().link"))
	}
	s := p.heard()
	if s.Scene != scene || s.Picked != mark {
		p.t.Errorf("the player has picked %q in %s, want %q in %s", s.Picked, s.Scene, mark, scene)
	}
	if said := p.quiet(); len(said) > 0 {
		p.t.Errorf("it says again: %q", said)
	}
	if now := eval[string](p, `location.hash`); now != before {
		p.t.Errorf("the address was %s and is %s", before, now)
	}
	if eval[bool](p, `Boolean(document.querySelector(".answer")) || document.querySelector(".targets").checkVisibility()`) {
		p.t.Error("the article still answers over the picture")
	}
}

// TestTheArticleAnswersBeforeThePlayer picks a part of three scenes while the player is
// on its way: by a finger, by keys, and as assistive technology does. When the player
// comes, it has picked the same.
func TestTheArticleAnswersBeforeThePlayer(t *testing.T) {
	t.Parallel()
	words := readStory(t)
	t.Run("by a finger", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "en/", width: 390, height: 844, touch: true, before: withheld})
		at := p.asked("hydrogen", "stage.3")
		p.touch(touching{kind: fingersDown, fingers: []spot{at}}, touching{kind: fingersUp})
		p.answered("hydrogen", "stage.3", words.In(story.EN).Words("hydrogen.equipment-card"))
		p.takenOver("hydrogen", "stage.3")
	})
	t.Run("by keys", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "en/#tasks", before: withheld})
		p.asked("tasks", "man")
		eval[bool](p, `(`+target("tasks", "man")+`.focus({ preventScroll: true }), true)`)
		told := words.In(story.EN).Words("tasks.voice-card")
		p.press(kb.Enter)
		p.answered("tasks", "man", told)
		p.press(kb.Escape)
		p.until(`!document.querySelector(".answer")`, `document.querySelector(".answer").outerHTML`)
		if hash := eval[string](p, `location.hash`); hash != "#tasks/3" {
			t.Errorf("with nothing picked the address is %s", hash)
		}
		p.press(" ")
		p.answered("tasks", "man", told)
		p.takenOver("tasks", "man")
		p.until(`document.activeElement?.closest("[data-id]")?.dataset.id === "man"`, `document.activeElement.outerHTML`)
	})
	t.Run("by assistive technology", func(t *testing.T) {
		t.Parallel()
		p := open(t, visit{path: "en/industries/", before: withheld})
		p.asked("industries", "petal.1")
		st := words.In(story.EN)
		find := func(role, name string) *accessibility.Node {
			for _, n := range call(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
				if n.Role != nil && n.Name != nil && strings.Trim(string(n.Role.Value), `"`) == role && strings.Trim(string(n.Name.Value), `"`) == name && !n.Ignored {
					return n
				}
			}
			return nil
		}
		name := st.Words("industries.materials")
		n := find("button", name)
		if n == nil {
			t.Fatalf("the tree has no button %q", name)
		}
		eval[bool](p, listens+` > 0`)
		p.work(n)
		p.answered("industries", "petal.1", st.Words("industries.materials-card"))
		if said := eval[[]string](p, `said`); len(said) != 1 || !strings.Contains(said[0], st.Words("industries.materials-card")) {
			t.Errorf("it says %q", said)
		}
		if find("group", name) == nil {
			t.Errorf("the tree has no card %q", name)
		}
		p.takenOver("industries", "petal.1")
	})
}

// work does what assistive technology does with a node that can be pressed.
func (p *tab) work(n *accessibility.Node) {
	p.t.Helper()
	it := call(p, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: n.BackendDOMNodeID})
	call(p, runtime.CallFunctionOn, runtime.CallFunctionOnParams{
		ObjectID:            it.Object.ObjectID,
		FunctionDeclaration: `function () { this.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })); }`,
	})
}

// TestTheArticleAnswersForGood reads where there are no graphics: pictures answer, their
// sliders work by their rule, in each language and theme, and axe finds nothing.
func TestTheArticleAnswersForGood(t *testing.T) {
	t.Parallel()
	words := readStory(t)
	p := open(t, visit{path: "en/index.html", before: `HTMLCanvasElement.prototype.getContext = () => null`})
	p.until(`document.querySelector("#notice button")`, `document.documentElement.className`)
	p.asked("habits", "aim.3")
	eval[bool](p, `(`+target("habits", "aim.3")+`.focus(), true)`)
	p.press(kb.Enter)
	looks(func(lang, theme string) {
		eval[bool](p, fmt.Sprintf(`(document.querySelector("[data-lang=%s]").click(), document.querySelector("[data-theme-to=%s]").click(), true)`, lang, theme))
		l, _ := story.ParseLang(lang)
		p.until(`document.documentElement.lang === "`+lang+`"`, "document.documentElement.lang")
		p.answered("habits", "aim.3", words.In(l).Words("habits.housing-card"))
		p.audit("a card, "+lang+", "+theme, "#habits")
	})

	p.press(kb.ArrowRight) // as it leads on in the player
	p.until(`Math.abs(document.getElementById("inspection").getBoundingClientRect().top) < 80`, `document.getElementById("inspection").getBoundingClientRect().top`)
	p.press(kb.ArrowLeft)
	p.until(`Math.abs(document.getElementById("habits").getBoundingClientRect().top) < 80`, `document.getElementById("habits").getBoundingClientRect().top`)

	st := words.In(story.EN)
	p.asked("inspection", "home.2")
	eval[bool](p, `(`+target("inspection", "home.2")+`.focus(), true)`)
	p.press(kb.Enter)
	p.answered("inspection", "home.2", st.Words("inspection.mean"))
	for range 3 {
		p.press(kb.ArrowLeft) // the slider has the keys
	}
	const mean = `document.querySelector(".answer p output").textContent`
	if got := eval[string](p, mean); got != "99.4" {
		t.Errorf("with one home at 97 of 100 the mean of five is %s", got)
	}
	p.until(`location.hash.includes("in=home.2:97")`, "location.hash")
	p.audit("a slider", "#inspection")
	p.press(kb.Escape)
	p.until(`!document.querySelector(".answer") && document.activeElement === `+target("inspection", "home.2"), `document.activeElement.outerHTML`)
}

// TestSlidersOfTheArticleGoOn sets one before the player comes, and asks for playing.
func TestSlidersOfTheArticleGoOn(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "index.html", before: withheld, media: calm})
	p.asked("inspection", "home.5")
	eval[bool](p, `(`+target("inspection", "home.5")+`.focus(), true)`)
	p.press(kb.Enter)
	p.press(kb.Home)
	if !eval[bool](p, `document.querySelector(".answer p output").textContent === "80.0"`) {
		t.Errorf("the card says %s", eval[string](p, `document.querySelector(".answer").textContent`))
	}
	eval[bool](p, `(document.getElementById("play").click(), true)`)
	if !eval[bool](p, `document.getElementById("play").matches(".is-playing.waits:enabled")`) {
		t.Errorf("until the player comes the button is %s", eval[string](p, `document.getElementById("play").outerHTML`))
	}
	eval[bool](p, `(document.getElementById("play").click(), letCome(), true)`)
	p.ready()
	p.heard()
	if link := eval[string](p, `lianhua.state().link`); !strings.Contains(link, "in=home.5:0") || !strings.HasPrefix(link, "#inspection/3") {
		t.Errorf("the player shows %s", link)
	}
}

// TestAPictureAnswersWithoutScripts follows a link over a picture where no script runs.
func TestAPictureAnswersWithoutScripts(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	for _, v := range []visit{{path: "en/index.html", width: 390, height: 844, touch: true}, {path: "en/hydrogen/", width: 1440, height: 900}} {
		v.noScript = true
		p := open(t, v)
		eval[bool](p, `(`+strings.Replace(target("hydrogen", "stage.3"), "a.dataset.in ?? ", "", 1)+`.scrollIntoView({ block: "center" }), true)`)
		at := eval[[]float64](p, `(() => { const r = document.querySelector('[href="#hydrogen/4?pick=stage.3"]').getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
		p.do(chromedp.MouseClickXY(at[0], at[1]))
		p.until(`(() => {
			const it = document.querySelector(".parts :target");
			const r = it?.getBoundingClientRect();
			return r && it.textContent.includes(`+"`"+words.Words("hydrogen.equipment-card")+"`"+`) && r.top >= 0 && r.bottom <= innerHeight && it.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2));
		})()`, `[location.hash, document.querySelector(".parts :target")?.outerHTML]`)
	}
}

// TestALinkShowsWhatItHasPicked opens one where there is no player.
func TestALinkShowsWhatItHasPicked(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN).Words("hydrogen.equipment-card")
	for _, v := range []visit{{width: 390, height: 844, touch: true}, {width: 1440, height: 900}} {
		v.path, v.before = "en/#hydrogen/2?lang=en&theme=night&pick=stage.3", `delete globalThis.WebAssembly`
		p := open(t, v)
		p.answered("hydrogen", "stage.3", words)
	}
}
