package bench

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"lianhua/internal/build"
)

//go:embed pages
var pages embed.FS

// Host serves a site, the pages of the benchmark below /bench/, and the peers
// below /peers/, on a free port of this machine alone, and counts what it sends.
type Host struct {
	Address string // "http://127.0.0.1:…", without a slash at the end
	server  *http.Server

	mu     sync.Mutex
	sent   int64 // bytes of bodies since Reset
	active int   // answers under way
	last   time.Time
}

// Serve begins to serve; peers is a folder node_modules, empty where there is
// none.
func Serve(site []build.File, peers string) (*Host, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	h := &Host{Address: "http://" + listener.Addr().String()}
	h.server = &http.Server{Handler: h.counting(handler(site, peers)), ReadHeaderTimeout: 10 * time.Second}
	go h.server.Serve(listener)
	return h, nil
}

// Close ends it, and what it still sends.
func (h *Host) Close() error { return h.server.Close() }

// Reset begins to count anew.
func (h *Host) Reset() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.sent, h.last = 0, time.Now()
}

// quiet is how long nothing is asked for before a visit counts as over.
const quiet = 2 * time.Second

// Settled waits until nothing more is asked for, and returns the bytes of bodies
// that were sent since Reset: to the page and to its service worker.
func (h *Host) Settled(ctx context.Context) (float64, error) {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		h.mu.Lock()
		sent, over := h.sent, h.active == 0 && time.Since(h.last) > quiet
		h.mu.Unlock()
		if over {
			return float64(sent), nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return 0, fmt.Errorf("waiting until nothing more is asked for: %w", ctx.Err())
		}
	}
}

func (h *Host) counting(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.note(1, 0)
		counted := &countingWriter{ResponseWriter: w}
		defer func() { h.note(-1, counted.sent) }()
		next.ServeHTTP(counted, r)
	})
}

func (h *Host) note(active int, sent int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.active += active
	h.sent += sent
	h.last = time.Now()
}

// countingWriter counts the bytes of a body.
type countingWriter struct {
	http.ResponseWriter
	sent int64
}

func (w *countingWriter) Write(p []byte) (int, error) {
	n, err := w.ResponseWriter.Write(p)
	w.sent += int64(n)
	return n, err
}

func handler(site []build.File, peers string) http.Handler {
	parts := make(map[string]build.File, len(site))
	for _, p := range site {
		parts[p.Name] = p
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// Isolated pages may read a clock of 5 µs, others one of 100 µs.
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if name == "" || strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, build.PageName)
		}
		if own, ok := strings.CutPrefix(name, "bench/"); ok {
			content, err := fs.ReadFile(pages, "pages/"+own)
			serveFile(w, r, build.NewFile(own, content), err == nil)
			return
		}
		if peer, ok := strings.CutPrefix(name, "peers/"); ok && peers != "" {
			http.ServeFile(w, r, filepath.Join(peers, filepath.FromSlash(peer)))
			return
		}
		part, ok := parts[name]
		serveFile(w, r, part, ok)
	})
}

func serveFile(w http.ResponseWriter, r *http.Request, part build.File, ok bool) {
	if !ok {
		http.NotFound(w, r)
		return
	}
	content := part.Content
	if part.Brotli != nil && strings.Contains(r.Header.Get("Accept-Encoding"), "br") {
		content = part.Brotli
		w.Header().Set("Content-Encoding", "br")
		r.Header.Del("Range")
	}
	w.Header().Set("Content-Type", part.Type())
	w.Header().Set("ETag", `"`+part.Hash+`"`)
	// As the examples for hosts have it: a name that bears a hash is kept.
	if part.Source != "" {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		w.Header().Set("Cache-Control", "no-cache")
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}
