package browsertest

import (
	"image"
	"path"
	"strconv"
	"testing"

	"lianhua/internal/browsertest/bidi"
	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/internal/raster"
)

// TestFirefoxFirstVisit opens the site as it is published, looks at it, and opens
// it again without a network.
func TestFirefoxFirstVisit(t *testing.T) {
	d := blankInFirefox(t, visit{before: `
		globalThis.violations = [];
		document.addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective + " " + e.blockedURI));`})
	site := &host{t: t}
	t.Cleanup(site.stop)
	site.start(edition(t, "one"))
	to := func(path string) {
		t.Helper()
		d.must(d.Navigate(d.ctx, "about:blank"))
		d.must(d.Navigate(d.ctx, "http://"+site.address+"/story/"+path))
		d.ready()
	}
	to("#cover/1?lang=zh&theme=day")
	d.until(`document.getElementById("loading").hidden`, `document.getElementById("loading").textContent`)
	if s := d.settled(); s.Scene != "cover" || s.Beat != 1 {
		t.Errorf("the first visit shows %+v", s)
	}
	// The buttons lie over the picture; what is left of them is the picture's.
	n := newNative(t)
	w, h := d.picture()
	want := raster.Render(n.picture(t, "#cover/1?lang=zh&theme=day", w, h), n.fonts, 1)
	if off := difference(d.screen(), want, image.Rect(0, 110, int(w), 900)); off > 2 {
		t.Errorf("the cover differs from the native picture by %.1f of 255 a pixel", off)
	}
	if off := difference(image.NewRGBA(want.Rect), want, want.Rect); off < 20 {
		t.Errorf("a blank page would not be seen: it differs by %.1f only", off)
	}
	if still := ask[int](d, `await (async () => {
		const before = lianhua.frames();
		for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame);
		return lianhua.frames() - before;
	})()`); still != 0 {
		t.Errorf("a still picture was drawn %d times", still)
	}
	if ask[bool](d, `document.activeElement === document.querySelector("canvas") || !document.querySelector("canvas").inert`) {
		t.Error("the canvas takes keys")
	}
	if n := ask[int](d, `document.querySelectorAll("script[src][integrity]").length`); n != 1 {
		t.Errorf("the page names %d scripts with digests, want one", n)
	}
	d.until(`(await navigator.serviceWorker.ready).active?.state === "activated"`, `location.href`)
	d.until(playerKept+".length === 3", playerKept)
	for name, n := range site.requests() {
		if n > 1 && publish.Hashed(name) {
			t.Errorf("%s was fetched %d times", name, n)
		}
		if path.Base(name) == build.ManifestName {
			t.Errorf("the page fetches %s, which it says itself: it is not counted before the first frame", name)
		}
	}
	if broken := ask[[]string](d, "violations"); len(broken) > 0 {
		t.Errorf("the policy refuses %q", broken)
	}

	site.stop()
	to(link)
	if s := d.settled(); s.Scene != "aluminium" || s.Beat != 2 || s.Theme != "night" {
		t.Errorf("without a network the link shows %+v", s)
	}
	d.must(d.Reload(d.ctx))
	d.ready()
	if s := d.settled(); s.Scene != "aluminium" || s.Beat != 2 {
		t.Errorf("after a reload: %+v", s)
	}
	to("aluminium/#aluminium/1?lang=zh")
	if broken := ask[[]string](d, "violations"); len(broken) > 0 {
		t.Errorf("the policy refuses %q", broken)
	}
	d.quiet()
}

// TestFirefoxRefusesWhatWasChanged serves a script that is not what the page
// names: the article stays.
func TestFirefoxRefusesWhatWasChanged(t *testing.T) {
	d := blankInFirefox(t, visit{})
	parts := edition(t, "one")
	for i, p := range parts {
		if p.Source == "js/page.js" {
			parts[i] = build.NewFile(p.Name, append([]byte("globalThis.changed = true;\n"), p.Content...))
			parts[i].Source = p.Source
		}
	}
	h := &host{t: t}
	t.Cleanup(h.stop)
	h.start(parts)
	d.must(d.Navigate(d.ctx, "http://"+h.address+"/story/en/"))
	if ask[bool](d, `"changed" in globalThis || "lianhua" in globalThis`) {
		t.Error("a script that was changed on its way ran")
	}
	if text := ask[string](d, `document.getElementById("aluminium").textContent`); len(text) < 500 {
		t.Errorf("the article says %q", text)
	}
}

// difference is the mean difference of two pictures in a box, of 255 a channel.
func difference(a, b image.Image, box image.Rectangle) float64 {
	sum, n := 0.0, 0.0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, bl, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			for _, c := range [][2]uint32{{r, r2}, {g, g2}, {bl, b2}} {
				sum += float64(max(c[0], c[1])-min(c[0], c[1])) / 257
				n++
			}
		}
	}
	return sum / n
}

// TestFirefoxPicturesAreTheSameAsNative goes through the whole story by keys on a
// laptop and follows links to each scene on a phone, as the test for Chromium
// does by scrolling.
func TestFirefoxPicturesAreTheSameAsNative(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	still := calm
	t.Run("by keys on a laptop", func(t *testing.T) {
		d := openInFirefox(t, visit{path: "index.html#?lang=zh&theme=day", scale: coarse, media: still})
		d.ready()
		s := d.settled()
		if !s.Reduced {
			t.Error("the system's wish for less motion is not followed")
		}
		w, h := d.picture()
		if w == 1440 {
			t.Error("the scrollbar lies over the picture")
		}
		for i := range s.Steps {
			if i > 0 {
				d.press(bidi.Down)
				d.until(`Math.round(scrollY / (innerHeight * 0.75)) === lianhua.state().step`, "[scrollY, lianhua.state()]")
			}
			if s = d.settled(); s.Step != i {
				t.Fatalf("the key leads to step %d, want %d", s.Step, i)
			}
			to := linkOf(s)
			if want := n.hash(t, to, w, h); s.Hash != want {
				t.Errorf("step %d, %s: hash %s, natively %s", i, to, s.Hash, want)
			}
		}
		d.quiet()
	})
	t.Run("by links on a phone", func(t *testing.T) {
		d := openInFirefox(t, visit{path: "en/index.html", width: 360, height: 640, scale: 2, touch: true, media: still})
		d.ready()
		for _, scene := range sample(1, 4) {
			s := state{Scene: scene.Name(), Beat: len(scene.Beats()), Lang: "en", Theme: "night"}
			to := linkOf(s)
			if !ask[bool](d, `lianhua.goto("`+to+`")`) {
				t.Fatalf("%s leads nowhere", to)
			}
			got := d.settled()
			if linkOf(got) != to {
				t.Errorf("%s shows %+v", to, got)
			}
			if want := n.hash(t, to, 360, 640); got.Hash != want {
				t.Errorf("%s: hash %s, natively %s", to, got.Hash, want)
			}
		}
		want := raster.Render(n.picture(t, "#cover/1?lang=en&theme=night", 360, 640), n.fonts, 2)
		ask[bool](d, `lianhua.goto("#cover/1?lang=en&theme=night")`)
		d.settled()
		if off := difference(d.screen(), want, image.Rect(0, 120, 720, 1280)); off > 2 {
			t.Errorf("the phone's cover differs from the native picture by %.1f of 255 a pixel", off)
		}
		d.quiet()
	})
}

// TestFirefoxLosesItsContext takes the graphics away: the page begins anew with
// the same picture.
func TestFirefoxLosesItsContext(t *testing.T) {
	d := openInFirefox(t, visit{path: "en/index.html#households/2?theme=night", scale: coarse, media: calm, before: `
		const get = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
			const context = get.call(this, kind, ...rest);
			if (kind === "webgl2") globalThis.latest = context;
			return context;
		};`})
	d.ready()
	before := d.settled()
	ask[bool](d, `(globalThis.first = true, latest.getExtension("WEBGL_lose_context").loseContext(), true)`)
	d.until(`!("first" in globalThis) && globalThis.lianhua`, "lianhua.state()")
	d.ready()
	if after := d.settled(); after.Hash != before.Hash || after.Scene != "households" || after.Beat != 2 || after.Theme != "night" {
		t.Errorf("after the loss: %+v, before: %+v", after, before)
	}
}

// linkOf is the link of a state, with its language and theme.
func linkOf(s state) string {
	return "#" + s.Scene + "/" + strconv.Itoa(s.Beat) + "?lang=" + s.Lang + "&theme=" + s.Theme
}
