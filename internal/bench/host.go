package bench

import (
	"bytes"
	"embed"
	"io/fs"
	"net"
	"net/http"
	"path"
	"path/filepath"
	"strings"
	"time"

	"lianhua/internal/build"
)

//go:embed pages
var pages embed.FS

// Host serves a site, the pages of the benchmark below /bench/, and the peers
// below /peers/, on a free port of this machine alone.
type Host struct {
	Address string // "http://127.0.0.1:…", without a slash at the end
	server  *http.Server
}

// Serve begins to serve; peers is a folder node_modules, empty where there is
// none.
func Serve(site []build.Part, peers string) (*Host, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	h := &Host{
		Address: "http://" + listener.Addr().String(),
		server:  &http.Server{Handler: handler(site, peers), ReadHeaderTimeout: 10 * time.Second},
	}
	go h.server.Serve(listener)
	return h, nil
}

// Close ends it, and what it still sends.
func (h *Host) Close() error { return h.server.Close() }

func handler(site []build.Part, peers string) http.Handler {
	parts := make(map[string]build.Part, len(site))
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
			servePart(w, r, build.NewPart(own, content), err == nil)
			return
		}
		if peer, ok := strings.CutPrefix(name, "peers/"); ok && peers != "" {
			http.ServeFile(w, r, filepath.Join(peers, filepath.FromSlash(peer)))
			return
		}
		part, ok := parts[name]
		servePart(w, r, part, ok)
	})
}

func servePart(w http.ResponseWriter, r *http.Request, part build.Part, ok bool) {
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
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}
