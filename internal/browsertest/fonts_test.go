package browsertest

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/internal/build"
)

// tellsPaint tells the host of the first paint, and notes which of the page's own
// fonts had come by then.
const tellsPaint = `
	new PerformanceObserver((list, watch) => {
		if (!list.getEntriesByName("first-contentful-paint").length) return;
		watch.disconnect();
		window.early = [...document.fonts].filter((f) => f.status === "loaded" && f.display === "swap").map((f) => f.family);
		fetch("/read?1");
	}).observe({ type: "paint", buffered: true });`

// afterPaint sends a file once the page has been painted.
func afterPaint(w *answer, r *http.Request, p build.Part) {
	for r.Context().Err() == nil {
		w.host.mu.Lock()
		painted := w.host.read > 0
		w.host.mu.Unlock()
		if painted {
			w.Write(p.Content)
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// systemFonts gives the page what a reader's system has and the machine of a test
// may not: Chinese fonts.
func systemFonts(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	for family, file := range map[string]string{"PingFang SC": "sans.ttf", "Songti SC": "serif.ttf"} {
		data, err := os.ReadFile(filepath.Join(siteDir, "fonts", file))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "document.fonts.add(new FontFace(%q, Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))));\n", family, base64.StdEncoding.EncodeToString(data))
	}
	return out.String()
}

// TestFontsComeLate reads the page in the system's fonts, until its own come:
// then nothing moves.
func TestFontsComeLate(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		visit
		most float64 // shifted in all
	}{
		{visit{path: "index.html", width: 360, height: 640}, 0},
		{visit{path: "index.html", width: 1440, height: 900}, 0},
		{visit{path: "en/index.html", width: 390, height: 844}, 0},
		{visit{path: "en/index.html", width: 768, height: 1024}, 0},
		// The bar's few words are not as long as words are in the mean: it grows by a hundredth.
		{visit{path: "en/index.html", width: 1440, height: 900}, 0.002},
	} {
		h := publishedHost(t)
		for _, name := range []string{"fonts/sans.ttf", "fonts/bold.ttf", "fonts/serif.ttf"} {
			h.fails(name, afterPaint)
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
