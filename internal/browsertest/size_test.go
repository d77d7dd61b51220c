package browsertest

import (
	"bytes"
	"fmt"
	"image/png"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// resize gives the window another size, or the screen another pixel ratio.
func (p *tab) resize(width, height int64, ratio float64) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: ratio})
	p.until(fmt.Sprintf("innerWidth === %d && innerHeight === %d && Math.abs(devicePixelRatio - %g) < 0.001", width, height, ratio), "[innerWidth, innerHeight, devicePixelRatio]")
}

// sharp is true where the canvas has the device pixels that it covers, as the
// browser tells. Of an emulated screen it tells CSS pixels.
const sharp = `await new Promise((done) => {
	const canvas = document.querySelector("canvas");
	const seen = new ResizeObserver(([e]) => {
		seen.disconnect();
		let [w, h] = [e.devicePixelContentBoxSize[0].inlineSize, e.devicePixelContentBoxSize[0].blockSize];
		if (w === canvas.clientWidth) [w, h] = [Math.round(w * devicePixelRatio), Math.round(h * devicePixelRatio)];
		done(canvas.width === w && canvas.height === h);
	});
	seen.observe(canvas, { box: "device-pixel-content-box" });
})`

// picture is the window's pixels.
func (p *tab) picture() []byte {
	p.t.Helper()
	shot := call(p, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	m, err := png.Decode(bytes.NewReader(shot.Data))
	if err != nil {
		p.t.Fatal(err)
	}
	var out []byte
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			out = append(out, byte(r>>8), byte(g>>8), byte(b>>8))
		}
	}
	return out
}

// differing is how many values of two pictures differ, and by how much at most.
func differing(a, b []byte) (off, most int) {
	if len(a) != len(b) {
		return max(len(a), len(b)), 255
	}
	for i := range a {
		if d := max(a[i], b[i]) - min(a[i], b[i]); d > 0 {
			off, most = off+1, max(most, int(d))
		}
	}
	return off, most
}

// drawn waits until no frame has come for a while: what a new size has moved is carried
// once, and then drawn sharp.
func (p *tab) drawn() {
	p.t.Helper()
	eval[bool](p, `await (async () => {
		for (let still = 0, last = -1; still < 20; still++) {
			if (lianhua.frames() !== last) [still, last] = [0, lianhua.frames()];
			await new Promise(requestAnimationFrame);
		}
		return true;
	})()`)
}

// TestSharpAtEveryRatio zooms the page and moves it to other screens: a pixel of
// the canvas is a pixel of the screen.
func TestSharpAtEveryRatio(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#aluminium/5", width: 960, height: 600, media: calm})
	p.ready()
	p.settled()
	at := map[float64][]byte{}
	for _, ratio := range []float64{1, 2, 1.5, 1, 2, 1.25} { // another screen
		// Of an emulated screen alone, without another size, no page hears.
		p.resize(960+int64(8*ratio), 600, ratio)
		p.until(sharp, `[document.querySelector("canvas").width, document.querySelector("canvas").height, devicePixelRatio]`)
		p.settled()
		p.drawn()
		seen := p.picture()
		// Sheets that are kept round where they meet by what was kept before.
		if before := at[ratio]; before != nil {
			if off, most := differing(seen, before); most > rounding {
				t.Errorf("back at the ratio %v the picture is another: %d of %d values differ, by %d at most", ratio, off, len(seen), most)
			}
		}
		at[ratio] = seen
	}
	for _, zoom := range []float64{0.5, 0.67, 0.9, 1.1, 1.75, 2.625, 3} { // the browser's zoom, and phones
		p.resize(int64(960/zoom), int64(720/zoom), zoom)
		p.until(sharp, `[document.querySelector("canvas").width, document.querySelector("canvas").height, innerWidth, innerHeight, devicePixelRatio]`)
	}
	// What no screen has is drawn coarser instead of using up the memory.
	p.resize(4000, 3000, 2)
	p.until(`document.querySelector("canvas").width * document.querySelector("canvas").height <= 1 << 24 && document.querySelector("canvas").width > 4000`,
		`[document.querySelector("canvas").width, document.querySelector("canvas").height]`)
	if s := p.settled(); s.Scene != "aluminium" || s.Beat != 5 {
		t.Errorf("other sizes lead to %s/%d", s.Scene, s.Beat)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestSharpOnRealScreens starts the browser on screens whose ratio is no whole
// number, where it alone knows how many pixels the canvas covers.
func TestSharpOnRealScreens(t *testing.T) {
	t.Parallel()
	for _, ratio := range []string{"1.1", "2.625"} {
		ctx, stop, err := chromium(chromedp.WindowSize(701, 503), chromedp.Flag("force-device-scale-factor", ratio))
		if err != nil {
			t.Fatal(err)
		}
		p := open(t, visit{browser: ctx, real: true, path: "en/index.html#aluminium/5", media: calm})
		p.ready()
		p.settled()
		told := eval[[]float64](p, `await new Promise((done) => {
			const canvas = document.querySelector("canvas");
			new ResizeObserver(([e]) => done([e.devicePixelContentBoxSize[0].inlineSize, e.devicePixelContentBoxSize[0].blockSize, canvas.width, canvas.height, devicePixelRatio, innerWidth]))
				.observe(canvas, { box: "device-pixel-content-box" });
		})`)
		if told[0] <= told[5] {
			t.Errorf("at the ratio %v the browser tells of %v device pixels in %v", told[4], told[0], told[5])
		}
		if told[0] != told[2] || told[1] != told[3] {
			t.Errorf("at the ratio %v the canvas has %v × %v pixels and covers %v × %v", told[4], told[2], told[3], told[0], told[1])
		}
		stop()
	}
}

// TestSizesWhilePlaying gives a playing story windows of all kinds.
func TestSizesWhilePlaying(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#aluminium/1", clock: 1})
	p.ready()
	eval[bool](p, `(document.getElementById("play").click(), true)`)
	p.until("lianhua.state().playing", "lianhua.state()")
	for _, size := range [][2]int64{{200, 200}, {2560, 600}, {720, 900}, {320, 256}, {640, 360}, {3000, 2200}, {320, 568}} {
		p.resize(size[0], size[1], coarse)
		room := size[0] >= 300 && size[1] >= 300
		p.until(fmt.Sprintf(`document.documentElement.classList.contains("playing") === %v`, room), "document.documentElement.className")
		if !room {
			// Too small for a picture: the article is read, at the scene.
			p.until(`document.querySelector("main > .scene h2").offsetHeight > 20 && document.getElementById(lianhua.state().scene).getBoundingClientRect().top < innerHeight`, "[scrollY, lianhua.state()]")
			continue
		}
		frames := eval[int](p, "lianhua.frames()")
		p.until(fmt.Sprintf("lianhua.frames() > %d", frames), "[lianhua.frames(), lianhua.state()]")
	}
	eval[bool](p, `lianhua.goto({ scene: "aluminium", beat: 5, playing: false })`)
	p.settled()
	for _, size := range [][2]int64{{2560, 600}, {640, 360}, {360, 640}, {720, 900}, {1280, 720}} {
		p.resize(size[0], size[1], coarse)
		p.rested()
		p.until(`document.querySelectorAll(".mark").length >= 7 && [...document.querySelectorAll(".mark")].every((m) => { const r = m.getBoundingClientRect(); return r.left >= -1 && r.top >= -1 && r.right <= innerWidth + 1 && r.bottom <= innerHeight + 1 && r.width > 0; })`,
			`[...document.querySelectorAll(".mark")].map((m) => [m.dataset.id, m.style.cssText])`)
		if s := p.settled(); s.Scene != "aluminium" || s.Beat != 5 {
			t.Errorf("%v leads to %s/%d", size, s.Scene, s.Beat)
		}
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}

// TestTurningChangesNoStep turns a phone and moves its browser's bar.
func TestTurningChangesNoStep(t *testing.T) {
	t.Parallel()
	p := open(t, phone("en/index.html#households/2?zoom=6,300,500&pick=house.20000"))
	p.ready()
	before := p.settled()
	if before.Picked != "house.20000" || p.zoom() != 6 {
		t.Fatalf("the link shows %s", before.Link)
	}
	for _, size := range [][2]int64{{640, 360}, {360, 640}, {360, 584}, {360, 640}, {640, 342}} {
		call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: size[0], Height: size[1], DeviceScaleFactor: coarse, Mobile: true})
		p.until(fmt.Sprintf("innerHeight === %d", size[1]), "innerHeight")
		if s := p.rested(); s.Step != before.Step || s.Picked != before.Picked || p.zoom() != 6 {
			t.Errorf("%v leads to step %d, %s", size, s.Step, s.Link)
		}
		if gap := eval[float64](p, `innerHeight - document.querySelector("canvas").getBoundingClientRect().bottom`); gap > 0 {
			t.Errorf("%v: %v pixels below the picture are bare", size, gap)
		}
	}

	// A bar that goes uncovers ground; the picture stays as it was composed.
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 584, DeviceScaleFactor: coarse, Mobile: true})
	p.until("innerHeight === 584", "innerHeight")
	composed := p.goTo("#aluminium/5")
	eval[bool](p, `(document.querySelector("canvas").style.setProperty("height", "640px", "important"), true)`)
	p.until(`document.querySelector("canvas").height === Math.round(640 * devicePixelRatio)`, `document.querySelector("canvas").height`)
	if s := p.settled(); s.Hash != composed.Hash {
		t.Error("the picture is composed anew where a bar has gone")
	}

	// A keyboard that takes half of the window leaves in sight what is typed into.
	eval[bool](p, `(document.querySelector("canvas").style.removeProperty("height"), document.getElementById("find").scrollIntoView({ block: "center" }), document.getElementById("find").focus(), true)`)
	p.until(`(() => { const r = document.getElementById("find").getBoundingClientRect(); return document.documentElement.classList.contains("beyond") && r.top > 80 && r.bottom < innerHeight; })()`, "scrollY")
	// Scrolling may come to rest in a new size before the page is told of it.
	eval[bool](p, `(addEventListener("resize", () => dispatchEvent(new Event("scrollend")), { capture: true }), true)`)
	for _, height := range []int64{490, 640} {
		eval[bool](p, `(async () => { for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame); return true; })()`)
		call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: height, DeviceScaleFactor: coarse, Mobile: true})
		p.until(fmt.Sprintf(`innerHeight === %d && (() => { const r = document.getElementById("find").getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; })()`, height),
			`[innerHeight, document.getElementById("find").getBoundingClientRect()]`)
	}
	if wrong := p.complaints(); len(wrong) > 0 {
		t.Errorf("the console says %q", wrong)
	}
}
