package browsertest

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"

	"lianhua/internal/raster"
	"lianhua/internal/story"
)

// TestTheDialogsPictureCanBeKept presses the dialog's picture for long, as readers in
// chat programs do, whose browsers download nothing: it is an image of the whole
// picture that holds its own bytes, worth keeping.
func TestTheDialogsPictureCanBeKept(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	for _, test := range []struct {
		width, height int64
		touch         bool
		least         float64 // pixels to a CSS pixel
	}{{360, 640, true, 2}, {1440, 900, false, 0.85}} {
		p := open(t, visit{path: "en/index.html#households/3?lang=en&theme=day", width: test.width, height: test.height, touch: test.touch, media: calm})
		p.ready()
		link := p.settled().Link
		p.openTake()
		const image = `document.querySelector("#take-look > img")`
		p.until(image+`?.complete`, `document.getElementById("take-look").outerHTML.slice(0, 300)`)
		if got := eval[string](p, `(() => {
			const it = `+image+`, r = it.getBoundingClientRect();
			return [document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2) === it, getComputedStyle(it).userSelect !== "none", it.alt !== "" && it.alt === document.querySelector("#households .alt").textContent, Math.abs(r.width / r.height - innerWidth / innerHeight) < 0.02].join();
		})()`); got != "true,true,true,true" {
			t.Errorf("%d × %d: the picture is on top, can be selected, has words, has the window's shape: %s", test.width, test.height, got)
		}
		text, ok := strings.CutPrefix(eval[string](p, image+`.src`), "data:image/png;base64,")
		data, err := base64.StdEncoding.DecodeString(text)
		if !ok || err != nil {
			t.Fatalf("the picture is %.40s: %v", text, err)
		}
		got := decoded(t, data)
		scale := float64(got.Rect.Dx()) / float64(test.width)
		if scale < test.least {
			t.Errorf("%d × %d: the picture has %v pixels", test.width, test.height, got.Rect.Size())
		}
		_, l := n.seen(t, link, float64(test.width), float64(test.height))
		if scale == 2 {
			if mean, most := apart(t, got, raster.Render(l, n.fonts, scale)); most > rounding || mean > 0.01 {
				t.Errorf("%d × %d: it differs by %.3f levels, %d at most", test.width, test.height, mean, most)
			}
		} else if blank(got) {
			t.Errorf("%d × %d: it is blank", test.width, test.height)
		}
		// A file that is asked for while it is being drawn comes whole.
		p.closeTake()
		dir := p.folder()
		p.openTake()
		eval[bool](p, `(document.querySelector('[data-take="png"]').click(), true)`)
		if mean, most := apart(t, decoded(t, p.downloaded(dir, "lianhua-households-3-en.png")), raster.Render(l, n.fonts, 2)); most > rounding || mean > 0.01 {
			t.Errorf("%d × %d: the PNG differs by %.3f levels, %d at most", test.width, test.height, mean, most)
		}
		if wrong := p.complaints(); len(wrong) > 0 {
			t.Errorf("the console says %q", wrong)
		}
	}
}

// TestThePicturesWordsCanBeCopied takes what a picture says, with its figures, by the
// browser's own copying and from the dialog, where it can be selected as well.
func TestThePicturesWordsCanBeCopied(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	p := open(t, visit{path: "en/index.html#cleanup/9", media: calm, before: clipboard})
	p.ready()
	p.settled()
	shown := eval[[]string](p, "lianhuaPlayer.figures()")
	if len(shown) == 0 {
		t.Fatal("the picture shows no figures")
	}
	copying := func() {
		t.Helper()
		const ctrl = 2
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Modifiers: ctrl, Key: "c", Code: "KeyC", WindowsVirtualKeyCode: 'C', Commands: []string{"copy"}})
	}
	whole := func(how, text string) {
		t.Helper()
		want := []string{strings.ReplaceAll(words.Words("cleanup.title"), "\n", " "), words.Words("cleanup.deck"), p.site.URL + "/en/cleanup/#cleanup/"}
		for _, figure := range shown {
			f, _ := words.Figure(figure)
			want = append(want, f.Number)
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not in %q", how, w, text)
			}
		}
		if n := strings.Count(text, "\n"); n < 4 {
			t.Errorf("%s: there are %d lines: %q", how, n+1, text)
		}
	}
	// As a keyboard does: the browser's own command, over the picture.
	eval[bool](p, `(addEventListener("copy", (e) => (window.taken = e.clipboardData.getData("text/plain"))), document.getElementById("story").focus(), true)`)
	copying()
	p.until(`window.taken`, "document.activeElement.outerHTML.slice(0, 100)")
	whole("copying", eval[string](p, "taken"))
	p.until(`document.getElementById("notice").textContent === `+quote(words.Words("page.take-copied")), `document.getElementById("notice").textContent`)

	p.openTake()
	p.click(`[data-take="words"]`)
	p.until(`globalThis.copied`, `document.getElementById("take-said").textContent`)
	whole("the dialog's button", eval[string](p, "copied"))
	if got := eval[string](p, `(getSelection().selectAllChildren(document.getElementById("take-quote")), String(getSelection()))`); got == "" {
		t.Error("nothing of the dialog's words can be selected")
	} else {
		whole("selecting", got)
	}
	// What is selected is what is copied.
	eval[bool](p, `(getSelection().selectAllChildren(document.querySelector("#take-quote p")), window.taken = undefined, true)`)
	copying()
	p.until(`window.taken === ""`, "window.taken") // the browser fills it afterwards
	p.closeTake()

	// Without the player: the scene's figures with what they mean.
	q := open(t, visit{path: "en/#cleanup", before: clipboard + "delete globalThis.WebAssembly;"})
	q.until(`globalThis.lianhua && await lianhua.ready.then(() => false, () => true)`, `location.href`)
	q.click("#cleanup .take-here")
	q.click(`[data-take="words"]`)
	q.until(`globalThis.copied`, `document.getElementById("take-said").textContent`)
	text := eval[string](q, "copied")
	for _, row := range eval[[]string](q, `[...document.querySelectorAll("#cleanup tr[data-figure] .value")].map((it) => it.textContent)`) {
		if !slices.ContainsFunc(strings.Split(text, "\n"), func(line string) bool { return strings.HasPrefix(line, row) && len(line) > len(row)+10 }) {
			t.Errorf("%s is not in %q", row, text)
		}
	}
}
