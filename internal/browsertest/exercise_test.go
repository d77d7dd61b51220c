package browsertest

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

// in shows the knobs of a form; an empty one, of all.
func (p panel) in(form string) {
	p.t.Helper()
	eval[any](p.tab, fmt.Sprintf(`(() => { const s = document.querySelector("#panel select"); s.value = %q; s.dispatchEvent(new Event("change")); })()`, form))
}

// slider is where a slider lies: its left end, its right one, and its middle's height.
func (p panel) slider(label string) (left, right, y float64) {
	p.t.Helper()
	at := eval[[]float64](p.tab, fmt.Sprintf(`(() => { const at = document.querySelector('#panel [aria-label=%q]'); at.scrollIntoView({ block: "center" }); const r = at.getBoundingClientRect(); return [r.x, r.right, r.y + r.height / 2]; })()`, label))
	return at[0], at[1], at[2]
}

// written is what has changed since the commit, in new files too.
func (p panel) written() string {
	p.t.Helper()
	cmd := exec.Command("git", "add", "-N", ".")
	cmd.Dir = p.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("git add: %v %s", err, out)
	}
	return p.differs()
}

// undo takes the last step back, by keys, as soon as the panel knows of one.
func (p panel) undo() {
	p.t.Helper()
	p.until(`!document.querySelector(".panel .turn").disabled`, `document.querySelector("#panel").innerText`)
	eval[any](p.tab, `document.querySelector("[role=tab][aria-selected=true]").focus()`)
	p.key("z", "KeyZ", 2)
}

// Who undoes while what was dragged is still on its way takes all of it back, and what
// the panel then shows is what stands, before it is read again.
func TestUndoComesAfterWhatIsOnItsWay(t *testing.T) {
	t.Parallel()
	p := openPanel(t, "aluminium/en", visit{width: 340, height: 900})
	p.group("knobs")
	eval[any](p.tab, `(() => {
		const real = fetch;
		const asked = (window.asked = []);
		const held = new Promise((go) => (window.go = go));
		window.fetch = async (url, how) => {
			const what = url.split("/").at(-1).split("?")[0];
			if (what === "values") return new Promise(() => {}); // is not read again
			asked.push(what);
			await held;
			return real(url, how);
		};
	})()`)
	left, right, y := p.slider("ring")
	for i, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMouseReleased} {
		call(p.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: left + (right-left)*(0.6+0.1*float64(min(i, 3))), Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
	}
	p.until(`asked.join() === "edit"`, `asked.join()`)
	p.key("z", "KeyZ", 2)
	eval[any](p.tab, `go()`)
	p.until(`asked.join() === "edit,edit,undo" && !document.querySelectorAll(".panel .turn")[1].disabled`, `asked.join()`)
	if got := p.written(); got != "" {
		t.Errorf("undone, the files differ: %s", got)
	}
	if got := p.shows("ring") + p.shows("ring, as a number"); got != "1" {
		t.Errorf("undone, the slider and its number show %q", got)
	}
	p.in("phone")
	p.in("")
	p.types("ring, as a number", "1.1")
	p.comes("knobs/aluminium.toml", "ring = 1.1\n")
}

func TestAKnobIsTurnedByMouseAndByKeys(t *testing.T) {
	t.Parallel()
	p := openPanel(t, "aluminium/en", visit{width: 340, height: 900})
	const file = "knobs/aluminium.toml"
	p.group("knobs")
	left, right, y := p.slider("ring")
	mouse := func(kind input.DispatchMouseEventType, x float64) {
		t.Helper()
		call(p.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
	}
	mouse(input.DispatchMouseEventTypeMousePressed, (left+right)/2)
	for i := range 12 {
		mouse(input.DispatchMouseEventTypeMouseMoved, (left+right)/2+float64(i)*(right-left)/24)
	}
	mouse(input.DispatchMouseEventTypeMouseMoved, right+20)
	mouse(input.DispatchMouseEventTypeMouseReleased, right+20)
	p.comes(file, "ring = 1.3\n") // the last value is where it was let go
	p.undo()
	p.until(`document.querySelector(".panel .turn").disabled`, `document.querySelector("#panel").innerText`) // the whole drag was one step
	if got := p.written(); got != "" {
		t.Errorf("undone, the files differ: %s", got)
	}

	p.in("phone")
	p.slider("ring, Phone")
	eval[any](p.tab, `document.querySelector('#panel [aria-label="ring, Phone"]').focus()`)
	for range 4 {
		p.key("ArrowRight", "ArrowRight", 0)
	}
	p.comes(file, "[phone]\nring = 1.2\n")
	p.until(`document.querySelector('#panel [aria-label="ring, Phone"]').getAttribute("aria-valuetext") === "1.2 times"`, `document.querySelector("#panel").innerText`)
	p.in("")
	p.until(`document.querySelector("#panel .knobs").innerText.includes("Phone 1.2")`, `document.querySelector("#panel").innerText`)
	p.types("ring, as a number", "7")
	p.says("ring, as a number", "ring is 7, and goes from 0.7 to 1.3 times")
	p.types("ring, as a number", "1.1")
	p.comes(file, "ring = 1.1\n\n[phone]\nring = 1.2\n")
	p.until(`!document.querySelector('#panel [aria-label="Give “ring” back its own value: 1"]').hidden`, `document.querySelector("#panel").innerText`)
	eval[any](p.tab, `document.querySelector('#panel [aria-label="Give “ring” back its own value: 1"]').click()`)
	p.until(`document.querySelector('#panel [aria-label="ring, as a number"]').value === ""`, `document.querySelector("#panel").innerText`)
	if got := p.file(file); got != "[phone]\nring = 1.2\n" {
		t.Errorf("with its own value again, the file is %q", got)
	}

	course := eval[string](p.tab, `document.querySelector("#panel .turned path").getAttribute("d")`)
	eval[any](p.tab, `document.querySelector('#panel [aria-label="pour-ease"]').focus()`)
	p.key("ArrowUp", "ArrowUp", 0)
	p.comes(file, "pour-ease = \"cubic-in-out\"\n\n[phone]\nring = 1.2\n")
	p.until(`!["", `+quote(course)+`].includes(document.querySelector("#panel .turned path").getAttribute("d"))`, `document.querySelector("#panel .turned path").getAttribute("d")`)
	eval[any](p.tab, `document.querySelector('#panel [aria-label="Give “pour-ease” back its own value: sine-in-out"]').click()`)
	p.until(`document.querySelector('#panel [aria-label="pour-ease"]').value === "sine-in-out"`, `document.querySelector("#panel").innerText`)
	if got := p.file(file); got != "[phone]\nring = 1.2\n" {
		t.Errorf("with its own ease again, the file is %q", got)
	}
	for _, wrong := range p.complaints() {
		if !strings.Contains(wrong, "status of 422") { // of an answer that refuses, the console tells
			t.Errorf("the console shows %q", wrong)
		}
	}
}

// What a designer does who reads the README alone: the ring a fifth larger on phones, a
// slower pour, another name for a stage, a darker accent by night. The diff is what a
// careful person would have written.
func TestADesignersExerciseIsADiffOfFifteenLines(t *testing.T) {
	t.Parallel()
	p := openPanel(t, "aluminium/en", visit{width: 340, height: 900})
	p.group("knobs")
	p.in("phone")
	p.types("ring, Phone, as a number", "1.2")
	p.comes("knobs/aluminium.toml", "ring = 1.2")
	p.in("")
	p.types("pour, as a number", "0.88")
	p.comes("knobs/aluminium.toml", "pour = 0.88")
	p.group("beats")
	p.types("Seconds that “melt” moves", "5.5")
	p.comes("timing.toml", "5.5")
	p.group("words")
	for _, key := range []string{"primary", "primary-short"} {
		p.types(key+", Chinese", "铝锭轧制")
		p.says(key+", Chinese", "")
		p.types(key+", English", "Rolling")
	}
	p.comes("copy/aluminium.toml", "[primary-short]\nzh = \"铝锭轧制\"\nen = \"Rolling\"\n")
	p.group("colors")
	eval[any](p.tab, `document.querySelectorAll("#panel details").forEach((d) => d.open = true)`)
	p.types("accent, Night, as code", "#D07A62")
	eval[any](p.tab, `document.activeElement.blur()`)
	p.comes("theme.toml", "accent       = \"#D07A62\"\n")
	want := `+pour = 0.88
+
+[phone]
+ring = 1.2
+[aluminium.melt]
+duration = "5.5"
-zh = "铝初加工"
-en = "Primary processing"
+zh = "铝锭轧制"
+en = "Rolling"
-zh = "铝初加工"
-en = "Primary processing"
+zh = "铝锭轧制"
+en = "Rolling"
-accent       = "#E0886F"
+accent       = "#D07A62"
`
	if got := p.written(); sorted(strings.ReplaceAll(got, "+\n", "")) != sorted(strings.ReplaceAll(want, "+\n", "")) {
		t.Errorf("the diff is\n%s", got)
	}
}
