package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

// A slot is dragged, sized and aligned on the stage, by the pointer and by keys: the
// picture follows, the file has the values alone, and a gesture is one step back.
func TestSlotsAreMovedOnTheStage(t *testing.T) {
	t.Parallel()
	p := atDesk(t, "?scene=aluminium&beat=4&form=laptop&lang=en&theme=day&speak=en&look=light&slots=1", 1440, 900)
	p.until(`document.querySelectorAll("#slots .slot").length > 20 && document.querySelector("#panel .body")?.children.length > 0`, `document.getElementById("slot-at").textContent`)

	// middle is the middle of a slot or of a handle, and k the page's pixels to the drawing's.
	k := eval[float64](p.tab, `document.getElementById("slots").clientWidth / 1440`)
	mouse := func(kind input.DispatchMouseEventType, x, y float64, modifiers int64) {
		t.Helper()
		call(p.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1, Modifiers: modifiers})
	}
	const alt = 1
	drag := func(what string, dx, dy float64, modifiers int64, before func()) {
		t.Helper()
		at := p.middle(what)
		mouse(input.DispatchMouseEventTypeMousePressed, at.X, at.Y, modifiers)
		mouse(input.DispatchMouseEventTypeMouseMoved, at.X+dx*k/2, at.Y+dy*k/2, modifiers)
		mouse(input.DispatchMouseEventTypeMouseMoved, at.X+dx*k, at.Y+dy*k, modifiers)
		if before != nil {
			before()
		}
		mouse(input.DispatchMouseEventTypeMouseReleased, at.X+dx*k, at.Y+dy*k, modifiers)
	}
	const drawing = "art/aluminium.svg"
	line := func(x, y, w, h int, align string) string {
		return fmt.Sprintf(`<rect id="alloy" x="%d" y="%d" width="%d" height="%d" fill="none" data-lh-align="%s" data-lh-size="17"/>`, x, y, w, h, align)
	}
	first := p.file(drawing)
	if !strings.Contains(first, line(836, 100, 300, 24, "middle middle")) {
		t.Fatal("the alloy's slot is another by now: this test drags it")
	}

	// Alt keeps it from its neighbours' edges; what is seen runs ahead of the file.
	sum := eval[int](p.tab, "sum()")
	drag(`[data-slot="alloy"]`, -60, 40, alt, nil)
	p.comes(drawing, line(776, 140, 300, 24, "middle middle"))
	p.until(`asked("shown").get("slot") === "alloy" && asked("shown").get("box") === "776,140,300,24" && still()`, `String(asked("shown"))`)
	if eval[int](p.tab, "sum()") == sum {
		t.Error("the picture does not follow")
	}
	// The corner sizes it.
	drag(`[data-slot="alloy"] .se`, 20, 10, alt, nil)
	p.comes(drawing, line(776, 140, 320, 34, "middle middle"))
	// Near edges of others it keeps to them, and lines show to which: the ring's touch
	// begins at 748, and the note below the alloy's name ends at 146.
	drag(`[data-slot="alloy"]`, -27, 3, 0, func() {
		p.until(`document.querySelector("#slots .guide.down") !== null`, `document.getElementById("slots").innerHTML`)
	})
	p.comes(drawing, line(748, 146, 320, 34, "middle middle"))
	// Escape leaves it where it was.
	drag(`[data-slot="alloy"]`, 100, 100, alt, func() { p.key("Escape", "Escape", 0) })
	p.until(`document.querySelector("#slots .chosen").dataset.tells === "alloy  748 146 320 34"`, `document.querySelector("#slots .chosen").dataset.tells`)

	// By keys: a pixel, ten, and in size; where it is is said.
	eval[any](p.tab, `document.getElementById("slots").focus()`)
	p.key("ArrowRight", "ArrowRight", 0)
	p.key("ArrowUp", "ArrowUp", 8)
	p.comes(drawing, line(749, 136, 320, 34, "middle middle"))
	p.key("ArrowRight", "ArrowRight", 2)
	p.comes(drawing, line(749, 136, 321, 34, "middle middle"))
	p.until(`document.getElementById("said").textContent === "alloy: x 749, y 136, width 321, height 34"`, `document.getElementById("said").textContent`)
	p.click(`#align [data-across="start"]`)
	p.comes(drawing, line(749, 136, 321, 34, "start middle"))
	if got, want := p.differs(), "- "+line(836, 100, 300, 24, "middle middle")+"\n+ "+line(749, 136, 321, 34, "start middle")+"\n"; got != want {
		t.Errorf("the files differ in %s, want %s", got, want)
	}

	// Each gesture is one step back, and all of them leave the file as it was.
	undo := func() {
		t.Helper()
		eval[any](p.tab, `document.getElementById("slots").focus()`)
		p.key("z", "KeyZ", 2)
	}
	for _, was := range []string{
		line(749, 136, 321, 34, "middle middle"), // the alignment
		line(749, 136, 320, 34, "middle middle"), // the size, by keys
		line(748, 146, 320, 34, "middle middle"), // the place, by keys
		line(776, 140, 320, 34, "middle middle"), // kept to the others
		line(776, 140, 300, 24, "middle middle"), // the corner
	} {
		undo()
		p.comes(drawing, was)
	}
	undo()
	p.comes(drawing, line(836, 100, 300, 24, "middle middle"))
	// The file is ahead of the stage, and a hand goes where the stage shows the slot.
	p.until(`document.querySelector("#slots .chosen").dataset.tells === "alloy  836 100 300 24"`, `document.querySelector("#slots .chosen").dataset.tells`)
	if got := p.differs(); got != "" {
		t.Errorf("undone, the files differ in %s", got)
	}
	// Undone before it is written, it is undone all the same.
	drag(`[data-slot="alloy"]`, -60, 40, alt, nil)
	undo()
	p.until(`document.querySelector("#slots .chosen").dataset.tells === "alloy  836 100 300 24" && !document.querySelectorAll(".panel .turn")[1].disabled`, `document.querySelector("#slots .chosen").dataset.tells`)
	if got := p.differs(); got != "" {
		t.Errorf("undone at once, the files differ in %s", got)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console shows %q", wrong)
	}
}
