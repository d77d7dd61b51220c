package live

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"lianhua/internal/build"
)

//go:embed live.js
var script []byte

const scriptTag = `<script src="/live.js" defer></script>`

// Server answers requests from the last good build. Its zero value has none
// yet: requests wait for the first.
type Server struct {
	mu    sync.Mutex
	parts map[string]build.File
	wrong string        // the error of the last build, or ""
	first chan struct{} // closed at the first build, good or bad
	hub   hub
}

// Publish replaces the build and tells the pages: the event is "story", "art",
// "reload" or, to tell nothing, "". It says which parts it is about, where it is not
// about all. A problem that was shown is over.
func (s *Server) Publish(parts []build.File, name string, about ...string) {
	next := map[string]build.File{}
	for _, p := range parts {
		next[p.Name] = p
	}
	s.mu.Lock()
	cured := s.wrong != ""
	s.parts, s.wrong = next, ""
	s.opened()
	s.mu.Unlock()
	switch {
	case name != "":
		s.hub.send(event{name, strings.Join(append([]string{s.buildHash()}, about...), "\n")})
	case cured:
		s.hub.send(event{"fixed", ""})
	}
}

// Fail keeps the build and shows the error on the pages.
func (s *Server) Fail(err error) {
	s.mu.Lock()
	s.wrong = err.Error()
	s.opened()
	s.mu.Unlock()
	s.hub.send(event{"problem", err.Error()})
}

// opened lets the requests that wait for a first build go on. s.mu is held.
func (s *Server) opened() {
	select {
	case <-s.waiting():
	default:
		close(s.first)
	}
}

// waiting is closed at the first build. s.mu is held.
func (s *Server) waiting() chan struct{} {
	if s.first == nil {
		s.first = make(chan struct{})
	}
	return s.first
}

func (s *Server) problem() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wrong
}

// buildHash changes with every change of any part: the manifest names them all.
func (s *Server) buildHash() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.parts[build.ManifestName].Hash
}

func (s *Server) part(name string) (part build.File, built, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	part, ok = s.parts[name]
	return part, s.parts != nil, ok
}

// ServeHTTP serves the build, /events and the script that listens to them.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	switch r.URL.Path {
	case "/events":
		s.serveEvents(w, r)
		return
	case "/live.js":
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		w.Write(script)
		return
	}
	s.mu.Lock()
	waiting := s.waiting()
	s.mu.Unlock()
	select {
	case <-waiting:
	case <-r.Context().Done():
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += build.PageName
	}
	part, built, ok := s.part(name)
	switch {
	case !built:
		s.serveProblem(w)
	case !ok:
		http.Error(w, "404: the site has no file "+name, http.StatusNotFound)
	default:
		serveFile(w, r, part)
	}
}

func serveFile(w http.ResponseWriter, r *http.Request, part build.File) {
	content, tag := part.Content, part.Hash
	header := w.Header()
	switch {
	case strings.HasSuffix(part.Name, ".html"):
		content = withScript(content)
	case part.Brotli != nil:
		header.Set("Vary", "Accept-Encoding")
		if acceptsBrotli(r.Header.Values("Accept-Encoding")) {
			content, tag = part.Brotli, part.Hash+"-br"
			header.Set("Content-Encoding", "br")
			// A range would be one of the compressed bytes, which no page asks for.
			r = r.Clone(r.Context())
			r.Header.Del("Range")
		}
	}
	header.Set("Content-Type", part.Type())
	header.Set("Cache-Control", "no-cache")
	header.Set("ETag", strconv.Quote(tag))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// withScript adds the script that listens to changes at the end of the page.
func withScript(page []byte) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	out := make([]byte, 0, len(page)+len(scriptTag))
	out = append(out, page[:at]...)
	out = append(out, scriptTag...)
	return append(out, page[at:]...)
}

// acceptsBrotli reads Accept-Encoding (RFC 9110, 12.5.3).
func acceptsBrotli(headers []string) bool {
	for item := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		coding, params, _ := strings.Cut(item, ";")
		if !strings.EqualFold(strings.TrimSpace(coding), "br") {
			continue
		}
		weight, ok := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q=")
		if !ok {
			return true
		}
		q, err := strconv.ParseFloat(weight, 64)
		return err == nil && q > 0
	}
	return false
}

// serveProblem stands in for the page while nothing has ever been built.
func (s *Server) serveProblem(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	fmt.Fprintf(w, "<!doctype html><meta charset=utf-8><title>Not built yet</title><h1>The site does not build yet</h1><pre>%s</pre>%s",
		html.EscapeString(s.problem()), scriptTag)
}
