package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// ctrl is the key as wheel takes it.
const ctrl = 2

// wheel turns the wheel over the middle of the picture.
func (p *tab) wheel(dx, dy float64, held int64) {
	p.t.Helper()
	call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: input.DispatchMouseEventTypeMouseWheel, X: 700, Y: 500, DeltaX: dx + 1e-6, DeltaY: dy + 1e-6, Modifiers: held, // zeros would be left out
	})
}

// wheels turns the wheel as fast as hands do.
func (p *tab) wheels(turns ...spot) {
	p.t.Helper()
	var calls []func() error
	for _, by := range turns {
		calls = append(calls, func() error {
			_, err := chromedp.Call(p.ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{
				Type: input.DispatchMouseEventTypeMouseWheel, X: 700, Y: 500, DeltaX: by.x + 1e-6, DeltaY: by.y + 1e-6,
			})
			return err
		})
	}
	p.atHandsPace(calls...)
}

// TestWheelAndScrollbar scrolls as desktops do.
func TestWheelAndScrollbar(t *testing.T) {
	p := open(t, visit{path: "en/index.html", media: calm, clock: 1})
	p.ready()
	steps := p.settled().Steps

	// A notch goes on or back by a step; what trembles, or goes aside, by none.
	for _, test := range []struct {
		dx, dy []float64
		from   string
		by     int
	}{
		{dy: []float64{100}, by: 1},
		{dy: []float64{-100}, by: -1},
		{dy: []float64{2, 4, 8, 8, 6, 4, 2, 1, 1}, by: 0},
		{dy: []float64{-6, -12, -8, -4, -1}, by: 0},
		{dy: []float64{10, 20, 30, 24, 16, 10, 6, 3, 1}, by: 1},
		{dy: []float64{100, 300, 300, 250, 200, 150, 100, 60, 40, 20, 10, 5}, by: 3},
		{dx: []float64{200, 100, -300}, by: 0},
	} {
		before := p.goTo("#aluminium/3")
		var turns []spot
		for _, d := range test.dy {
			turns = append(turns, spot{0, d})
		}
		for _, d := range test.dx {
			turns = append(turns, spot{d, 0})
		}
		p.wheels(turns...)
		if test.by != 0 {
			p.until(fmt.Sprintf("lianhua.state().step === %d", before.Step+test.by), "[scrollY, lianhua.state()]")
		}
		if s := p.rested(); s.Step != before.Step+test.by {
			t.Errorf("the wheel turned by %v, %v leads from step %d to %d", test.dx, test.dy, before.Step, s.Step)
		}
	}

	// With ctrl, as two fingers on a touch pad report it: crowds come nearer, and
	// elsewhere the browser has it.
	eval[bool](p, `(addEventListener("wheel", (e) => (window.taken = e.defaultPrevented)), true)`)
	for link, ours := range map[string]bool{"#aluminium/3": false, "#inspection/2": false, "#households/2": true, "#cleanup/3": true} {
		before := p.goTo(link)
		eval[bool](p, "(window.taken = null, true)")
		p.wheel(0, -60, ctrl)
		p.until("taken !== null", "taken")
		if got := eval[bool](p, "taken"); got != ours {
			t.Errorf("%s: ctrl and the wheel: taken %v", link, got)
		}
		if s := p.rested(); s.Step != before.Step || (p.zoom() > 1) != ours {
			t.Errorf("%s: ctrl and the wheel lead to step %d, magnify by %v", link, s.Step, p.zoom())
		}
	}

	// A scrollbar, dragged: the nearest step.
	for place, step := range map[float64]int{5.4: 5, 5.6: 6, 2.45: 2} {
		p.goTo("#cover/1")
		eval[bool](p, fmt.Sprintf(`(scrollTo(0, %g * 675), true)`, place))
		p.until(fmt.Sprintf("lianhua.state().step === %d", step), "[scrollY, lianhua.state()]")
		p.rested()
	}

	// Quickly through everything: the last picture is the one that a link shows.
	last := p.goTo("#sources/4")
	p.goTo("#cover/1")
	eval[bool](p, fmt.Sprintf(`(async () => {
		for (let y = 0; y <= %[1]d; y += 500) { scrollTo(0, Math.min(y, %[1]d)); await new Promise(requestAnimationFrame); }
		scrollTo(0, %[1]d);
		return true;
	})()`, (steps-1)*675))
	p.until(fmt.Sprintf("lianhua.state().step === %d", steps-1), "[scrollY, lianhua.state()]")
	if s := p.rested(); s.Hash != last.Hash || s.Scene != "sources" {
		t.Errorf("scrolled to the end: %s, another picture than the link's %s", s.Link, last.Link)
	}

	// On to the table, by wheel and by keys, where nothing pulls back.
	p.scrolled(func() { p.wheel(0, 300, 0) })
	at := eval[float64](p, `(async () => { for (let i = 0; i < 20; i++) await new Promise(requestAnimationFrame); return scrollY; })()`)
	if at < float64((steps-1)*675+200) {
		t.Errorf("on the way to the table the page goes back to %v", at)
	}
	p.goTo("#sources/4")
	p.scrolled(func() { p.press(kb.PageDown) })
	if at := eval[float64](p, "scrollY"); at < float64((steps-1)*675+200) {
		t.Errorf("a page on from the last picture: %v", at)
	}
	p.goTo("#sources/3")
	p.press(kb.PageDown)
	p.until(fmt.Sprintf("lianhua.state().step === %d", steps-1), "lianhua.state()")

	// The other buttons of a mouse are the browser's.
	before := p.goTo("#aluminium/5")
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: 700, Y: 500, Button: input.MouseButtonMiddle, ClickCount: 1})
	}
	if s := p.settled(); s.Picked != "" || s.Step != before.Step {
		t.Errorf("the middle button picks %q, step %d", s.Picked, s.Step)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}
