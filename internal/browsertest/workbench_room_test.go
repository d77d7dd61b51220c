package browsertest

import (
	"fmt"
	"slices"
	"testing"

	"lianhua/internal/site"
	"lianhua/internal/workbench"
)

// atDesk opens the workbench with its panel over a copy of the story's sources.
func atDesk(t *testing.T, query string, width, height int64) panel {
	t.Helper()
	root, err := site.Root()
	if err != nil {
		t.Fatal(err)
	}
	module := site.Module{Root: root}
	story, err := module.Story()
	if err != nil {
		t.Fatal(err)
	}
	packs, err := module.Site().PackFiles()
	if err != nil {
		t.Fatal(err)
	}
	bench, err := workbench.New(module)
	if err != nil {
		t.Fatal(err)
	}
	if err := bench.Take(story, slices.Clone(packs), false); err != nil {
		t.Fatal(err)
	}
	p := panel{dir: t.TempDir()}
	p.tab = at(t, bench, p.desk(t), query, width, height)
	return p
}

// In a small window, too, there is room to change things beside the pictures of them,
// and no word is cut off or leaves its line.
func TestThePanelHasRoom(t *testing.T) {
	t.Parallel()
	p := atDesk(t, "?scene=aluminium&beat=3&speak=en&look=light", 1024, 768)
	for _, size := range [][2]int64{{1024, 768}, {1280, 720}, {1440, 900}} {
		p.resize(size[0], size[1], 1)
		for _, lang := range []string{"en", "zh"} {
			eval[bool](p.tab, fmt.Sprintf(`(document.querySelector("[data-speak=%s]").click(), true)`, lang))
			p.until(fmt.Sprintf(`document.documentElement.lang === %q`, lang), "document.documentElement.lang")
			for _, group := range []string{"beats", "knobs", "words", "colors", "figures", "slots"} {
				at := fmt.Sprintf("%d × %d, %s, %s", size[0], size[1], lang, group)
				p.group(group)
				room := eval[float64](p.tab, `(() => { const side = document.getElementById("side").getBoundingClientRect(), top = document.querySelector(".panel .top").getBoundingClientRect(); return side.bottom - top.bottom; })()`)
				if room < 240 {
					t.Errorf("%s: %.0f pixels are left for what can be changed", at, room)
				}
				if wide := eval[[]string](p.tab, `[...document.querySelectorAll("#bar, #matrix > header, #cells, #side, #panel h3, #panel button, #panel summary, .tabs, #stage > header, #time")].filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1).map((e) => `+"`${e.id || e.className || e.tagName}: ${e.textContent}`"+`.slice(0, 60))`); len(wide) > 0 {
					t.Errorf("%s: cut off, or beyond its place: %q", at, wide)
				}
				if rows := eval[int](p.tab, `new Set([...document.querySelectorAll(".tabs button")].map((b) => b.offsetTop)).size`); rows != 1 {
					t.Errorf("%s: the tabs stand in %d rows", at, rows)
				}
			}
		}
	}
}

// What a mark is leads to where it is changed: its words, its figure and its colours.
func TestAMarkLeadsToWhatChangesIt(t *testing.T) {
	t.Parallel()
	p := atDesk(t, "?scene=aluminium&beat=4&form=laptop&lang=en&theme=day&speak=en&look=light&mode=picture", 1440, 900)
	goTo := func(words, link string) {
		t.Helper()
		p.until(fmt.Sprintf(`[...document.querySelectorAll("#about option")].some((o) => o.textContent.includes(%q))`, words), `document.getElementById("about").innerText`)
		eval[any](p.tab, fmt.Sprintf(`(() => { const s = document.querySelector("#about select"); s.value = [...s.options].find((o) => o.textContent.includes(%q)).value; s.dispatchEvent(new Event("change")); })()`, words))
		p.until(fmt.Sprintf(`document.querySelector('#about button[title=%q]')`, link), `document.getElementById("about").innerText`)
		eval[any](p.tab, fmt.Sprintf(`document.querySelector('#about button[title=%q]').click()`, link))
	}
	at := func(label string) {
		t.Helper()
		p.until(fmt.Sprintf(`document.activeElement.getAttribute("aria-label") === %q`, label), `document.activeElement.outerHTML.slice(0, 200)`)
	}
	goTo("Electrolysis", "Change “electrolysis”")
	at("electrolysis, Chinese")
	goTo("Electrolysis", "Change “lamp-60”")
	at("lamp, step 1, Day")
}

// Words tell where they appear, those of a card by what opens it, and lead there.
func TestWordsLeadToWhereTheyAppear(t *testing.T) {
	t.Parallel()
	p := atDesk(t, "?scene=people&beat=3&form=phone&lang=en&theme=day&speak=en&look=light&mode=picture", 1440, 900)
	p.group("words")
	goTo := func(label string) {
		t.Helper()
		p.until(fmt.Sprintf(`document.querySelector('.where [aria-label^=%q]')`, label), `document.getElementById("panel").innerText`)
		eval[any](p.tab, fmt.Sprintf(`document.querySelector('.where [aria-label^=%q]').click()`, label))
	}
	at := func(form, mark string) {
		t.Helper()
		p.until(fmt.Sprintf(`still() && asked("shown").get("form") === %q && location.search.includes("beat=2") && location.search.includes("mode=picture") && document.querySelector("#about h3")?.textContent === %q`, form, mark), `[location.search, document.getElementById("about").innerText]`)
	}
	goTo("See “stones-card”, step 2 when picked")
	at("phone", "stones")
	goTo("See “apart”, step 2 Laptop, Wall") // phones lack it
	at("laptop", "apart/line.1")
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}
