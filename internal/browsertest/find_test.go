package browsertest

import (
	"fmt"
	"net/url"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// foundWord tells where a search has led: the scene, and whether the word is seen
// on the sheet that is shown.
const foundWord = `((word) => {
	const { scene } = lianhua.state();
	const sheet = document.querySelector(".text.found");
	if (!sheet) return scene + ", no sheet";
	const box = sheet.getBoundingClientRect();
	const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
	for (let node; (node = walk.nextNode());) {
		const at = node.data.indexOf(word);
		if (at < 0) continue;
		const range = document.createRange();
		range.setStart(node, at);
		range.setEnd(node, at + word.length);
		const r = range.getClientRects()[0];
		const inside = r.height > 0 && r.top >= box.top && r.bottom <= box.bottom && r.left >= box.left && r.right <= box.right;
		if (inside && document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2)?.contains(node)) return scene;
	}
	return scene + ", on a sheet of " + sheet.parentElement.id + " that shows " + sheet.scrollTop + " of " + sheet.scrollHeight;
})`

// TestFindInPage has the browser look for words of the story, as a link to a piece
// of text does by the same means as its own search, which no protocol can call: each
// leads to its scene, and is seen.
func TestFindInPage(t *testing.T) {
	t.Parallel()
	for _, screen := range []visit{{path: "en/", width: 1280, height: 800, media: calm}, {path: "en/", width: 360, height: 640, touch: true, media: calm}} {
		t.Run(fmt.Sprint(screen.width), func(t *testing.T) {
			t.Parallel()
			p := open(t, screen)
			p.ready()
			p.settled()
			for _, test := range []struct{ word, scene string }{
				{"Sinosynergy", "hydrogen"}, {"Guochuang", "aluminium"}, {"widely used in rail transit", "aluminium"}, {"opens on", "cover"}, {"Sinosynergy", "hydrogen"},
			} {
				p.do(chromedp.Navigate(p.site.URL + "/en/#:~:text=" + url.PathEscape(test.word)))
				p.until(foundWord+`(`+quote(test.word)+`) === `+quote(test.scene), foundWord+`(`+quote(test.word)+`)`)
			}
			p.settled()
			if got := eval[string](p, foundWord+"(`Sinosynergy`)"); got != "hydrogen" {
				t.Errorf("once the picture rests, the word is at %s", got)
			}
			// The reader goes on: the words make room for the picture.
			p.press(kb.Escape)
			p.until(`!document.querySelector(".found") && [...document.querySelectorAll(".text")].every((it) => it.scrollTop === 0)`, `document.querySelector(".found")?.outerHTML`)
			// Keys that go from scene to scene show no sheet.
			eval[bool](p, `(document.getElementById("story").focus(), true)`)
			p.press(kb.Tab)
			p.until(`document.activeElement.matches("h1, h2")`, `document.activeElement.outerHTML`)
			p.press(kb.Tab) // on before the sheet's scrolling is heard
			if eval[bool](p, `(async () => {
				for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
				return Boolean(document.querySelector(".found")) || [...document.querySelectorAll(".text")].some((it) => it.scrollTop > 0);
			})()`) {
				t.Error("a heading that has the keys shows its words")
			}
		})
	}
}
