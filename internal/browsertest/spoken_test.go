package browsertest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/draw"
	"lianhua/internal/ledger"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// listens keeps what the page's live regions say, in window.said.
const listens = `(() => {
	window.said = [];
	const regions = [...document.querySelectorAll("[aria-live], [role=status], [role=alert]")];
	for (const it of regions) new MutationObserver(() => it.textContent && said.push(it.textContent)).observe(it, { childList: true, characterData: true, subtree: true });
	return regions.length;
})()`

// hush is how long a page that has nothing more to say is listened to, in ms: longer
// than the pause that voice.js leaves readers who hurry on.
const hush = 400

// quiet waits until the picture is at rest and the page has had time to say
// something more, and tells what it has said.
func (p *tab) quiet() []string {
	p.t.Helper()
	p.until(`!lianhua.state().moving`, "lianhua.state()")
	return eval[[]string](p, `await (async () => {
		for (const end = Date.now() + `+strconv.Itoa(hush)+`; Date.now() < end;) await new Promise(requestAnimationFrame);
		return said.splice(0);
	})()`)
}

// sentence is what a scene says of a beat, counted from 0.
func sentence(st *story.Story, s stage.Scene, beat int) string {
	if d, ok := s.(stage.Described); ok {
		return st.Words(d.Describe(beat))
	}
	return ""
}

// TestABeatIsSaidOnce steps to and through every third scene in motion: each step is
// told in one sentence, when it begins, and no two say the same.
func TestABeatIsSaidOnce(t *testing.T) {
	t.Parallel()
	st := readStory(t).In(story.EN)
	p := open(t, visit{path: "en/index.html", width: 960, height: 600})
	p.ready()
	p.settled()
	if n := eval[int](p, listens); n < 3 {
		t.Fatalf("the page has %d live regions", n)
	}
	eval[bool](p, `(lianhuaPlayer.set("speed", 4), true)`)
	told, previous := map[string]bool{}, ""
	for i, scene := range scenes.All() {
		heard := i%3 == 1 // and the steps to and within it
		if heard {
			eval[bool](p, `lianhua.goto("`+previous+`")`)
			p.heard()
			p.quiet()
		}
		for beat := range scene.Beats() {
			want := sentence(st, scene, beat)
			if told[want] || want == "" {
				t.Errorf("%s/%d says again, or nothing: %q", scene.Name(), beat+1, want)
			}
			told[want] = true
			previous = fmt.Sprintf("#%s/%d", scene.Name(), beat+1)
			if !heard {
				continue
			}
			p.press(kb.ArrowDown)
			p.until(fmt.Sprintf(`lianhua.state().scene === %q && lianhua.state().beat === %d && said.length > 0`, scene.Name(), beat+1), "[lianhua.state(), said]")
			said := p.quiet()
			if len(said) != 1 || !strings.HasSuffix(said[0], want) {
				t.Errorf("%s/%d: the page says %q, want once %q", scene.Name(), beat+1, said, want)
			}
			if title := strings.ReplaceAll(st.Words(scene.Name()+".title"), "\n", " "); beat == 0 != strings.HasPrefix(strings.Join(said, ""), title) {
				t.Errorf("%s/%d: the page says %q; the scene is called %q", scene.Name(), beat+1, said, title)
			}
		}
	}

	// A key that is held hurries on: only where it is let go the picture is told.
	eval[bool](p, `(lianhua.goto("#aluminium/1"), true)`)
	p.heard()
	p.quiet()
	held := func(kind input.DispatchKeyEventType, again bool) {
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: "ArrowDown", Code: "ArrowDown", WindowsVirtualKeyCode: 40, AutoRepeat: &again})
	}
	begun := p.still().Step
	held(input.DispatchKeyEventTypeRawKeyDown, false)
	for end := time.Now().Add(patience); eval[int](p, "lianhua.state().step") < begun+6; {
		held(input.DispatchKeyEventTypeRawKeyDown, true)
		if time.Now().After(end) {
			t.Fatalf("a held key leads from step %d to %d", begun, p.still().Step)
		}
	}
	if said := eval[[]string](p, "said"); len(said) > 1 {
		t.Errorf("while a key is held the page says %q", said)
	}
	eval[bool](p, `(said.length = 0, true)`)
	held(input.DispatchKeyEventTypeKeyUp, false)
	p.until(`said.length > 0`, "[lianhua.state(), said]")
	if said := p.quiet(); len(said) != 1 {
		t.Errorf("once the key is let go the page says %q", said)
	}

	// A story that plays by itself says no more than one that is stepped through.
	eval[bool](p, `lianhua.goto("#tasks/1?play=1")`)
	p.until(`lianhua.state().scene === "households" && lianhua.state().beat === 2`, "lianhua.state()")
	eval[bool](p, `(lianhuaPlayer.set("play", false), true)`)
	played := p.quiet()
	var want []string
	between := false
	for _, scene := range scenes.All() {
		between = between || scene.Name() == "tasks"
		for beat := range scene.Beats() {
			if between {
				want = append(want, sentence(st, scene, beat))
			}
			if scene.Name() == "households" && beat == 1 {
				between = false
				break
			}
		}
	}
	if len(played) != len(want) {
		t.Errorf("playing says %q, want %q", played, want)
	}
}

// TestATouchIsAnsweredOnce works the picture by keys and hears each answer once,
// with the words that the picture has come to show.
func TestATouchIsAnsweredOnce(t *testing.T) {
	t.Parallel()
	st := readStory(t).In(story.ZH)
	p := open(t, visit{path: "index.html", width: 960, height: 600})
	p.ready()
	p.settled()
	eval[int](p, listens)
	for _, test := range []struct {
		link, mark, key string
		want            []string
	}{
		{"#aluminium/5", "stage.2", kb.Enter, []string{st.Words("aluminium.primary"), st.Words("aluminium.primary-card")}},
		{"#hydrogen/4", "stage.1", kb.Enter, []string{st.Words("hydrogen.research-card")}},
		{"#households/2", "house", kb.Enter, []string{st.Words("households.one")}},
		{"#inspection/3", "home.3", kb.Home, []string{st.Words("inspection.mean") + " 80"}},
		{"#sources/2", "", kb.Enter, nil},
	} {
		p.shownAt(test.link, "zh", "day")
		if test.mark == "" {
			test.mark = eval[string](p, `document.querySelector('.mark[data-role="button"]').dataset.id`)
		}
		p.focus(draw.ParseID(test.mark))
		p.quiet()
		p.press(test.key)
		p.until(`said.length > 0`, "[document.getElementById('spoken').textContent, lianhua.state()]")
		said := p.quiet()
		if len(said) != 1 {
			t.Errorf("%s: %s says %q", test.link, test.mark, said)
		}
		for _, words := range test.want {
			if !strings.Contains(strings.Join(said, ""), words) {
				t.Errorf("%s: %s says %q, without %q", test.link, test.mark, said, words)
			}
		}
	}
}

// spokenLine is a line of the picture as the page tells it.
type spokenLine struct {
	Words   string
	Figures []string
}

func (p *tab) lines() []spokenLine {
	p.t.Helper()
	var out []spokenLine
	told := eval[string](p, `JSON.stringify([...document.querySelectorAll("#marks [data-figures]")].map((it) => ({ Words: it.textContent, Figures: it.dataset.figures.split(" ").filter(Boolean) })))`)
	if err := json.Unmarshal([]byte(told), &out); err != nil {
		p.t.Fatal(err)
	}
	return out
}

// TestTheElementsTellThePicturesFigures holds the page's elements to what the
// picture draws at each beat: the same figures, each in words with its number.
func TestTheElementsTellThePicturesFigures(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	p := open(t, visit{path: "index.html", width: 960, height: 600, media: calm})
	p.ready()
	figures := 0
	for _, lang := range story.Langs() {
		st := n.bundle.In(lang)
		// Package scenes holds all pictures to that: what is left is how the page tells it.
		told := sample(1, 3)
		if lang != story.ZH {
			told = sample(0, 3)
		}
		for _, scene := range told {
			for beat := range scene.Beats() {
				if lang != story.ZH && beat < len(scene.Beats())-1 {
					continue // which beat draws what is no matter of words
				}
				s := p.shownAt(fmt.Sprintf("#%s/%d", scene.Name(), beat+1), lang.String(), "day")
				shown := ledger.Of(n.picture(t, s.Link, 960, 600))
				told := map[string]bool{}
				for _, line := range p.lines() {
					for _, id := range line.Figures {
						f, _ := st.Figure(id)
						told[id] = told[id] || strings.Contains(line.Words, f.Number)
						if !shown.Has(id) {
							t.Errorf("%s: %q tells of %s, which is not drawn", s.Link, line.Words, id)
						}
					}
				}
				for _, e := range shown.Entries {
					figures++
					if !told[e.Figure] {
						t.Errorf("%s: %s is drawn as %q, and told as %+v", s.Link, e.Figure, e.Drawn, p.lines())
					}
				}
				if got := eval[[]string](p, "lianhuaPlayer.figures()"); len(got) != len(shown.Entries) || slices.ContainsFunc(got, func(id string) bool { return !shown.Has(id) }) {
					t.Errorf("%s: the page shows %q", s.Link, got)
				}
			}
		}
	}
	t.Logf("%d figures", figures)
}
