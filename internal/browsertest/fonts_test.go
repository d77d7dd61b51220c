package browsertest

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/build"
)

// shifts notes what shifts in a page that is not touched: to Chromium the tab's
// emulated window is a change of size, and all that follows is due to that.
const shifts = `
	window.shifts = [];
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) {
			if (e.value > 1e-4) shifts.push([e.value, ...e.sources.map((s) => s.node?.nodeName + "." + s.node?.className + "#" + s.node?.id)].join(" "));
		}
	}).observe({ type: "layout-shift", buffered: true });`

// tellsPaint tells the host of the first paint, and notes which of the page's own
// fonts had come by then.
const tellsPaint = `
	new PerformanceObserver((list, watch) => {
		if (!list.getEntriesByName("first-contentful-paint").length) return;
		watch.disconnect();
		window.early = [...document.fonts].filter((f) => f.status === "loaded" && f.display === "swap").map((f) => f.family);
		fetch("/read?2");
	}).observe({ type: "paint", buffered: true });`

// The moments that a page tells its host of.
const (
	fontsReady = 1 + iota // those of the system
	painted
)

// after sends a file once the page has told of a moment.
func after(moment int) fault {
	return func(w *answer, r *http.Request, p build.File) {
		if w.host.told(r.Context(), moment) {
			w.Write(p.Content)
		}
	}
}

// systemFonts gives the page what a reader's system has and the machine of a test
// may not: Chinese fonts. They are read before the style is, which nothing is
// painted without.
func systemFonts(t *testing.T) string {
	t.Helper()
	var faces []string
	for family, file := range map[string]string{"PingFang SC": "sans.ttf", "Songti SC": "serif.ttf"} {
		data, err := os.ReadFile(filepath.Join(siteDir(t), "fonts", file))
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, fmt.Sprintf("new FontFace(%q, Uint8Array.from(atob(%q), (c) => c.charCodeAt(0)))", family, base64.StdEncoding.EncodeToString(data)))
	}
	return "Promise.all([" + strings.Join(faces, ",") + `].map((f) => {
		document.fonts.add(f);
		return f.loaded;
	})).then(() => fetch("/read?1"));`
}

// TestFontsComeLate reads the page in the system's fonts, until its own come:
// then nothing moves.
func TestFontsComeLate(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		visit
		most float64 // shifted in all
	}{
		{visit{path: "index.html#?lang=zh", width: 360, height: 640}, 0},
		{visit{path: "index.html#?lang=zh", width: 1440, height: 900}, 0},
		{visit{path: "en/index.html", width: 768, height: 1024}, 0},
		// The bar's few words are not as long as words are in the mean: it grows by a hundredth.
		{visit{path: "en/index.html", width: 1440, height: 900}, 0.002},
	} {
		h := publishedHost(t)
		h.fails("style.css", after(fontsReady))
		for _, name := range []string{"fonts/sans.ttf", "fonts/bold.ttf", "fonts/serif.ttf"} {
			h.fails(name, after(painted))
		}
		test.base, test.before = h.URL, systemFonts(t)+shifts+tellsPaint
		p := open(t, test.visit)
		p.ready()
		p.settled()
		if early := eval[[]string](p, "early"); len(early) > 0 {
			t.Errorf("%s: painted with %q, which had not been sent", test.path, early)
		}
		if sum := eval[float64](p, "shifts.reduce((sum, one) => sum + parseFloat(one), 0)"); sum > test.most {
			t.Errorf("%s, %dx%d: the layout shifted by %g: %q", test.path, test.width, test.height, sum, eval[[]string](p, "shifts"))
		}
	}
}

// TestOpeningLeavesTheRestAlone opens the article at its first scene, for which
// nothing below need be laid out, and at another, which what is above would move.
func TestOpeningLeavesTheRestAlone(t *testing.T) {
	t.Parallel()
	for link, want := range map[string]bool{"": false, "#cover/2": false, "#hydrogen/2": true} {
		p := open(t, visit{path: "index.html" + link, before: "delete globalThis.WebAssembly;"})
		p.until(`globalThis.lianhua && await lianhua.ready.then(() => false, () => true)`, `location.href`)
		if got := eval[bool](p, `document.documentElement.classList.contains("laid")`); got != want {
			t.Errorf("%q: all is laid out: %v, want %v", link, got, want)
		}
	}
}
