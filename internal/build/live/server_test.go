package live

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"lianhua/internal/build"
)

func site(t testing.TB) []build.File {
	t.Helper()
	wasm := build.NewFile("lianhua.wasm", []byte("a long program"))
	wasm.Brotli = []byte("short")
	parts, err := build.WithManifest([]build.File{
		build.NewFile("index.html", []byte("<body>page</body>")),
		build.NewFile("fonts/a.ttf", []byte("font")),
		wasm,
	})
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func ask(t testing.TB, s *Server, path, encoding string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	if encoding != "" {
		r.Header.Set("Accept-Encoding", encoding)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestTypes(t *testing.T) {
	var s Server
	s.Publish(site(t), "")
	for path, want := range map[string]string{
		"/":              "text/html; charset=utf-8",
		"/lianhua.wasm":  "application/wasm",
		"/fonts/a.ttf":   "font/ttf",
		"/manifest.json": "application/json",
		"/live.js":       "text/javascript; charset=utf-8",
	} {
		answer := ask(t, &s, path, "")
		if got := answer.Header().Get("Content-Type"); answer.Code != http.StatusOK || got != want {
			t.Errorf("%s: %d %q, want %q", path, answer.Code, got, want)
		}
	}
	for _, path := range []string{"/absent", "/../server.go", "/fonts/"} {
		if answer := ask(t, &s, path, ""); answer.Code != http.StatusNotFound {
			t.Errorf("%s: %d, want 404", path, answer.Code)
		}
	}
}

func TestBrotliOnlyWhereAccepted(t *testing.T) {
	var s Server
	s.Publish(site(t), "")
	for encoding, want := range map[string]string{
		"":                  "a long program",
		"gzip, deflate":     "a long program",
		"gzip, br;q=0":      "a long program",
		"br":                "short",
		"gzip, BR ; q=0.5":  "short",
		"gzip, deflate, br": "short",
	} {
		answer := ask(t, &s, "/lianhua.wasm", encoding)
		if got := answer.Body.String(); got != want {
			t.Errorf("Accept-Encoding %q: got %q, want %q", encoding, got, want)
		}
		packed := answer.Header().Get("Content-Encoding") == "br"
		if packed != (want == "short") || answer.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: headers %v", encoding, answer.Header())
		}
	}
}

func TestUnchangedFilesAreNotSentAgain(t *testing.T) {
	var s Server
	s.Publish(site(t), "")
	first := ask(t, &s, "/fonts/a.ttf", "")
	r := httptest.NewRequest(http.MethodGet, "/fonts/a.ttf", nil)
	r.Header.Set("If-None-Match", first.Header().Get("ETag"))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified {
		t.Errorf("got %d, want 304", w.Code)
	}
}

func TestOnlyReading(t *testing.T) {
	var s Server
	s.Publish(site(t), "")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d, want 405", w.Code)
	}
}

func TestListenTakesTheNextFreePort(t *testing.T) {
	first, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := Listen(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	taken, got := first.Addr().(*net.TCPAddr).Port, second.Addr().(*net.TCPAddr).Port
	if got <= taken || got >= taken+attempts {
		t.Errorf("%d is taken, got %d", taken, got)
	}
	for _, addr := range []string{"8080", "127.0.0.1:http", "127.0.0.1:99999", "192.0.2.1:80"} {
		if l, err := Listen(addr); err == nil {
			l.Close()
			t.Errorf("%q was accepted", addr)
		}
	}
}

func TestWatcher(t *testing.T) {
	dir := t.TempDir()
	save := func(name, content string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save("a.go", "a")
	save("b.go", "b")
	w := newWatcher(isGo, dir)
	expect := func(names ...string) {
		t.Helper()
		var want []string
		for _, name := range names {
			want = append(want, filepath.Join(dir, name))
		}
		if got := w.changed(); !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	expect()
	save("a.go", "aa")
	save("sub/c.go", "c")
	save("a_test.go", "t")
	save(".#a.go", "lock")
	save("testdata/d.go", "d")
	save("notes.txt", "n")
	if err := os.Remove(filepath.Join(dir, "b.go")); err != nil {
		t.Fatal(err)
	}
	expect("a.go", "b.go", "sub/c.go")
	expect()
}

func ExampleServer() {
	var s Server
	s.Publish([]build.File{build.NewFile("index.html", []byte("<body>Good morning</body>"))}, "")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	fmt.Println(w.Header().Get("Content-Type"))
	fmt.Println(w.Body)
	// Output:
	// text/html; charset=utf-8
	// <body>Good morning<script src="/live.js" defer></script></body>
}
