package browsertest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"slices"
	"sync"
	"testing"
	"time"

	"lianhua/internal/browsertest/bidi"
	"lianhua/internal/testenv"
)

// firefoxBrowser is the Firefox that the tests share.
type firefoxBrowser struct {
	once    sync.Once
	browser *bidi.Browser
	err     error
	dark    func() // ends its display
}

// start starts Firefox. It has no window, and needs a display all the same: there
// it finds the libraries for WebGL.
func (f *firefoxBrowser) start() {
	ctx, done := context.WithTimeout(context.Background(), starting)
	defer done()
	display, dark, err := testenv.Display(context.Background())
	if err != nil {
		f.err = err
		return
	}
	f.dark = dark
	f.browser, f.err = bidi.Launch(ctx, bidi.Options{Env: []string{"DISPLAY=" + display, "LIBGL_ALWAYS_SOFTWARE=1"}})
	if f.err != nil {
		return
	}
	f.err = f.browser.Call(ctx, "session.subscribe", map[string]any{"events": []string{"log.entryAdded"}}, nil)
}

func (f *firefoxBrowser) end() {
	if f.browser != nil {
		f.browser.Close()
	}
	if f.dark != nil {
		f.dark()
	}
}

// firefoxTab is an open page in Firefox, as a new visitor has it.
type firefoxTab struct {
	*bidi.Tab
	t    *testing.T
	ctx  context.Context
	site *origin

	mu    sync.Mutex
	wrong []string // what the console complained of
}

// prefs are the preferences of Firefox that stand for what a system asks for.
func prefs(v visit) map[string]any {
	all := map[string]any{"ui.useOverlayScrollbars": 0}
	if v.touch {
		all["ui.useOverlayScrollbars"] = 1 // a phone's scrollbar takes no room
	}
	if v.noScript {
		all["javascript.enabled"] = false
	}
	if v.media["prefers-reduced-motion"] == "reduce" {
		all["ui.prefersReducedMotion"] = 1
	}
	if v.media["prefers-color-scheme"] == "dark" {
		all["layout.css.prefers-color-scheme.content-override"] = 0
	}
	if v.media["forced-colors"] == "active" {
		all["browser.display.document_color_use"] = 2
	}
	return all
}

// blankInFirefox opens a tab and no page.
func blankInFirefox(t *testing.T, v visit) *firefoxTab {
	t.Helper()
	firefox.once.Do(firefox.start)
	if firefox.err != nil {
		t.Fatal(firefox.err)
	}
	d := &firefoxTab{t: t}
	ctx, cancel := context.WithTimeout(context.Background(), lifetime)
	d.ctx = ctx
	t.Cleanup(cancel)
	for name, value := range prefs(v) {
		d.prefer(name, value)
	}
	tab, err := firefox.browser.NewTab(ctx)
	if err != nil {
		t.Fatal(err)
	}
	d.Tab = tab
	deaf := firefox.browser.Listen(d.hear)
	t.Cleanup(func() {
		deaf()
		if err := tab.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	if v.width == 0 {
		v.width, v.height = 1440, 900
	}
	if v.scale == 0 {
		v.scale = 1
	}
	d.must(d.SetViewport(ctx, int(v.width), int(v.height), v.scale))
	if v.before != "" {
		d.must(d.Preload(ctx, "() => {"+v.before+"}"))
	}
	return d
}

// openInFirefox opens a page of the site as it is built.
func openInFirefox(t *testing.T, v visit) *firefoxTab {
	t.Helper()
	d := blankInFirefox(t, v)
	d.site = serve(t)
	d.must(d.Navigate(d.ctx, d.site.URL+"/"+v.path))
	return d
}

func (d *firefoxTab) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// prefer sets a preference until the test ends.
func (d *firefoxTab) prefer(name string, value any) {
	d.t.Helper()
	d.must(firefox.browser.SetPref(d.ctx, name, value))
	d.t.Cleanup(func() {
		if err := firefox.browser.ClearPref(d.ctx, name); err != nil {
			d.t.Error(err)
		}
	})
}

func (d *firefoxTab) hear(e bidi.Event) {
	var entry struct {
		Level, Text string
		Source      struct{ Context string }
	}
	if err := json.Unmarshal(e.Params, &entry); err != nil || entry.Source.Context != d.ID() {
		return
	}
	if entry.Level == "error" || entry.Level == "warn" {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.wrong = append(d.wrong, entry.Text)
	}
}

// quiet holds that the console has shown nothing so far.
func (d *firefoxTab) quiet() {
	d.t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.wrong) > 0 {
		d.t.Errorf("the console says %q", slices.Clone(d.wrong))
	}
}

// ask gives the value of a script, which may await.
func ask[T any](d *firefoxTab, script string) T {
	d.t.Helper()
	var v T
	if err := d.Evaluate(d.ctx, script, &v); err != nil {
		d.t.Fatalf("%s: %v", script, err)
	}
	return v
}

// until waits for a condition, and fails with the value of detail where it does
// not come true.
func (d *firefoxTab) until(condition, detail string) {
	d.t.Helper()
	end := time.Now().Add(patience)
	for {
		// A page that is left in the middle of a script has no answer.
		var holds bool
		err := d.Evaluate(d.ctx, fmt.Sprintf(`await (async () => {
			for (const end = Date.now() + 1000; Date.now() < end; await new Promise((done) => setTimeout(done, %d))) {
				if (%s) return true;
			}
			return false;
		})()`, pace.Milliseconds(), condition), &holds)
		if err == nil && holds {
			return
		}
		if time.Now().After(end) || d.ctx.Err() != nil {
			d.t.Fatalf("waited in vain for %s: %v, %v", condition, ask[any](d, detail), err)
		}
	}
}

// ready waits for the player.
func (d *firefoxTab) ready() {
	d.t.Helper()
	d.until(`globalThis.lianhua`, `document.body.innerText`)
	if got := ask[string](d, `await lianhua.ready.then(() => "", (e) => String(e))`); got != "" {
		d.t.Fatalf("the player did not start: %s; console: %q", got, d.wrong)
	}
}

// settled waits until nothing moves and the page has heard of it.
func (d *firefoxTab) settled() state {
	d.t.Helper()
	d.until(`!lianhua.state().moving`, "lianhua.state()")
	return ask[state](d, "({ ...lianhua.state(), hash: lianhuaPlayer.hash() })")
}

// picture is the size of the picture: a scrollbar takes its room beside it.
func (d *firefoxTab) picture() (w, h float64) {
	d.t.Helper()
	size := ask[[]float64](d, "[document.documentElement.clientWidth, innerHeight]")
	return size[0], size[1]
}

func (d *firefoxTab) press(keys ...string) {
	d.t.Helper()
	d.must(d.Press(d.ctx, keys...))
}

// screen is what the page shows.
func (d *firefoxTab) screen() image.Image {
	d.t.Helper()
	data, err := d.Screenshot(d.ctx)
	d.must(err)
	shown, err := png.Decode(bytes.NewReader(data))
	d.must(err)
	return shown
}
