package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"lianhua/scenes"
)

// TestTwentyFramesShareTheGraphics reads a page with twenty frames, more than a browser
// has graphics for: those out of sight give theirs back, or wait with their beginning,
// and each comes back where it was, in the page that it was loaded with.
func TestTwentyFramesShareTheGraphics(t *testing.T) {
	t.Parallel()
	var body strings.Builder
	all := scenes.All()
	for i := range 20 {
		body.WriteString(line(fmt.Sprintf(`data-scene=%q data-height="380"`, all[1+i%(len(all)-2)].Name())))
		body.WriteString(`<div style="height: 100px"></div>`)
	}
	p := hosted(t, placement{same: true, width: 700, height: 500, body: body.String()}, visit{media: calm, before: grasp})
	const frames = `[...document.querySelectorAll("iframe")]`
	p.until(frames+`.length === 20`, "document.body.innerHTML")
	eval[bool](p.tab, `(`+frames+`.forEach((f) => (f.loading = "eager")), true)`)
	p.until(frames+`.every((f) => f.contentWindow.lianhua)`, frames+`.map((f) => f.contentDocument?.readyState)`)
	eval[bool](p.tab, `(`+frames+`.forEach((f) => (f.contentWindow.here = true)), window.of = (i) => `+frames+`[i].contentWindow, true)`)
	const told = frames + `.map(({ contentWindow: { lianhua, document: d, losses } }) => [lianhua?.state()?.link, d.getElementById("notice")?.textContent, d.documentElement.className, losses].join())`
	shown := func(i int) {
		t.Helper()
		eval[bool](p.tab, fmt.Sprintf(`(%s[%d].scrollIntoView({ block: "center" }), true)`, frames, i))
		p.until(fmt.Sprintf(`of(%d).document.querySelector("body > canvas") && of(%d).lianhua?.state()?.moving === false && !of(%d).document.querySelector(".late")`, i, i, i), told)
		if n := eval[int](p.tab, frames+`.filter((f) => f.contentDocument.querySelector("body > canvas")).length`); n > 9 {
			t.Errorf("at the frame %d, %d have graphics", i, n)
		}
	}
	shown(0)
	eval[bool](p.tab, `(of(0).lianhua.goto("#" + of(0).lianhua.state().scene + "/2"), true)`)
	p.until(`of(0).lianhua.state().beat === 2 && !of(0).lianhua.state().moving`, told)
	was := eval[string](p.tab, `JSON.stringify([of(0).lianhua.state().link, of(0).lianhuaPlayer.hash()])`)
	for _, i := range []int{4, 8, 12, 16, 19} {
		shown(i)
	}
	p.until(`of(0).lianhua.state() === null && !of(0).document.querySelector("body > canvas")`, told)
	shown(0)
	if is := eval[string](p.tab, `JSON.stringify([of(0).lianhua.state().link, of(0).lianhuaPlayer.hash()])`); is != was {
		t.Errorf("the first frame has come back as %s, was %s", is, was)
	}

	// The browser takes graphics away: out of sight, that is nobody's loss.
	eval[bool](p.tab, `(of(19).latest.getExtension("WEBGL_lose_context").loseContext(), true)`)
	p.until(`of(19).lianhua.state() === null`, told)
	for range 2 {
		eval[bool](p.tab, `(of(0).latest.getExtension("WEBGL_lose_context").loseContext(), true)`)
		p.until(`of(0).lianhua.state() === null`, told)
		shown(0)
	}
	shown(19)
	if is := eval[string](p.tab, `JSON.stringify([of(0).lianhua.state().link, of(0).lianhuaPlayer.hash()])`); is != was {
		t.Errorf("after lost graphics the first frame has come back as %s, was %s", is, was)
	}
	if got := eval[[]string](p.tab, frames+`.filter((f) => !f.contentWindow.here || f.contentDocument.getElementById("notice").textContent || f.contentDocument.documentElement.matches(".unplayed.laid")).map((f) => f.src + f.contentDocument.getElementById("notice").textContent)`); len(got) > 0 {
		t.Errorf("loaded again, or saying something: %q", got)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}
