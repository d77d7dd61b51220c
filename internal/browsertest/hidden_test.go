package browsertest

import (
	"strconv"
	"testing"
)

// away lets the test hide the page: it then gets no animation frame. It counts the
// frames that the player has from a timer, and those that it has twice.
const away = `{
	let id = 0, hidden = false;
	const ask = requestAnimationFrame.bind(window), later = setTimeout.bind(window), pending = new Map(), frames = new Set();
	Object.defineProperty(Document.prototype, "hidden", { get: () => hidden, configurable: true });
	window.requestAnimationFrame = (f) => (pending.set(++id, f), frames.add(f), id);
	window.cancelAnimationFrame = (id) => void pending.delete(id);
	window.setTimeout = (f, ...more) => {
		if (frames.has(f)) window.timed++;
		return later(f, ...more);
	};
	window.timed = window.twice = 0;
	window.leave = (on) => {
		hidden = on;
		document.dispatchEvent(new Event("visibilitychange"));
	};
	ask(function step(now) {
		if (!hidden) {
			const due = [...pending.values()];
			window.twice += due.length - new Set(due).size;
			pending.clear();
			for (const f of due) f(now);
		}
		ask(step);
	});
}`

// TestHiddenPlayerComesToRest: out of sight the player has one frame more, from a
// timer, in which it gives memory back; in sight again it goes on, at one frame a
// time, whether its picture moved or stood still.
func TestHiddenPlayerComesToRest(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html", before: away, generous: true, clock: 1})
	p.ready()
	// The drawings of a scene that is shown are drawn as they come.
	p.until(`performance.getEntriesByType("resource").filter(({ name, responseEnd }) => name.includes(".art") && responseEnd > 0).length >= `+strconv.Itoa(packs()), `performance.getEntriesByType("resource").map(({ name, responseEnd }) => name + " " + responseEnd)`)
	for round, moving := range []bool{true, false, true} {
		if moving {
			eval[bool](p, `(lianhua.goto("#aluminium/1"), lianhua.goto("#hydrogen/1"), true)`)
		} else {
			p.settled()
		}
		before := eval[int](p, `timed`)
		eval[bool](p, `(leave(true), true)`)
		p.until(`timed > `+strconv.Itoa(before), `timed`)
		eval[bool](p, `new Promise((done) => setTimeout(() => done(true), 50))`)
		drawn := eval[int](p, `lianhua.frames()`)
		if more := eval[int](p, `new Promise((done) => setTimeout(() => done(lianhua.frames()), 200))`); more != drawn {
			t.Errorf("round %d: out of sight %d frames are drawn", round, more-drawn)
		}
		eval[bool](p, `(leave(false), true)`)
		p.settled()
		eval[bool](p, `(lianhua.goto("#cover/1"), true)`)
		p.settled()
	}
	if n := eval[int](p, `twice`); n != 0 {
		t.Errorf("the player has %d frames twice", n)
	}
}
