package browsertest

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/internal/story"
)

// pageScript is the page's own script in the sources.
const pageScript = "js/page.js"

// failing publishes a site whose page's script throws where it begins.
func failing(t *testing.T) []build.File {
	t.Helper()
	parts := asBuilt(t)
	for i, p := range parts {
		if p.Name == pageScript {
			parts[i] = build.NewFile(p.Name, append([]byte("throw new Error();\n"), p.Content...))
		}
	}
	return mustPublish(t, parts)
}

// unreadable publishes a site whose page's script no browser can read.
func unreadable(t *testing.T) []build.File {
	t.Helper()
	parts := mustPublish(t, asBuilt(t))
	for i, p := range parts {
		if strings.HasSuffix(p.Name, ".html") {
			// As a browser has it that knows no modules.
			parts[i].Content = []byte(strings.ReplaceAll(string(p.Content), `type="module"`, `type="from-the-future"`))
		}
	}
	return parts
}

func mustPublish(t *testing.T, parts []build.File) []build.File {
	t.Helper()
	parts, err := publish.Files(parts)
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

// seen is the script that tells whether an element can be seen and touched.
const seen = `((it) => {
	const r = it.getBoundingClientRect();
	return it.checkVisibility({ visibilityProperty: true }) && r.width >= 24 && r.height >= 24 && r.left >= 0 && r.right <= innerWidth &&
		it.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2));
})`

// TestWithoutItsScript blocks the page's script, breaks it, and gives it to a
// browser that cannot read it: a sentence says so, and links and menu work.
func TestWithoutItsScript(t *testing.T) {
	t.Parallel()
	blocked := publishedHost(t)
	blocked.fails(pageScript, always(status(http.StatusNotFound))...)
	for name, host := range map[string]*faulty{"blocked": blocked, "broken": hostOf(t, failing(t)), "unread": hostOf(t, unreadable(t))} {
		for _, v := range []visit{
			{path: "", width: 1200, height: 700},
			{path: "en/", width: 360, height: 640, touch: true},
			{path: "en/aluminium/", width: 320, height: 568, touch: true},
		} {
			t.Run(name+" "+v.path, func(t *testing.T) {
				t.Parallel()
				v.base = host.URL
				p := open(t, v)
				p.until(`document.readyState === "complete"`, `document.readyState`)
				if dead := eval[[]string](p, `[...document.querySelectorAll(".scripted, #notice, #loading, #unscripted")].filter((it) => it.checkVisibility({ visibilityProperty: true })).map((it) => it.outerHTML)`); len(dead) > 0 {
					t.Errorf("while its script is waited for the page shows %q", dead)
				}
				const places = `document.fonts.ready.then(() => [...document.querySelectorAll(".scene:first-child .text > *, .scene:first-child li")].map((it) => it.nodeName + "." + it.className + " at " + Math.round(it.getBoundingClientRect().top)))`
				before := eval[[]string](p, places)
				// The time that the page waits passes at once.
				eval[bool](p, `(document.getAnimations().forEach((a) => a.finish()), true)`)
				if after := eval[[]string](p, places); !slices.Equal(after, before) {
					t.Errorf("the sentence moves what is read: %q, before %q", after, before)
				}
				p.unhurt("with its sentence", "#bar, .scene:first-child")
				lang := story.EN
				if v.path == "" {
					lang = story.ZH
				}
				words := readStory(t).In(lang).Words("page.unscripted")
				if got := eval[string](p, `(() => { const it = document.getElementById("unscripted"); return `+seen+`(it) ? it.textContent : "nothing"; })()`); got != words {
					t.Errorf("the page says %q, want %q", got, words)
				}
				if lost := eval[[]string](p, `[...document.querySelectorAll("#panel > .group:not(.scripted) a, #to-sources")].filter((it) => !`+seen+`(it)).map((it) => it.outerHTML + JSON.stringify(it.getBoundingClientRect()))`); len(lost) > 0 {
					t.Errorf("these cannot be reached: %q", lost)
				}
				if dead := eval[[]string](p, `[...document.querySelectorAll(".scripted")].filter((it) => it.checkVisibility({ visibilityProperty: true })).map((it) => it.outerHTML)`); len(dead) > 0 {
					t.Errorf("these do nothing: %q", dead)
				}
				other := story.ZH.String()
				if lang == story.ZH {
					other = story.EN.String()
				}
				eval[bool](p, `(document.querySelector("#bar [data-lang=`+other+`]").click(), true)`)
				p.arrived(`document.documentElement?.lang === "` + other + `" && document.readyState === "complete"`)
				eval[bool](p, `(document.getAnimations().forEach((a) => a.finish()), true)`)
				eval[bool](p, `(document.getElementById("to-sources").click(), true)`)
				p.arrived(`/#sources$|sources\/$/.test(location.href) && document.getElementById("sources").getBoundingClientRect().top < innerHeight / 2`)
				// What is laid out only when it comes near would push the place away again.
				if late := eval[[]string](p, `location.hash ? [...document.querySelectorAll(".scene, .appendix")].filter((it) => getComputedStyle(it).contentVisibility !== "visible").map((it) => it.id) : []`); len(late) > 0 {
					t.Errorf("%q have no height of their own yet", late)
				}
			})
		}
	}
}

// TestALateScript sends the page's script after the page has given it up: the
// sentence goes again, and the story begins.
func TestALateScript(t *testing.T) {
	t.Parallel()
	h := publishedHost(t)
	h.fails(pageScript, func(w *answer, r *http.Request, p build.File) {
		h.until("the sentence", func() bool {
			h.mu.Lock()
			defer h.mu.Unlock()
			return h.read > 0 || r.Context().Err() != nil
		})
		w.Write(p.Content)
	})
	p := open(t, visit{base: h.URL, path: "en/", width: 800, height: 600, before: shifts + `
		const watch = setInterval(() => {
			const it = document.getElementById("unscripted");
			if (!it) return;
			document.getAnimations().forEach((a) => a.finish());
			if (!it.checkVisibility({ visibilityProperty: true })) return;
			clearInterval(watch);
			fetch("/read?1");
		}, 20);`})
	p.ready()
	if eval[bool](p, `document.getElementById("unscripted").checkVisibility({ visibilityProperty: true }) || !document.getElementById("take-open").checkVisibility({ visibilityProperty: true })`) {
		t.Error("the page says that its script has not come")
	}
	// The bar itself has other buttons now.
	if moved := eval[[]string](p, `shifts.filter((s) => !/ HEADER\S*#bar$/.test(s))`); len(moved) > 0 {
		t.Errorf("the page has shifted: %q", moved)
	}
}
