package browsertest

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"testing"
	"time"

	"lianhua/internal/browsertest/webdriver"
	"lianhua/internal/raster"
	"lianhua/internal/testenv"
)

// webkitPage is the one page of a WebKitGTK that a test has for itself.
type webkitPage struct {
	*webdriver.Browser
	t    *testing.T
	ctx  context.Context
	site *host
}

// inWebKit starts WebKitGTK beside a published site.
func inWebKit(t *testing.T) *webkitPage {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), lifetime)
	t.Cleanup(cancel)
	display, dark, err := testenv.VirtualDisplay(ctx, "1600x1200")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(dark)
	began, done := context.WithTimeout(ctx, starting)
	defer done()
	b, err := webdriver.Launch(began, webdriver.Options{Reduced: true, Env: []string{
		"DISPLAY=" + display, "GDK_BACKEND=x11", "LIBGL_ALWAYS_SOFTWARE=1",
		// A page lives for seconds here: to optimise its program takes longer than it gains.
		"JSC_useOMGJIT=0",
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	site := &host{t: t}
	t.Cleanup(site.stop)
	site.start(edition(t, "one"))
	return &webkitPage{Browser: b, t: t, ctx: ctx, site: site}
}

func (d *webkitPage) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *webkitPage) to(path string) {
	d.t.Helper()
	d.must(d.Navigate(d.ctx, "http://"+d.site.address+"/story/"+path))
}

// asked gives the value of a script, which may await.
func asked[T any](d *webkitPage, script string) T {
	d.t.Helper()
	var v T
	if err := d.Evaluate(d.ctx, "return "+script, &v); err != nil {
		d.t.Fatalf("%s: %v", script, err)
	}
	return v
}

// until waits for a condition, and fails with the value of detail where it does not
// come true. A page that is left in the middle of a script has no answer.
func (d *webkitPage) until(condition, detail string) {
	d.t.Helper()
	end := time.Now().Add(patience)
	for {
		var holds bool
		err := d.Evaluate(d.ctx, fmt.Sprintf(`for (const end = Date.now() + 1000; Date.now() < end; await new Promise((done) => setTimeout(done, %d))) {
			if (%s) return true;
		}
		return false;`, pace.Milliseconds(), condition), &holds)
		if err == nil && holds {
			return
		}
		if time.Now().After(end) || d.ctx.Err() != nil {
			d.t.Fatalf("waited in vain for %s: %v, %v", condition, asked[any](d, detail), err)
		}
	}
}

// plays waits for the player, and until its picture rests.
func (d *webkitPage) plays() state {
	d.t.Helper()
	d.until("globalThis.lianhua", "document.body.innerText.slice(0, 2000)")
	if got := asked[string](d, `await lianhua.ready.then(() => "", (e) => String(e))`); got != "" {
		d.t.Fatalf("the player did not start: %s", got)
	}
	d.until("!lianhua.state().moving", "lianhua.state()")
	return asked[state](d, "({ ...lianhua.state(), hash: lianhuaPlayer.hash() })")
}

// shows holds that the page's picture is the native one, in its marks and its pixels.
func (d *webkitPage) shows(n native, s state) {
	d.t.Helper()
	size := asked[[]float64](d, "[document.documentElement.clientWidth, innerHeight]")
	w, h := size[0], size[1]
	link := linkOf(s)
	if want := n.hash(d.t, link, w, h); s.Hash != want {
		d.t.Errorf("%s: hash %s, natively %s", link, s.Hash, want)
	}
	data, err := d.Screenshot(d.ctx)
	d.must(err)
	shown, err := png.Decode(bytes.NewReader(data))
	d.must(err)
	want := raster.Render(n.picture(d.t, link, w, h), n.fonts, 1)
	// The buttons lie over the picture; what is left of them is the picture's.
	if off := difference(shown, want, image.Rect(0, 110, int(w), int(h))); off > 2 {
		d.t.Errorf("%s differs from the native picture by %.1f of 255 a pixel", link, off)
	}
	if off := difference(image.NewRGBA(want.Rect), want, want.Rect); off < 20 {
		d.t.Errorf("a blank page would not be seen: it differs by %.1f only", off)
	}
}

// TestWebKitPlaysTheStory opens the site as it is published in WebKitGTK: the first and
// the last scene are the native pictures, a picture can be saved, and the way back from
// another page leads to where the reader was.
func TestWebKitPlaysTheStory(t *testing.T) {
	t.Parallel()
	d, n := inWebKit(t), newNative(t)
	d.must(d.Resize(d.ctx, 960, 720))
	d.to("#cover/1?lang=zh&theme=day")
	if s := d.plays(); s.Scene != "cover" || s.Beat != 1 {
		t.Errorf("the first visit shows %+v", s)
	} else {
		d.shows(n, s)
	}
	if still := asked[int](d, `await (async () => {
		const before = lianhua.frames();
		for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame);
		return lianhua.frames() - before;
	})()`); still != 0 {
		t.Errorf("a still picture was drawn %d times", still)
	}
	d.must(d.Press(d.ctx, webdriver.Down))
	d.until("lianhua.state().step === 1", "lianhua.state()")
	asked[bool](d, `(lianhua.goto("#sources/4?lang=en&theme=night"), true)`)
	last := d.plays()
	if last.Scene != "sources" || last.Beat != 4 {
		t.Errorf("the link to the last scene shows %+v", last)
	}
	d.shows(n, last)

	left := asked[float64](d, "scrollY")
	d.to("404.html")
	d.must(d.Back(d.ctx))
	d.until(fmt.Sprintf("Math.abs(scrollY - %g) <= 1", left), "[scrollY, lianhua.state()]")
	if back := d.plays(); back.Hash != last.Hash || back.Link != last.Link {
		t.Errorf("back from another page: %+v, was %+v", back, last)
	}

	// What is saved is a whole picture of the window. The browser's list of what was
	// saved takes room from it then.
	size := asked[[]int](d, "[document.documentElement.clientWidth, innerHeight]")
	asked[bool](d, `(() => {
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => {
			if (blob.type === "image/png") globalThis.saved = blob;
			return make.call(URL, blob);
		};
		document.getElementById("take-open").click();
		document.querySelector("[data-take=png]").click();
		return true;
	})()`)
	d.until("globalThis.saved", `document.getElementById("take").innerText`)
	text := asked[string](d, `await new Promise((done) => {
		const reader = new FileReader();
		reader.onload = () => done(String(reader.result).split(",")[1]);
		reader.readAsDataURL(saved);
	})`)
	data, err := base64.StdEncoding.DecodeString(text)
	d.must(err)
	picture, err := png.Decode(bytes.NewReader(data))
	d.must(err)
	if want := image.Rect(0, 0, 2*size[0], 2*size[1]); picture.Bounds() != want {
		t.Errorf("the saved picture is %v of a window of %v, want %v", picture.Bounds(), size, want)
	} else if off := difference(image.NewRGBA(want), picture, want); off < 20 {
		t.Errorf("the saved picture is blank: it differs from black by %.1f of 255 a pixel", off)
	}
}

// TestWebKitBeginsAnew loads the page twenty times, and takes its graphics away: each
// time the same picture comes.
func TestWebKitBeginsAnew(t *testing.T) {
	t.Parallel()
	d := inWebKit(t)
	d.must(d.Resize(d.ctx, 360, 480))
	d.to("en/#households/2?theme=night")
	before := d.plays()
	same := func(what string) {
		t.Helper()
		if s := d.plays(); s.Hash != before.Hash || s.Scene != "households" || s.Beat != 2 || s.Theme != "night" {
			t.Fatalf("%s: %+v, before: %+v", what, s, before)
		}
	}
	for i := range 20 {
		d.must(d.Reload(d.ctx))
		same(fmt.Sprint("load ", i+1))
	}
	asked[bool](d, `(globalThis.first = true, document.querySelector("main canvas, canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext(), true)`)
	d.until(`!("first" in globalThis) && globalThis.lianhua`, "lianhua.state()")
	same("after the graphics were lost")
}
