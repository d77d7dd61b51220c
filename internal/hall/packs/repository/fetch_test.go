package repository_test

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/internal/hall/packs/repository"
)

func TestNewPacksAreTaken(t *testing.T) {
	h := newHouse(t)
	o := h.served(nil)
	h.fetchesBy(o, 0)
	h.publish(1)
	h.fetchesBy(o, 1)
	o.Have = 1
	h.fetchesBy(o, 1)
	h.publish(2)
	h.publish(5)
	h.fetchesBy(o, 5)
	h.fetches(h.folder, 5) // as a stick
	o.Have = 9             // which came by hand
	h.fetchesBy(o, 9)
}

func TestWhatWaitsIsNotPublished(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	h.must(h.Add(pack(2), 1))
	h.fetches(h.folder, 1)
	h.must(h.Publish())
	h.fetches(h.folder, 2)
}

func TestStaleMirrorsAreRefused(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	stale := h.copied()
	h.publish(2)
	h.fetches(h.folder, 2)
	h.refuses(h.options(stale), "older than what was seen")
	h.fetches(h.folder, 2)
}

func TestFilesOfTwoTimesAreRefused(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	old := h.copied()
	h.publish(2)
	for _, c := range []struct{ from, to string }{
		{"2.targets.json", "3.targets.json"},
		{"2.snapshot.json", "3.snapshot.json"},
	} {
		mixed := h.copied()
		data, err := os.ReadFile(filepath.Join(old, c.from))
		h.must(err)
		h.must(os.WriteFile(filepath.Join(mixed, c.to), data, 0o644))
		h.kept = t.TempDir()
		h.refuses(h.options(mixed), "not as it was signed")
	}
}

func TestExpiredRepositoriesAreRefused(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	h.now = opened.Add(repository.RenewedHolds + time.Hour)
	h.refuses(h.options(h.folder), "has expired")
	h.must(h.Publish()) // which needs two keys only
	h.fetches(h.folder, 1)
	h.now = opened.Add(repository.RootHolds + time.Hour)
	h.must(h.Publish())
	h.refuses(h.options(h.folder), "has expired")
	h.must(h.Rotate("root"))
	h.fetches(h.folder, 1)
}

func TestChangedBytesAreRefused(t *testing.T) {
	for _, c := range []struct{ pattern, says string }{
		{"packs/*.lhp", "not as it was signed"},
		{"2.targets.json", "not as it was signed"},
		{"2.snapshot.json", "not as it was signed"},
		{"timestamp.json", "not signed by the keys"},
	} {
		h := newHouse(t)
		h.publish(1)
		h.change(h.folder, c.pattern, func(b []byte) []byte {
			b = bytes.Replace(b, []byte(`"version":2`), []byte(`"version":3`), 1)
			return bytes.Replace(b, []byte("story story"), []byte("story stolen"[:11]), 1)
		})
		h.refuses(h.options(h.folder), c.says)
	}
}

func TestSomebodyElsesRepositoryIsRefused(t *testing.T) {
	h, other := newHouse(t), newHouse(t)
	h.publish(1)
	other.publish(2)
	h.refuses(h.options(other.folder), "not signed by the keys")
	h.fetches(h.folder, 1)
	h.root = []byte("{}")
	h.refuses(h.options(h.folder), "give it the newest N.root.json")
}

func TestBrokenConnectionsAreTriedAgain(t *testing.T) {
	cut := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		_, _ = w.Write([]byte("LIANHALL"))
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
	endless := func(w http.ResponseWriter, r *http.Request) {
		for sent := 0; r.Context().Err() == nil; sent += 1 << 16 {
			if sent > 16<<20 { // more than what lines hold on their way
				t.Errorf("%s was read on and on", r.URL.Path)
				return
			}
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	}
	page := func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<!doctype html>not here")) }
	for _, c := range []struct {
		name, part string
		do         http.HandlerFunc
		says       string
	}{
		{"a pack that is cut", "/packs/", cut, "was cut"},
		{"metadata that are cut", "/2.targets", cut, "was cut"},
		{"a short pack", "/packs/", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("LIANHALL")) }, "not as it was signed"},
		{"a pack without end", "/packs/", endless, "longer than"},
		{"a timestamp without end", "/timestamp", endless, "longer than"},
		{"a root without end", "/2.root", endless, "longer than"},
		{"a page for what is lacking", "/2.root", page, "where 404 is due"},
		{"a fault of the host", "/2.snapshot", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, "status 502"},
	} {
		h := newHouse(t)
		h.publish(1)
		t.Run(c.name, func(t *testing.T) {
			h.t = t
			h.refuses(h.served(only(c.part, c.do)), c.says)
			h.fetchesBy(h.served(nil), 1)
		})
	}
}

func TestSlowHostsEndWithTheContext(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	ctx, stop := context.WithCancel(t.Context())
	o := h.served(only("/packs/", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte("L"))
		w.(http.Flusher).Flush()
		stop() // with the answer begun
		<-r.Context().Done()
	}))
	h.refusesIn(ctx, o, "took too long, or was broken off")
	h.fetchesBy(h.served(nil), 1)
}

func TestWrongCertificatesAreRefused(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	o := h.served(nil)
	o.Authorities = nil
	h.refuses(o, "certificate is not to be trusted")
}

func TestAddressesThatAnybodyCouldReadAreRefused(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	for source, says := range map[string]string{
		"http://example.org/packs":      "use https",
		"ftp://example.org/packs":       "use https, or a folder",
		"https://127.0.0.1:1/packs":     "there is none",
		"https:///packs":                "names no host",
		"https://example.org/packs?a":   "leave out",
		filepath.Join(h.folder, "none"): "put the stick in",
	} {
		h.refuses(h.options(source), says)
	}
	o := h.served(func(http.Handler) http.Handler {
		return http.RedirectHandler("http://example.org/", http.StatusFound)
	})
	h.refuses(o, "use https")
}

func TestBrokenMemoryBeginsAgain(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	h.fetches(h.folder, 1)
	memory := func() string {
		t.Helper()
		files, err := filepath.Glob(filepath.Join(h.kept, "*"))
		h.must(err)
		hidden, err := filepath.Glob(filepath.Join(h.kept, ".*"))
		h.must(err)
		if len(files) != 1 || len(hidden) != 0 {
			t.Fatalf("the cache has %q and %q", files, hidden)
		}
		return files[0]
	}
	whole, err := os.ReadFile(memory())
	h.must(err)
	changed := func(role string) []byte {
		at := []byte(`"` + role + `":"e`)
		if !bytes.Contains(whole, at) {
			t.Fatalf("the memory has no %s: %s", role, whole)
		}
		return bytes.Replace(whole, at, []byte(`"`+role+`":"f`), 1)
	}
	for _, broken := range [][]byte{{}, []byte("{"), whole[:len(whole)/2], changed("root"), changed("timestamp")} {
		h.must(os.WriteFile(memory(), broken, 0o644))
		h.fetches(h.folder, 1)
	}
	h.must(os.Mkdir(filepath.Join(h.kept, ".proving-lost"), 0o700)) // of a process that was killed
	h.fetches(h.folder, 1)
	if now, err := os.ReadFile(memory()); err != nil || !bytes.Equal(now, whole) {
		t.Errorf("it is not remembered as before: %v", err)
	}
	h.kept = filepath.Join(memory(), "below a file")
	h.refuses(h.options(h.folder), "keeping what was proved")
}

// An upload in any order but with the timestamp last gives kiosks the old pack until
// it is whole; with the timestamp first, an error that goes.
func TestHalfUploadsBreakNobody(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	before := h.copied()
	h.publish(2)
	var names []string
	h.must(filepath.WalkDir(h.folder, func(name string, d os.DirEntry, err error) error {
		if rel, _ := filepath.Rel(h.folder, name); err == nil && !d.IsDir() && !strings.HasPrefix(rel, "timestamp") {
			names = append(names, rel)
		}
		return err
	}))
	copyOver := func(to, name string) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(h.folder, name))
		h.must(err)
		h.must(os.WriteFile(filepath.Join(to, name), data, 0o644))
	}
	for _, name := range names {
		h.fetches(before, 1)
		copyOver(before, name)
	}
	h.fetches(before, 1)
	copyOver(before, "timestamp.json")
	h.fetches(before, 2)

	early := newHouse(t)
	early.publish(1)
	host := early.copied()
	early.publish(2)
	h = early
	copyOver(host, "timestamp.json")
	h.refuses(h.options(host), "is being uploaded")
	copyOver(host, "3.snapshot.json")
	copyOver(host, "3.targets.json")
	h.refuses(h.options(host), "is being uploaded")
	h.fetches(h.folder, 2)
}

func TestWhatIsNoFileOnAStickIsRefused(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	h.must(os.Remove(filepath.Join(h.folder, "timestamp.json")))
	h.must(os.Mkdir(filepath.Join(h.folder, "timestamp.json"), 0o755))
	h.refuses(h.options(h.folder), "no regular file")
}
