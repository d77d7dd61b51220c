package browsertest

import (
	"strings"
	"testing"

	"lianhua/internal/story"
)

// translator does what a browser's translation does to a page: it wraps each text, in
// place of which it puts another, whenever one comes, and names the page's language anew.
const translator = `(() => {
	const walk = (root) => {
		const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
		while (texts.nextNode()) all.push(texts.currentNode);
		for (const text of all) {
			if (!text.data.trim() || text.parentElement.closest("script, style, .worded, [translate=no]")) continue;
			const outer = document.createElement("font"), inner = document.createElement("font");
			inner.className = "worded";
			inner.textContent = "‹" + text.data.trim() + "›";
			outer.append(inner);
			text.replaceWith(outer);
		}
	};
	walk(document.body);
	document.documentElement.lang = "de";
	document.documentElement.classList.add("translated-ltr");
	new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach((it) => it.isConnected && walk(it.nodeType === 1 ? it : it.parentElement)))).observe(document.body, { childList: true, subtree: true });
	return true;
})()`

// TestAPageThatIsTranslated reads the story while the browser translates the page: all
// that is worked goes on working, with the words that stand there.
func TestAPageThatIsTranslated(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	p := open(t, visit{path: "en/index.html", media: calm, before: clipboard})
	p.ready()
	p.settled()
	eval[bool](p, translator)
	for _, scene := range []string{"hydrogen", "aluminium"} {
		eval[bool](p, `lianhua.goto("#`+scene+`/3")`)
		if s := p.settled(); s.Scene != scene || s.Lang != "en" {
			t.Errorf("it shows %s in %s", s.Scene, s.Lang)
		}
		const marks = `document.getElementById("marks").parentElement.id`
		p.until(marks+` === "`+scene+`" && document.querySelectorAll("#marks .spoken").length > 0`, marks)
		p.until(`document.getElementById("spoken").textContent.includes("‹")`, `document.getElementById("spoken").outerHTML`)
	}
	p.openTake()
	if got, want := eval[string](p, `document.getElementById("take-title").textContent`), strings.Split(words.Words("aluminium.title"), "\n")[0]; !strings.Contains(got, "‹"+want) {
		t.Errorf("the dialog is called %q", got)
	}
	p.click(`[data-take="copy"]`)
	p.until(`globalThis.copied?.includes("/en/aluminium/#aluminium/3")`, "globalThis.copied")
	p.closeTake()
	eval[bool](p, `((find) => ((find.value = "hydrogen"), find.dispatchEvent(new Event("input", { bubbles: true }))))(document.getElementById("find"))`)
	if got, said := p.foundRows(); len(got) == 0 || !strings.Contains(said, "‹") && said == "" {
		t.Errorf("the table finds %q and says %q", got, said)
	}
	// Another language is another page, in that language.
	eval[bool](p, `(document.querySelector("#bar [data-lang=zh]").click(), true)`)
	p.until(`lianhua.state().lang === "zh" && document.querySelector("#aluminium h2").textContent.includes(`+quote(strings.Split(readStory(t).In(story.ZH).Words("aluminium.title"), "\n")[0])+`)`, `[lianhua.state(), document.querySelector("#aluminium h2").textContent]`)
	if s := p.settled(); s.Scene != "aluminium" || s.Beat != 3 {
		t.Errorf("in Chinese it shows %s/%d", s.Scene, s.Beat)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}
