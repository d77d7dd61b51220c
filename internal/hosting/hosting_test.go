package hosting

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
)

const (
	lasting  = "public, max-age=31536000, immutable"
	changing = "no-cache"
)

// site writes a small published site, with the real worker and page for what is
// missing, into the folder.
func site(t *testing.T, folder string) []build.File {
	t.Helper()
	long := strings.Repeat("roofs on a hillside ", 50)
	files := map[string]string{
		"app.webmanifest":    `{"name": "` + long + `"}`,
		"en/index.html":      `<!doctype html><html><head><link rel="stylesheet" href="../style.css"></head>` + long,
		"data/figures.csv":   long,
		"data/figures.json":  long,
		"data/figures.zip":   "PK" + long,
		"sitemap.xml":        long,
		"robots.txt":         long,
		"fonts/OFL.txt":      long,
		"fonts/sans.ttf":     "\x00\x01" + long,
		"icon.svg":           "<svg><!--" + long + "--></svg>",
		"icons/192.png":      "\x89PNG" + long,
		"index.html":         `<!doctype html><html><head><link rel="stylesheet" href="style.css"></head>` + long,
		"js/page.js":         "//" + long,
		"lianhua.wasm":       "\x00asm" + long,
		"story.lh":           "LH" + long,
		"style.css":          "/*" + long + "*/",
		"pictures/one.svg":   "<svg>" + long + "</svg>",
		"aluminium/card.png": "\x89PNG" + long,
	}
	for _, name := range []string{"sw.js", "404.html"} {
		content, err := os.ReadFile(filepath.Join("../../web", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(content)
	}
	var parts []build.File
	for name, content := range files {
		parts = append(parts, build.NewFile(name, []byte(content)))
	}
	parts, err := publish.Files(parts)
	if err == nil {
		err = build.Compress(context.Background(), t.TempDir(), parts)
	}
	if err == nil {
		err = build.Write(folder, parts)
	}
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func TestHosts(t *testing.T) {
	for _, s := range servers() {
		for _, under := range []string{"", "/story"} {
			t.Run(s.name+under, func(t *testing.T) {
				t.Parallel()
				at := layout{t.TempDir(), under}
				parts := site(t, filepath.Join(at.folder, under))
				base := s.start(t, at) + under
				for _, p := range parts {
					checkFile(t, base, p)
				}
				checkRange(t, base, parts)
				checkMissing(t, base)
				checkAgain(t, base)
			})
		}
	}
}

// checkFile asks for the file plain and in each encoding.
func checkFile(t *testing.T, base string, p build.File) {
	t.Helper()
	address := base + "/" + p.Name
	if path.Base(p.Name) == build.PageName {
		address = strings.TrimSuffix(address, build.PageName) // as readers ask
	}
	for _, accepts := range []string{"identity", "gzip", "gzip, deflate, br, zstd"} {
		answer := get(t, address, accepts)
		if answer.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", address, answer.Status)
			return
		}
		want := ""
		switch {
		case strings.Contains(accepts, "br") && p.Brotli != nil:
			want = "br"
		case strings.Contains(accepts, "gzip") && p.Gzip != nil:
			want = "gzip"
		}
		h := answer.Header
		if got := h.Get("Content-Encoding"); got != want {
			t.Errorf("%s for %q comes as %q, want %q", p.Name, accepts, got, want)
		}
		if want != "" && !strings.Contains(h.Get("Vary"), "Accept-Encoding") {
			t.Errorf("%s as %s does not vary by Accept-Encoding: %q", p.Name, want, h.Get("Vary"))
		}
		if got := strings.ToLower(h.Get("Content-Type")); got != strings.ToLower(p.Type()) {
			t.Errorf("%s has the type %q, want %q", p.Name, got, p.Type())
		}
		cache := changing
		if p.Source != "" {
			cache = lasting
		}
		if got := h.Get("Cache-Control"); got != cache {
			t.Errorf("%s: Cache-Control is %q, want %q", p.Name, got, cache)
		}
		if got := h.Get("Content-Security-Policy"); got != header(t) {
			t.Errorf("%s: the policy is %q", p.Name, got)
		}
		if got := h.Get("Access-Control-Allow-Origin"); got != "*" {
			t.Errorf("%s: a frame in a sandbox gets nothing: %q", p.Name, got)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s may be sniffed", p.Name)
		}
		if got := unpacked(t, answer); !bytes.Equal(got, p.Content) {
			t.Errorf("%s as %q has %d bytes, want %d", p.Name, want, len(got), len(p.Content))
		}
	}
}

func unpacked(t *testing.T, answer *http.Response) []byte {
	t.Helper()
	var body io.Reader = answer.Body
	switch answer.Header.Get("Content-Encoding") {
	case "br":
		body = brotli.NewReader(body)
	case "gzip":
		var err error
		if body, err = gzip.NewReader(body); err != nil {
			t.Fatal(err)
		}
	}
	content, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// header is the policy that a host sends: what the pages say of themselves, who
// may embed them, and the style of the page for what is missing, which cannot name
// a file since it stands at any path.
func header(t *testing.T) string {
	t.Helper()
	missing := read(t, "404.html")
	_, rest, _ := strings.Cut(missing, "<style>")
	style, _, ok := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	digest := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	if !ok || !strings.Contains(policy(t, missing), digest) {
		t.Fatalf("404.html does not allow its own style, %s", digest)
	}
	const own = "style-src 'self'"
	return strings.Replace(policy(t, read(t, "index.html")), own, own+" "+digest, 1) + "; frame-ancestors *"
}

// policy is what a page says of itself.
func policy(t *testing.T, page string) string {
	t.Helper()
	_, rest, _ := strings.Cut(page, `http-equiv="Content-Security-Policy" content="`)
	text, _, ok := strings.Cut(rest, `"`)
	if !ok {
		t.Fatal("the page has no policy")
	}
	return text
}

func read(t *testing.T, page string) string {
	t.Helper()
	content, err := os.ReadFile("../../web/" + page)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func checkRange(t *testing.T, base string, parts []build.File) {
	t.Helper()
	for _, p := range parts {
		if p.Source != build.PlayerName {
			continue
		}
		answer := get(t, base+"/"+p.Name, "identity", "Range", "bytes=10-29")
		got := unpacked(t, answer)
		if answer.StatusCode != http.StatusPartialContent || !bytes.Equal(got, p.Content[10:30]) {
			t.Errorf("a range of the player: %s, %q", answer.Status, got)
		}
		return
	}
	t.Error("there is no player")
}

func checkMissing(t *testing.T, base string) {
	t.Helper()
	_, sentence, _ := strings.Cut(read(t, "404.html"), "<h1>")
	for _, name := range []string{"/absent", "/js/absent.0123456789abcdef.js", "/.git/config"} {
		answer := get(t, base+name, "identity")
		if answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s", name, answer.Status)
		}
		if got := string(unpacked(t, answer)); !strings.Contains(got, sentence) {
			t.Errorf("%s is answered with %q", name, got)
		}
		if got := answer.Header.Get("Content-Type"); got != "text/html; charset=utf-8" {
			t.Errorf("%s is answered with the type %q", name, got)
		}
		// A name that is missing now may be there after the next upload.
		if got := answer.Header.Get("Cache-Control"); got != changing && !strings.Contains(name, "0123") || strings.Contains(got, "immutable") {
			t.Errorf("%s: Cache-Control is %q", name, got)
		}
	}
}

// checkAgain asks for an unchanged page with what came with it before, and for a
// folder without its slash.
func checkAgain(t *testing.T, base string) {
	t.Helper()
	tag := get(t, base+"/", "identity").Header.Get("ETag")
	if answer := get(t, base+"/", "identity", "If-None-Match", tag); tag == "" || answer.StatusCode != http.StatusNotModified {
		t.Errorf("an unchanged page with the tag %q: %s", tag, answer.Status)
	}
	answer := get(t, base+"/en", "identity")
	if to := answer.Header.Get("Location"); answer.StatusCode/100 != 3 || !strings.HasSuffix(to, "en/") {
		t.Errorf("a folder without its slash: %s, %q", answer.Status, to)
	}
}
