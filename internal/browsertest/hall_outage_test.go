package browsertest

import (
	"bytes"
	"net/http"
	"testing"

	"lianhua/internal/build"
)

// stands holds that a hall's screen shows a scene's picture of the article, large, and
// nothing else.
func (p *tab) stands(scene string) {
	p.t.Helper()
	p.until(`document.querySelector("#standing img")?.naturalWidth > 0`, `document.body.innerHTML.slice(-300)`)
	p.alone("standing")
	if got := eval[string](p, `(() => {
		const { width, height } = document.querySelector("#standing img").getBoundingClientRect();
		return [document.getElementById("standing").dataset.of, width === innerWidth && height === innerHeight].join(" ");
	})()`); got != scene+" true" {
		p.t.Errorf("there stands %s", got)
	}
}

// TestAHallOutlastsAnOutage opens a hall's screen while its host is in trouble, and
// takes the graphics away while there is no host: the article's picture stands, and the
// story plays when it can.
func TestAHallOutlastsAnOutage(t *testing.T) {
	t.Parallel()
	h := publishedHost(t)
	down := always(status(http.StatusInternalServerError))
	h.fails(build.StoryName, down...)
	h.fails("art/hydrogen.art", down...)
	p := open(t, visit{base: h.URL, path: "hydrogen/#?hall=1&languages=en&" + leaveOut("hydrogen", "cover"), before: impatient + grasp, width: 800, height: 600})
	p.arrived(`document.querySelector("#standing")`)
	h.until("three attempts", func() bool { return len(h.of(build.StoryName)) == 12 })
	p.stands("hydrogen")
	h.fails(build.StoryName)
	p.ready()
	if n := len(h.of(build.PlayerName)); n != 1 {
		t.Errorf("the player was fetched %d times", n)
	}

	// Its drawings are still to come: the picture lies where they would be.
	p.alone("standing,CANVAS")
	eval[bool](p, `(lianhuaPlayer.set("contents", true), true)`)
	p.until(`!document.documentElement.classList.contains("late")`, `lianhua.state()`)
	p.alone("CANVAS") // it would lie over the contents
	h.fails("art/hydrogen.art")
	p.until(`lianhua.state().scene === "hydrogen" && !lianhua.state().late`, `lianhua.state()`)
	p.alone("CANVAS")

	// Without a host, it begins again in the same page: after many troubles in a minute's
	// time, and ten minutes later they are forgotten.
	eval[bool](p, `(history.replaceState({ troubles: 9 }, ""), window.waits = [], window.setTimeout = ((wait) => (f, ms, ...more) => wait(f, waits.push(ms) && ms >= 60000 ? 100 : ms, ...more))(setTimeout), true)`)
	h.fails("hydrogen/"+build.PageName, down...)
	h.fails(build.PageName, down...)
	eval[bool](p, `(window.old = true, `+lose+`, true)`)
	p.until(`document.documentElement.classList.contains("stands")`, `document.documentElement.className`)
	p.stands(eval[string](p, `document.getElementById("standing").dataset.of`))
	p.until(`lianhua.state()?.moving && !document.documentElement.classList.contains("stands")`, `lianhua.state()`)
	if !eval[bool](p, `window.old`) {
		t.Error("the page was loaded again where there was none")
	}
	p.alone("CANVAS")
	p.until(`history.state.troubles === 0`, `history.state`)
	if got := eval[string](p, `waits.filter((ms) => ms >= 60000).join()`); got != "60000,600000" {
		t.Errorf("it waits for %s ms", got)
	}

	// No worker tells of a newer site here: the page asks the host.
	h.fails(build.PageName, other(func(page []byte) []byte {
		return bytes.Replace(page, []byte(`data-build="`), []byte(`data-build="0`), 1)
	}))
	eval[bool](p, `(`+hoursLater+`, true)`)
	p.arrived(`!window.old && globalThis.lianhua`)
}
