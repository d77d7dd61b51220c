package desk

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/internal/workbench/edit"
	"lianhua/scenes"
)

// desk is one over a copy of the story's own files.
type desk struct {
	*testing.T
	dir string
	mux *http.ServeMux
	// opened are the drawings that were opened in an editor.
	opened *[]string
}

func open(t *testing.T) desk {
	t.Helper()
	dir := t.TempDir()
	from := os.DirFS("../../../assets")
	for _, pattern := range []string{"*.toml", "page.digest", "copy/*.toml", "art/aluminium*.svg", "art/symbols.svg"} {
		names, err := fs.Glob(from, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			content, err := fs.ReadFile(from, name)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	var opened []string
	made, err := New(Options{
		Open:   func(name string) error { opened = append(opened, name); return nil },
		Assets: dir, Scenes: scenes.All(), Token: "secret", Covers: func(r rune) bool { return r != '☃' },
		Now: func() time.Time { return time.Date(2026, 11, 30, 8, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { made.Close() })
	d := desk{t, dir, http.NewServeMux(), &opened}
	for path, h := range made.Handlers() {
		d.mux.Handle(path, h)
	}
	return d
}

// ask sends a request as the page does, changed before it goes.
func (d desk) ask(method, path string, body any, change ...func(*http.Request)) *httptest.ResponseRecorder {
	d.Helper()
	var b bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&b).Encode(body); err != nil {
			d.Fatal(err)
		}
	}
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+path, &b)
	r.RemoteAddr = "127.0.0.1:50000"
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Origin", "http://127.0.0.1:8080")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	for _, f := range change {
		f(r)
	}
	w := httptest.NewRecorder()
	d.mux.ServeHTTP(w, r)
	return w
}

func (d desk) file(name string) string {
	d.Helper()
	content, err := os.ReadFile(filepath.Join(d.dir, name))
	if err != nil {
		d.Fatal(err)
	}
	return string(content)
}

func (d desk) values() (out all) {
	d.Helper()
	w := d.ask("GET", Path+"values?scene=aluminium", nil)
	if w.Code != http.StatusOK {
		d.Fatalf("the values are %d %s", w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		d.Fatal(err)
	}
	return out
}

func one(file, path, text, old string) asked {
	return asked{Changes: []asks{{file, strings.Split(path, "/"), &text, &old}}}
}

func TestASceneTellsWhatCanBeChanged(t *testing.T) {
	d := open(t)
	v := d.values()
	if len(v.Wrong) > 0 || !v.Writes {
		t.Errorf("writes %v, wrong %v", v.Writes, v.Wrong)
	}
	if len(v.Beats) != 5 || v.Beats[0].Name != "melt" || v.Beats[0].Move.Own != "4" || v.Beats[2].Move.Own != "3.6" || v.Beats[0].Move.Text != nil {
		t.Errorf("the beats are %+v", v.Beats)
	}
	found := false
	for _, w := range v.Words {
		if w.Key == "beat.melt" && strings.Contains(*w.EN.Text, "{aluminium.firms}") && w.EN.Line > w.ZH.Line && w.ZH.File == "copy/aluminium.toml" {
			found = true
		}
	}
	if !found || len(v.Words) < 50 {
		t.Errorf("the words are %+v", v.Words)
	}
	for _, c := range v.Colors {
		if c.Name == "accent" {
			if len(c.Themes) != 3 || c.Themes[1].Theme != "night" || *c.Themes[1].Value.Text != "#E0886F" || len(c.Themes[1].On) != 2 || c.Themes[1].On[0].Least != 4.5 || c.Themes[1].On[0].Contrast < 4.5 {
				t.Errorf("accent is %+v", c)
			}
		}
	}
	tones := map[string]int{}
	for _, s := range v.Tones {
		tones[s.Name] = len(s.Themes[2].Values)
	}
	if tones["alloy"] != 7 || tones["forge"] != 5 || tones["paddy"] != 0 {
		t.Errorf("the tones are %v", tones)
	}
	if len(v.Figures) != 5 || v.Figures[1].Source == "" || v.Figures[1].Label.EN == "" {
		t.Errorf("the figures are %+v", v.Figures)
	}
	forms := map[string]string{}
	for _, s := range v.Drawings {
		for _, slot := range s.Slots {
			if slot.ID == "ring" {
				forms[s.Form] = *slot.Places["width"].Text
			}
			if len(slot.ID) == 0 || strings.Contains(slot.ID, "gradient") {
				t.Errorf("%s has the slot %q", s.File, slot.ID)
			}
		}
	}
	if len(forms) != 3 || forms["laptop"] != "424.1" {
		t.Errorf("the ring is wide %v", forms)
	}
}

func TestChangesAreWrittenAndTakenBack(t *testing.T) {
	d := open(t)
	timing, words := d.file("timing.toml"), d.file("copy/aluminium.toml")
	var v steps
	post := func(path string, body any) {
		t.Helper()
		w := d.ask("POST", Path+path, body)
		if w.Code != http.StatusOK {
			t.Fatalf("%s is answered %d %s", path, w.Code, w.Body)
		}
		if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
	}
	slow := "5.5"
	post("edit", asked{Changes: []asks{{"timing.toml", edit.Path{"aluminium", "roll", "duration"}, &slow, nil}}})
	post("edit", asked{Changes: []asks{{"timing.toml", edit.Path{"aluminium", "melt", "duration"}, &slow, nil}}})
	if want := timing + "\n[aluminium.melt]\nduration = \"5.5\"\n\n[aluminium.roll]\nduration = \"5.5\"\n"; d.file("timing.toml") != want {
		t.Errorf("the times are %q", d.file("timing.toml"))
	}
	zh, en, toZH, toEN := "铝初加工", "Primary processing", "铝的初加工", "First processing"
	post("edit", asked{Changes: []asks{
		{"copy/aluminium.toml", edit.Path{"primary", "zh"}, &toZH, &zh}, {"copy/aluminium.toml", edit.Path{"primary", "en"}, &toEN, &en},
	}})
	if want := strings.Replace(strings.Replace(words, `"铝初加工"`, `"铝的初加工"`, 1), `"Primary processing"`, `"First processing"`, 1); d.file("copy/aluminium.toml") != want {
		t.Error("the words are not what they should be")
	}
	if v.Undo != 3 || v.Redo != 0 || len(v.Places) != 2 || *v.Places[1].Text != toEN {
		t.Errorf("the steps are %+v", v)
	}
	if now := d.values(); now.Steps.Undo != 3 || *now.Beats[1].Move.Text != "5.5" {
		t.Errorf("the values are %+v", now)
	}
	for _, was := range []*string{&zh, nil, nil} {
		post("undo", asked{})
		if now := v.Places[len(v.Places)-1].Text; (now == nil) != (was == nil) || now != nil && *now != *was {
			t.Errorf("undone, it tells of %+v", v.Places)
		}
	}
	if d.file("timing.toml") != timing || d.file("copy/aluminium.toml") != words || v.Redo != 3 {
		t.Errorf("undone, the files are not what they were; %+v", v)
	}
	post("redo", asked{})
	if !strings.Contains(d.file("timing.toml"), "[aluminium.roll]") {
		t.Errorf("made again, the times are %q", d.file("timing.toml"))
	}
}

func TestWhatDoesNotHoldTogetherIsRefused(t *testing.T) {
	d := open(t)
	ring := "424.1"
	for _, c := range []struct {
		name string
		ask  asked
		code int
		want string
	}{
		{"a typed digit", one("copy/aluminium.toml", "primary/en", "In 3 steps", "Primary processing"), 422, `"path":["primary","en"],"message":"copy aluminium.primary holds the typed digit '3'"`},
		{"an unknown figure", one("copy/aluminium.toml", "primary/en", "{aluminium.line}", "Primary processing"), 422, `shows the unknown figure`},
		{"no words", one("copy/aluminium.toml", "primary/zh", "", "铝初加工"), 422, `zh is empty`},
		{"no glyph", one("copy/aluminium.toml", "primary/en", "☃", "Primary processing"), 422, `no font has '☃'`},
		{"no contrast", one("theme.toml", "themes/night/accent", "#333333", "#E0886F"), 422, `"path":["themes","night","accent"],"message":"accent on ground has a contrast of 1.`},
		{"no colour", one("theme.toml", "themes/night/accent", "red", "#E0886F"), 422, `bad colour \"red\"`},
		{"too long", asked{Changes: []asks{{"timing.toml", edit.Path{"aluminium", "melt", "hold"}, &[]string{"601"}[0], nil}}}, 422, `hold is not a time`},
		{"no time", asked{Changes: []asks{{"timing.toml", edit.Path{"aluminium", "melt", "hold"}, &[]string{"long"}[0], nil}}}, 400, `is no number of seconds`},
		{"no such beat", asked{Changes: []asks{{"timing.toml", edit.Path{"aluminium", "pour", "hold"}, &ring, nil}}}, 400, `has no beat`},
		{"a slot that is no number", one("art/aluminium.svg", "ring/width", "wide", "424.1"), 422, `"file":"art/aluminium.svg"`},
		{"a slot's other attribute", one("art/aluminium.svg", "ring/fill", "red", "none"), 400, `are changed here, and not fill`},
		{"a role", one("theme.toml", "roles/accent", "free", "text"), 400, `the colours of themes are changed here`},
		{"a new text", asked{Changes: []asks{{"copy/aluminium.toml", edit.Path{"new", "zh"}, &ring, nil}}}, 400, `a text is neither added nor taken out`},
		{"a figure without a reason", one("figures.toml", "figure/0/value", "2023", "2022"), 400, `with a reason`},
		{"another file", one("sources.toml", "breaks_off", "J01", "J02"), 400, `changes no values of \"sources.toml\"`},
		{"outside", one("copy/../../a.toml", "a/zh", "b", "c"), 400, `changes no values of`},
		{"outside, too", one("../copy/aluminium.toml", "primary/zh", "b", "c"), 400, `changes no values of`},
		{"changed meanwhile", one("copy/aluminium.toml", "primary/en", "Mine", "What I saw"), 409, `"mine":"Mine","theirs":"Primary processing"`},
		{"nothing", asked{}, 400, `there is no change`},
	} {
		before := d.file("copy/aluminium.toml") + d.file("theme.toml") + d.file("timing.toml") + d.file("art/aluminium.svg")
		w := d.ask("POST", Path+"edit", c.ask)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: got %d %s, want %d %s", c.name, w.Code, w.Body, c.code, c.want)
		}
		if d.file("copy/aluminium.toml")+d.file("theme.toml")+d.file("timing.toml")+d.file("art/aluminium.svg") != before {
			t.Fatalf("%s: a file was written", c.name)
		}
	}
}

func TestWhatWasWrongBeforeHoldsNothingUp(t *testing.T) {
	d := open(t)
	name := filepath.Join(d.dir, "copy", "water.toml")
	if err := os.WriteFile(name, []byte("[title]\nzh = “水”\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if w := d.ask("POST", Path+"edit", one("copy/aluminium.toml", "primary/en", "First processing", "Primary processing")); w.Code != http.StatusOK {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	w := d.ask("GET", Path+"values?scene=water&only=words", nil)
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "the full-width sign “ stands where TOML has") {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
}

func TestAFigureIsCorrectedWithAReason(t *testing.T) {
	d := open(t)
	var lines figure
	for _, f := range d.values().Figures {
		if f.ID == "aluminium.lines" {
			lines = f
		}
	}
	figures, old, wrong := d.file("figures.toml"), *lines.Value.Text, "9999"
	ask := asked{Changes: []asks{{"figures.toml", lines.Value.Path, &wrong, &old}}, Reason: &reason{"原文印错", "A misprint on the page"}}
	if w := d.ask("POST", Path+"edit", ask); w.Code != 422 || !strings.Contains(w.Body.String(), "aluminium.lines") {
		t.Errorf("too many lines are answered %d %s", w.Code, w.Body)
	}
	right := "45"
	ask.Changes[0].Text = &right
	if w := d.ask("POST", Path+"edit", ask); w.Code != http.StatusOK {
		t.Fatalf("got %d %s", w.Code, w.Body)
	}
	want := "[2026-11-30.\"aluminium.lines\"]\nold = \"" + old + "\"\nnew = \"45\"\nzh = \"原文印错\"\nen = \"A misprint on the page\"\n"
	if got := d.file("corrections.toml"); got != want {
		t.Errorf("the corrections are %q", got)
	}
	if w := d.ask("POST", Path+"undo", asked{}); w.Code != http.StatusOK || d.file("figures.toml") != figures {
		t.Errorf("undone, got %d %s", w.Code, w.Body)
	}
	if _, err := os.Stat(filepath.Join(d.dir, "corrections.toml")); !os.IsNotExist(err) {
		t.Errorf("undone, the corrections are still there: %v", err)
	}
}

func TestOnlyThePageItselfMayChangeFiles(t *testing.T) {
	body := one("copy/aluminium.toml", "primary/en", "First processing", "Primary processing")
	for _, c := range []struct {
		name   string
		change func(*http.Request)
		get    int // what reading is answered
		post   int
	}{
		{"the page", func(*http.Request) {}, 200, 200},
		{"by localhost", func(r *http.Request) { r.Host = "localhost:8080"; r.Header.Set("Origin", "http://localhost:8080") }, 200, 200},
		{"over IPv6", func(r *http.Request) {
			r.Host, r.RemoteAddr = "[::1]:8080", "[::1]:50000"
			r.Header.Set("Origin", "http://[::1]:8080")
		}, 200, 200},
		{"a tool", func(r *http.Request) { r.Header.Del("Origin"); r.Header.Del("Sec-Fetch-Site") }, 200, 200},
		{"a name that leads here", func(r *http.Request) { r.Host = "evil.example"; r.Header.Set("Origin", "http://evil.example") }, 403, 403},
		{"a name like ours", func(r *http.Request) { r.Host = "localhost.evil.example" }, 403, 403},
		{"another page", func(r *http.Request) {
			r.Header.Set("Origin", "http://evil.example")
			r.Header.Set("Sec-Fetch-Site", "cross-site")
		}, 200, 403},
		{"another port", func(r *http.Request) {
			r.Header.Set("Origin", "http://127.0.0.1:3000")
			r.Header.Set("Sec-Fetch-Site", "same-site")
		}, 200, 403},
		{"another page, of an older browser", func(r *http.Request) { r.Header.Set("Origin", "http://evil.example"); r.Header.Del("Sec-Fetch-Site") }, 200, 403},
		{"a file's page", func(r *http.Request) { r.Header.Set("Origin", "null"); r.Header.Del("Sec-Fetch-Site") }, 200, 403},
		{"a form", func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, 200, 415},
		{"another machine", func(r *http.Request) { r.RemoteAddr = "192.168.1.7:50000" }, 200, 403},
		{"another machine, guessing", func(r *http.Request) { r.RemoteAddr = "192.168.1.7:50000"; r.Header.Set(TokenHeader, "guess") }, 200, 403},
		{"another machine with the token", func(r *http.Request) { r.RemoteAddr = "192.168.1.7:50000"; r.Header.Set(TokenHeader, "secret") }, 200, 200},
	} {
		d := open(t)
		if w := d.ask("GET", Path+"values?scene=aluminium&only=beats", nil, c.change); w.Code != c.get {
			t.Errorf("%s reads: got %d %s, want %d", c.name, w.Code, w.Body, c.get)
		}
		before := d.file("copy/aluminium.toml")
		w := d.ask("POST", Path+"edit", body, c.change)
		if w.Code != c.post || (d.file("copy/aluminium.toml") != before) != (c.post == 200) {
			t.Errorf("%s writes: got %d %s, want %d", c.name, w.Code, w.Body, c.post)
		}
	}
}

func TestNotUnderstood(t *testing.T) {
	d := open(t)
	for _, c := range []struct {
		method, path string
		body         any
		code         int
	}{
		{"POST", "edit", map[string]any{"change": 1}, 400},
		{"POST", "edit", "text", 400},
		{"GET", "edit", nil, 404},
		{"GET", "values?scene=nowhere", nil, 400},
		{"GET", "values?scene=aluminium&only=sounds", nil, 400},
		{"POST", "delete", asked{}, 404},
		{"POST", "reset", one("copy/aluminium.toml", "primary/en", "", "Primary processing"), 422}, // there is no repository
	} {
		if w := d.ask(c.method, Path+c.path, c.body); w.Code != c.code {
			t.Errorf("%s %s %v: got %d %s", c.method, c.path, c.body, w.Code, w.Body)
		}
	}
}
