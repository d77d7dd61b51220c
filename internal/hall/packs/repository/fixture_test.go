package repository_test

import (
	"context"
	"crypto/x509"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/internal/hall/packs"
	"lianhua/internal/hall/packs/repository"
)

// opened is when the house began to publish.
var opened = time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)

// house is a maker with a repository, and a kiosk that asks it.
type house struct {
	t      *testing.T
	folder string
	keys   string
	now    time.Time
	*repository.Maker

	root []byte // as the kiosk was given it
	kept string // the kiosk's cache
}

func newHouse(t *testing.T) *house {
	t.Helper()
	h := &house{t: t, folder: filepath.Join(t.TempDir(), "www"), keys: filepath.Join(t.TempDir(), "keys"), now: opened, kept: t.TempDir()}
	var err error
	h.Maker, err = repository.Init(h.folder, h.keys, h.clock)
	h.must(err)
	h.root, _, err = h.Root()
	h.must(err)
	return h
}

func (h *house) clock() time.Time { return h.now }

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func pack(version uint64) *packs.Pack {
	return &packs.Pack{
		Version: version, Requires: packs.Requires{StoryFormat: 1},
		Story: []byte(strings.Repeat("story ", 1000)), Sans: []byte("sans"), Bold: []byte("bold"), Serif: []byte("serif"),
	}
}

// publish adds a version for all kiosks, and publishes.
func (h *house) publish(version uint64) {
	h.t.Helper()
	h.must(h.Add(pack(version), 1))
	h.must(h.Publish())
}

func (h *house) options(source string) repository.Options {
	return repository.Options{Root: h.root, Source: source, Cache: h.kept, Name: "hall-1", Now: h.clock}
}

// fetches asks a folder, and fails unless it gives that version.
func (h *house) fetches(source string, want uint64) {
	h.t.Helper()
	h.fetchesBy(h.options(source), want)
}

func (h *house) fetchesBy(o repository.Options, want uint64) {
	h.t.Helper()
	version, data, err := repository.Fetch(h.t.Context(), o)
	if err != nil || version != want || (data == nil) != (want == o.Have) {
		h.t.Fatalf("version %d, %d bytes, %v; want version %d", version, len(data), err, want)
	}
	if data == nil {
		return
	}
	p, err := packs.Read(data)
	if err != nil || p.Version != want {
		h.t.Fatalf("the pack: %v", err)
	}
}

// refuses asks, and fails unless the answer is an error that says so.
func (h *house) refuses(o repository.Options, says string) {
	h.t.Helper()
	h.refusesIn(h.t.Context(), o, says)
}

func (h *house) refusesIn(ctx context.Context, o repository.Options, says string) {
	h.t.Helper()
	version, data, err := repository.Fetch(ctx, o)
	if err == nil || data != nil || !strings.Contains(err.Error(), says) {
		h.t.Fatalf("version %d, %d bytes, %v; want an error with %q", version, len(data), err, says)
	}
}

// copied is the repository as a mirror has it that is then left alone.
func (h *house) copied() string {
	h.t.Helper()
	to := filepath.Join(h.t.TempDir(), "mirror")
	h.must(os.CopyFS(to, os.DirFS(h.folder)))
	return to
}

// served is the repository on a host with TLS, behind what a test puts between; nil
// is nothing.
func (h *house) served(between func(next http.Handler) http.Handler) repository.Options {
	h.t.Helper()
	var handler http.Handler = http.FileServer(http.Dir(h.folder))
	if between != nil {
		handler = between(handler)
	}
	s := httptest.NewUnstartedServer(handler)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	h.t.Cleanup(s.Close)
	o := h.options(s.URL)
	o.Authorities = x509.NewCertPool()
	o.Authorities.AddCert(s.Certificate())
	return o
}

// only is what does something to one kind of file, and leaves the others alone.
func only(part string, do http.HandlerFunc) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.Contains(r.URL.Path, part) {
				do(w, r)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// change rewrites the files of a folder that match a pattern.
func (h *house) change(folder, pattern string, how func([]byte) []byte) {
	h.t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, pattern))
	h.must(err)
	if len(names) == 0 {
		h.t.Fatalf("there is no %s", pattern)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		h.must(err)
		h.must(os.WriteFile(name, how(data), 0o644))
	}
}
