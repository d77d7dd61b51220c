package browsertest

import (
	"html"
	"net/http"
	"strings"
	"testing"

	"lianhua/internal/article"
	"lianhua/internal/story"
)

// TestLineToPasteGivesWhatIsSeen takes the line from the dialog and pastes it into
// another page.
func TestLineToPasteGivesWhatIsSeen(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#inspection/2?in=home.1:90&theme=night&lang=en", media: calm, before: clipboard})
	p.ready()
	want := p.settled()
	p.openTake()
	p.click(`[data-take="line"]`)
	p.until(`globalThis.copied && copied === document.getElementById("take-line").value`, `document.getElementById("take-said").textContent`)
	pasted := eval[string](p, "copied")
	if !strings.Contains(pasted, `data-link="#inspection/2?in=home.1:90"`) || !strings.Contains(pasted, `data-lang="en"`) || !strings.Contains(pasted, p.site.URL+"/embed.js") {
		t.Errorf("the line is %s", pasted)
	}
	q := hosted(t, placement{width: 900, height: 700, body: strings.ReplaceAll(pasted, p.site.URL, "STORY")}, visit{media: calm})
	q.at("inspection", 2)
	if got := eval[string](q.tab, "last().link"); got != want.Link {
		t.Errorf("the pasted line shows %s, want %s", got, want.Link)
	}
	q.quiet()
	// Where scripts are stripped: a picture with its words, which leads to what is seen.
	p.click(`[data-take="static"]`)
	p.until(`copied === document.getElementById("take-static").value`, `document.getElementById("take-said").textContent`)
	words := readStory(t).In(story.EN)
	r := hosted(t, placement{width: 900, height: 700, body: eval[string](p, "copied")}, visit{media: calm})
	got := eval[[]string](r.tab, `(() => {
		const f = document.querySelector("figure[data-static=inspection]");
		return [new URL(f.querySelector("a > img").src).pathname.slice(1), ...[...f.querySelectorAll("a")].map((a) => a.href), f.querySelector("figcaption").innerText, String(f.querySelector("img").alt.length > 20), String(document.scripts.length)];
	})()`)
	here := p.site.URL + "/en/inspection/" + want.Link
	if got[0] != article.CardName("inspection", story.EN) || got[1] != here || got[2] != here || got[4] != "true" || got[5] != "1" {
		t.Errorf("the picture to paste is %q", got)
	}
	for _, said := range []string{strings.ReplaceAll(words.Words("inspection.title"), "\n", " "), words.Words("inspection.deck")} {
		if !strings.Contains(got[3], said) {
			t.Errorf("%q is not in %q", said, got[3])
		}
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestPageThatShowsHowToEmbed opens it as it is published, below a path, under its
// own policy.
func TestPageThatShowsHowToEmbed(t *testing.T) {
	t.Parallel()
	p, h := visitor(t)
	h.start(edition(t, "one"))
	for path, title := range map[string]string{"embed.html": "铝水", "en/embed.html": "metal"} {
		p.visit(h, path)
		p.until(`document.querySelector("iframe")`, "document.body.innerHTML")
		site := "http://" + h.address + "/story/"
		first := eval[string](p, `document.querySelector("pre").textContent`)
		if !strings.Contains(first, `src="`+site+`embed.js"`) {
			t.Errorf("%s shows %s", path, first)
		}
		eval[bool](p, `(window.told = null, addEventListener("lianhua:state", (e) => (told = e.detail)), document.querySelector("iframe").scrollIntoView({ block: "center" }), true)`)
		p.until(`told?.scene === "aluminium"`, `[told, document.querySelector("iframe").src]`)
		if got := eval[string](p, "told.title"); !strings.Contains(got, title) {
			t.Errorf("in %s the scene is called %q", path, got)
		}
		if wide := eval[int](p, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
			t.Errorf("%s is %d pixels too wide", path, wide)
		}
		// The frame to paste where scripts may not be is one that there is.
		plain := eval[string](p, `document.querySelectorAll("pre")[1].textContent`)
		_, rest, _ := strings.Cut(html.UnescapeString(plain), `src="`)
		src, _, _ := strings.Cut(rest, `"`)
		answer, err := http.Get(src)
		if err != nil {
			t.Fatal(err)
		}
		if answer.Body.Close(); answer.StatusCode != http.StatusOK || !strings.HasPrefix(src, site) {
			t.Errorf("%s shows a frame with %s, which answers %s", path, src, answer.Status)
		}
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestFirefoxEmbed reads a story in a frame of another origin in Firefox.
func TestFirefoxEmbed(t *testing.T) {
	d := blankInFirefox(t, visit{width: 1000, height: 700, media: calm})
	address := publisherOf(t, placement{body: `<input id="field" autofocus>` + line(`data-scene="aluminium"`) + `<div class="text"></div>`})
	d.must(d.Navigate(d.ctx, address.page))
	d.until(`last()?.scene === "aluminium" && frame().offsetHeight === 616`, `[states, heights, frame().offsetHeight]`)
	if got := ask[string](d, `document.activeElement.id + " " + scrollY + " " + history.length`); !strings.HasPrefix(got, "field 0 ") {
		t.Errorf("focus, scroll and history are %s", got)
	}
	ask[bool](d, `(send({ goto: "#aluminium/3" }), true)`)
	d.until(`last()?.beat === 3`, "states")
	if got := ask[string](d, `document.activeElement.id + " " + scrollY`); got != "field 0" {
		t.Errorf("after goto, focus and scroll are %s", got)
	}
	d.quiet()
}
