package browsertest

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/ledger"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// TestFiguresAndCitationsToTakeAway downloads the figures of a scene, in both
// languages, and copies its citations.
func TestFiguresAndCitationsToTakeAway(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	for _, test := range []struct{ path, lang string }{{"index.html", "zh"}, {"en/index.html", "en"}} {
		p := open(t, visit{path: test.path + "#households/9?lang=" + test.lang, width: 360, height: 640, touch: true, media: calm, before: clipboard})
		p.ready()
		dir := p.folder()
		eval[bool](p, `lianhua.goto("#households/`+strconv.Itoa(beats(t, "households"))+`")`)
		p.settled()
		shown := eval[[]string](p, "lianhuaPlayer.figures()")
		_, l := n.seen(t, p.settled().Link, 360, 640)
		if len(shown) == 0 || len(shown) != len(ledger.Of(l).Entries) {
			t.Fatalf("the picture shows %q", shown)
		}
		p.openTake()
		p.click(`[data-take="csv"]`)
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(p.downloaded(dir, "lianhua-households-"+test.lang+".csv"), []byte("\ufeff")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		id := slices.Index(rows[0], "id")
		value := slices.Index(rows[0], "value")
		for _, figure := range shown {
			row := slices.IndexFunc(rows, func(r []string) bool { return r[id] == figure })
			if f, ok := n.bundle.In(story.ZH).Figure(figure); row < 0 || !ok || !strings.Contains(strings.ReplaceAll(f.Text, ",", ""), rows[row][value]) {
				t.Errorf("%s is shown as %q and not so in the file: row %d", figure, f.Text, row)
			}
		}
		p.click(`[data-take="json"]`)
		if data := p.downloaded(dir, "lianhua-households-"+test.lang+".json"); !bytes.Contains(data, []byte(`"`+shown[0]+`"`)) {
			t.Errorf("the JSON lacks %s", shown[0])
		}
		cites := eval[[]string](p, `[...document.querySelectorAll("#take-cite p")].map((p) => p.lang + " " + p.textContent)`)
		today := eval[string](p, `new Date().toLocaleDateString("sv")`)
		if len(cites) != 2 || !strings.Contains(cites[0], "[EB/OL]") || !strings.Contains(cites[0], "["+today+"]") ||
			!strings.Contains(cites[1], "Retrieved "+today+", from "+p.site.URL) {
			t.Errorf("the citations are %q", cites)
		}
		p.click(`#take-cite .row:nth-child(2) button`)
		p.until(`globalThis.copied === document.querySelectorAll("#take-cite p")[1].textContent`, `globalThis.copied`)
		// In the article they are the same.
		if got := eval[[]string](p, `[...document.querySelectorAll("#households .cite")].map((p) => p.lang + " " + p.textContent)`); !slices.Equal(got, cites) {
			t.Errorf("the article cites %q", got)
		}
		// Without a network there is a sentence, and no file.
		p.site.Close()
		p.click(`[data-take="csv"]`)
		p.until(`document.getElementById("take-said").textContent === document.getElementById("take").dataset.noFile`, `document.getElementById("take-said").textContent`)
	}
}

// clipboard stands in for the system's: what is copied can be read.
const clipboard = `
	globalThis.refused = false;
	Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { if (refused) throw new DOMException("no", "NotAllowedError"); globalThis.copied = text; } } });
	Document.prototype.execCommand = () => false;
	Object.defineProperty(navigator, "share", { value: undefined, writable: true });`

func beats(t *testing.T, name string) int {
	t.Helper()
	for _, s := range scenes.All() {
		if s.Name() == name {
			return len(s.Beats())
		}
	}
	t.Fatalf("there is no scene %s", name)
	return 0
}

// TestSharing gives the link to the system's sheet, to the clipboard, or, where
// both are refused, to the reader's own hand.
func TestSharing(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	p := open(t, visit{path: "en/#aluminium/2?lang=en&theme=night", media: calm, before: clipboard})
	p.ready()
	link := p.settled().Link
	visible := func() bool { return eval[bool](p, `document.querySelector('[data-take="share"]').offsetHeight > 0`) }
	p.openTake()
	if visible() {
		t.Error("sharing is offered where there is no sheet")
	}
	url := p.site.URL + "/en/aluminium/" + link
	p.click(`[data-take="copy"]`)
	p.until(`globalThis.copied !== undefined`, "0")
	if got := eval[string](p, "copied"); got != url {
		t.Errorf("%s is copied, want %s", got, url)
	}
	p.until(`document.getElementById("take-said").textContent === `+strconv.Quote(words.Words("page.take-copied")), `document.getElementById("take-said").textContent`)
	p.closeTake()

	eval[bool](p, `(navigator.share = async (what) => { globalThis.shared = what; }, true)`)
	p.openTake()
	if !visible() {
		t.Error("the system's sheet is not offered")
	}
	p.click(`[data-take="share"]`)
	p.until(`globalThis.shared !== undefined`, "0")
	if got := eval[string](p, "shared.url + ' ' + shared.title"); got != url+" "+eval[string](p, "document.title") {
		t.Errorf("shared: %s", got)
	}

	// A sheet that fails leaves the clipboard, one that is shut leaves it alone.
	eval[bool](p, `(navigator.share = async () => { throw new DOMException("no", "NotAllowedError"); }, globalThis.copied = "", true)`)
	p.click(`[data-take="share"]`)
	p.until(`copied === `+strconv.Quote(url), "copied")
	eval[bool](p, `(navigator.share = async () => { globalThis.shut = true; throw new DOMException("no", "AbortError"); }, globalThis.copied = "", true)`)
	p.click(`[data-take="share"]`)
	p.until(`globalThis.shut`, "0")
	if got := eval[string](p, "copied"); got != "" {
		t.Errorf("the reader shut the sheet, and %s is copied", got)
	}

	eval[bool](p, `(globalThis.refused = true)`)
	p.click(`[data-take="copy"]`)
	p.until(`document.getElementById("take-said").textContent === `+strconv.Quote(words.Words("page.take-select")), `document.getElementById("take-said").textContent`)
	if got := eval[string](p, `(() => { const f = document.activeElement; return f.id + " " + f.value.slice(f.selectionStart, f.selectionEnd); })()`); got != "take-link "+url {
		t.Errorf("selected: %s", got)
	}

	// The link opens the same picture.
	hash := p.settled().Hash
	q := open(t, visit{path: "en/aluminium/" + link, media: calm})
	q.ready()
	if s := q.settled(); s.Link != link || s.Hash != hash {
		t.Errorf("%s opens %s, hash %s, want %s", link, s.Link, s.Hash, hash)
	}
}

// TestTakeByKeyboard opens, works and leaves the dialog by keys; the story below
// stands still meanwhile and goes on afterwards.
func TestTakeByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "index.html#aluminium/1?lang=zh&play=1", before: clipboard})
	p.ready()
	p.until(`lianhua.state().playing && lianhua.state().time > 0.3`, "lianhua.state()")
	eval[bool](p, `(document.getElementById("take-open").focus(), true)`)
	p.press(kb.Enter)
	p.until(`document.getElementById("take").open && !lianhua.state().moving`, "lianhua.state()")
	held := eval[string](p, "lianhua.state().link")
	if !strings.Contains(held, "t=") || strings.Contains(held, "play=") {
		t.Errorf("in the middle of motion the link is %s", held)
	}
	if got := eval[string](p, `document.activeElement.id`); got != "take-title" {
		t.Errorf("the focus is on %s", got)
	}
	scrolled := eval[float64](p, "scrollY")
	seen := map[string]bool{}
	for range 30 {
		p.press(kb.Tab)
		at := eval[string](p, `document.querySelector("#take").contains(document.activeElement) ? (document.activeElement.dataset.take ?? document.activeElement.id) : document.activeElement.nodeName`)
		seen[at] = true
	}
	for _, want := range []string{"close", "take-link", "copy", "png", "svg", "csv", "json", "cite"} {
		if !seen[want] {
			t.Errorf("Tab does not come to %s: %v", want, seen)
		}
	}
	if seen["BUTTON"] || seen["A"] {
		t.Errorf("Tab leaves the dialog for the page: %v", seen)
	}
	for _, key := range []string{kb.ArrowDown, kb.PageDown, kb.End, " ", "+"} {
		eval[bool](p, `(document.getElementById("take-title").focus(), true)`)
		p.press(key)
	}
	if now := eval[string](p, "lianhua.state().link"); now != held {
		t.Errorf("keys in the dialog lead from %s to %s", held, now)
	}
	if now := eval[float64](p, "scrollY"); now != scrolled {
		t.Errorf("keys in the dialog scroll the page from %v to %v", scrolled, now)
	}
	if small := eval[[]string](p, `[...document.querySelectorAll("#take button, #take input")].filter((b) => b.offsetHeight > 0 && (b.offsetWidth < 44 || b.offsetHeight < 44)).map((b) => b.outerHTML)`); len(small) > 0 {
		t.Errorf("too small to touch: %q", small)
	}
	p.closeTake()
	if got := eval[string](p, `document.activeElement.id`); got != "take-open" {
		t.Errorf("the focus returns to %s", got)
	}
	p.until(`lianhua.state().playing`, "lianhua.state()")

	// Another language replaces the dialog's words; it works as before.
	eval[bool](p, `(document.querySelector("[data-lang=en]").click(), true)`)
	p.until(`document.documentElement.lang === "en" && lianhua.state().lang === "en"`, "0")
	p.openTake()
	if got := eval[string](p, `document.querySelector('[data-take="copy"]').textContent`); got != readStory(t).In(story.EN).Words("page.take-copy") {
		t.Errorf("the button says %q", got)
	}
	if got := eval[string](p, `document.querySelectorAll("#take-cite p .address")[1].textContent.trim()`); !strings.HasPrefix(got, p.site.URL+"/en/") {
		t.Errorf("the page's address is %q", got)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestTakeAgainBeforeItsEndIsTold opens the dialog as soon as it is closed: browsers
// tell that it was closed with the next frame, which a busy page may wait long for.
// The test tells it in their place, when the dialog is open again.
func TestTakeAgainBeforeItsEndIsTold(t *testing.T) {
	t.Parallel()
	const opener = `document.querySelector("#hydrogen .take-here").click()`
	for _, before := range []string{"", "delete globalThis.WebAssembly;"} {
		p := open(t, visit{path: "index.html#hydrogen/1?play=1", before: before})
		p.until(`globalThis.lianhua && await lianhua.ready.then(() => true, () => true)`, `location.href`)
		eval[bool](p, `(`+opener+`, true)`)
		p.until(`document.getElementById("take").open`, `document.activeElement.outerHTML`)
		for range 2 {
			eval[bool](p, `((take) => (take.close(), `+opener+`, take.dispatchEvent(new Event("close"))))(document.getElementById("take"))`)
			if got := eval[[]bool](p, `[document.getElementById("take").open, document.documentElement.classList.contains("taking"), document.getElementById("take-look").childElementCount === 1, !globalThis.lianhuaPlayer || !lianhua.state().playing]`); slices.Contains(got, false) {
				t.Errorf("with %q before, the dialog opened again is open, modal, has its picture, holds the story: %v", before, got)
			}
		}
		p.closeTake()
		p.until(`document.getElementById("take-look").childElementCount === 0`, `document.getElementById("take-look").innerHTML`)
		if before == "" {
			p.until(`lianhua.state().playing`, "lianhua.state()")
		}
	}
}

// TestTakeFromTheArticle offers what there is without a player.
func TestTakeFromTheArticle(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/#hydrogen", before: clipboard + "delete globalThis.WebAssembly;"})
	p.until(`globalThis.lianhua && await lianhua.ready.then(() => false, () => true)`, `location.href`)
	dir := p.folder()
	p.click("#hydrogen .take-here")
	p.until(`document.getElementById("take").open`, `document.activeElement.outerHTML`)
	offered := eval[[]string](p, `[...document.querySelectorAll("#take [data-take]")].filter((b) => b.offsetHeight > 0).map((b) => b.dataset.take)`)
	if want := []string{"close", "copy", "svg", "csv", "json", "line", "static", "cite", "cite", "words"}; !slices.Equal(offered, want) {
		t.Errorf("offered: %q, want %q", offered, want)
	}
	if got := eval[string](p, `document.getElementById("take-link").value`); !strings.HasPrefix(got, p.site.URL+"/en/hydrogen/#hydrogen?lang=en") {
		t.Errorf("the link is %s", got)
	}
	p.click(`[data-take="svg"]`)
	if err := wellFormed(p.downloaded(dir, "lianhua-hydrogen-en.svg")); err != nil {
		t.Error(err)
	}
	p.closeTake()
	if p := open(t, visit{path: "en/index.html", noScript: true}); eval[bool](p, `document.getElementById("take-open").checkVisibility({ visibilityProperty: true }) || document.getElementById("take").offsetHeight > 0`) {
		t.Error("without scripts there is a button that does nothing")
	}
}
