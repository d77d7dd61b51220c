package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A publisher is a page of somebody else's with the story in it.
type publisher struct {
	*tab
	story string // the address of the story's site
}

// placement says how a publisher embeds.
type placement struct {
	same          bool   // the page is of the story's own origin
	body          string // of the page; STORY stands for the story's address
	width, height int64  // of the window
	phone         bool
}

// line is what a publisher pastes.
func line(words string) string {
	return `<script async src="STORY/embed.js" data-lang="en" ` + words + `></script>`
}

// hostPage is a publisher's page; it notes what it hears, and how it moves.
const hostPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A publisher</title>
<link rel="icon" href="data:,">
<style>body { margin: 0 } .text { height: 1400px } .text:last-child { height: 3000px }</style>
<script>
	window.states = [];
	window.heights = [];
	addEventListener("lianhua:state", (e) => states.push([e.target.id, e.detail, e.target === frame()]));
	addEventListener("message", (e) => e.data?.height && heights.push(e.data));
	window.frame = () => document.querySelector("iframe");
	window.inner = () => frame().contentWindow;
	window.send = (message, to = inner()) => to.postMessage({ lianhua: 1, ...message }, "*");
	window.last = () => states.findLast((s) => s[2])?.[1]; // of the first frame
	window.names = Object.keys(window);
</script>
</head>
<body>
%s
</body>
</html>`

// premises are where a publisher's page and the story are served.
type premises struct{ story, page string }

// publisherOf serves a publisher's page. Its origin is another than the story's,
// if only by name, unless it is to be the same.
func publisherOf(t *testing.T, at placement) premises {
	t.Helper()
	page := func(story string) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, hostPage, strings.ReplaceAll(at.body, "STORY", story))
		})
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(siteDir(t))))
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	if at.same {
		mux.Handle("/publisher", page(site.URL))
		return premises{site.URL, site.URL + "/publisher"}
	}
	story := strings.Replace(site.URL, "127.0.0.1", "localhost", 1)
	other := httptest.NewServer(page(story))
	t.Cleanup(other.Close)
	return premises{story, other.URL + "/publisher"}
}

// hosted opens a publisher's page.
func hosted(t *testing.T, at placement, v visit) publisher {
	t.Helper()
	where := publisherOf(t, at)
	v.base, v.path = strings.TrimSuffix(where.page, "/publisher"), "publisher"
	v.width, v.height = at.width, at.height
	if at.phone {
		v.touch = true
	}
	if !at.same && v.media["prefers-reduced-motion"] == "reduce" {
		v.browser = calmed.browser(t)
	}
	v.before += shifts
	return publisher{open(t, v), where.story}
}

// both runs a test in a page of another origin and in one of the same.
func both(t *testing.T, run func(t *testing.T, same bool)) {
	t.Helper()
	t.Run("of another origin", func(t *testing.T) { run(t, false) })
	t.Run("of the same origin", func(t *testing.T) { run(t, true) })
}

// at waits until the first frame has told that it rests at a beat.
func (p publisher) at(scene string, beat int) {
	p.t.Helper()
	p.until(fmt.Sprintf(`last()?.scene === %q && last().beat === %d`, scene, beat), "[states, scrollY]")
}

// scrollTo scrolls the publisher's page, once it has come to rest: a wheel may
// still be turning it.
func (p publisher) scrollTo(top int) {
	p.t.Helper()
	p.until(fmt.Sprintf(`await (async () => {
		const before = scrollY;
		for (let i = 0; i < 20; i++) await new Promise(requestAnimationFrame);
		if (scrollY !== before) return false;
		scrollTo(0, %[1]d);
		return before === %[1]d;
	})()`, top), "scrollY")
}

// lead asks the frame to go somewhere and waits until it is there.
func (p publisher) lead(link, scene string, beat int) {
	p.t.Helper()
	eval[bool](p.tab, fmt.Sprintf(`(send({ goto: %q }), true)`, link))
	p.at(scene, beat)
}

// quiet holds that nothing has complained and nothing has moved by itself.
func (p publisher) quiet() {
	p.t.Helper()
	if wrong := p.complaints(); len(wrong) > 0 {
		p.t.Errorf("the console says %q", wrong)
	}
	if moved := eval[[]string](p.tab, "shifts"); len(moved) > 0 {
		p.t.Errorf("the publisher's page has shifted: %q", moved)
	}
}
