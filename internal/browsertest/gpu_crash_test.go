package browsertest

import (
	"testing"

	gpu "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"

	"lianhua/internal/story"
)

// TestGraphicsProcessCrashes ends the browser's graphics process, until it gives
// the page none: as it gave some before it may again, so the reader may try. Some
// browsers give them to a page only that the reader loads anew.
func TestGraphicsProcessCrashes(t *testing.T) {
	t.Parallel()
	own, stop, err := chromium()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	p := open(t, visit{browser: own, path: "en/index.html#hydrogen/2", width: 800, height: 600, media: calm})
	words := readStory(t).In(story.EN)
	const told = `document.getElementById("notice").firstChild?.textContent`
	for range 5 {
		p.ready()
		before := p.settled()
		if before.Scene != "hydrogen" || before.Beat != 2 {
			t.Fatalf("it shows %s/%d", before.Scene, before.Beat)
		}
		eval[bool](p, `(window.old = true)`)
		call(p, gpu.CrashGPUProcess, cdp.Empty{})
		p.arrived(`!window.old && globalThis.lianhua && (lianhua.state() || ` + told + `)`)
		if eval[bool](p, `Boolean(lianhua.state())`) {
			continue
		}
		if got := eval[string](p, told); got != words.Words("page.refused") {
			t.Errorf("it says %q", got)
		}
		p.reloaded(tryAgain + `.click()`)
		p.arrived(`lianhua.state() || ` + told + ` === ` + quote(words.Words("page.refused")))
		p.do(chromedp.Reload())
		p.ready()
		same(t, "tried again", before, p.settled())
		return
	}
	t.Error("the browser gave graphics however often they crashed")
}
