package browsertest

import (
	"bytes"
	"image"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/art/setfile"
	"lianhua/internal/art/simplify"
	"lianhua/internal/art/svgfile"
	"lianhua/internal/authoring"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/internal/svg"
)

// What a drawing may look other than its file in the same browser: edges that are
// smoothed by other sums, numbers to a hundredth of a pixel, and stops that fade,
// which the house mixes premultiplied. Levels are of 255.
const (
	documentMean = 0.75  // on the mean, as vectors
	pictureMean  = 1.4   // on the mean, as the processor's pixels, whose edges are summed otherwise
	drawingScale = 0.5   // of the pixels looked at, to one of the drawing
	drawingLevel = 48    // a pixel further off than this counts as wrong
	drawingWrong = 0.002 // of all pixels may be
)

// drawn is a scene that is its drawing.
type drawn struct{}

func (drawn) Name() string                    { return "drawn" }
func (drawn) Paragraphs() []string            { return []string{"J08"} }
func (drawn) Beats() []anim.Beat              { return []anim.Beat{{Name: "all", Move: 1, Hold: 1}} }
func (drawn) Draw(l *draw.List, v stage.View) { (&storyboard.Board{}).Draw(l, &v) }

// onlyDay hides in the file what is not drawn by day.
const onlyDay = `(document.querySelectorAll("g").forEach((g) => {
	const name = g.dataset.lhLayer ?? g.getAttributeNS("http://www.inkscape.org/namespaces/inkscape", "label");
	if (name === "slots" || g.dataset.lhLight === "night") g.style.display = "none";
	else if (g.dataset.lhLight === "day") g.style.display = "inline";
}), true)`

// TestDrawingsLookAsTheirFiles shows a drawing with everything that one may have, two
// as Inkscape and Figma write them, and each of the assets, in a browser: as the file, and as what becomes of it when
// it is read, packed, put into a list and written as vectors again. The processor's
// own picture of the list is held to the same.
func TestDrawingsLookAsTheirFiles(t *testing.T) {
	t.Parallel()
	opt, problems := svgfile.OptionsOf(os.DirFS("../../assets"))
	if problems != nil {
		t.Fatal(problems)
	}
	features := os.DirFS("../art/svgfile/testdata")
	symbols, err := fs.ReadFile(features, svgfile.SymbolsFile)
	if err != nil {
		t.Fatal(err)
	}
	shared := opt
	shared.Symbols = symbols
	easel := newEasel(t)
	for _, name := range []string{"features.svg", "inkscape.svg", "figma.svg"} {
		t.Run(strings.TrimSuffix(name, ".svg"), func(t *testing.T) { easel.looksAsItsFile(t, features, name, shared) })
	}
	names, err := svgfile.All(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if path.Base(name) != svgfile.SymbolsFile {
			t.Run(strings.TrimSuffix(path.Base(name), ".svg"), func(t *testing.T) { easel.looksAsItsFile(t, os.DirFS("../../assets"), name, opt) })
		}
	}
}

// easel shows one drawing after the other in the same tab, each in a folder of its own.
type easel struct {
	*tab
	host *httptest.Server

	mu    sync.Mutex
	pages map[string][]byte
}

func newEasel(t *testing.T) *easel {
	e := &easel{pages: map[string][]byte{}}
	e.host = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		e.mu.Lock()
		defer e.mu.Unlock()
		w.Header().Set("Content-Type", "image/svg+xml")
		w.Write(e.pages[r.URL.Path])
	}))
	t.Cleanup(e.host.Close)
	e.tab = openElsewhere(t, visit{base: e.host.URL})
	return e
}

func (e *easel) hang(page string, content []byte) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.pages[page] = content
}

func (e *easel) looksAsItsFile(t *testing.T, files fs.FS, name string, opt svgfile.Options) {
	source, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	d, problems := svgfile.Read(name, source, opt)
	if authoring.Errors(problems) > 0 {
		t.Fatal(problems)
	}
	d = asSent(t, files, name, d)
	l := listOf(t, d)
	folder := "/" + path.Base(name) + "/"
	e.hang(folder+svgfile.SymbolsFile, coloured(t, opt.Symbols, opt.Palette))
	e.hang(folder+"file.svg", coloured(t, source, opt.Palette))
	e.hang(folder+"list.svg", svg.Append(nil, l, svg.Options{}))
	e.t = t
	e.resize(int64(d.Width), int64(d.Height), drawingScale)
	e.do(chromedp.Navigate(e.host.URL + folder + "file.svg"))
	eval[bool](e.tab, onlyDay)
	e.until(`document.readyState === "complete"`, "document.readyState")
	file := e.window()
	e.do(chromedp.Navigate(e.host.URL + folder + "list.svg"))
	list := e.window()
	for _, c := range []struct {
		of  string
		got *image.RGBA
		may float64
	}{{"the document of its list", list, documentMean}, {"the processor's picture", raster.Render(l, nil, drawingScale), pictureMean}} {
		mean, _ := apart(t, c.got, file)
		wrong := 0
		for i := 0; i < len(file.Pix); i += 4 {
			for k := range 3 {
				if far := int(file.Pix[i+k]) - int(c.got.Pix[i+k]); far > drawingLevel || far < -drawingLevel {
					wrong++
					break
				}
			}
		}
		share := float64(wrong) / float64(len(file.Pix)/4)
		t.Logf("%s: %.3f levels on the mean, %.4f of all pixels far off", c.of, mean, share)
		if mean > c.may || share > drawingWrong {
			t.Errorf("%s differs from the file by %.3f levels on the mean, and %.4f of its pixels by more than %d", c.of, mean, share, drawingLevel)
		}
	}
}

// asSent is a drawing as players have it: that of its scene's pack, where it stands in
// the assets, and else as it is packed alone.
func asSent(t *testing.T, files fs.FS, name string, d *art.Drawing) *art.Drawing {
	t.Helper()
	if path.Dir(name) != setfile.Folder {
		return &new(simplify.Memory).Set(&art.Set{Drawings: []art.Drawing{*d}}).Drawings[0]
	}
	scene, _, _ := strings.Cut(path.Base(name), ".")
	pack, err := fs.ReadFile(files, setfile.PackFile(scene))
	if err != nil {
		t.Fatal(err)
	}
	set, err := art.Decode(pack)
	if err != nil {
		t.Fatal(err)
	}
	for i := range set.Drawings {
		if set.Drawings[i].Name == d.Name {
			return &set.Drawings[i]
		}
	}
	t.Fatalf("the pack of %s has no drawing %s: run studio compile", scene, d.Name)
	return nil
}

// coloured is a file in the day's colours.
func coloured(t *testing.T, file []byte, p svgfile.Palette) []byte {
	t.Helper()
	if len(file) == 0 {
		return nil
	}
	out, err := svgfile.WithPalette(file, p)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Clone(out)
}

// listOf is the drawing as a player that has its pack shows it by day, in a window
// of the design's size.
func listOf(t *testing.T, d *art.Drawing) *draw.List {
	t.Helper()
	pack := art.Encode(&art.Set{Drawings: []art.Drawing{*d}})
	s, err := preview.Open(assets.Story, fonts.Sans, fonts.Bold, fonts.Serif, []stage.Scene{drawn{}}, func(string) []byte { return pack })
	if err != nil {
		t.Fatal(err)
	}
	day, ok := s.Theme("day")
	if !ok {
		t.Fatal("there is no day theme")
	}
	l := new(draw.List)
	s.Draw(l, s.Settled(0, 0, story.ZH, s.Themes[day], geom.R(0, 0, d.Width, d.Height)))
	l.Ground = draw.RGB(0xFFFFFF) // the browser's page
	return l
}
