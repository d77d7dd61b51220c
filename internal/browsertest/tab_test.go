package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// patience is how long a condition may take: the machine may be busy.
const patience = 90 * time.Second

// lifetime ends a tab that neither answers nor fails, before the whole run is ended. A
// tab that goes through the whole story on a busy machine takes half of it.
const lifetime = 12 * time.Minute

// starting is how long a browser may take to start on a busy machine.
const starting = 2 * time.Minute

// pace is how long is waited before a condition is looked at again: at first, for many
// tests wait often and shortly. Each time it grows by a quarter, up to slowest, for
// some conditions cost more than what they wait for.
const (
	pace    = 10 * time.Millisecond
	slowest = 200 * time.Millisecond
)

// coarse is the pixel ratio of pages whose pixels nobody looks at: what takes the
// time where there is no graphics card is to draw them.
const coarse = 0.25

// hurried is how many times faster the clock goes of pages that are looked at when
// they have come to rest: each frame on the way there is drawn without a graphics
// card.
const hurried = 20

// frugal has the reader save data: what is fetched and drawn ahead of a reader, few
// tests live to see, but each has to pay for.
const frugal = "\nObject.defineProperty(Object.getPrototypeOf(navigator), \"connection\", { get: () => ({ saveData: true }), configurable: true });"

// undrawn leaves the canvas empty: for pages that are looked at sharply, but for what
// stands over the picture.
const undrawn = "\nfor (const gl of [WebGLRenderingContext.prototype, WebGL2RenderingContext.prototype]) gl.drawArrays = gl.drawElements = () => {};"

// tab is an open page, as a new visitor has it.
type tab struct {
	t    *testing.T
	ctx  context.Context
	site *origin

	mu    sync.Mutex
	wrong []string // what the console complained of

	audits  int // by axe
	audited time.Duration
}

// visit says how a page is opened.
type visit struct {
	browser       context.Context // another than all share
	real          bool            // the window is as the browser opens it
	base          string          // of another host than the studio's site
	path          string
	width, height int64
	scale         float64 // pixels to a CSS pixel; 0: coarse
	touch         bool    // a screen in the hand
	noScript      bool
	before        string  // a script that runs before the page's own
	generous      bool    // the reader does not save data, and all is fetched and drawn ahead
	clock         float64 // how fast the page's clock goes; 0: hurried, but where a finger's pace counts
	media         map[string]string
}

func open(t *testing.T, v visit) *tab {
	t.Helper()
	site := serve(t)
	if v.base == "" {
		v.base = site.URL
	}
	p := openElsewhere(t, v)
	p.site = site
	return p
}

// openElsewhere opens a page of v.base, and needs no site.
func openElsewhere(t *testing.T, v visit) *tab {
	t.Helper()
	p := &tab{t: t}
	in := v.browser
	if in == nil {
		in = common.browser(t)
	}
	ctx, stop := chromedp.NewContext(in, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.hear))
	ctx, cancel := context.WithTimeout(ctx, lifetime)
	t.Cleanup(func() { cancel(); stop() })
	p.ctx = ctx
	if v.width == 0 {
		v.width, v.height = 1440, 900
	}
	if v.scale == 0 {
		v.scale = coarse
	}
	size := []chromedp.EmulateViewportOption{chromedp.EmulateScale(v.scale)}
	if v.touch {
		size = append(size, chromedp.EmulateMobile, chromedp.EmulateTouch)
	}
	if !v.real {
		p.do(chromedp.EmulateViewport(v.width, v.height, size...))
	}
	if v.noScript {
		call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
	if len(v.media) > 0 {
		var features []*emulation.MediaFeature
		for name, value := range v.media {
			features = append(features, &emulation.MediaFeature{Name: name, Value: value})
		}
		call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
	}
	if v.clock == 0 && !v.touch {
		v.clock = hurried
	}
	if !v.generous {
		v.before += frugal
	}
	if v.clock > 0 {
		v.before += clock(v.clock)
	}
	if v.before != "" {
		call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: v.before})
	}
	p.do(chromedp.Navigate(v.base + "/" + v.path))
	return p
}

// clock is a script that gives a page a clock of its own, so many times faster than
// others'.
func clock(pace float64) string {
	return fmt.Sprintf("\n{ const now = performance.now.bind(performance); let last = now(), at = last; window.pace = %g; performance.now = () => { const t = now(); at += (t - last) * window.pace; last = t; return at; }; }", pace)
}

func call[P, R any](p *tab, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	r, err := chromedp.Call(p.ctx, command, params)
	if err != nil {
		p.t.Fatal(err)
	}
	return r
}

func (p *tab) hear(ev any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			var words []string
			for _, a := range e.Args {
				words = append(words, string(a.Value)+a.Description)
			}
			p.wrong = append(p.wrong, strings.Join(words, " "))
		}
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		p.wrong = append(p.wrong, text)
	case *log.EventEntryAdded:
		if strings.Contains(e.Entry.Text, unusedSoon) || strings.Contains(e.Entry.Text, readsPixels) {
			return
		}
		p.wrong = append(p.wrong, e.Entry.Text+" "+e.Entry.URL)
	}
}

// pace sets how many times faster than others' the clock goes of a page that was opened
// with one of its own; 0: it stands.
func (p *tab) pace(k float64) { eval[any](p, fmt.Sprintf("window.pace = (performance.now(), %g)", k)) }

// unusedSoon is advice that the browser gives by the clock: the player asks for what the
// page has told ahead only when it has come, which takes a busy machine longer. That
// nothing is asked for twice, the first visit's test sees.
const unusedSoon = "was preloaded using link preload but not used within a few seconds"

// readsPixels is what a graphics card without hardware is warned of where the browser
// itself, which puts the page together on the processor, reads a canvas.
const readsPixels = "GPU stall due to ReadPixels"

// complaints are what the console has shown so far.
func (p *tab) complaints() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.wrong...)
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// eval gives the value of a script, which may await.
func eval[T any](p *tab, script string) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T]("(async () => ("+script+"))()", chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", script, err)
	}
	return v
}

// until waits for a condition, and fails with the value of detail where it does
// not come true.
func (p *tab) until(condition, detail string) {
	p.t.Helper()
	script := fmt.Sprintf(`(async () => {
		const end = Date.now() + %d;
		for (let pace = %d; !(%s); pace = Math.min(pace * 1.25, %d)) {
			if (Date.now() > end) return JSON.stringify(%s) ?? "undefined";
			await new Promise((done) => setTimeout(done, pace));
		}
		return "";
	})()`, patience.Milliseconds(), pace.Milliseconds(), condition, slowest.Milliseconds(), detail)
	if got := eval[string](p, script); got != "" {
		p.t.Fatalf("waited in vain for %s: %s", condition, got)
	}
}

// ready waits for the player.
func (p *tab) ready() {
	p.t.Helper()
	if got := eval[string](p, `lianhua.ready.then(() => "", (e) => String(e))`); got != "" {
		p.t.Fatalf("the player did not start: %s; console: %q", got, p.complaints())
	}
}

// state is what lianhua.state() tells, and the picture's hash.
type state struct {
	Scene, Lang, Theme, Picked, Notice, Link, Hash string
	Beat, Step, Steps                              int
	Moving, Playing, Reduced                       bool
}

// settled waits until nothing moves, with the scene's drawings, and the page has heard
// of it.
func (p *tab) settled() state {
	p.t.Helper()
	p.until(`!lianhua.state().late`, "lianhua.state()")
	return p.still()
}

// still waits until nothing moves, with drawings or without.
func (p *tab) still() state {
	p.t.Helper()
	p.until(`!lianhua.state().moving`, "lianhua.state()")
	var s state
	if err := json.Unmarshal([]byte(eval[string](p, "JSON.stringify({ ...lianhua.state(), hash: lianhuaPlayer.hash() })")), &s); err != nil {
		p.t.Fatal(err)
	}
	return s
}

// press sends keys as a keyboard does: what a page has taken of a key does not come
// again as its character, which of "keyDown" it would.
func (p *tab) press(keys string, more ...chromedp.KeyOption) {
	p.t.Helper()
	for _, key := range keys {
		for _, event := range kb.Encode(key) {
			if event.Type == kb.KeyDown {
				event.Type = input.DispatchKeyEventTypeRawKeyDown
			}
			for _, o := range more {
				o(event)
			}
			call(p, input.DispatchKeyEvent, *event)
		}
	}
}
