package workbench

import (
	"embed"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"path/filepath"
	"strings"
)

// Path is where the workbench stands on the development server.
const Path = "/workbench/"

//go:embed page
var page embed.FS

// policy lets the page have what is of its own server only.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func (b *Bench) routes() (http.Handler, error) {
	files, err := fs.Sub(page, "page")
	if err != nil {
		return nil, fmt.Errorf("the workbench's page: %w", err)
	}
	words, err := wordsJSON()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	handle := func(name string, h http.Handler) { mux.Handle("GET "+Path+name, h) }
	handle("", http.StripPrefix(Path, http.FileServerFS(files)))
	handle("words.json", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Write(words)
	}))
	// The story's own fonts are cut to its words: those of the workbench stand in the
	// fonts that they are cut from.
	handle("fonts/", http.StripPrefix(Path+"fonts/", http.FileServer(http.Dir(filepath.Join(b.module.Root, "assets", "fonts", "source")))))
	handle("story.json", http.HandlerFunc(b.story))
	handle("picture.png", b.answer(b.picture))
	handle("cells", b.answer(b.cells))
	handle("strip.png", b.answer(b.strip))
	handle("marks.json", b.answer(b.marks))
	handle("origin.json", b.answer(b.origin))
	handle("appearing.json", b.answer(b.appearing))
	handle("flaws.json", b.answer(b.flaws))
	handle("slots.json", b.answer(b.slots))
	handle("before.json", b.answer(b.before))
	handle("before.png", b.answer(b.beforePicture))
	handle("difference.png", b.answer(b.difference))
	handle("touched.ndjson", b.answer(b.touched))
	mux.Handle("POST "+Path+"accept", ownPage(b.accept))
	mux.Handle("POST "+Path+"give", ownPage(b.answer(b.give)))
	mux.Handle("POST "+Path+"scene", ownPage(b.scene))
	handle("given/{id}", http.HandlerFunc(b.fetch))
	return guarded(mux), nil
}

// guarded answers only who calls this machine by a name that only it has. Another
// name may lead here by its owner's will, and a page of theirs would read along.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !Loopback(r.Host) {
			refuse(w, http.StatusForbidden, fmt.Errorf("the workbench answers this machine only, at localhost or 127.0.0.1, not at %q", r.Host))
			return
		}
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-cache")
		next.ServeHTTP(w, r)
	})
}

// Loopback reports whether a request's Host names the machine itself.
func Loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return ip != nil && ip.IsLoopback()
}
