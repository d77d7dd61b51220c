package live

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/internal/build"
)

// workplace is a small site on disk with its server running.
type workplace struct {
	t    *testing.T
	dir  string
	base string
}

// open writes the files of a small site and serves it until the test ends.
func open(t *testing.T) workplace { return openWith(t, false) }

func openWith(t *testing.T, cutsFonts bool) workplace {
	return openBeside(t, cutsFonts, func(*Sources) {})
}

// openBeside lets the sources be changed before the site is served.
func openBeside(t *testing.T, cutsFonts bool, change func(s *Sources)) workplace {
	t.Helper()
	w := workplace{t: t, dir: t.TempDir()}
	w.save("assets/story.txt", "one")
	w.save("web/index.html", "<body>shell</body>")
	w.save("code/main.go", "package main // one")
	w.save("assets/fonts/f.ttf", "glyphs of one")
	site := build.Site{
		Shell: filepath.Join(w.dir, "web"),
		Fonts: filepath.Join(w.dir, "assets", "fonts"),
		Story: func() ([]byte, error) { return w.compile("assets/story.txt") },
		Packs: func() (packs []build.File, err error) {
			for _, scene := range []string{"cover", "house"} {
				drawing, wrong := w.compile("assets/art/" + scene + ".svg")
				if errors.Is(wrong, fs.ErrNotExist) {
					continue
				}
				packs = append(packs, build.NewFile(build.PackName(scene), drawing))
				err = errors.Join(err, wrong)
			}
			return packs, err
		},
		Bake: func(static []build.File, story []byte) ([]build.File, error) {
			for i, p := range static {
				if p.Name == build.PageName {
					page := bytes.Replace(p.Content, []byte("shell"), append([]byte("shell with "), story...), 1)
					static[i] = build.NewFile(p.Name, page)
				}
			}
			return static, nil
		},
		Note: func(string) {},
	}
	sources := Sources{
		Site: site,
		Player: func(context.Context) ([]build.File, error) {
			code, err := w.compile("code/main.go")
			return []build.File{build.NewFile(build.PlayerName, code)}, err
		},
		CutFonts: func(context.Context) error {
			story, err := w.compile("assets/story.txt")
			if err == nil && bytes.Contains(story, []byte("☃")) {
				return errors.New("the fonts have no ☃")
			}
			if err == nil {
				w.save("assets/fonts/f.ttf", "glyphs of "+string(story))
			}
			return err
		},
		Data: []string{filepath.Join(w.dir, "assets", "story.txt"), filepath.Join(w.dir, "assets", "art")},
		Code: []string{filepath.Join(w.dir, "code")},
	}
	if !cutsFonts {
		sources.CutFonts = nil
	}
	change(&sources)
	listener, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w.base = "http://" + listener.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, listener, sources) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server did not end cleanly: %v", err)
		}
	})
	return w
}

// compile returns the file; one that holds "broken" is an error.
func (w workplace) compile(name string) ([]byte, error) {
	content, err := os.ReadFile(filepath.Join(w.dir, name))
	if err == nil && bytes.Contains(content, []byte("broken")) {
		return nil, errors.New(name + ":1: broken\nmend it")
	}
	return content, err
}

func (w workplace) save(name, content string) {
	w.t.Helper()
	path := filepath.Join(w.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		w.t.Fatal(err)
	}
	// Renamed into place, so that no one sees half a file.
	if err := os.WriteFile(path+".tmp", []byte(content), 0o644); err != nil {
		w.t.Fatal(err)
	}
	if err := os.Rename(path+".tmp", path); err != nil {
		w.t.Fatal(err)
	}
}

func (w workplace) get(path string) string {
	w.t.Helper()
	answer, err := http.Get(w.base + path)
	if err != nil {
		w.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return string(body)
}

// page is an open page that listens to events.
type page struct {
	t     *testing.T
	lines *bufio.Scanner
}

func (w workplace) listen() page {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	w.t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, w.base+"/events", nil)
	if err != nil {
		w.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { answer.Body.Close() })
	if got := answer.Header.Get("Content-Type"); got != "text/event-stream" {
		w.t.Fatalf("/events has the type %q", got)
	}
	return page{w.t, bufio.NewScanner(answer.Body)}
}

// read waits for the next event.
func (p page) read() (name, data string) {
	p.t.Helper()
	var lines []string
	for p.lines.Scan() {
		line := p.lines.Text()
		if rest, ok := strings.CutPrefix(line, "event: "); ok {
			name = rest
		}
		if rest, ok := strings.CutPrefix(line, "data: "); ok {
			lines = append(lines, rest)
		}
		if line == "" {
			return name, strings.Join(lines, "\n")
		}
	}
	p.t.Fatalf("the stream ended: %v", p.lines.Err())
	return "", ""
}

// next waits for the next event and fails unless it has that name.
func (p page) next(want string) (data string) {
	p.t.Helper()
	name, data := p.read()
	if name != want {
		p.t.Fatalf("got the event %q (%s), want %q", name, data, want)
	}
	return data
}

func TestSavedDataSwapsTheStory(t *testing.T) {
	w := open(t)
	if got := w.get("/"); !strings.Contains(got, "shell with one") {
		t.Fatalf("the page is %q", got)
	}
	events := w.listen()
	first := events.next("hello")
	w.save("assets/story.txt", "second")
	if second := events.next("story"); second == first {
		t.Error("another story has the hash of the first")
	}
	if got := w.get("/story.lh"); got != "second" {
		t.Errorf("the story is %q", got)
	}
	w.save("code/main.go", "package main // two")
	events.next("reload")
	if got := w.get("/lianhua.wasm"); got != "package main // two" {
		t.Errorf("the player is %q", got)
	}
}

func TestASavedDrawingIsSwapped(t *testing.T) {
	w := open(t)
	w.get("/")
	events := w.listen()
	first := events.next("hello")
	w.save("assets/art/house.svg", "a roof")
	second, names, _ := strings.Cut(events.next("art"), "\n")
	if second == first || names != "art/house.art" {
		t.Errorf("the pages are told of %q, and of %q in place of %q", names, second, first)
	}
	if got := w.get("/art/house.art"); got != "a roof" {
		t.Errorf("the drawing is %q", got)
	}
	w.save("assets/art/house.svg", "broken")
	if got, want := events.next("problem"), "assets/art/house.svg:1: broken\nmend it"; got != want {
		t.Errorf("the problem is %q, want %q", got, want)
	}
	if got := w.get("/art/house.art"); got != "a roof" {
		t.Errorf("the drawing is %q, not the last good one", got)
	}
	w.save("assets/story.txt", "second")
	events.next("story") // which a broken drawing does not hold up
	events.next("problem")
	w.save("assets/art/house.svg", "a roof")
	w.save("assets/art/cover.svg", "a ring")
	if err := os.Remove(filepath.Join(w.dir, "assets", "art", "house.svg")); err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for !told["art/house.art"] || !told["art/cover.art"] {
		name, data := events.read()
		if names := strings.Split(data, "\n"); name == "art" {
			for _, name := range names[1:] {
				told[name] = true
			}
		}
	}
	if got := w.get("/art/house.art"); !strings.HasPrefix(got, "404") {
		t.Errorf("the drawing that is gone is still %q", got)
	}
}

func TestFontsFollowTheWords(t *testing.T) {
	w := openWith(t, true)
	w.get("/")
	events := w.listen()
	events.next("hello")
	// The fonts of the first story may be cut before or after the page opened.
	w.save("assets/story.txt", "a snowman ☃")
	for name := ""; name != "problem"; {
		var text string
		if name, text = events.read(); name == "problem" && text != "the fonts have no ☃" {
			t.Errorf("the problem is %q", text)
		}
	}
	w.save("assets/story.txt", "no snowman")
	for w.get("/fonts/f.ttf") != "glyphs of no snowman" {
		events.read()
	}
}

func TestSavedShellReloads(t *testing.T) {
	w := open(t)
	w.get("/")
	events := w.listen()
	events.next("hello")
	w.save("web/extra.css", "body{}")
	events.next("reload")
	if got := w.get("/extra.css"); got != "body{}" {
		t.Errorf("the new file is %q", got)
	}
}

func TestProblemKeepsTheLastGoodBuild(t *testing.T) {
	w := open(t)
	w.get("/")
	events := w.listen()
	events.next("hello")
	w.save("assets/story.txt", "broken")
	if got, want := events.next("problem"), "assets/story.txt:1: broken\nmend it"; got != want {
		t.Errorf("the problem is %q, want %q", got, want)
	}
	if got := w.get("/story.lh"); got != "one" {
		t.Errorf("the story is %q, want the last good one", got)
	}
	late := w.listen()
	late.next("hello")
	late.next("problem")
	w.save("assets/story.txt", "one")
	events.next("fixed")
	w.save("code/main.go", "package broken")
	events.next("problem")
	w.save("code/main.go", "package main // mended")
	events.next("reload")
}

func TestNothingBuiltYet(t *testing.T) {
	var s Server
	s.Fail(errors.New("a <bad> word"))
	answer := ask(t, &s, "/", "")
	if answer.Code != http.StatusServiceUnavailable || !strings.Contains(answer.Body.String(), "a &lt;bad&gt; word") {
		t.Errorf("got %d %q", answer.Code, answer.Body)
	}
	s.Publish(site(t), "")
	if answer := ask(t, &s, "/", ""); answer.Code != http.StatusOK {
		t.Errorf("after a build, got %d", answer.Code)
	}
}
