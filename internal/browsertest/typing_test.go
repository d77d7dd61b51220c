package browsertest

import (
	"fmt"
	"testing"
)

// TestAKeyboardOnTheScreenMovesNothing searches in the table by a keyboard that takes
// half of the window, with the player and without it: the field stays where the reader
// sees it, and afterwards the page is as it was.
func TestAKeyboardOnTheScreenMovesNothing(t *testing.T) {
	t.Parallel()
	for name, before := range map[string]string{"the player": "", "the article": "delete globalThis.WebAssembly"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := open(t, visit{path: "en/index.html#households/2", width: 360, height: 640, touch: true, media: calm, before: before})
			p.until(`globalThis.lianhua && await lianhua.ready.then(() => true, () => true)`, "location.href")
			const field = `document.getElementById("find")`
			const looks = `[document.documentElement.className, document.documentElement.scrollHeight]`
			p.until(field+`.scrollIntoView({ block: "start", behavior: "instant" }), `+field+`.getBoundingClientRect().top < 200`, field+`.getBoundingClientRect().top`)
			eval[bool](p, `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`)
			was := eval[string](p, "JSON.stringify("+looks+")")
			eval[bool](p, `(`+field+`.focus(), true)`)
			for _, height := range []int64{640, 330, 300, 330} {
				p.resize(360, height, 1)
				p.until(fmt.Sprintf(`innerHeight === %d`, height), "innerHeight")
				for _, key := range []string{"w", "\b"} {
					p.press(key)
				}
				if got := eval[[]float64](p, `(() => { const r = `+field+`.getBoundingClientRect(); return [r.top, r.bottom, innerHeight]; })()`); got[0] < -1 || got[1] > got[2]+1 {
					t.Errorf("in %d pixels the field stands at %.0f to %.0f", height, got[0], got[1])
				}
				if is := eval[string](p, "JSON.stringify("+looks+")"); is != was {
					t.Errorf("in %d pixels the page is %s, was %s", height, is, was)
				}
			}
			p.resize(360, 640, 1)
			p.until(`innerHeight === 640`, "innerHeight")
			eval[bool](p, `(`+field+`.blur(), true)`)
			p.until(`document.documentElement.style.getPropertyValue("--vh") === ""`, `document.documentElement.style.cssText`)
			if is := eval[string](p, "JSON.stringify("+looks+")"); is != was {
				t.Errorf("afterwards the page is %s, was %s", is, was)
			}
			if got := eval[float64](p, field+`.getBoundingClientRect().top`); got < -1 || got > 640 {
				t.Errorf("afterwards the field stands at %.0f", got)
			}
			if wrong := p.complaints(); len(wrong) > 0 {
				t.Errorf("the console says %q", wrong)
			}
			// The field has gone before the keyboard has; and the window is turned.
			eval[bool](p, `(`+field+`.focus(), true)`)
			p.resize(360, 330, 1)
			p.until(`innerHeight === 330`, "innerHeight")
			eval[bool](p, `(`+field+`.blur(), true)`)
			if is := eval[string](p, "JSON.stringify("+looks+")"); is != was {
				t.Errorf("while the keyboard goes the page is %s, was %s", is, was)
			}
			p.resize(640, 360, 1)
			p.until(`document.documentElement.style.getPropertyValue("--vh") === ""`, `document.documentElement.style.cssText`)
		})
	}
}
