package browsertest

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"lianhua/internal/build"
)

// tellsFrames tells the host once what has come of the bar has been on screen, in the
// page's own fonts: what moves when those come, TestFontsComeLate measures, with fonts
// of the system that have the words.
const tellsFrames = `
	(function wait(frames) {
		requestAnimationFrame(() => frames ? wait(document.getElementById("bar") ? frames - 1 : frames) :
			Promise.allSettled([...document.fonts].map((f) => f.load())).then(() => fetch("/read?1")));
	})(3);`

// cutAfter sends a file up to the end of some words, and the rest once the page has
// told of a moment.
func cutAfter(words string, moment int) fault {
	return func(w *answer, r *http.Request, p build.File) {
		i := bytes.Index(p.Content, []byte(words))
		if i < 0 {
			w.host.t.Errorf("%s lacks %q", p.Name, words)
			return
		}
		i += len(words)
		w.Write(p.Content[:i])
		w.ResponseWriter.(http.Flusher).Flush()
		if w.host.told(r.Context(), moment) {
			w.Write(p.Content[i:])
		}
	}
}

// TestTheBarComesInPieces reads a page of which the first part ends in the midst
// of the bar: when the rest comes, what has been shown of it stays where it is.
func TestTheBarComesInPieces(t *testing.T) {
	t.Parallel()
	for _, test := range []visit{
		{path: "en/index.html", width: 390, height: 844},
		{path: "index.html#?lang=zh", width: 1440, height: 900},
		{path: "index.html#?lang=zh", width: 1080, height: 1920},
	} {
		// The part ends within the tag that begins so.
		for _, words := range []string{`id="to-sources"`, `id="take-open"`, `id="menu"`} {
			h := publishedHost(t)
			h.fails(strings.TrimSuffix(test.path, "#?lang=zh"), cutAfter(words, 1))
			v := test
			v.base, v.before = h.URL, shifts+tellsFrames+"delete globalThis.WebAssembly;"
			p := open(t, v)
			p.until(`globalThis.lianhua && await lianhua.ready.then(() => false, () => true)`, `location.href`)
			if moved := eval[[]string](p, `shifts.filter((one) => one.includes("HEADER"))`); len(moved) > 0 {
				t.Errorf("%s, %dx%d, cut at %s: the bar shifted: %q", test.path, test.width, test.height, words, moved)
			}
		}
	}
}
