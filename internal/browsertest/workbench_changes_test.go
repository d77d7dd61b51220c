package browsertest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lianhua/internal/bench"
	"lianhua/internal/site"
)

// develop runs the development server over a copy of the sources, with the workbench and
// the built player.
func develop(t *testing.T) (base, dir string) {
	t.Helper()
	siteDir(t)
	root, err := site.Root()
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	base, end, err := bench.Develop(context.Background(), root, dir, built.parts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := end(); err != nil {
			t.Errorf("the development server does not end well: %v", err)
		}
	})
	return base, dir
}

// standing tells where somebody stands at the workbench and in its player, and whether
// both show what was saved last.
const standing = `{
	const $ = (of) => document.querySelector(of);
	const inside = () => $("#frame").contentWindow;
	const revisions = () => new Set([...document.querySelectorAll(".cell img")].map((i) => new URLSearchParams(i.dataset.of?.split("?").at(-1)).get("v")));
	window.told = 0;
	window.problems = [];
	// Counts what the player is told, when it has taken it.
	window.listen = () => {
		const player = inside().lianhuaPlayer;
		for (const name of ["story", "pack"]) {
			const takes = player[name];
			player[name] = (...all) => {
				const problem = takes(...all);
				if (problem) problems.push(problem);
				told++;
				return problem;
			};
		}
		return true;
	};
	window.revision = () => [...revisions()].join();
	window.whole = () => revisions().size === 1 && !revisions().has(null);
	window.stands = () => {
		const { scene, beat, picked, speed, link, lang, theme } = inside().lianhua.state();
		const here = new URLSearchParams(location.search);
		return JSON.stringify([scene, beat, picked, speed, link, lang, theme,
			["scene", "beat", "form", "lang", "theme", "vision", "mark", "mode", "zoom", "rulers"].map((k) => here.get(k)),
			$("#scene").value, $("#zoom").value, $("#speed").value, $(".cell[aria-pressed=true]").dataset.cell, $("#mode [aria-pressed=true]").dataset.mode,
			$("#beats li.now, #beats [aria-current]")?.textContent ?? "", document.getElementById("floor").scrollTop]);
	};
}`

const kindsOfChanges = 5

// Changes of knobs, colours, words, times and slots, and after each five of them a file
// broken by hand and mended, leave whoever looks on where they were: the place, the
// speeds, what is picked and how far it is magnified, at the workbench and in its player.
// Each kind of change is made once, or LIANHUA_CHANGES=100 says how many: a hundred take
// minutes.
func TestChangesLeaveTheirMakerWhereTheyAre(t *testing.T) {
	changes := kindsOfChanges
	if asked := os.Getenv("LIANHUA_CHANGES"); asked != "" {
		var err error
		if changes, err = strconv.Atoi(asked); err != nil {
			t.Fatalf("LIANHUA_CHANGES: %v", err)
		}
	}
	t.Parallel()
	base, dir := develop(t)
	p := panel{dir: filepath.Join(dir, "assets")}
	p.tab = openElsewhere(t, visit{base: base, path: "workbench/?scene=households&beat=3&form=phone&lang=en&theme=night&mode=player&zoom=1&mark=house.20000&speak=en&look=light", width: 1440, height: 900, scale: 1, clock: 1, before: standing})
	p.until(`document.body.classList.contains("ready") && document.getElementById("frame").contentWindow.lianhua?.state() && document.querySelector("#panel-beats") && whole()`, `[document.body.className, document.getElementById("frame").src, revision()]`)
	eval[any](p.tab, `(() => { const s = document.getElementById("speed"); s.value = "0.25"; s.dispatchEvent(new Event("change")); document.getElementById("floor").scrollTop = 40; })()`)
	eval[bool](p.tab, `document.getElementById("frame").contentWindow.lianhua.goto("#households/3?lang=en&theme=night&pick=house.20000&speed=0.5&zoom=3,500,500") && listen()`)
	p.until(`!document.getElementById("frame").contentWindow.lianhua.state().moving && location.search.includes("mark=house.20000")`, `[stands(), location.search]`)
	first := eval[string](p.tab, "stands()")
	for _, part := range []string{"pick=house.20000", "speed=0.5", "zoom=3", `"0.25"`, "house.20000"} {
		if !strings.Contains(first, part) {
			t.Fatalf("it does not begin with %s: %s", part, first)
		}
	}
	tab := func(name string) {
		t.Helper()
		eval[any](p.tab, fmt.Sprintf(`document.getElementById("panel-%s").click()`, name))
		p.until(fmt.Sprintf(`document.getElementById("panel-body").getAttribute("aria-labelledby") === "panel-%s" && document.getElementById("panel-body").children.length > 0`, name), `document.querySelector("#panel").innerText`)
		eval[any](p.tab, `document.querySelectorAll("#panel details").forEach((d) => (d.open = true))`)
	}
	types := func(label, text string) {
		t.Helper()
		p.until(fmt.Sprintf(`document.querySelector('#panel [aria-label=%q]')`, label), `[...document.querySelectorAll("#panel [aria-label]")].map((e) => e.getAttribute("aria-label")).join()`)
		p.types(label, text)
		eval[any](p.tab, `document.activeElement.blur()`)
	}
	kinds := [kindsOfChanges]func(n int){
		func(n int) { tab("knobs"); types("cord, as a number", fmt.Sprintf("%.1f", 0.4+0.1*float64(n%12))) },
		func(n int) { tab("colors"); types("accent, Night, as code", fmt.Sprintf("#E0%02X6F", 0x89+n%7)) },
		func(n int) {
			tab("words")
			types("deck, English", []string{"Every roof: a home with a new toilet.", "One roof: a home whose toilet is new."}[n%2])
		},
		func(n int) {
			tab("beats")
			types("Seconds that “roofs” moves", fmt.Sprintf("%.1f", 4+0.1*float64(n%15)))
		},
		func(n int) {
			tab("slots")
			eval[any](p.tab, `(() => { const s = document.querySelector("#panel .drawing select"); if (s.value !== "phone") { s.value = "phone"; s.dispatchEvent(new Event("change")); } })()`)
			types("h of lift", fmt.Sprintf("%.2f", 50+float64(n%7)))
		},
	}
	const theme = "theme.toml"
	for n := range changes {
		told, before := eval[int](p.tab, "told"), eval[string](p.tab, "revision()")
		kinds[n%len(kinds)](n / len(kinds))
		p.until(fmt.Sprintf(`told > %d && whole() && revision() !== %q && document.getElementById("note").hidden`, told, before), `[told, revision(), document.getElementById("note").innerText, document.querySelector("#panel").innerText]`)
		if n%len(kinds) == len(kinds)-1 { // a file is broken by hand, and mended
			good := p.file(theme)
			p.save(t, theme, "= broken\n"+good)
			p.until(`!document.getElementById("note").hidden && document.getElementById("note").innerText.includes("theme.toml")`, `document.getElementById("note").innerText`)
			if got := eval[string](p.tab, "stands()"); got != first {
				t.Fatalf("after %d changes a broken file leads to\n%s from\n%s", n+1, got, first)
			}
			p.save(t, theme, good)
			p.until(`document.getElementById("note").hidden`, `document.getElementById("note").innerText`)
		}
		if got := eval[string](p.tab, "stands()"); got != first {
			t.Fatalf("change %d leads to\n%s from\n%s", n+1, got, first)
		}
	}
	if got := eval[[]string](p.tab, "problems"); len(got) > 0 {
		t.Errorf("the player refused %q", slices.Compact(got))
	}
}
