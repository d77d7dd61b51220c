package browsertest

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/play"
)

// chewedLinks are links as chats, mail and people have left them; play tries its own
// reader on the same.
func chewedLinks(t *testing.T) []struct{ Text, Means string } {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "play", "testdata", "chewed.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []struct{ Text, Means string }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestChewedLinks opens pages with links that chats have chewed, and follows all
// that there are in an open page: the story goes where they were meant to lead,
// and the address is tidy again.
func TestChewedLinks(t *testing.T) {
	t.Parallel()
	for _, v := range []struct {
		path, address string
		all           bool // of the links are followed within the page, too
	}{
		{"#Aluminium%2F2%3Flang%3DEN&amp;from=timeline#wechat_redirect", "/#aluminium/2?lang=en", true},
		{"en/aluminium/#aluminium/3）。", "/en/aluminium/#aluminium/3", false},
	} {
		t.Run(v.path, func(t *testing.T) {
			t.Parallel()
			p := open(t, visit{path: v.path, width: 600, height: 400, media: calm})
			p.ready()
			p.until(`location.href.endsWith(`+quote(v.address)+`)`, `[location.href, lianhua.state()]`)
			if !v.all {
				return
			}
			links, err := json.Marshal(chewedLinks(t))
			if err != nil {
				t.Fatal(err)
			}
			wrong := eval[[]string](p, `(async () => {
				const gone = () => new Promise((done) => addEventListener("popstate", () => setTimeout(done), { once: true }));
				const to = async (hash) => {
					if (new URL(hash, location.href).href !== location.href) { // nothing tells of going nowhere
						const moved = gone();
						location.hash = hash;
						await moved;
					}
				};
				// A language comes when its words have been fetched; play's test of the same links holds it.
				const state = () => { const { scene, beat, theme, picked } = lianhua.state(); return JSON.stringify([scene, beat, theme, picked]); };
				const out = [];
				for (const { Text, Means } of `+string(links)+`) {
					if (!Text.startsWith("#")) continue;
					await to("#aluminium/1?lang=zh&theme=day");
					await to(Means);
					const want = state();
					await to("#aluminium/1?lang=zh&theme=day");
					await to(Text);
					if (state() !== want || lianhua.state().notice) out.push(Text + " leads to " + state() + ", want " + want + " " + lianhua.state().notice);
				}
				await to("#aluminium/2。");
				return out;
			})()`)
			if len(wrong) > 0 {
				t.Errorf("%q", wrong)
			}
			p.until(`/^#aluminium\/2(\?[\w=&.:,]*)?$/.test(location.hash)`, `[location.href, lianhua.state()]`)
		})
	}
}

// TestChewedLinksInTheArticle opens what needs no player: a place in the table.
func TestChewedLinksInTheArticle(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#p-a1.p1)。", before: `delete globalThis.WebAssembly`})
	p.until(`document.querySelector("#table .place")`, `document.body.className`)
	id := eval[string](p, `document.querySelectorAll("#table .place")[3].id`)
	p = open(t, visit{path: "en/index.html#" + id + ")。", before: `delete globalThis.WebAssembly`})
	p.until(`location.hash === "#`+id+`" && Math.abs(document.getElementById("`+id+`").getBoundingClientRect().top) < 200`, `[location.href, document.getElementById("`+id+`").getBoundingClientRect().top]`)
}

// TestThePageReadsLinksAsThePlayer compares the page's reader of links with the
// player's, on the links of play's tests and on what chance makes of them.
func TestThePageReadsLinksAsThePlayer(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewSource(1))
	var texts []string
	pieces := []string{"。", "%E3%80%82", "%2F", "%252F", "/", "?", "&", "&amp;", "#", "=", "-", "_", ".", ",", "7", "a", "Q", "lang=EN", "play=1", "still=0", "theme=Night", " ", "）", "%", "still=2"}
	for _, c := range chewedLinks(t) {
		texts = append(texts, c.Text)
		for range 30 {
			runes := []rune(c.Text)
			for range 1 + r.Intn(3) {
				at := r.Intn(len(runes) + 1)
				runes = slices.Insert(runes, at, []rune(pieces[r.Intn(len(pieces))])...)
			}
			texts = append(texts, string(runes))
		}
	}
	list, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, visit{path: "en/aluminium/", before: `delete globalThis.WebAssembly`})
	got := eval[[]string](p, `(async () => {
		const { Address } = await import("/js/address.js");
		return `+string(list)+`.map((text) => {
			const { scene, beat, lang, theme, still, play } = Address.read(text);
			return [scene, Math.min(beat, 1000), lang ?? "", theme ?? "", still ?? "", play].join(" ");
		});
	})()`)
	for i, text := range texts {
		l, _ := play.MendLink(text)
		still := map[play.Switch]string{play.Unset: "", play.On: "1", play.Off: "0"}[l.Still]
		want := fmt.Sprint(l.Scene, " ", max(l.Beat, 1), " ", l.Lang, " ", l.Theme, " ", still, " ", l.Play == play.On)
		if got[i] != want {
			t.Errorf("the page reads %q as %q, the player as %q", text, got[i], want)
		}
	}
	if len(texts) < 500 || !strings.HasPrefix(got[0], "aluminium 2") {
		t.Errorf("%d links, the first %q", len(texts), got[0])
	}
}
