package browsertest

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"lianhua/internal/build"
)

// faulty is a host on which things go wrong: it answers the first requests for a
// file with the file's faults, one after the other, and then as it should.
type faulty struct {
	*httptest.Server
	t *testing.T

	mu     sync.Mutex
	parts  map[string]build.File
	faults map[string][]fault // by the name in the sources
	asked  []request
	read   int           // what the page has told: how many bytes it has of the file under way, or a moment
	news   chan struct{} // closed when the page tells something else
}

// unread is how long an answer waits for a page to tell that it has read what was
// sent: not every page tells, and what lies unread is dropped with the connection.
const unread = time.Second

// told waits until the page has told of so much, or the context ends.
func (h *faulty) told(ctx context.Context, much int) bool {
	for {
		h.mu.Lock()
		read, news := h.read, h.news
		h.mu.Unlock()
		if read >= much {
			return true
		}
		select {
		case <-news:
		case <-ctx.Done():
			return false
		}
	}
}

// request is one that a faulty host was asked.
type request struct {
	name  string // of the file in the sources
	span  string // the Range that was asked for
	since string // If-Range
	mode  string // Sec-Fetch-Mode: "navigate", "cors", …
	sent  int    // bytes of the body
}

// fault answers a request wrongly. It returns an empty name to have it answered rightly.
type fault func(w *answer, r *http.Request, p build.File)

// answer counts what is sent.
type answer struct {
	http.ResponseWriter
	host *faulty
	sent int
}

func (a *answer) Write(p []byte) (int, error) {
	n, err := a.ResponseWriter.Write(p)
	a.sent += n
	return n, err
}

// breakOff ends the answer in its middle, once the page has read the n bytes that
// were sent, or may have.
func (a *answer) breakOff(n int) {
	a.ResponseWriter.(http.Flusher).Flush()
	ctx, done := context.WithTimeout(context.Background(), unread)
	defer done()
	a.host.told(ctx, n)
	panic(http.ErrAbortHandler)
}

// hostOf serves parts as they are; publishedHost those of the site as hosts have it.
func hostOf(t *testing.T, parts []build.File) *faulty {
	t.Helper()
	h := &faulty{t: t, parts: map[string]build.File{}, faults: map[string][]fault{}, news: make(chan struct{})}
	for _, p := range parts {
		h.parts[p.Name] = p
	}
	h.Server = httptest.NewServer(h)
	t.Cleanup(h.close)
	return h
}

func (h *faulty) close() {
	h.CloseClientConnections() // of faults that wait
	h.Server.Close()
}

func publishedHost(t *testing.T) *faulty {
	t.Helper()
	h := hostOf(t, edition(t, ""))
	h.fails("sw.js", always(status(http.StatusNotFound))...) // its fetches would be counted
	return h
}

// fails makes the next requests for a file go wrong.
func (h *faulty) fails(name string, faults ...fault) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.faults[name] = faults
}

func (h *faulty) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += build.PageName
	}
	h.mu.Lock()
	if name == "read" {
		h.read, _ = strconv.Atoi(r.URL.RawQuery)
		close(h.news)
		h.news = make(chan struct{})
	}
	p, found := h.parts[name]
	next := fault(nil)
	if list := h.faults[p.Logical()]; len(list) > 0 {
		next, h.faults[p.Logical()] = list[0], list[1:]
	}
	h.mu.Unlock()
	a := &answer{ResponseWriter: w, host: h}
	if !found {
		http.NotFound(a, r)
		return
	}
	// Also where a fault breaks the answer off.
	defer func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.asked = append(h.asked, request{p.Logical(), r.Header.Get("Range"), r.Header.Get("If-Range"), r.Header.Get("Sec-Fetch-Mode"), a.sent})
	}()
	w.Header().Set("Content-Type", p.Type())
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("ETag", `"`+p.Hash+`"`)
	w.Header().Set("Cache-Control", "no-store") // browsers resume by themselves what they store
	if p.Source != "" {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if next != nil {
		next(a, r, p)
		return
	}
	http.ServeContent(a, r, "", time.Time{}, bytes.NewReader(p.Content))
}

// of are the requests for a file that have been answered.
func (h *faulty) of(name string) []request {
	h.mu.Lock()
	defer h.mu.Unlock()
	var out []request
	for _, r := range h.asked {
		if r.name == name {
			out = append(out, r)
		}
	}
	return out
}

// until waits for a condition of the host's.
func (h *faulty) until(what string, condition func() bool) {
	h.t.Helper()
	for end := time.Now().Add(patience); !condition(); time.Sleep(pace) {
		if time.Now().After(end) {
			h.mu.Lock()
			defer h.mu.Unlock()
			h.t.Fatalf("waited in vain for %s: %+v", what, h.asked)
		}
	}
}

func always(f fault) []fault {
	out := make([]fault, 100)
	for i := range out {
		out[i] = f
	}
	return out
}

// status refuses.
func status(code int) fault {
	return func(w *answer, _ *http.Request, _ build.File) {
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(code)
	}
}

// cut breaks off after n bytes.
func cut(n int) fault {
	return func(w *answer, _ *http.Request, p build.File) {
		w.Header().Set("Content-Length", fmt.Sprint(len(p.Content)))
		w.Write(p.Content[:n])
		w.breakOff(n)
	}
}

// stall sends nothing after n bytes.
func stall(n int) fault {
	return func(w *answer, r *http.Request, p build.File) {
		w.Header().Set("Content-Length", fmt.Sprint(len(p.Content)))
		w.Write(p.Content[:n])
		w.ResponseWriter.(http.Flusher).Flush()
		<-r.Context().Done()
	}
}

// other sends other content, whole.
func other(change func([]byte) []byte) fault {
	return func(w *answer, r *http.Request, p build.File) {
		content := change(bytes.Clone(p.Content))
		w.Header().Set("ETag", `"other"`)
		w.Header().Set("Content-Length", fmt.Sprint(len(content)))
		w.Write(content)
	}
}

func flipped(content []byte) []byte {
	content[len(content)/2] ^= 4
	return content
}

func truncated(content []byte) []byte { return content[:len(content)/2] }

// unranged knows no ranges.
func unranged(w *answer, _ *http.Request, p build.File) { w.Write(p.Content) }

// packed sends gzip, and of that n bytes.
func packed(n int) fault {
	return func(w *answer, _ *http.Request, p build.File) {
		var out bytes.Buffer
		z, _ := gzip.NewWriterLevel(&out, gzip.BestSpeed)
		z.Write(p.Content)
		z.Close()
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Length", fmt.Sprint(out.Len()))
		n := min(n, out.Len())
		w.Write(out.Bytes()[:n])
		if n < out.Len() {
			w.breakOff(len(p.Content) * n / out.Len())
		}
	}
}
