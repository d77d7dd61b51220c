package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"lianhua/scenes"
)

// TestTabFindsTheMarksOfAPictureOnItsWay goes through the story by Tab as fast as
// the page follows: the marks of each scene are there before its picture is, and
// so is the window's title.
func TestTabFindsTheMarksOfAPictureOnItsWay(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html", width: 960, height: 600, clock: 1})
	p.ready()
	p.settled()
	eval[bool](p, `(document.getElementById("story").focus(), true)`)
	marks, moving := 0, 0
	for _, scene := range scenes.All() {
		p.press(kb.Tab)
		if got := p.stopped(); got.ID != scene.Name()+"-title" {
			t.Fatalf("Tab reaches %s, want the heading of %s", got, scene.Name())
		}
		p.until(`document.getElementById("marks")?.parentElement?.id === "`+scene.Name()+`"`, `[lianhua.state(), document.getElementById("marks")?.parentElement?.id]`)
		there := eval[struct {
			Moving bool
			Marks  []string
			Title  string
		}](p, fmt.Sprintf(`({ Moving: lianhua.state().moving, Marks: [...document.querySelectorAll("#%s .mark")].map((m) => m.dataset.id), Title: document.title })`, scene.Name()))
		if there.Moving {
			moving++
		}
		heading := eval[string](p, fmt.Sprintf(`document.querySelector("#%s-title").innerHTML.replaceAll("<br>", " ")`, scene.Name()))
		if !strings.HasPrefix(there.Title, heading) {
			t.Errorf("at %s the window is called %q", scene.Name(), there.Title)
		}
		for _, want := range there.Marks {
			p.press(kb.Tab)
			got := p.stopped()
			if got.Mark != want || got.Scene != scene.Name() {
				t.Fatalf("Tab reaches %s, want %s of %s", got, want, scene.Name())
			}
			marks++
		}
		// What the keys stand on is in the picture, where the page says.
		if len(there.Marks) > 0 {
			last := there.Marks[len(there.Marks)-1]
			if s := p.settled(); s.Scene != scene.Name() {
				t.Errorf("the story stands at %s", s.Link)
			}
			if !eval[bool](p, `document.activeElement.closest(".mark")?.dataset.id === `+quote(last)) {
				t.Errorf("the keys have left %s", last)
			}
		}
	}
	if marks < 20 || moving < len(scenes.All())-2 {
		t.Errorf("%d marks were reached, in %d scenes while they moved", marks, moving)
	}
}
