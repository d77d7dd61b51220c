package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

func TestThePanelChangesTheSources(t *testing.T) {
	t.Parallel()
	p := openPanel(t, "aluminium/en", visit{width: 340, height: 900})
	undo := func(modifiers int64) {
		t.Helper()
		eval[any](p.tab, `document.querySelector("[role=tab][aria-selected=true]").focus()`)
		p.key("z", "KeyZ", modifiers)
	}
	p.types("Seconds that “roll” moves", "5.5")
	p.comes("timing.toml", "[aluminium.roll]\nduration = \"5.5\"\n")
	p.key("ArrowUp", "ArrowUp", 0) // a tenth more, by keys
	p.comes("timing.toml", "duration = \"5.6\"\n")
	undo(2) // typing and the key were one visit to the field, and so one gesture
	p.until(`document.querySelector('[aria-label="Seconds that “roll” moves"]').value === ""`, `document.querySelector("#panel").innerText`)
	if got := p.differs(); got != "" {
		t.Errorf("undone, the files differ: %s", got)
	}
	undo(2 | 8)
	p.comes("timing.toml", "duration = \"5.6\"\n")
	p.undo()
	p.until(`document.querySelector(".panel .turn").disabled`, `document.querySelector("#panel").innerText`)

	// A bar's end is dragged: what is written last is where it was let go.
	end := eval[[]float64](p.tab, `(() => { const r = document.querySelector(".bar .end").getBoundingClientRect(); return [r.x, r.y + r.height / 2]; })()`)
	mouse := func(kind input.DispatchMouseEventType, x float64) {
		t.Helper()
		const buttons = 1
		call(p.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: end[1], Button: input.MouseButtonLeft, Buttons: buttons, ClickCount: 1})
	}
	mouse(input.DispatchMouseEventTypeMousePressed, end[0])
	for i := range 12 {
		mouse(input.DispatchMouseEventTypeMouseMoved, end[0]+float64(2*i))
	}
	mouse(input.DispatchMouseEventTypeMouseReleased, end[0]+22)
	dragged := eval[string](p.tab, `(() => { const bar = document.querySelector(".bar"); return String(Math.round((4 + 22 * Number(bar.dataset.longest) / bar.getBoundingClientRect().width) * 10) / 10); })()`)
	p.comes("timing.toml", fmt.Sprintf("[aluminium.melt]\nduration = %q\n", dragged))
	p.undo()
	p.until(`document.querySelector(".panel .turn").disabled`, `document.querySelector("#panel").innerText`) // the whole drag was one step

	// Words: what is wrong is said at its field, and is not written.
	p.group("words")
	p.types("Find words or keys", "primary")
	p.until(`[...document.querySelectorAll(".texts > li")].filter((li) => !li.hidden).length < 8`, `document.querySelector("#panel").innerText`)
	p.types("primary, English", "In 3 steps")
	p.says("primary, English", "holds the typed digit '3'")
	if got := p.differs(); got != "" {
		t.Errorf("what was refused is written: %s", got)
	}
	p.types("primary, English", "First processing")
	p.says("primary, English", "")
	p.types("primary, Chinese", "铝的初加工")
	p.comes("copy/aluminium.toml", "zh = \"铝的初加工\"\nen = \"First processing\"\n")

	// Somebody else saves the same value: both are shown.
	p.save(t, "copy/aluminium.toml", strings.Replace(p.file("copy/aluminium.toml"), "First processing", "Their processing", 1))
	p.types("primary, English", "My processing")
	p.says("primary, English", "It was changed elsewhere meanwhile, to: Their processing")
	eval[any](p.tab, `[...document.querySelectorAll(".said button")].find((b) => b.innerText.startsWith("Write mine")).click()`)
	p.comes("copy/aluminium.toml", "en = \"My processing\"")

	p.group("colors")
	eval[any](p.tab, `document.querySelectorAll("#panel details").forEach((d) => d.open = true)`)
	code := func(text string) {
		t.Helper()
		p.types("accent, Night, as code", text)
		eval[any](p.tab, `document.activeElement.blur()`)
	}
	code("#333333")
	p.says("accent, Night", "accent on ground has a contrast of")
	code("#D07A62")
	p.comes("theme.toml", "accent       = \"#D07A62\"\n")
	seen := `document.querySelector('[aria-label="accent, Night"]').closest(".field").parentElement.querySelector(".seen").innerText`
	p.until(seen+`.includes("5.3 ground")`, seen) // by the colour that was written

	p.group("slots")
	eval[any](p.tab, `(() => { const s = document.querySelector("#panel select"); s.value = "phone"; s.dispatchEvent(new Event("change")); })()`)
	wide := p.shows("w of ring")
	p.types("w of ring", "180")
	p.comes("art/aluminium.phone.svg", `width="180"`)
	p.until(`!document.querySelector('[aria-label^="Set “w of ring” back"]').hidden`, `document.querySelector("#panel").innerText`)
	eval[any](p.tab, `document.querySelector('[aria-label^="Set “w of ring” back"]').click()`)
	p.until(fmt.Sprintf(`document.querySelector('[aria-label="w of ring"]').value === %q`, wide), `document.querySelector("#panel").innerText`)

	want := "-en = \"Primary processing\"\n-zh = \"铝初加工\"\n+en = \"My processing\"\n+zh = \"铝的初加工\"\n-accent       = \"#E0886F\"\n+accent       = \"#D07A62\"\n"
	if got := p.differs(); sorted(got) != sorted(want) {
		t.Errorf("the files differ in %s, want %s", got, want)
	}
	for _, wrong := range p.complaints() {
		if !strings.Contains(wrong, "status of 422") && !strings.Contains(wrong, "status of 409") { // of answers that refuse, the console tells
			t.Errorf("the console shows %q", wrong)
		}
	}
}

func sorted(lines string) string {
	all := strings.Split(lines, "\n")
	slices.Sort(all)
	return strings.Join(all, "\n")
}

func TestThePanelAnswersToAllReaders(t *testing.T) {
	t.Parallel()
	for _, look := range []struct{ lang, scheme string }{{"zh", "dark"}, {"en", "light"}} {
		p := openPanel(t, "aluminium/"+look.lang, visit{width: 340, height: 900, media: map[string]string{"prefers-color-scheme": look.scheme}})
		for _, group := range []string{"beats", "knobs", "words", "colors", "figures", "slots"} {
			p.group(group)
			eval[any](p.tab, `document.querySelectorAll("#panel details").forEach((d) => d.open = true)`)
			p.audit(look.lang + " " + look.scheme + " " + group)
			if wide := eval[float64](p.tab, `document.documentElement.scrollWidth`); wide > 340 {
				t.Errorf("%s in %s is %g wide", group, look.lang, wide)
			}
		}
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("the console shows %q", wrong)
		}
	}
}
