package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/geom"
)

// A double-click in the time line, or a key, asks for a beat's time right there.
func TestTheTimeLineAsksForNumbers(t *testing.T) {
	t.Parallel()
	p := atDesk(t, "?scene=aluminium&beat=2&form=laptop&lang=en&theme=day&speak=en&look=light&mode=picture", 1440, 900)
	// part is a point within a part of a beat, from its left.
	part := func(beat int, name string, share float64) geom.Pt {
		t.Helper()
		at := eval[[2]float64](p.tab, fmt.Sprintf(`(() => { const b = document.querySelector("#beats li:nth-child(%d) .%s").getBoundingClientRect(); return [b.x + b.width * %g, b.y + b.height / 2]; })()`, beat, name, share))
		return geom.P(at[0], at[1])
	}
	double := func(at geom.Pt) {
		t.Helper()
		p.do(chromedp.MouseClickXY(at.X, at.Y, chromedp.ClickCount(1)), chromedp.MouseClickXY(at.X, at.Y, chromedp.ClickCount(2)))
	}
	asks := func(what string) {
		t.Helper()
		p.until(fmt.Sprintf(`document.activeElement.id === "seconds-number" && document.getElementById("seconds-of").textContent === %q`, what), `[document.activeElement.outerHTML.slice(0, 200), document.getElementById("seconds").innerText]`)
	}
	types := func(text string) {
		t.Helper()
		eval[any](p.tab, `document.activeElement.select()`)
		p.press(text)
	}
	closed := func() {
		t.Helper()
		p.until(`document.getElementById("seconds").hidden && document.activeElement.id === "line"`, `document.activeElement.outerHTML.slice(0, 200)`)
	}

	double(part(2, "strip", 0.5)) // within its motion
	asks("Seconds that “roll” moves")
	if got := eval[string](p.tab, `document.activeElement.value`); got != "3" {
		t.Errorf("it begins with %q, not with the time as it is", got)
	}
	p.audit("a number in the time line")
	types("5.5" + kb.Enter)
	p.comes("timing.toml", "[aluminium.roll]\nduration = \"5.5\"\n")
	closed()

	double(part(2, "rest", 0.5))
	asks("Seconds that “roll” rests")
	types("9" + kb.Escape)
	closed()
	end := part(2, "rest", 1) // the end of a rest, from beyond it
	double(geom.P(end.X+3, end.Y))
	asks("Seconds that “roll” rests")
	p.press(kb.Escape)
	closed()

	was := p.differs()
	double(part(2, "rest", 0.5))
	asks("Seconds that “roll” rests")
	p.press(kb.Enter) // as it is: nothing is written
	closed()

	// The same by keys; what does not hold together is said there, and is not written.
	p.press(kb.Enter)
	asks("Seconds that “roll” moves")
	types("601" + kb.Enter)
	p.until(`document.getElementById("seconds-number").validity.rangeOverflow && !document.getElementById("seconds").hidden`, `document.getElementById("seconds").innerText`)
	if got := p.differs(); got != was {
		t.Errorf("what was refused or left as it is is written: %s", got)
	}
	p.press(kb.Escape)
	closed()

	// A key that is held down asks, and does not answer.
	held := func(again bool, kinds ...input.DispatchKeyEventType) {
		t.Helper()
		for _, kind := range kinds {
			call(p.tab, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: 13, AutoRepeat: &again})
		}
	}
	held(false, input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeChar)
	asks("Seconds that “roll” moves")
	eval[any](p.tab, `document.getElementById("seconds").addEventListener("submit", () => (document.body.dataset.answered = "yes"))`)
	held(true, input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeChar)
	held(false, input.DispatchKeyEventTypeKeyUp)
	if eval[bool](p.tab, `document.body.dataset.answered === "yes"`) {
		t.Error("the key that asked has answered, too")
	}
	p.press(kb.Enter)
	closed()
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}
