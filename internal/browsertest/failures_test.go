package browsertest

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/internal/story"
)

// article holds that the page is only the article, can be read, and says why.
func (p *tab) article(scene, key string) {
	p.t.Helper()
	words := readStory(p.t).In(story.EN).Words(key)
	p.until(`document.getElementById("notice").firstChild?.textContent === `+quote(words), `[document.getElementById("notice").textContent, document.documentElement.className]`)
	if got := eval[string](p, `document.documentElement.className`); strings.Contains(got, "playing") {
		p.t.Errorf("the page is %q", got)
	}
	if eval[bool](p, `Boolean(document.querySelector("canvas")) || lianhua.state() !== null`) {
		p.t.Error("there is a player all the same")
	}
	if got := eval[string](p, `lianhua.ready.then(() => "ready", () => "refused")`); got != "refused" {
		p.t.Errorf("lianhua.ready is %s", got)
	}
	// What the reader sees is the scene's own words, opaque.
	if got := eval[string](p, `(() => {
		const section = document.getElementById("`+scene+`").getBoundingClientRect();
		if (section.top > innerHeight / 2 || section.bottom < innerHeight / 2) return "it is at " + section.top + " to " + section.bottom;
		const at = document.elementsFromPoint(innerWidth / 2, innerHeight / 2);
		if (!at.some((it) => it.id === "`+scene+`")) return at.map((it) => it.nodeName + it.id).join();
		const text = document.querySelector("#`+scene+` .text");
		return text.offsetHeight > 300 ? "" : "its words are " + text.offsetHeight + " high";
	})()`); got != "" {
		p.t.Errorf("%s is not there to be read: %s", scene, got)
	}
}

func quote(text string) string { return "`" + text + "`" }

// says waits until the console has shown all of the words in one complaint.
func (p *tab) says(words ...string) {
	p.t.Helper()
	for _, line := range p.complaints() {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(line, w) }) {
			return
		}
	}
	p.t.Errorf("the console says nothing of %q: %q", words, p.complaints())
}

const (
	tryAgain = `document.querySelector("#notice button")`
)

// TestTryAgain loses the player on its way, several times.
func TestTryAgain(t *testing.T) {
	t.Parallel()
	h := publishedHost(t)
	player := 0
	for _, part := range h.parts {
		if part.Source == build.PlayerName {
			player = len(part.Content)
		}
	}
	h.fails(build.PlayerName, cut(player/2))
	h.fails(build.StoryName, always(status(http.StatusInternalServerError))...)
	p := open(t, visit{base: h.URL, path: "en/#hydrogen/2", before: impatient, width: 800, height: 600})
	p.article("hydrogen", "page.failed")
	p.says("story.", "500")
	if n := len(h.of(build.StoryName)); n != 4 {
		t.Errorf("the story was asked for %d times, want 4", n)
	}
	h.until("the player whole", func() bool { return len(h.of(build.PlayerName)) == 2 })
	p.until(`document.getElementById("loading").hidden`, `document.getElementById("loading").textContent`)

	// By the keyboard; the button says what it does, and is large enough.
	eval[bool](p, `(`+tryAgain+`.focus(), true)`)
	if got := eval[string](p, `document.activeElement.textContent`); got != readStory(t).In(story.EN).Words("shell.try-again") {
		t.Errorf("the button says %q", got)
	}
	if small := eval[bool](p, `[...document.querySelectorAll("#notice button")].some((b) => b.offsetWidth < 44 || b.offsetHeight < 44)`); small {
		t.Error("the notice's buttons are too small to touch")
	}
	p.press(kb.Enter)
	h.until("the story again", func() bool { return len(h.of(build.StoryName)) == 8 })
	p.article("hydrogen", "page.failed")

	// Without a network it says so, in the page's language, and goes on by itself when it is back.
	offline := func(on bool) {
		call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
			MatchedNetworkConditions: []*network.Conditions{{Offline: on, DownloadThroughput: -1, UploadThroughput: -1}},
		})
		call(p, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: on, DownloadThroughput: -1, UploadThroughput: -1})
	}
	offline(true)
	eval[bool](p, `(`+tryAgain+`.click(), true)`)
	p.article("hydrogen", "page.failed-offline")
	h.fails(build.StoryName)
	offline(false)
	p.ready()
	if s := p.settled(); s.Scene != "hydrogen" || s.Beat != 2 {
		t.Errorf("it begins at %s/%d", s.Scene, s.Beat)
	}
	if got := eval[string](p, `document.getElementById("notice").textContent`); got != "" {
		t.Errorf("the notice still says %q", got)
	}

	// What came was not fetched again: the player in two halves, the rest once.
	asked := h.of(build.PlayerName)
	sent := 0
	for _, r := range asked {
		sent += r.sent
	}
	if len(asked) != 2 || !strings.HasPrefix(asked[1].span, "bytes=") || sent > player*21/20 {
		t.Errorf("the player of %d bytes was sent as %+v", player, asked)
	}
	for _, name := range []string{build.RuntimeName, "fonts/sans.ttf", "fonts/bold.ttf", "fonts/serif.ttf"} {
		if n := len(h.of(name)); n != 1 {
			t.Errorf("%s was fetched %d times", name, n)
		}
	}
}

// TestDamagedFiles sends files that are not the build's: none gets to run.
func TestDamagedFiles(t *testing.T) {
	t.Parallel()
	const counting = `
		window.ran = 0;
		for (const name of ["instantiate", "instantiateStreaming"]) {
			const real = WebAssembly[name];
			WebAssembly[name] = (...all) => (ran++, real(...all));
		}`
	for _, test := range []struct {
		file   string
		change func([]byte) []byte
	}{
		{build.PlayerName, flipped},
		{build.PlayerName, truncated},
		{build.StoryName, truncated},
		{"fonts/serif.ttf", flipped},
	} {
		t.Run(test.file, func(t *testing.T) {
			h := publishedHost(t)
			// The style sheet asks for fonts too.
			h.fails(test.file, always(other(test.change))...)
			p := open(t, visit{base: h.URL, path: "en/", before: impatient + counting, width: 800, height: 600})
			p.article("cover", "page.failed-damaged")
			p.says(strings.TrimSuffix(test.file[strings.LastIndex(test.file, "/")+1:], "wasm")[:5], "not the file of this build")
			if n := eval[int](p, "ran"); n > 0 {
				t.Errorf("it ran %d times", n)
			}
			if n := len(h.of(test.file)); n < 2 || n > 3 {
				t.Errorf("it was fetched %d times", n)
			}
		})
	}
}

// TestFilesThePlayerRefuses publishes files that come as they were built, and
// are wrong all the same.
func TestFilesThePlayerRefuses(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, file string
		change     func([]byte) []byte
		says       string
	}{
		{"a story of another version", build.StoryName, func(b []byte) []byte { b[len("LIANHUA\n")] = story.Format + 1; return b }, "version"},
		{"a story with a flipped bit", build.StoryName, flipped, "checksum"},
		{"half a font", "fonts/sans.ttf", truncated, "sans"},
	} {
		t.Run(test.name, func(t *testing.T) {
			parts := asBuilt(t)
			for i, part := range parts {
				if part.Name == test.file {
					parts[i] = build.NewFile(part.Name, test.change(bytes.Clone(part.Content)))
				}
			}
			parts, err := publish.Files(parts)
			if err != nil {
				t.Fatal(err)
			}
			h := hostOf(t, parts)
			h.fails("sw.js", always(status(http.StatusNotFound))...)
			p := open(t, visit{base: h.URL, path: "en/#households/1", width: 800, height: 600})
			p.article("households", "page.failed-damaged")
			p.says(test.says, "upload the whole build")
			before := len(h.of(test.file))
			eval[bool](p, `(`+tryAgain+`.click(), true)`)
			h.until("the file anew", func() bool { return len(h.of(test.file)) > before })
			p.article("households", "page.failed-damaged")
			if n := len(h.of(build.PlayerName)); n != 1 {
				t.Errorf("the player was fetched %d times", n)
			}
		})
	}
}

// TestTypesOfHosts has the player sent as no type at all: it is compiled while it
// comes all the same, with a hint for whoever looks after the host.
func TestTypesOfHosts(t *testing.T) {
	t.Parallel()
	h := publishedHost(t)
	h.fails(build.PlayerName, func(w *answer, _ *http.Request, p build.File) {
		w.Header().Set("Content-Type", "text/plain")
		w.Write(p.Content)
	})
	p := open(t, visit{base: h.URL, path: "en/", width: 800, height: 600, before: `
		window.compiled = [];
		const real = WebAssembly.compileStreaming;
		WebAssembly.compileStreaming = async (source) => {
			const response = await source;
			compiled.push(response.headers.get("Content-Type"));
			return real(response);
		};`})
	p.ready()
	p.says("text/plain", "application/wasm")
	if got := eval[[]string](p, "compiled"); len(got) != 1 || got[0] != "application/wasm" {
		t.Errorf("it is compiled as %q", got)
	}
}
