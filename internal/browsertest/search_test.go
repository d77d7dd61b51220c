package browsertest

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"

	"lianhua/internal/story"
)

// foundRows are the rows of the table that are shown, and what is said of the search.
func (p *tab) foundRows() (ids []string, said string) {
	p.t.Helper()
	return eval[[]string](p, `[...document.querySelectorAll("#table tr[id]")].filter((r) => r.offsetHeight > 0).map((r) => r.id.slice(2))`),
		eval[string](p, `document.querySelector("output[for=find]").textContent`)
}

// TestSearchInTheTable looks for what readers know of a figure: its words, its
// number as they round it, its district, and all that in traditional signs.
func TestSearchInTheTable(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		path string
		lang story.Lang
		find map[string]string // a figure that is among what is found; empty: nothing is
		not  map[string]string // one that is not
	}{
		{"index.html#?lang=zh", story.ZH, map[string]string{
			"67623": "households.rebuilt", "氢": "industries.flagships", "九龙坡": "aluminium.firms", "Jiulongpo": "aluminium.firms", "重庆": "aluminium.firms", "Chongqing": "cleanup.sweepers",
			"鋁": "aluminium.firms", "氫": "industries.flagships", "九龍坡 企業": "aluminium.firms", "11.2万": "cleanup.sweepers", "11万": "cleanup.sweepers", "11.1万人": "cleanup.sweepers", "11萬": "cleanup.sweepers",
			"１１１６１６": "cleanup.sweepers", "1360亿": "output.total", "江津": "cleanup.sweepers", "没有这样的词": "", "12万": "",
		}, map[string]string{"九龙坡": "cleanup.sweepers", "氢": "aluminium.lines", "11万": "households.rebuilt"}},
		{"en/index.html", story.EN, map[string]string{
			"67623": "households.rebuilt", "hydrogen": "industries.flagships", "九龙坡": "aluminium.firms", "jiulongpo": "aluminium.firms", "CHONGQING": "cleanup.sweepers", "九龍坡": "aluminium.firms", "11.2萬": "cleanup.sweepers",
			"no such words": "",
		}, map[string]string{"Jiangjin": "aluminium.firms"}},
	} {
		t.Run(test.lang.String(), func(t *testing.T) {
			p := open(t, visit{path: test.path, before: `delete globalThis.WebAssembly`})
			find := func(text string) ([]string, string) {
				eval[bool](p, `(() => {
					const find = document.getElementById("find");
					find.value = `+quote(text)+`;
					return find.dispatchEvent(new Event("input", { bubbles: true }));
				})()`)
				return p.foundRows()
			}
			all, _ := find("")
			for text, want := range test.find {
				got, said := find(text)
				if want == "" && (len(got) > 0 || said != readStory(t).In(test.lang).Words("page.found-none")) || want != "" && !slices.Contains(got, want) {
					t.Errorf("%q finds %q, and the page says %q; want %q", text, got, said, want)
				}
			}
			for text, not := range test.not {
				if got, _ := find(text); slices.Contains(got, not) || len(got) == 0 {
					t.Errorf("%q finds %q, among them %s", text, got, not)
				}
			}
			if got, said := find(""); !slices.Equal(got, all) || len(all) == 0 || said != "" {
				t.Errorf("%d rows afterwards, %d before; the page says %q", len(got), len(all), said)
			}
		})
	}
}

// TestSearchWaitsForTheInputMethod composes a word as Chinese is typed: letters on
// the way to a sign are not searched for.
func TestSearchWaitsForTheInputMethod(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "index.html#?lang=zh", before: `delete globalThis.WebAssembly; window.said = [];`})
	eval[bool](p, `(() => {
		new MutationObserver(() => said.push(document.querySelector("output[for=find]").textContent)).observe(document.querySelector("output[for=find]"), { childList: true, subtree: true, characterData: true });
		return true;
	})()`)
	p.until(`(document.getElementById("find").focus(), document.activeElement.id === "find")`, `document.activeElement.outerHTML`)
	all, _ := p.foundRows()
	for _, text := range []string{"l", "lv"} {
		call(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: text, SelectionStart: int64(len(text)), SelectionEnd: int64(len(text))})
		if got, said := p.foundRows(); !slices.Equal(got, all) || said != "" {
			t.Errorf("while %q is composed, %d of %d rows are shown and the page says %q", text, len(got), len(all), said)
		}
	}
	call(p, input.InsertText, input.InsertTextParams{Text: "铝"})
	got, _ := p.foundRows()
	if value := eval[string](p, `document.getElementById("find").value`); value != "铝" || len(got) == 0 || len(got) == len(all) || !slices.Contains(got, "aluminium.firms") {
		t.Errorf("%q finds %q", value, got)
	}
	// What is found again is not said again.
	eval[bool](p, `((find) => ((find.value = "铝 "), find.dispatchEvent(new Event("input", { bubbles: true }))))(document.getElementById("find"))`)
	eval[bool](p, `new Promise((done) => requestAnimationFrame(() => done(true)))`)
	if said := eval[[]string](p, "said"); len(said) != 1 || !strings.HasPrefix(said[0], readStory(t).In(story.ZH).Words("page.found")) {
		t.Errorf("the page has said %q", said)
	}
}
