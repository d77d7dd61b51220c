package article

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/jpeg"
	"math"
	"path"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/build"
	"lianhua/internal/dataset"
	"lianhua/internal/decimal"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

func article(lang story.Lang) (*Article, *story.Bundle, error) {
	bundle, err := story.Decode(assets.Story)
	if err != nil {
		return nil, nil, err
	}
	faces, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		return nil, nil, err
	}
	a, err := New(bundle, faces, scenes.All(), assets.Pack, lang, dataset.Site{})
	return a, bundle, err
}

func ExampleArticle_Page() {
	a, _, err := article(story.EN)
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := a.Page(`<p lang="{{lang}}"><a href="{{root}}">{{shell.name}}</a></p>`, Frame{Root: "../"})
	fmt.Println(page, err)
	_, err = a.Page("{{shell.nonsense}} {{opening}}{{others}} {{other.nonsense}}", Frame{})
	fmt.Println(err)
	// Output:
	// <p lang="en"><a href="../">Lianhua</a></p> <nil>
	// the template asks for words that the story lacks: shell.nonsense, other.nonsense; they belong in assets/copy
}

// Readers are told what a figure was, where all figures stand and beside the figure;
// where none was another, nothing is said.
func TestPageTellsOfCorrections(t *testing.T) {
	for lang, want := range map[story.Lang][]string{
		story.ZH: {"更正</h2>", `<time datetime="2026-11-30">2026-11-30</time> <a href="#f-aluminium.lines">`, "原为66条，现为67条。原文更正。", `href="#corrections">更正过</a>`},
		story.EN: {"Corrections</h2>", `<time datetime="2026-11-30">2026-11-30</time> <a href="#f-aluminium.lines">`, "It was 66 smart lines, and is 67 smart lines. The page was corrected.", `href="#corrections">corrected</a>`},
	} {
		a, bundle, err := article(lang)
		if err != nil {
			t.Fatal(err)
		}
		page, err := a.Page("{{table}}", Frame{})
		if err != nil || strings.Contains(page, "corrections") {
			t.Errorf("%v: without any, corrections are told of: %v", lang, err)
		}
		r := bundle.Records()
		was, now := decimal.FromInt(66), decimal.FromInt(67)
		r.Corrections = []story.CorrectionRecord{{Day: "2026-11-30", Figure: "aluminium.lines", Old: was, OldEN: was, New: now, NewEN: now, Why: story.Both{ZH: "原文更正。", EN: "The page was corrected."}}}
		if bundle, err = story.New(r); err != nil {
			t.Fatal(err)
		}
		a.story = bundle.In(lang)
		if page, err = a.Page("{{table}}", Frame{}); err != nil {
			t.Fatal(err)
		}
		for _, text := range want {
			if !strings.Contains(page, text) {
				t.Errorf("%v: the page does not have %s", lang, text)
			}
		}
	}
}

func TestPageHoldsTheWholeStory(t *testing.T) {
	for _, lang := range story.Langs() {
		a, bundle, err := article(lang)
		if err != nil {
			t.Fatal(err)
		}
		page, err := a.Page("{{opening}}{{others}}{{table}}", Frame{})
		if err != nil {
			t.Fatal(err)
		}
		words := bundle.In(lang)
		for _, s := range scenes.All() {
			if title := strings.ReplaceAll(escaped(words.Words(s.Name()+".title")), "\n", "<br>"); !strings.Contains(page, title) {
				t.Errorf("%v: %s has no headline %q", lang, s.Name(), title)
			}
		}
		for _, f := range words.Figures() {
			if n := strings.Count(page, `id="f-`+f.ID+`"`); n != 1 {
				t.Errorf("%v: %s stands in the table %d times", lang, f.ID, n)
			}
		}
		if !strings.Contains(page, escaped(words.Words("sources.breaks-off"))) {
			t.Errorf("%v: the table does not say where the page breaks off", lang)
		}
		if strings.Contains(page, "⟨") {
			t.Errorf("%v: words are missing", lang)
		}
		for _, id := range []string{` style="`, "<script", "<style"} {
			if strings.Contains(page, id) {
				t.Errorf("%v: the page's policy forbids %s", lang, id)
			}
		}
		again, _, err := article(lang)
		if err != nil {
			t.Fatal(err)
		}
		if second, err := again.Page("{{opening}}{{others}}{{table}}", Frame{}); err != nil || second != page {
			t.Errorf("%v: a second baking differs (%v)", lang, err)
		}
	}
}

// What a picture may weigh as it is sent, in bytes: a drawing packed by brotli, a
// photograph, and a small one, of which a page has eighteen.
const (
	heaviest     = build.PictureBudget
	photographed = 260_000
	thumbnail    = 10_000
)

// isHeavy tells what data weigh under brotli where that is more than most: the best
// compression, which hosts send, is asked only where a quick one does not do.
func isHeavy(t *testing.T, data []byte, most int) (n int, heavy bool) {
	t.Helper()
	for _, level := range []int{4, brotli.BestCompression} {
		if n = compressed(t, data, level); n <= most {
			return n, false
		}
	}
	return n, true
}

func compressed(t *testing.T, data []byte, level int) int {
	t.Helper()
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, level)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

func TestPicturesSayWhatTheyLeaveOut(t *testing.T) {
	a, _, err := article(story.ZH)
	if err != nil {
		t.Fatal(err)
	}
	if want := 3*len(scenes.All()) - 1; len(a.Pictures) != want {
		t.Fatalf("%d pictures, want %d", len(a.Pictures), want)
	}
	page, err := a.Page("{{opening}}{{others}}", Frame{})
	if err != nil {
		t.Fatal(err)
	}
	samples, photographs, thumbnails := 0, 0, 0
	for _, p := range a.Pictures {
		content, err := a.File(&p)
		if err != nil {
			t.Fatal(err)
		}
		switch path.Ext(p.Name) {
		case ".svg":
			if err := xml.Unmarshal(content, new(struct{})); err != nil {
				t.Errorf("%s: %v", p.Name, err)
			}
			if n, heavy := isHeavy(t, content, heaviest); heavy || len(content) > vectors {
				t.Errorf("%s has %d bytes, compressed by brotli %d", p.Name, len(content), n)
			}
		case ".jpg":
			most := photographed
			if strings.Contains(p.Name, ".small.") {
				most = thumbnail
				thumbnails++
			} else {
				photographs++
			}
			img, err := jpeg.Decode(bytes.NewReader(content))
			if err != nil {
				t.Fatalf("%s: %v", p.Name, err)
			}
			if got, want := float64(img.Bounds().Dx()), p.Width*p.scale; math.Abs(got-want) > 1 {
				t.Errorf("%s is %v pixels wide, want %v", p.Name, got, want)
			}
			if len(content) > most {
				t.Errorf("%s has %d bytes", p.Name, len(content))
			}
			t.Logf("%s: %d bytes", p.Name, len(content))
		default:
			t.Errorf("%s is of no kind that is known", p.Name)
		}
		if p.Width < 200 || p.Height < 150 {
			t.Errorf("%s is %v × %v", p.Name, p.Width, p.Height)
		}
		if p.sample != "" {
			samples++
			if !strings.Contains(page, escaped(p.sample)) {
				t.Errorf("the page does not say of %s: %s", p.Name, p.sample)
			}
		}
		// In its scene, or small in the list of all.
		listed := strings.Count(page, `alt="" src="`+p.Name)
		if strings.Count(page, p.Name) != 1 || (listed == 1) != strings.Contains(p.Name, ".small.") {
			t.Errorf("the page shows %s %d times, %d of them in the list of all", p.Name, strings.Count(page, p.Name), listed)
		}
	}
	if first := a.Pictures[0].Name; path.Ext(first) != ".jpg" {
		t.Errorf("the story's first picture is %s, which holds up its first words", first)
	}
	if full := len(a.Pictures) - thumbnails; photographs > full/3 {
		t.Errorf("%d of %d pictures are photographs", photographs, full)
	}
	if samples == 0 {
		t.Error("the crowds are drawn whole in pictures of a few hundred kilobytes")
	}
}

func TestStyleFollowsTheSystem(t *testing.T) {
	_, bundle, err := article(story.ZH)
	if err != nil {
		t.Fatal(err)
	}
	style := Style(bundle)
	for _, want := range []string{":root{color-scheme:light;--ground:#f6f1e7;", "prefers-color-scheme:dark", "prefers-contrast:more", ":root[data-theme=night]{color-scheme:dark;"} {
		if !strings.Contains(style, want) {
			t.Errorf("no %s in\n%s", want, style)
		}
	}
}
