package workbench_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"image/png"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/still"
	"lianhua/internal/workbench"
)

// given asks for a file and fetches it.
func given(t *testing.T, h http.Handler, query string) (name string, content []byte, steps int) {
	t.Helper()
	all := linesOf(t, do(h, "give?"+query, "{}"))
	last := all[len(all)-1]
	w := ask(h, last.Address)
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Disposition"), last.Name) || last.Name == "" {
		t.Fatalf("%s: %d, %q of %+v", query, w.Code, w.Header().Get("Content-Disposition"), last)
	}
	return last.Name, w.Body.Bytes(), len(all) - 1
}

func TestAMomentIsGivenInAllFormats(t *testing.T) {
	b := open(t)
	name, content, steps := given(t, b, "kind=posts&scene=aluminium&beat=4&form=laptop&lang=en&theme=night&vision=protanopia")
	if name != "aluminium-4-night.zip" {
		t.Errorf("it is called %s", name)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.File) != 15 || steps != 15 {
		t.Errorf("%d files after %d steps, want 7 formats in 2 languages, and their words", len(z.File), steps)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "alt.txt" {
			for _, want := range []string{"[zh]\n一炉铝水，流成一条产业链\n", "[en]\nOne pour of metal becomes a chain\n", "A foundry cut open", "一座剖开的铸造车间", "about 100 firms / ", "\nSource: Jiulongpo", "\n出处："} {
				if !strings.Contains(string(content), want) {
					t.Errorf("alt.txt lacks %q: %s", want, content)
				}
			}
			continue
		}
		img, err := png.Decode(bytes.NewReader(content))
		if err != nil {
			t.Fatal(f.Name, err)
		}
		if size := fmt.Sprintf("-%dx%d-", img.Bounds().Dx(), img.Bounds().Dy()); !strings.Contains(f.Name, size) || !strings.HasPrefix(f.Name, "aluminium-4-") {
			t.Errorf("%s is of %s", f.Name, size)
		}
	}
}

func TestAStillAndASheetAreThoseOfTheCommands(t *testing.T) {
	b := open(t)
	s, _ := sources()
	name, content, _ := given(t, b, "kind=still&scene=cover&beat=1&form=phone&lang=zh&theme=day&width=720")
	want := ask(b, "picture.png?scene=cover&beat=1&form=phone&lang=zh&theme=day&width=720")
	img, err := png.Decode(bytes.NewReader(content))
	if err != nil || name != "cover-1-phone-zh-day-720x1280.png" || !equal(img, decoded(t, want)) {
		t.Errorf("the still %s is another picture than the stage's: %v", name, err)
	}
	name, content, steps := given(t, b, "kind=sheet&scene=cover&form=phone&theme=night")
	book, err := still.Open(s.module)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := book.DrawAll(t.Context(), still.Choice{Scenes: "cover", Forms: "phone", Themes: "night", Sheets: true}, dir, io.Discard); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(filepath.Join(dir, "cover-phone-night.png"))
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	img, err = png.Decode(bytes.NewReader(content))
	if err != nil || name != "cover-sheet-phone-night.png" || !equal(img, sheet) {
		t.Errorf("the sheet %s is another than that of studio frames: %v", name, err)
	}
	if steps < 3 {
		t.Errorf("a sheet tells %d times how far it is", steps)
	}
}

func TestWhatNobodyWaitsForIsNotGiven(t *testing.T) {
	b := open(t)
	for _, kind := range []string{"sheet", "posts"} {
		ctx, leave := context.WithCancel(t.Context())
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, "http://127.0.0.1:8080"+workbench.Path+"give?scene=cover&form=phone&kind="+kind, strings.NewReader("{}"))
		r.Header.Set("Content-Type", "application/json")
		r.RemoteAddr = "127.0.0.1:4321"
		w := &leaving{ResponseRecorder: httptest.NewRecorder(), at: 2, leave: leave}
		b.ServeHTTP(w, r)
		if strings.Contains(w.Body.String(), "address") || strings.Contains(w.Body.String(), "error") {
			t.Errorf("%s: %s", kind, w.Body)
		}
	}
	if w := do(b, "give?kind=film", "{}"); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "choose from still") {
		t.Errorf("a film: %d %s", w.Code, w.Body)
	}
	if w := ask(b, "given/NOTHING"); w.Code != http.StatusNotFound {
		t.Errorf("what was not made: %d", w.Code)
	}
}
