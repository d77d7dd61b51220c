package browsertest

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/build"
)

// boxed answers rightly and puts the page into a sandbox, as a frame's page is by
// the frame's own word.
func boxed(allowed string) fault {
	return func(w *answer, r *http.Request, p build.Part) {
		w.Header().Set("Content-Security-Policy", "sandbox "+allowed)
		w.Header().Set("Content-Type", p.Type())
		_, _ = w.Write(p.Content)
	}
}

// TestASandboxShowsTheStory opens the published page where it is of no origin: it
// is read with its styles and fonts, and played.
func TestASandboxShowsTheStory(t *testing.T) {
	t.Parallel()
	h := publishedHost(t)
	h.fails("en/aluminium/index.html", always(boxed("allow-scripts"))...)
	p := open(t, visit{base: h.URL, path: "en/aluminium/#aluminium/2", width: 800, height: 600, media: calm})
	if got := eval[string](p, "self.origin"); got != "null" {
		t.Fatalf("the page is of the origin %s", got)
	}
	p.ready()
	if s := p.settled(); s.Scene != "aluminium" || s.Beat != 2 {
		t.Errorf("it shows %s/%d", s.Scene, s.Beat)
	}
	eval[bool](p, `document.fonts.ready.then(() => true)`)
	if got := eval[[]string](p, `[...new Set([...document.fonts].filter((f) => f.status === "error" || /^"?Noto/.test(f.family) && f.status !== "loaded").map((f) => f.family + f.weight))]`); len(got) > 0 {
		t.Errorf("without the fonts %q", got)
	}
	if got := eval[string](p, `getComputedStyle(document.getElementById("bar")).position + " " + getComputedStyle(document.querySelector(".appendix, .take")).borderTopStyle`); got != "fixed solid" {
		t.Errorf("the styles give %q", got)
	}
	wrong := slices.DeleteFunc(p.complaints(), func(line string) bool { return strings.Contains(line, "ws://") })
	if len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}
