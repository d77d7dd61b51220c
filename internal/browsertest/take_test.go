package browsertest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	imagedraw "image/draw"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/raster"
	"lianhua/internal/site"
	"lianhua/internal/still"
	"lianhua/internal/svg"
)

var calm = map[string]string{"prefers-reduced-motion": "reduce"}

// seen is the picture that a link leads to, drawn on this machine.
func (n native) seen(t *testing.T, link string, w, h float64) (*play.Machine, *draw.List) {
	t.Helper()
	m := n.machine(t)
	if !m.Open(link) {
		t.Fatalf("%s leads nowhere", link)
	}
	area := geom.R(0, 0, w, h)
	var l draw.List
	for range 600 {
		m.Tick(1.0 / 60)
		m.Draw(&l, area)
		if m.Due() > 0 {
			out := new(draw.List)
			m.Picture(out, area)
			return m, out
		}
	}
	t.Fatalf("%s does not settle", link)
	return nil, nil
}

// folder makes the tab save what it downloads.
func (p *tab) folder() string {
	p.t.Helper()
	dir := p.t.TempDir()
	call(p, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir,
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
	})
	return dir
}

// downloaded waits for a file of that name and takes it out of the folder.
func (p *tab) downloaded(dir, name string) []byte {
	p.t.Helper()
	path := filepath.Join(dir, name)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(pace) {
		data, err := os.ReadFile(path)
		if err != nil || len(data) == 0 {
			continue
		}
		if err := os.Remove(path); err != nil {
			p.t.Fatal(err)
		}
		return data
	}
	there, _ := os.ReadDir(dir)
	p.t.Fatalf("waited in vain for %s; there is %v; the dialog says %q", name, there, p.said())
	return nil
}

func (p *tab) said() string {
	return eval[string](p, `document.getElementById("take-said").textContent`)
}

// click presses what it finds where a reader would.
func (p *tab) click(selector string) {
	p.t.Helper()
	at := eval[[]float64](p, `(() => {
		const it = document.querySelector(`+strconv.Quote(selector)+`);
		it.scrollIntoView({ block: "center", behavior: "instant" });
		const r = it.getBoundingClientRect();
		return [r.x + r.width / 2, r.y + r.height / 2, it.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)) ? 1 : 0];
	})()`)
	if at[2] == 0 {
		p.t.Fatalf("%s is covered or out of sight at %v", selector, at)
	}
	p.do(chromedp.MouseClickXY(at[0], at[1]))
}

// openTake opens the dialog as a reader does.
func (p *tab) openTake() {
	p.t.Helper()
	p.click("#take-open")
	p.until(`document.getElementById("take").open`, `document.activeElement.outerHTML`)
}

func (p *tab) closeTake() {
	p.t.Helper()
	p.press(kb.Escape)
	p.until(`!document.getElementById("take").open && !document.documentElement.classList.contains("taking")`, `document.activeElement.outerHTML`)
}

func decoded(t *testing.T, data []byte) *image.RGBA {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	imagedraw.Draw(out, out.Rect, img, image.Point{}, imagedraw.Src)
	return out
}

// rounding is how many levels one pixel may differ by where the same picture was
// drawn by two processors: a steep gradient makes much of the last bit of a distance.
const rounding = 4

// apart is the mean difference of two pictures in levels and the largest one.
func apart(t *testing.T, got, want *image.RGBA) (mean float64, most int) {
	t.Helper()
	if got.Rect.Size() != want.Rect.Size() {
		t.Fatalf("the picture has %v pixels, want %v", got.Rect.Size(), want.Rect.Size())
	}
	sum := 0
	for i, v := range want.Pix {
		d := int(v) - int(got.Pix[i])
		if d < 0 {
			d = -d
		}
		sum += d
		most = max(most, d)
	}
	return float64(sum) / float64(len(want.Pix)), most
}

// blank reports whether a picture has hardly a colour.
func blank(img *image.RGBA) bool {
	colours := map[[3]uint8]bool{}
	for i := 0; i < len(img.Pix); i += 4 {
		colours[[3]uint8{img.Pix[i], img.Pix[i+1], img.Pix[i+2]}] = true
		if len(colours) > 50 {
			return false
		}
	}
	return true
}

// TestPicturesToTakeAway downloads the last beat of every scene, half of them on a
// phone in one language and the others on a laptop in the other: the bytes of the
// pixels and of the document are those that this machine draws.
func TestPicturesToTakeAway(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	for half, test := range []struct {
		lang, theme   string
		width, height int64
	}{
		{"en", "night", 360, 640}, {"zh", "day", 960, 600},
	} {
		t.Run(test.lang, func(t *testing.T) {
			p := open(t, visit{path: "en/index.html", media: calm})
			p.ready()
			dir := p.folder()
			p.do(chromedp.EmulateViewport(test.width, test.height, chromedp.EmulateScale(coarse)))
			for _, scene := range sample(half, 4) {
				beat := len(scene.Beats())
				link := fmt.Sprintf("#%s/%d?lang=%s&theme=%s", scene.Name(), beat, test.lang, test.theme)
				eval[bool](p, `lianhua.goto("`+link+`")`)
				p.settled()
				p.until(`document.documentElement.lang === "`+test.lang+`"`, "0")
				frames := eval[int](p, "lianhua.frames()")
				p.openTake()
				name := fmt.Sprintf("lianhua-%s-%d-%s", scene.Name(), beat, test.lang)
				m, l := n.seen(t, link, float64(test.width), float64(test.height))

				p.click(`[data-take="png"]`)
				got := decoded(t, p.downloaded(dir, name+".png"))
				// A mask that is cut where two parts meet may round otherwise.
				if mean, most := apart(t, got, raster.Render(l, n.fonts, 2)); most > rounding || mean > 0.01 {
					t.Errorf("%s: the PNG differs by %.3f levels, %d at most", link, mean, most)
				}
				if blank(got) {
					t.Errorf("%s: the PNG is blank", link)
				}

				p.click(`[data-take="svg"]`)
				doc := p.downloaded(dir, name+".svg")
				want := svg.Append(nil, l, svg.Options{Title: heading(l), Desc: m.Describe(), Lang: test.lang, Outlines: n.fonts})
				if err := wellFormed(doc); err != nil {
					t.Errorf("%s: the SVG: %v", link, err)
				}
				if !bytes.Equal(doc, want) {
					t.Errorf("%s: the SVG of %d bytes is not the %d bytes that are drawn natively", link, len(doc), len(want))
				}
				p.until(`document.querySelector("#take-look > img")?.complete`, `document.getElementById("take-look").innerHTML`)
				p.closeTake()
				if drawn := eval[int](p, "lianhua.frames()") - frames; drawn > 4 {
					t.Errorf("%s: taking the picture drew %d frames", link, drawn)
				}
				if s := p.settled(); s.Scene != scene.Name() || s.Beat != beat {
					t.Errorf("afterwards the story is at %s/%d", s.Scene, s.Beat)
				}
			}
			if wrong := p.complaints(); len(wrong) > 0 {
				t.Errorf("the console says %q", wrong)
			}
		})
	}
}

func wellFormed(doc []byte) error {
	for d := xml.NewDecoder(bytes.NewReader(doc)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// heading is what a picture is called.
func heading(l *draw.List) string {
	var tree dom.Tree
	tree.Build(l)
	for i := range tree.Nodes {
		if tree.Nodes[i].Role == draw.RoleHeading {
			return tree.Nodes[i].Text
		}
	}
	return ""
}

// TestTakenSVGIsThePicture opens a downloaded document by itself, as readers do,
// and sees the picture.
func TestTakenSVGIsThePicture(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	p := open(t, visit{path: "index.html", width: 800, height: 600, media: calm})
	p.ready()
	dir := p.folder()
	for _, test := range []struct {
		link string
		most float64
	}{
		// Edges are softened otherwise by the browser than by us, and in a crowd
		// there is little else.
		{"#aluminium/5?lang=zh&theme=day&pick=stage.3", 1.6},
		{"#households/3?lang=en&theme=contrast&zoom=3,400,600", 4},
	} {
		eval[bool](p, `lianhua.goto("`+test.link+`")`)
		s := p.settled()
		p.until(`document.documentElement.lang === lianhua.state().lang`, "0")
		p.openTake()
		if got := eval[string](p, `new URL(document.getElementById("take-link").value).hash`); got != s.Link {
			t.Errorf("the link is %s, want %s", got, s.Link)
		}
		p.click(`[data-take="svg"]`)
		name := "lianhua-" + s.Scene + "-" + strconv.Itoa(s.Beat) + "-" + s.Lang + ".svg"
		path := filepath.Join(dir, name)
		doc := p.downloaded(dir, name)
		p.closeTake()
		if err := os.WriteFile(path, doc, 0o600); err != nil {
			t.Fatal(err)
		}
		_, l := n.seen(t, s.Link, 800, 600)
		q := open(t, visit{path: "404.html", width: 800, height: 600, scale: 1})
		q.do(chromedp.Navigate("file://" + path))
		shot := call(q, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
		if mean, _ := apart(t, decoded(t, shot.Data), raster.Render(l, n.fonts, 1)); mean > test.most {
			t.Errorf("%s: the document looks otherwise by %.2f levels", test.link, mean)
		}
	}
}

// TestTakenPictureIsTheStudios compares a download with what "studio export"
// makes of its link.
func TestTakenPictureIsTheStudios(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html", width: 390, height: 700, scale: 2, touch: true, media: calm})
	p.ready()
	dir := p.folder()
	eval[bool](p, `lianhua.goto("#inspection/2?lang=en&theme=day&in=home.1:90")`)
	link := p.settled().Link
	if got := eval[string](p, `(() => {
		const q = lianhuaPlayer;
		return JSON.stringify([q.picture(0), q.picture(1e4), q.rows(0, 5), q.picture(1), q.rows(-3, 5), q.rows(1e5, 5), q.rows(0, 0), q.rows(695, 1e6).length, q.rows(0, 5)]);
	})()`); got != `[null,null,null,{"width":390,"height":700},null,null,null,7800,null]` {
		t.Errorf("what makes no picture gives %s", got)
	}
	p.openTake()
	p.click(`[data-take="png"]`)
	got := decoded(t, p.downloaded(dir, "lianhua-inspection-2-en.png"))
	out := filepath.Join(dir, "studio.png")
	root, err := site.Root()
	if err != nil {
		t.Fatal(err)
	}
	book, err := still.Open(site.Module{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	order := still.Order{Link: link, At: -1, Size: "390x700", Scale: 2, Out: out}
	if err := order.Check(); err != nil {
		t.Fatal(err)
	}
	if err := book.Export(t.Context(), &order, io.Discard); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if mean, most := apart(t, got, decoded(t, data)); most > rounding {
		t.Errorf("the studio's picture of %s differs by %.3f levels, %d at most", link, mean, most)
	}
}
