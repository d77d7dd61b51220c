package browsertest

import (
	"net/http"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/story"
)

// unwritten is a browser that lets the page write no history, as some do after many
// entries, or in a place without an address.
const unwritten = `History.prototype.replaceState = History.prototype.pushState = () => { throw new DOMException("too many", "SecurityError"); };`

// TestAHistoryThatCannotBeWritten reads the story in such a browser: all but the address
// follows, and lost graphics come back as often as elsewhere.
func TestAHistoryThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#hydrogen/2", media: calm, before: grasp + unwritten})
	p.ready()
	p.settled()
	for _, scene := range []string{"aluminium", "households", "hydrogen"} {
		eval[bool](p, `lianhua.goto("#`+scene+`/1")`)
		p.settled()
		const marks = `document.getElementById("marks").parentElement.id`
		p.until(marks+` === "`+scene+`"`, marks)
		p.until(`document.title.includes(document.querySelector("#`+scene+` h2").firstChild.data)`, "document.title")
	}
	eval[bool](p, `(document.getElementById("to-contents").click(), true)`)
	p.until(`document.documentElement.classList.contains("browsing")`, "document.documentElement.className")
	eval[bool](p, `(document.getElementById("to-contents").click(), true)`)
	p.until(`!document.documentElement.classList.contains("browsing")`, "document.documentElement.className")
	words := readStory(t).In(story.EN)
	for range 2 {
		p.reloaded(lose)
		p.ready()
		if s := p.settled(); s.Scene != "hydrogen" {
			t.Errorf("after lost graphics it shows %s/%d", s.Scene, s.Beat)
		}
	}
	asked := p.site.requests()["/en/"]
	eval[bool](p, `(`+lose+`, true)`)
	p.until(`document.getElementById("notice").firstChild?.textContent === `+quote(words.Words("page.lost-context")), `document.getElementById("notice").textContent`)
	if n := p.site.requests()["/en/"]; n != asked {
		t.Errorf("it was loaded again %d times", n-asked)
	}
}

// TestAPolicyUnderWhichNoProgramRuns opens the page in a browser that does not know the
// word by which its policy allows programs, as those of before 2022: the article with
// the sentence why, and the player is not asked for.
func TestAPolicyUnderWhichNoProgramRuns(t *testing.T) {
	t.Parallel()
	h := publishedHost(t)
	h.fails("sw.js", always(status(http.StatusNotFound))...)
	h.fails("en/index.html", always(func(w *answer, r *http.Request, p build.File) {
		w.Header().Set("Content-Security-Policy", "script-src 'self'")
		w.Header().Set("Content-Type", p.Type())
		_, _ = w.Write(p.Content)
	})...)
	p := open(t, visit{base: h.URL, path: "en/#hydrogen/2", width: 800, height: 600})
	p.article("hydrogen", "shell.no-wasm")
	for _, name := range []string{build.PlayerName, build.StoryName, build.RuntimeName} {
		if n := len(h.of(name)); n > 0 {
			t.Errorf("%s was asked for %d times", name, n)
		}
	}
}
