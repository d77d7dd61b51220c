package workbench_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/preview"
	"lianhua/internal/site"
	"lianhua/internal/still"
	"lianhua/internal/story"
	"lianhua/internal/vision"
	"lianhua/internal/workbench"
)

// sources are the project's own, compiled once for all tests.
var sources = sync.OnceValues(func() (s struct {
	module site.Module
	story  []byte
	packs  []build.File
}, err error) {
	root, err := site.Root()
	if err != nil {
		return s, err
	}
	s.module = site.Module{Root: root}
	if s.story, err = s.module.Story(); err == nil {
		s.packs, err = s.module.Site().PackFiles()
	}
	return s, err
})

func open(t *testing.T) *workbench.Bench {
	t.Helper()
	s, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	b, err := workbench.New(s.module)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Take(s.story, s.packs, false); err != nil {
		t.Fatal(err)
	}
	return b
}

func ask(h http.Handler, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8080"+workbench.Path+path, nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func decoded(t *testing.T, w *httptest.ResponseRecorder) image.Image {
	t.Helper()
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/png" {
		t.Fatalf("%d %s: %s", w.Code, w.Header().Get("Content-Type"), w.Body)
	}
	img, err := png.Decode(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func asked[T any](t *testing.T, w *httptest.ResponseRecorder) (v T) {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func equal(a, b image.Image) bool {
	if a.Bounds().Size() != b.Bounds().Size() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// What is seen at the workbench is what studio export writes.
func TestEveryPictureIsThatOfAStill(t *testing.T) {
	b := open(t)
	s, _ := sources()
	book, err := still.Open(s.module)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "still.png")
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			for i, theme := range book.Themes {
				sight := vision.Kinds()[i%len(vision.Kinds())]
				const width = 120
				o := still.Order{Scene: "hydrogen", Beat: 2, At: -1, Lang: lang.String(), Theme: theme.Name, Sight: sight, Size: fmt.Sprintf("%.0fx%.0f", size.Area.W, size.Area.H), Scale: width / size.Area.W, Out: file}
				if err := o.Check(); err != nil {
					t.Fatal(err)
				}
				if err := book.Export(t.Context(), &o, new(bytes.Buffer)); err != nil {
					t.Fatal(err)
				}
				content, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				want, err := png.Decode(bytes.NewReader(content))
				if err != nil {
					t.Fatal(err)
				}
				query := fmt.Sprintf("picture.png?scene=hydrogen&beat=2&form=%s&lang=%s&theme=%s&vision=%s&width=%d", size.Name, lang, theme.Name, sight, width)
				got := decoded(t, ask(b, query))
				if got.Bounds().Dx() != width || got.Bounds().Dy() != int(math.Round(width/size.Area.W*size.Area.H)) {
					t.Errorf("%s has %v", query, got.Bounds())
				}
				if !equal(got, want) {
					t.Errorf("%s is another picture than the still", query)
				}
			}
		}
	}
}

func TestQueriesThatTellNoMoment(t *testing.T) {
	b := open(t)
	for query, want := range map[string]string{
		"scene=nowhere":                    "choose from cover, aluminium",
		"form=watch":                       "choose from phone, laptop",
		"lang=fr":                          "choose from zh, en",
		"theme=pink":                       "choose from day, night",
		"vision=blurred":                   "choose from [full",
		"scene=hydrogen&t=-1":              "is not one of the scene's seconds",
		"scene=hydrogen&t=soon":            "is not one of the scene's seconds",
		"scene=hydrogen&t=9999":            "is not one of the scene's seconds",
		"scene=hydrogen&t=NaN":             "is not one of the scene's seconds",
		"scene=hydrogen&beat=0":            "is not one of the scene's, 1 to",
		"scene=hydrogen&beat=99":           "is not one of the scene's, 1 to",
		"width=2":                          "is not a number of pixels",
		"width=99999":                      "is not a number of pixels",
		"scene=hydrogen&beat=1&width=wide": "is not a number of pixels",
	} {
		for _, what := range []string{"picture.png", "marks.json", "flaws.json"} {
			w := ask(b, what+"?"+query)
			if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s?%s: %d %q, want %q", what, query, w.Code, w.Body, want)
			}
		}
	}
	if w := ask(b, "strip.png?n=0"); w.Code != http.StatusBadRequest {
		t.Errorf("an empty strip: %d", w.Code)
	}
}

// A browser may keep a picture of the revision that it asks for, and no other.
func TestOnlyPicturesOfTheirRevisionAreKept(t *testing.T) {
	b := open(t)
	revision := asked[struct{ Revision string }](t, ask(b, "story.json")).Revision
	for v, kept := range map[string]bool{revision: true, "another": false, "": false} {
		w := ask(b, "picture.png?width=40&form=phone&v="+v)
		if got := strings.Contains(w.Header().Get("Cache-Control"), "immutable"); w.Code != http.StatusOK || got != kept {
			t.Errorf("of revision %q: %d %q", v, w.Code, w.Header().Get("Cache-Control"))
		}
	}
}

func TestOnlyThisMachineIsAnswered(t *testing.T) {
	b := open(t)
	for host, ok := range map[string]bool{
		"127.0.0.1:8080": true, "localhost:8080": true, "localhost": true, "[::1]:8080": true, "127.8.9.1": true,
		"example.org": false, "example.org:8080": false, "localhost.example.org": false, "192.168.1.7:8080": false, "": false, "127.0.0.1.example.org": false,
	} {
		r := httptest.NewRequest(http.MethodGet, workbench.Path+"story.json", nil)
		r.Host = host
		w := httptest.NewRecorder()
		b.ServeHTTP(w, r)
		if (w.Code == http.StatusOK) != ok {
			t.Errorf("%q: %d %s", host, w.Code, w.Body)
		}
		if !ok && !strings.Contains(w.Body.String(), "localhost") {
			t.Errorf("%q is refused with %q", host, w.Body)
		}
	}
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+workbench.Path+"picture.png", nil)
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("a POST is answered %d", w.Code)
	}
}

func TestMarksTellWhatStandsWhere(t *testing.T) {
	b := open(t)
	type mark struct {
		ID, Kind, Words string
		Box             [4]int
		Keys            []string
		Figure          *struct{ ID, Text, Place string }
		Colors          []struct{ Name string }
		In              int
	}
	got := asked[struct {
		Form   string
		Layout map[string][4]int
		Marks  []mark
	}](t, ask(b, "marks.json?scene=water&form=laptop&lang=en&theme=day"))
	if got.Form != "laptop" || len(got.Layout) != 3 {
		t.Errorf("the form is %q, its layout %v", got.Form, got.Layout)
	}
	var figure, title *mark
	for i := range got.Marks {
		m := &got.Marks[i]
		if m.In >= i {
			t.Errorf("%s stands in a group after it", m.ID)
		}
		if m.Box[0] < 0 || m.Box[1] < 0 || m.Box[0]+m.Box[2] > 1440 || m.Box[1]+m.Box[3] > 900 {
			t.Errorf("%s has the box %v", m.ID, m.Box)
		}
		if m.Figure != nil && figure == nil {
			figure = m
		}
		if title == nil && m.Kind == "text" && len(m.Keys) > 0 && m.Keys[0] == "water.title" {
			title = m
		}
	}
	switch {
	case figure == nil || figure.Figure.Text == "" || figure.Figure.Place == "":
		t.Errorf("no mark names its figure and paragraph: %+v", figure)
	case title == nil || len(title.Colors) != 1 || title.Colors[0].Name != "ink":
		t.Errorf("the title is %+v", title)
	}
}

func TestFlawsAreLookedForAtRest(t *testing.T) {
	b := open(t)
	type flaws struct {
		Rests bool
		Flaws []struct{ Kind, Mark string }
	}
	if got := asked[flaws](t, ask(b, "flaws.json?scene=aluminium&t=1.234&form=phone")); got.Rests || len(got.Flaws) > 0 {
		t.Errorf("on the way: %+v", got)
	}
	if got := asked[flaws](t, ask(b, "flaws.json?scene=aluminium&beat=1&form=phone")); !got.Rests || got.Flaws == nil {
		t.Errorf("at rest: %+v", got)
	}
}

func TestAStripIsARowOfPictures(t *testing.T) {
	b := open(t)
	const n, width = 3, 30
	const strip = "strip.png?scene=cover&beat=1&form=phone&n=%d&width=%d"
	row := decoded(t, ask(b, fmt.Sprintf(strip, n, width)))
	one := decoded(t, ask(b, fmt.Sprintf("picture.png?scene=cover&beat=1&form=phone&width=%d", width)))
	if row.Bounds().Dx() != n*width || row.Bounds().Dy() != one.Bounds().Dy() {
		t.Errorf("a strip of %d has %v, one picture %v", n, row.Bounds(), one.Bounds())
	}
	if cropped := decoded(t, ask(b, fmt.Sprintf(strip+"&crop=20", n, width))); cropped.Bounds().Dx() != n*20 {
		t.Errorf("a strip of parts has %v", cropped.Bounds())
	}
	if w := ask(b, fmt.Sprintf(strip+"&crop=31", n, width)); w.Code != http.StatusBadRequest {
		t.Errorf("parts wider than the picture: %d", w.Code)
	}
}

// A story that cannot be drawn leaves the last one, and the page is told why.
func TestAStoryThatDoesNotHoldTogetherLeavesTheLast(t *testing.T) {
	b := open(t)
	before := asked[struct{ Revision, Wrong string }](t, ask(b, "story.json"))
	if err := b.Take([]byte("no story"), nil, true); err == nil {
		t.Fatal("it is taken")
	}
	after := asked[struct {
		Revision, Wrong string
		Stale           bool
	}](t, ask(b, "story.json"))
	if after.Revision != before.Revision || before.Wrong != "" || after.Wrong == "" || !after.Stale {
		t.Errorf("before %+v, after %+v", before, after)
	}
	if w := ask(b, "picture.png?form=phone&width=40"); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
