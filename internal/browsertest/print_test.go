package browsertest

import (
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"

	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// paper is a format of sheets, in inches.
type paper struct {
	name          string
	width, height float64
}

func papers() []paper { return []paper{{"A4", 8.27, 11.69}, {"Letter", 8.5, 11}} }

// printed prints the page as it stands, with its backgrounds, and gives the text
// and a small picture of each sheet.
func (p *tab) printed(on paper) (texts []string, sheets []image.Image) {
	p.t.Helper()
	grounds := true
	made := call(p, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: on.width, PaperHeight: on.height, PrintBackground: &grounds})
	dir := p.t.TempDir()
	file := filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(file, made.Data, 0o644); err != nil {
		p.t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		p.t.Fatalf("reading the printed page, for which poppler-utils is needed: %v", err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "30", "-png", file, filepath.Join(dir, "sheet")).CombinedOutput(); err != nil {
		p.t.Fatalf("drawing the printed page: %v\n%s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "sheet-*.png"))
	if err != nil {
		p.t.Fatal(err)
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			p.t.Fatal(err)
		}
		sheet, err := png.Decode(f)
		f.Close()
		if err != nil {
			p.t.Fatal(err)
		}
		sheets = append(sheets, sheet)
	}
	for one := range strings.SplitSeq(strings.TrimSuffix(string(text), "\f"), "\f") {
		texts = append(texts, tight(one))
	}
	if len(texts) != len(sheets) {
		p.t.Fatalf("%d sheets, and the text of %d", len(sheets), len(texts))
	}
	return texts, sheets
}

// tight is text without its spaces: on paper they depend on how lines are set.
func tight(s string) string { return strings.Join(strings.Fields(s), "") }

// inks counts the colours of a sheet: pixels that are dark, and coloured ones;
// and tells whether its edge is white.
func inks(sheet image.Image) (dark, coloured int, white bool) {
	b := sheet.Bounds()
	white = true
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := sheet.At(x, y).RGBA()
			low, high := min(r, g, bl)>>8, max(r, g, bl)>>8
			if high < 110 {
				dark++
			}
			if high-low > 40 {
				coloured++
			}
			if edge := x < b.Min.X+8 || x >= b.Max.X-8; edge && low < 245 {
				white = false
			}
		}
	}
	return dark, coloured, white
}

// beginnings finds the sheet on which each scene begins, and that of the table.
func beginnings(texts []string, all []stage.Scene, words *story.Story) []int {
	begins := make([]int, 0, len(all)+1)
	at := 0
	for _, s := range all {
		title := tight(words.Words(s.Name() + ".title"))
		for i := at; i < len(texts); i++ {
			if strings.Contains(texts[i], title) {
				at = i
				break
			}
		}
		begins = append(begins, at)
	}
	table := tight(words.Words("page.table-deck"))
	for i := at + 1; i < len(texts); i++ {
		if strings.Contains(texts[i], table) {
			return append(begins, i)
		}
	}
	return append(begins, len(texts))
}

// TestPrint prints the article alone and the page with the story running at
// night: each scene begins a sheet and takes two at most, with its table, dark on
// white.
func TestPrint(t *testing.T) {
	t.Parallel()
	bundle := readStory(t)
	for _, test := range []struct {
		name string
		lang story.Lang
		visit
	}{
		{"article", story.ZH, visit{path: "index.html", noScript: true, media: map[string]string{"prefers-color-scheme": "dark"}}},
		{"player", story.EN, visit{path: "en/index.html#aluminium/2?theme=night"}},
	} {
		p := open(t, test.visit)
		if !test.noScript {
			p.ready()
			p.settled()
		}
		words := bundle.In(test.lang)
		formats := papers()
		if !test.noScript {
			formats = append(formats, paper{"A4 on its side", 11.69, 8.27})
		}
		for _, on := range formats {
			texts, sheets := p.printed(on)
			all := scenes.All()
			begins := beginnings(texts, all, words)
			for i, s := range all {
				where := test.name + " on " + on.name + ": " + s.Name()
				from, to := begins[i], begins[i+1]
				if from == to || to-from > 2 {
					t.Errorf("%s takes %d sheets", where, to-from)
					continue
				}
				text := strings.Join(texts[from:to], "")
				values := eval[[]string](p, `[...document.querySelectorAll("#`+s.Name()+` tr[data-figure] .value")].map((v) => v.textContent)`)
				for _, v := range values {
					if !strings.Contains(text, tight(v)) {
						t.Errorf("%s lacks %s", where, v)
					}
				}
				if cite := "[EB/OL]"; !strings.Contains(text, cite) {
					t.Errorf("%s ends without its citation", where)
				}
				if last := texts[to-1]; to-from > 1 && len(last) < 250 {
					t.Errorf("%s has a sheet with little on it: %q", where, last)
				}
				// The picture of the sources is of few colours.
				if _, coloured, _ := inks(sheets[from]); coloured < 60 {
					t.Errorf("%s has no picture: %d coloured pixels", where, coloured)
				}
			}
			table := strings.Join(texts[begins[len(all)]:], "")
			if most := 8; len(texts)-begins[len(all)] > most {
				t.Errorf("%s on %s: the table takes more than %d sheets", test.name, on.name, most)
			}
			for _, f := range words.Figures() {
				if !strings.Contains(table, tight(f.Text)) {
					t.Errorf("%s on %s: the table lacks %s", test.name, on.name, f.Text)
				}
			}
			for i, sheet := range sheets {
				if dark, _, white := inks(sheet); !white || dark < 20 {
					t.Errorf("%s on %s: sheet %d is not dark on white: %d dark pixels", test.name, on.name, i+1, dark)
				}
			}
		}
	}
}

// TestPrintFromAHostsPage prints a publisher's page with two frames: each is the scene
// that is seen in it, with headline, picture and source.
func TestPrintFromAHostsPage(t *testing.T) {
	t.Parallel()
	words := readStory(t).In(story.EN)
	p := hosted(t, placement{same: true, width: 900, height: 1000, body: line(`data-scene="aluminium"`) + line(`data-link="#households/3"`)}, visit{media: calm})
	p.until(`[...document.querySelectorAll("iframe")].map((f) => f.contentWindow.lianhua?.state()).every((s) => s && !s.moving)`, "states")
	texts, sheets := p.printed(papers()[0])
	text := strings.Join(texts, "")
	for _, scene := range []string{"aluminium", "households"} {
		for _, want := range []string{words.Words(scene + ".title"), eval[string](p.tab, `[...document.querySelectorAll("iframe")].map((f) => f.contentDocument.querySelector("#`+scene+` .source")?.textContent ?? "").find(Boolean)`)} {
			if n := strings.Count(text, tight(want)); n != 1 {
				t.Errorf("%q is printed %d times", want, n)
			}
		}
	}
	for _, not := range []string{words.Words("cover.title"), words.Words("hydrogen.title")} {
		if strings.Contains(text, tight(not)) {
			t.Errorf("%q is printed too", not)
		}
	}
	drawn := 0
	for _, sheet := range sheets {
		_, coloured, _ := inks(sheet)
		drawn += coloured
	}
	if drawn < 400 {
		t.Errorf("the pictures have %d coloured pixels", drawn)
	}
}
