package browsertest

import (
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// hoursLater is a page's two hours later.
const hoursLater = `(Date.now = ((now) => () => now() + 7200000)(Date.now))`

// TestAHallIsRenewedBetweenVisitors publishes newer sites while a hall's screen runs: it
// takes one when the visitor has gone, and asks after the next by itself.
func TestAHallIsRenewedBetweenVisitors(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: clock(hurried),
	})
	h.start(edition(t, "one"))
	p.visit(h, "#zhongshan?hall=1&return=cover&quiet=60&ask=0&speed=4&"+leaveOut("cover", "zhongshan"))
	p.ready()
	p.kept()
	p.pace(0) // the visitor stays
	p.do(chromedp.MouseClickXY(400, 250))
	p.visited("here")
	h.start(edition(t, "two"))
	eval[bool](p, `(addEventListener("lianhua:update", () => (window.come = true)), navigator.serviceWorker.getRegistration().then((r) => r.update()), true)`)
	p.until(`window.come`, `document.body.dataset.edition`)
	eval[bool](p, `(lianhuaPlayer.key("Home"), true)`)
	p.until(`lianhua.state().step === 0`, `lianhua.state()`)
	p.shows("one")
	eval[bool](p, `(lianhuaPlayer.key("End"), true)`)
	p.pace(hurried)
	const newer = `globalThis.lianhua && document.body.dataset.edition === `
	p.arrived(newer + `"two"`)
	p.ready()
	p.shows("two")

	h.start(edition(t, "three"))
	eval[bool](p, `(`+hoursLater+`, true)`)
	p.arrived(newer + `"three"`)
	p.ready()
	p.shows("three")
	if got := eval[string](p, `location.hash.slice(0, 21)`); got != "#zhongshan?hall=1&ret" {
		t.Errorf("the address is %s", got)
	}
}
