package browsertest

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"lianhua/internal/build"
	"lianhua/internal/raster"
	"lianhua/internal/story"
	"lianhua/internal/testenv"
	"lianhua/internal/testenv/engines"
)

// playsFrom is the first engine in which the page's policy lets programs run.
const playsFrom = 97

// unknownPolicy is what older ones say of that word of the policy.
const unknownPolicy = "'wasm-unsafe-eval''. It will be ignored."

// TestOldEngines opens the site as it is published in old Chromiums, which "studio
// engines" fetches: the story plays as it is drawn natively, or the article is there
// with the sentence why; a tap is answered, and the player is fetched once at most.
func TestOldEngines(t *testing.T) {
	dir := os.Getenv(engines.Folder)
	if dir == "" {
		t.Skip("no old engines are here: studio engines fetches them")
	}
	n := newNative(t)
	for _, e := range engines.All() {
		t.Run(e.String(), func(t *testing.T) {
			o := openInEngine(t, e, dir)
			if e.Major < playsFrom {
				o.reads()
			} else {
				o.plays(n)
			}
			if wrong := slices.DeleteFunc(o.complaints(), func(s string) bool { return strings.Contains(s, unknownPolicy) }); len(wrong) > 0 {
				t.Errorf("the console says %q", wrong)
			}
		})
	}
}

// oldEngine is the one page of an old browser, and the host that it is opened from.
type oldEngine struct {
	*tab
	host  *faulty
	shots string // a folder for pictures of what is seen; empty: none
	name  string
}

func openInEngine(t *testing.T, e engines.Engine, dir string) *oldEngine {
	t.Helper()
	flags := append(testenv.Chromium(), chromedp.ExecPath(e.Binary(dir)),
		chromedp.Flag("ignore-gpu-blocklist", true), chromedp.Flag("disable-gpu-sandbox", true),
		// They were built for servers on which a browser has one process.
		chromedp.Flag("no-zygote", true), chromedp.Flag("in-process-gpu", true))
	for name, value := range e.Graphics() {
		flags = append(flags, chromedp.Flag(name, value))
	}
	browser, stop := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(flags...), chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(stop)
	if err := chromedp.Do(browser); err != nil {
		t.Fatalf("starting %v: %v; it needs the libraries of Debian's package chromium", e, err)
	}
	h := publishedHost(t)
	p := openElsewhere(t, visit{browser: browser, base: h.URL, path: "#cover/1?lang=zh&theme=day", width: 960, height: 720, scale: 1, media: calm})
	return &oldEngine{tab: p, host: h, shots: os.Getenv("LIANHUA_SHOTS"), name: fmt.Sprint(e.Major)}
}

// look keeps a picture of the window for who wants to see it, and gives it.
func (o *oldEngine) look(what string) image.Image {
	o.t.Helper()
	got := call(o.tab, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
	if o.shots != "" {
		if err := os.WriteFile(filepath.Join(o.shots, o.name+"-"+what+".png"), got.Data, 0o644); err != nil {
			o.t.Error(err)
		}
	}
	img, err := png.Decode(bytes.NewReader(got.Data))
	if err != nil {
		o.t.Fatal(err)
	}
	return img
}

// click presses and releases the mouse.
func (o *oldEngine) click(at [2]float64) {
	o.t.Helper()
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		call(o.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: at[0], Y: at[1], Button: input.MouseButtonLeft, ClickCount: 1})
	}
}

// reads holds that there is the article, why, and that it answers.
func (o *oldEngine) reads() {
	t := o.t
	t.Helper()
	o.until(`document.getElementById("notice").textContent !== ""`, `document.documentElement.className`)
	if said, want := eval[string](o.tab, `document.getElementById("notice").firstChild.textContent`), readStory(t).In(story.ZH).Words("shell.no-wasm"); said != want {
		t.Errorf("it says %q, want %q", said, want)
	}
	o.look("article")
	at := eval[[2]float64](o.tab, `(() => {
		const mark = document.querySelector('#cover .targets [href*="?pick="] rect');
		mark.scrollIntoView({ block: "center" });
		const box = mark.getBoundingClientRect();
		return [box.x + box.width / 2, box.y + box.height / 2];
	})()`)
	o.click(at)
	o.until(`(document.querySelector(".answer")?.textContent.length ?? 0) > 20`, `location.hash`)
	o.look("answer")
	for _, scene := range []string{"hydrogen", "cleanup", "sources"} {
		if h := eval[float64](o.tab, `(document.getElementById("`+scene+`").scrollIntoView(), document.querySelector("#`+scene+` figure img").getBoundingClientRect().height)`); h < 200 {
			t.Errorf("the picture of %s is %.0f pixels high", scene, h)
		}
	}
	o.until(`document.querySelector("#sources figure img").complete`, "scrollY")
	o.look("last")
	for _, name := range []string{build.PlayerName, build.StoryName, build.RuntimeName} {
		if n := len(o.host.of(name)); n != 0 {
			t.Errorf("%s was fetched in vain, %d times", name, n)
		}
	}
}

// plays holds that the story plays, by its pictures.
func (o *oldEngine) plays(n native) {
	t := o.t
	t.Helper()
	o.ready()
	first := o.settled()
	o.shows(n, first, "first")
	if still := eval[int](o.tab, `(async () => {
		const before = lianhua.frames();
		for (let i = 0; i < 20; i++) await new Promise(requestAnimationFrame);
		return lianhua.frames() - before;
	})()`); still != 0 {
		t.Errorf("a still picture was drawn %d times", still)
	}
	for _, link := range []string{"#hydrogen/4", "#sources/4?lang=en&theme=night"} {
		eval[bool](o.tab, `(lianhua.goto("`+link+`"), true)`)
		s := o.settled()
		if !strings.HasPrefix(link, "#"+s.Scene) {
			t.Fatalf("the link %s leads to %s", link, s.Scene)
		}
		o.shows(n, s, s.Scene)
		if s.Scene != "hydrogen" {
			continue
		}
		at := eval[[2]float64](o.tab, `[...document.querySelectorAll("#hydrogen .mark > button")].map((it) => {
			const box = it.getBoundingClientRect();
			return { it, at: [box.x + box.width / 2, box.y + box.height / 2] };
		}).find(({ it, at }) => document.elementFromPoint(...at) === it).at`)
		o.click(at)
		o.until(`lianhua.state().picked !== ""`, "lianhua.state()")
		o.settled()
		o.look("picked")
	}
	// On a telephone the page is as high as its scenes take.
	o.resize(360, 640, 1)
	o.until("innerHeight === 640", "innerHeight")
	phone := o.settled()
	o.shows(n, phone, "phone")
	if got := fmt.Sprint(eval[[]float64](o.tab, `(() => {
		const scene = document.getElementById("aluminium"), canvas = document.querySelector("body > canvas").getBoundingClientRect();
		return [scene.offsetHeight / scene.dataset.steps / innerHeight, canvas.height / innerHeight];
	})()`)); got != "[0.75 1]" {
		t.Errorf("a step and the canvas take %s of the window's height", got)
	}
	eval[bool](o.tab, `(document.getElementById("take-open").click(), true)`)
	o.until(`document.querySelector("#take-look img")?.complete`, `document.getElementById("take").innerText`)
	o.look("take")
	if n := len(o.host.of(build.PlayerName)); n != 1 {
		t.Errorf("the player was fetched %d times", n)
	}
}

// shows holds that the window's picture is the native one, in its marks and its pixels.
func (o *oldEngine) shows(n native, s state, what string) {
	o.t.Helper()
	size := eval[[]float64](o.tab, "[document.documentElement.clientWidth, innerHeight]")
	w, h := size[0], size[1]
	link := linkOf(s)
	if want := n.hash(o.t, link, w, h); s.Hash != want {
		o.t.Errorf("%s: hash %s, natively %s", link, s.Hash, want)
	}
	want := raster.Render(n.picture(o.t, link, w, h), n.fonts, 1)
	// The canvas fades in, and the buttons lie over the picture.
	box, off := image.Rect(0, 110, int(w), int(h)), 0.0
	for end := time.Now().Add(patience); ; time.Sleep(slowest) {
		if off = difference(o.look(what), want, box); off <= 2 || time.Now().After(end) {
			break
		}
	}
	if off > 2 {
		o.t.Errorf("%s differs from the native picture by %.1f of 255 a pixel", link, off)
	}
	if off := difference(image.NewRGBA(want.Rect), want, want.Rect); off < 20 {
		o.t.Errorf("a blank page would not be seen: it differs by %.1f only", off)
	}
}
