package browsertest

import (
	"encoding/base64"
	"image"
	"testing"

	"lianhua/internal/raster"
	"lianhua/internal/stage"
)

// kept keeps the files that the page hands to the downloads.
const kept = `
	const url = URL.createObjectURL;
	URL.createObjectURL = (blob) => { globalThis.handed = blob; return url.call(URL, blob); };`

// file is the file that was handed over last, as base64.
const file = `(async () => {
	const bytes = new Uint8Array(await handed.arrayBuffer());
	let text = "";
	for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
	return btoa(text);
})()`

func fileOf(t *testing.T, text string) *image.RGBA {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, data)
}

// TestAGuardedBrowserShowsAndSavesAll tells the page what browsers tell that
// guard against fingerprints: the graphics hold little, and a canvas gives noise.
// One of them packs by itself, the other does not.
func TestAGuardedBrowserShowsAndSavesAll(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	for _, test := range []struct {
		name, packs   string
		width, height int64
		canvas        [2]int
		shown         []stage.Scene
	}{
		{"packing", "", 1200, 750, [2]int{2048, 1280}, sample(0, 4)},
		{"without packing", "delete globalThis.CompressionStream;", 360, 640, [2]int{720, 1280}, sample(2, 8)},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := open(t, visit{path: "en/index.html", width: test.width, height: test.height, scale: 2, media: calm, before: test.packs + kept + `
				const get = WebGL2RenderingContext.prototype.getParameter;
				WebGL2RenderingContext.prototype.getParameter = function (name) { return name === this.MAX_TEXTURE_SIZE ? 2048 : get.call(this, name); };
				const image = WebGL2RenderingContext.prototype.texImage2D;
				WebGL2RenderingContext.prototype.texImage2D = function (...all) {
					if (all.length === 9 && Math.max(all[3], all[4]) > 2048) globalThis.tooLarge = all.slice(3, 5).join(" × ");
					return image.apply(this, all);
				};
				HTMLCanvasElement.prototype.toBlob = HTMLCanvasElement.prototype.toDataURL = CanvasRenderingContext2D.prototype.getImageData = () => { throw new Error("noise"); };`})
			p.ready()
			for _, scene := range test.shown {
				p.goTo("#" + scene.Name() + "/" + "3")
			}
			if got := eval[string](p, "String(globalThis.tooLarge)"); got != "undefined" {
				t.Errorf("the graphics were asked for %s", got)
			}
			size := eval[[]int](p, `(() => { const c = document.querySelector("body > canvas"); return [c.width, c.height]; })()`)
			if [2]int(size) != test.canvas {
				t.Errorf("the canvas has %v pixels", size)
			}
			link := "#households/3?lang=en&theme=day"
			p.goTo(link)
			p.openTake()
			p.click(`[data-take="png"]`)
			p.until("globalThis.handed", `document.getElementById("take-said").textContent`)
			_, l := n.seen(t, link, float64(test.width), float64(test.height))
			if mean, most := apart(t, fileOf(t, eval[string](p, "await "+file)), raster.Render(l, n.fonts, 2)); most > rounding || mean > 0.01 {
				t.Errorf("the PNG differs by %.3f levels, %d at most", mean, most)
			}
			if wrong := p.complaints(); len(wrong) > 0 {
				t.Errorf("the console says %q", wrong)
			}
		})
	}
}

// TestFirefoxResistsFingerprinting does the same in a browser that means it.
func TestFirefoxResistsFingerprinting(t *testing.T) {
	n := newNative(t)
	d := blankInFirefox(t, visit{width: 1200, height: 750, scale: 2, touch: true, before: kept})
	d.prefer("privacy.resistFingerprinting", true)
	d.site = serve(t)
	link := "#cover/3?lang=en&theme=day"
	d.must(d.Navigate(d.ctx, d.site.URL+"/en/index.html"+link))
	d.ready()
	d.settled()
	w, h := d.picture()
	ask[bool](d, `(document.getElementById("take-open").click(), true)`)
	d.until(`document.getElementById("take").open`, "document.body.className")
	ask[bool](d, `(document.querySelector("[data-take=png]").click(), true)`)
	d.until("globalThis.handed", `document.getElementById("take-said").textContent`)
	_, l := n.seen(t, link, w, h)
	if mean, most := apart(t, fileOf(t, ask[string](d, "await "+file)), raster.Render(l, n.fonts, 2)); most > rounding || mean > 0.01 {
		t.Errorf("the PNG of %v × %v differs by %.3f levels, %d at most", w, h, mean, most)
	}
	if got := ask[[]int](d, `(() => { const c = document.querySelector("body > canvas"); const gl = document.createElement("canvas").getContext("webgl2"); return [c.width, c.height, gl.getParameter(gl.MAX_TEXTURE_SIZE), devicePixelRatio]; })()`); max(got[0], got[1]) > got[2] {
		t.Errorf("the canvas of %v pixels is larger than the graphics hold", got)
	}
	d.quiet()
}
