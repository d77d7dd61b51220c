package workbench_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/golden/kept"
	"lianhua/internal/preview"
	"lianhua/internal/workbench"
	"lianhua/scenes"
)

// do asks as the page does.
func do(h http.Handler, path, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1:8080"+workbench.Path+path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.RemoteAddr = "127.0.0.1:4321"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// line is one of those in which long work answers.
type line struct {
	Done, Of          int
	Scene, Form, Lang string
	Theme, Wrote      string
	Beat, Same        int
	Share             float64
	Box               [4]float64
	Code, End         bool
	Error, Commit     string
	Scenes, Files     []string
	Name, Address     string
	Before            bool
}

func linesOf(t *testing.T, w *httptest.ResponseRecorder) (all []line) {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	for d := json.NewDecoder(w.Body); d.More(); {
		var l line
		if err := d.Decode(&l); err != nil {
			t.Fatal(err)
		}
		if l.Error != "" {
			t.Fatal(l.Error)
		}
		all = append(all, l)
	}
	return all
}

// A slot that moves touches the pictures of its drawing and no others, and accepting
// them writes the goldens that the tests would write, and only those that are others.
func TestWhatAChangeTouchesIsToldAndAccepted(t *testing.T) {
	c := commit(t)
	c.take(t, false)
	if all := linesOf(t, ask(c, "touched.ndjson?scene=water")); len(all) != 2 || all[0].Of != 0 || all[0].Code || !all[1].End || len(all[1].Scenes) > 0 {
		t.Errorf("unchanged: %+v", all)
	}
	c.change(t, "assets/art/aluminium.svg", `<rect id="alloy" x="836"`, `<rect id="alloy" x="806"`)
	c.take(t, false)
	all := linesOf(t, ask(c, "touched.ndjson?scene=water"))
	seen := map[string]int{}
	for _, l := range all {
		if l.Scene == "" {
			continue
		}
		seen[l.Form]++
		if l.Scene != "aluminium" || !l.Before || l.Share <= 0 || l.Share > 0.2 || l.Box[0] < 0.4 || l.Box[1] > 0.2 || l.Box[2] < 0.1 || l.Box[3] > 0.1 || l.Form == "phone" || l.Form == "kiosk" {
			t.Errorf("touched: %+v", l)
		}
	}
	if seen["laptop"] == 0 || seen["laptop"]%6 != 0 || seen["wall"] != seen["laptop"] {
		t.Errorf("touched are %v: all languages and themes of some beats are meant", seen)
	}
	end := all[len(all)-1]
	if !end.End || len(end.Scenes) != 1 || end.Scenes[0] != "aluminium" {
		t.Fatalf("the end is %+v", end)
	}

	accept := func() (files []string) {
		t.Helper()
		for _, l := range linesOf(t, do(c, "accept", `{"scenes":["aluminium"]}`)) {
			if l.Wrote != "" {
				files = append(files, l.Wrote)
			}
		}
		return files
	}
	if files := accept(); len(files) != len(kept.Names()) {
		t.Errorf("where there was none, %v are written", files)
	}
	faces, err := c.module.Fonts()
	if err != nil {
		t.Fatal(err)
	}
	viewer, err := preview.Open(c.story, faces[0], faces[1], faces[2], scenes.All(), func(scene string) []byte {
		i := slices.IndexFunc(c.packs, func(f build.File) bool { name, ok := build.PackOf(f.Name); return ok && name == scene })
		return c.packs[i].Content
	})
	if err != nil {
		t.Fatal(err)
	}
	scene, _ := viewer.Deck.Index("aluminium")
	want, err := kept.Files(viewer, scene)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(c.module.Root, kept.Folder, "aluminium")
	for _, f := range want {
		if got, err := os.ReadFile(filepath.Join(folder, f.Name)); err != nil || !bytes.Equal(got, f.Content) {
			t.Errorf("%s is not what the tests would write: %v", f.Name, err)
		}
	}
	if files := accept(); len(files) > 0 {
		t.Errorf("accepted once more, %v are written", files)
	}
	c.change(t, "assets/art/aluminium.svg", `<rect id="alloy" x="806"`, `<rect id="alloy" x="816"`)
	c.take(t, false)
	if files := strings.Join(accept(), " "); !strings.Contains(files, "laptop.txt") || strings.Contains(files, "phone") || strings.Contains(files, "kiosk") {
		t.Errorf("for a slot of the wide drawing %s are written", files)
	}

	// One picture is accepted with what its files hold besides, and no other.
	c.change(t, "assets/art/aluminium.svg", `<rect id="alloy" x="816"`, `<rect id="alloy" x="826"`)
	c.take(t, false)
	var holding []string
	for _, l := range linesOf(t, ask(c, "touched.ndjson?scene=aluminium")) {
		if l.Form == "laptop" && l.Lang == "en" && l.Theme == "day" {
			holding = append(holding, l.Files...)
		}
		if (l.Form == "wall" || l.Theme == "night") && len(l.Files) > 0 {
			t.Errorf("no golden holds %+v", l)
		}
	}
	slices.Sort(holding)
	if holding = slices.Compact(holding); !slices.Equal(holding, []string{"aluminium/laptop.en.png", "aluminium/laptop.txt"}) {
		t.Errorf("a picture stands in %v", holding)
	}
	one := linesOf(t, do(c, "accept", `{"files":["aluminium/laptop.en.png"]}`))
	if wrote := slices.DeleteFunc(one, func(l line) bool { return l.Wrote == "" }); len(wrote) != 1 || !strings.HasSuffix(wrote[0].Wrote, "/aluminium/laptop.en.png") {
		t.Errorf("for one file, %+v are written", wrote)
	}
	if files := strings.Join(accept(), " "); !strings.Contains(files, "laptop.txt") || strings.Contains(files, "laptop.en.png") {
		t.Errorf("of the others, %s are written", files)
	}

	// Who leaves is not drawn for any more.
	ctx, leave := context.WithCancel(t.Context())
	left := &leaving{ResponseRecorder: httptest.NewRecorder(), at: 2, leave: leave}
	c.ServeHTTP(left, httptest.NewRequestWithContext(ctx, http.MethodGet, "http://127.0.0.1:8080"+workbench.Path+"touched.ndjson", nil))
	if said := left.Body.String(); strings.Contains(said, `"end"`) || strings.Contains(said, `"error"`) {
		t.Errorf("the list is told to its end to nobody: %s", said)
	}

	c.take(t, true)
	if w := do(c, "accept", `{"scenes":["aluminium"]}`); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "Go code has changed") {
		t.Errorf("drawn by old code: %d %s", w.Code, w.Body)
	}
}

func TestOnlyTheOwnPageHasFilesWritten(t *testing.T) {
	b := open(t)
	for name, spoil := range map[string]func(r *http.Request){
		"another machine": func(r *http.Request) { r.RemoteAddr = "192.168.1.9:99" },
		"another page":    func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"a form":          func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") },
		"another name":    func(r *http.Request) { r.Host = "example.org" },
	} {
		for _, path := range []string{"accept", "give?kind=still"} {
			r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+workbench.Path+path, strings.NewReader(`{"scenes":[]}`))
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Sec-Fetch-Site", "same-origin")
			r.RemoteAddr = "127.0.0.1:4321"
			spoil(r)
			w := httptest.NewRecorder()
			b.ServeHTTP(w, r)
			if w.Code != http.StatusForbidden && w.Code != http.StatusUnsupportedMediaType {
				t.Errorf("%s to %s: %d %s", name, path, w.Code, w.Body)
			}
		}
	}
	for body, status := range map[string]int{`{"scenes":["no"]}`: http.StatusBadRequest, `{"files":["aluminium/../x.txt"]}`: http.StatusBadRequest, `{"other":1}`: http.StatusBadRequest, `{"scenes":[]}`: http.StatusOK} {
		if w := do(b, "accept", body); w.Code != status {
			t.Errorf("%s: %d %s", body, w.Code, w.Body)
		}
	}
}

// leaving goes after some lines.
type leaving struct {
	*httptest.ResponseRecorder
	at    int
	leave func()
}

func (l *leaving) Write(b []byte) (int, error) {
	if l.at--; l.at == 0 {
		l.leave()
	}
	return l.ResponseRecorder.Write(b)
}
