package build

import (
	"context"
	"lianhua/internal/testenv"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const probePage = `<!doctype html><title>probe</title>
<style>html,body{height:100%;margin:0}</style>
<body><script src="wasm_exec.js"></script>
<script>
const ask = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (f) => { window.asked = (window.asked || 0) + 1; return ask(f); };
const go = new Go();
WebAssembly.instantiateStreaming(fetch("bare.wasm"), go.importObject).then((m) => go.run(m.instance));
const most = 600; // frames, until something is taken for lost
// frames waits for so many of the browser's own.
const frames = async (n) => { for (let i = 0; i < n; i++) await new Promise(ask); };
// pixel answers with what is on the canvas, drawn into a picture that can be read.
window.pixel = async (x, y) => {
  schedule();
  await new Promise((done) => ask(() => ask(done)));
  schedule();
  return new Promise((done) => ask(() => {
    const c = document.createElement("canvas");
    const g = c.getContext("2d");
    const view = document.querySelector("canvas");
    c.width = view.width; c.height = view.height;
    g.drawImage(view, 0, 0);
    done([...g.getImageData(x, y, 1, 1).data].join(" "));
  }));
};
</script>`

// probe opens the smallest player in a browser and waits for its first draw.
func probe(t *testing.T) context.Context {
	t.Helper()
	wasm, _, err := WASM(context.Background(), "../..", t.TempDir(), "./internal/build/slim/testdata/bare")
	if err != nil {
		t.Fatal(err)
	}
	goroot, err := goTool(context.Background(), ".", nil, "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	start := filepath.Join(strings.TrimSpace(goroot), "lib", "wasm", "wasm_exec.js")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/bare.wasm":
			w.Header().Set("Content-Type", "application/wasm")
			http.ServeFile(w, r, wasm)
		case "/wasm_exec.js":
			http.ServeFile(w, r, start)
		case "/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte(probePage))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	ctx, stop := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(testenv.Chromium()...))
	t.Cleanup(stop)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(400, 300), chromedp.Navigate(server.URL)); err != nil {
		t.Fatalf("opening the page: %v", err)
	}
	limited, stop := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(stop)
	drawn := eval[bool](t, limited, `(async () => {
		while (!window.draws) await frames(1);
		return true;
	})()`)
	if !drawn {
		t.Fatal("the player did not draw")
	}
	return limited
}

func eval[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	result, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return result
}

// TestPatchedPlayerInTheBrowser holds the patches that change what Ebitengine
// does, not only what it weighs.
func TestPatchedPlayerInTheBrowser(t *testing.T) {
	ctx := probe(t)
	if got := eval[string](t, ctx, "pixel(20, 20)"); got != "255 0 0 255" {
		t.Errorf("inside the triangle: %s, want red", got)
	}
	if got := eval[string](t, ctx, "pixel(300, 200)"); got == "255 0 0 255" {
		t.Errorf("outside the triangle: %s", got)
	}

	// Nothing is scheduled: many of the browser's frames later none was asked for.
	still := eval[[2]int](t, ctx, `(async () => {
		let before;
		do { before = asked; await frames(12); } while (asked !== before);
		const drawn = draws;
		await frames(30);
		return [asked - before, draws - drawn];
	})()`)
	if still != [2]int{} {
		t.Errorf("a still picture asked for %d frames and drew %d", still[0], still[1])
	}
	if drawn := eval[int](t, ctx, `(async () => {
		const before = draws;
		schedule();
		for (let i = 0; i < most && draws === before; i++) await frames(1);
		return draws - before;
	})()`); drawn != 1 {
		t.Errorf("one scheduled frame drew %d", drawn)
	}

	if err := chromedp.Do(ctx, chromedp.EmulateViewport(400, 300, chromedp.EmulateScale(2))); err != nil {
		t.Fatal(err)
	}
	sharp := `(async () => {
		window.dispatchEvent(new Event("resize"));
		const view = document.querySelector("canvas");
		for (let i = 0; i < most && view.width !== 800; i++) await frames(1);
		return view.width + "x" + view.height;
	})()`
	if got := eval[string](t, ctx, sharp); got != "800x600" {
		t.Errorf("at a pixel ratio of 2 the canvas has %s pixels, want 800x600", got)
	}

	attributes := eval[string](t, ctx, `(() => {
		const view = document.querySelector("canvas");
		const a = view.getContext("webgl2").getContextAttributes();
		return [a.antialias, a.depth, view.tabIndex, view.getAttribute("aria-hidden"), document.activeElement === view].join(" ");
	})()`)
	if attributes != "false false -1 true false" {
		t.Errorf("antialias, depth, tabindex, aria-hidden, focused: %s", attributes)
	}
}
