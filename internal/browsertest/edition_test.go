package browsertest

import (
	"bytes"
	"compress/gzip"
	"errors"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
)

// host serves a published site below /story/ at one address, and can be stopped
// and started again with another site.
type host struct {
	t       *testing.T
	address string // "127.0.0.1:…"
	server  *http.Server

	mu     sync.Mutex
	parts  map[string]build.File
	asked  map[string]int
	gates  map[string]chan struct{} // closed to let the file go
	player []byte                   // compressed; the same in every edition
}

// asBuilt is the site of this test run, before it is published.
func asBuilt(t *testing.T) []build.File {
	t.Helper()
	siteDir(t)
	return slices.Clone(built.parts)
}

// editions are the published sites of this test run: many tests show the same.
var editions struct {
	mu   sync.Mutex
	made map[string][]build.File // by the word that tells them from others
}

// edition publishes the site with a word in its pages, style and scripts that
// tells it from others; without a word, as it is.
func edition(t *testing.T, word string) []build.File {
	t.Helper()
	editions.mu.Lock()
	defer editions.mu.Unlock()
	parts, ok := editions.made[word]
	if !ok {
		var err error
		if parts, err = publish.Files(marked(asBuilt(t), word)); err != nil {
			t.Fatal(err)
		}
		if editions.made == nil {
			editions.made = map[string][]build.File{}
		}
		editions.made[word] = parts
	}
	return slices.Clone(parts)
}

// marked puts the word into pages, style and a script.
func marked(parts []build.File, word string) []build.File {
	for i, p := range parts {
		text := string(p.Content)
		switch {
		case word == "":
			continue
		case strings.HasSuffix(p.Name, ".html"):
			text = strings.Replace(text, "<body", `<body data-edition="`+word+`"`, 1)
		case p.Name == "style.css":
			text += "\n:root { --edition: " + word + " }"
		case p.Name == "js/notice.js":
			text += "\ndocument.documentElement.dataset.scriptEdition = \"" + word + "\";\n"
		default:
			continue
		}
		parts[i] = build.NewFile(p.Name, []byte(text))
	}
	return parts
}

func (h *host) start(parts []build.File) {
	h.t.Helper()
	h.mu.Lock()
	h.parts, h.asked = map[string]build.File{}, map[string]int{}
	for _, p := range parts {
		h.parts[p.Name] = p
	}
	h.mu.Unlock()
	if h.server != nil {
		return
	}
	if h.address == "" {
		h.address = "127.0.0.1:0"
	}
	listener, err := net.Listen("tcp", h.address)
	if err != nil {
		h.t.Fatal(err)
	}
	h.address = listener.Addr().String()
	h.server = &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	go h.server.Serve(listener)
}

func (h *host) stop() {
	if h.server != nil {
		h.server.Close()
		h.server = nil
	}
}

// holdBack has the file wait, when it is asked for, until it is let go.
func (h *host) holdBack(name string) (letGo func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	gate := make(chan struct{})
	if h.gates == nil {
		h.gates = map[string]chan struct{}{}
	}
	h.gates[name] = gate
	return sync.OnceFunc(func() { close(gate) })
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, ok := strings.CutPrefix(r.URL.Path, "/story/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += build.PageName
	}
	h.mu.Lock()
	p, found := h.parts[name]
	h.asked[name]++
	gate := h.gates[name]
	h.mu.Unlock()
	if gate != nil {
		select {
		case <-gate:
		case <-r.Context().Done():
			return
		}
	}
	if !ok || !found {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", p.Type())
	w.Header().Set("ETag", `"`+p.Hash+`"`)
	w.Header().Set("Cache-Control", "no-cache")
	if p.Source != "" {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	content := p.Content
	if packed := h.packed(p); packed != nil {
		w.Header().Set("Content-Encoding", "gzip")
		content = packed
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// packed is the player compressed, as hosts send it: the browser keeps it only
// within a share of its memory.
func (h *host) packed(p build.File) []byte {
	if p.Source != build.PlayerName {
		return nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.player == nil {
		var out bytes.Buffer
		w, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
		if err == nil {
			_, err = w.Write(p.Content)
		}
		if err = errors.Join(err, w.Close()); err != nil {
			return nil
		}
		h.player = out.Bytes()
	}
	return h.player
}

// requests tells how often each file was asked for since the start.
func (h *host) requests() map[string]int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return maps.Clone(h.asked)
}
