package browsertest

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/story"
)

// boxed answers rightly and puts the page into a sandbox, as a frame's page is by
// the frame's own word.
func boxed(allowed string) fault {
	return func(w *answer, r *http.Request, p build.File) {
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
	if got := eval[[]string](p, `[...new Set([...document.fonts].filter((f) => /^"?Noto/.test(f.family) && f.status !== "loaded").map((f) => f.family + f.weight))]`); len(got) > 0 {
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

// TestAFrameThatMayNotDownloadSaysWhere takes files and ways out in a frame that is
// let neither download nor open windows, and is told of neither.
func TestAFrameThatMayNotDownloadSaysWhere(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	p := hosted(t, placement{same: true, width: 1000, height: 800, body: `<iframe sandbox="allow-scripts allow-same-origin" src="STORY/en/aluminium/#aluminium/2" width="900" height="640"></iframe>`}, visit{media: calm})
	p.until(`globalThis.inner?.().lianhua`, "document.body.innerHTML")
	eval[bool](p.tab, `inner().lianhua.ready.then(() => true)`)
	p.until(`!inner().lianhua.state().moving`, "inner().lianhua.state()")
	own := p.story + "/en/aluminium/#aluminium/2"
	in := `inner().document`
	says := func(id, key, address string) {
		t.Helper()
		text := in + `.getElementById("` + id + `").textContent`
		before, _, _ := strings.Cut(words.Words(key), "<address>")
		p.until(text+`.includes(`+quote(before+address)+`)`, text)
	}
	eval[bool](p.tab, `(`+in+`.getElementById("out").click(), true)`)
	says("notice", "page.framed-window", p.story+"/en/#aluminium/2")
	eval[bool](p.tab, `(`+in+`.getElementById("take-open").click(), true)`)
	p.until(in+`.getElementById("take").open`, in+`.activeElement.outerHTML`)
	for _, kind := range []string{"svg", "csv"} {
		eval[bool](p.tab, `(`+in+`.getElementById("take-said").replaceChildren(), `+in+`.querySelector("[data-take=`+kind+`]").click(), true)`)
		says("take-said", "page.framed-file", own)
	}
	eval[bool](p.tab, `(`+in+`.getElementById("take").close(), `+in+`.querySelector(".files a[download], a[download]").click(), true)`)
	says("notice", "page.framed-file", own)
}
