package workbench

import (
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net"
	"net/http"
	"runtime"
	"sync"
)

// lines answers long work: a line of JSON for whatever there is to tell, as soon as it
// is known. Several goroutines may tell.
type lines struct {
	mu sync.Mutex
	to *json.Encoder
	w  *http.ResponseController
}

func answerLines(w http.ResponseWriter) *lines {
	w.Header().Set("Content-Type", "application/x-ndjson; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	return &lines{to: json.NewEncoder(w), w: http.NewResponseController(w)}
}

// tell sends a line. What fails is the connection: the request's context ends then.
func (l *lines) tell(v any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = l.to.Encode(v)
	_ = l.w.Flush()
}

// counted is how far long work is.
type counted struct {
	Done int `json:"done"`
	Of   int `json:"of"`
}

// failed ends the lines with what went wrong.
type failed struct {
	Error string `json:"error"`
}

// onAllCores does n pieces of work, in order of their beginning, on as many cores as
// there are. The first error ends it.
func onAllCores(n int, do func(i int) error) error {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var wrong error
	next := 0
	take := func() (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		next++
		return next - 1, wrong == nil && next <= n
	}
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for i, ok := take(); ok; i, ok = take() {
				if err := do(i); err != nil {
					mu.Lock()
					wrong = errors.Join(wrong, err)
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	return wrong
}

// ownPage lets through what the workbench's own page on this machine asks to be done:
// another page in the same browser, or another machine, might send the same.
func ownPage(next http.HandlerFunc) http.Handler {
	origin := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsLoopback() {
			refuse(w, http.StatusForbidden, errors.New("only this machine may have files written"))
			return
		}
		if err := origin.Check(r); err != nil {
			refuse(w, http.StatusForbidden, errors.New("another page asks to write files; only the workbench's own may"))
			return
		}
		if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
			refuse(w, http.StatusUnsupportedMediaType, errors.New("what is to be done is sent as application/json"))
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, 1<<16)
		next(w, r)
	})
}

// wanted reads what a request asks for.
func wanted(r *http.Request, v any) error {
	body := json.NewDecoder(r.Body)
	body.DisallowUnknownFields()
	if err := body.Decode(v); err != nil {
		return fmt.Errorf("the request is not understood: %w", err)
	}
	return nil
}
