package health

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

// Path is where it is told.
const Path = "/metrics"

// RetryEvery is how often a port that is taken is tried again.
const RetryEvery = 10 * time.Second

// Serve tells it at an address, "127.0.0.1:9877", until the context ends. A port that is
// taken is told to the log once, and tried again each time that again delivers.
func (h *Health) Serve(ctx context.Context, address string, again <-chan time.Time, log func(string)) {
	told := false
	for ctx.Err() == nil {
		err := h.serve(ctx, address, func() {
			if told {
				log("metrics are told at http://" + address + Path + " now")
			}
			told = false
		})
		if ctx.Err() != nil {
			return
		}
		if !told {
			log("metrics are not told: " + err.Error() + "; it is tried again")
			told = true
		}
		select {
		case <-ctx.Done():
		case <-again:
		}
	}
}

func (h *Health) serve(ctx context.Context, address string, listens func()) error {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return err
	}
	listens()
	s := &http.Server{
		Handler:           h.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       5 * time.Second,
		WriteTimeout:      10 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    1 << 13,
		ErrorLog:          log.New(io.Discard, "", 0), // of clients that go away
	}
	stop := context.AfterFunc(ctx, func() { s.Close() })
	defer stop()
	err = s.Serve(l)
	return errors.Join(err, s.Close())
}

// Handler answers with it, at its path alone.
func (h *Health) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+Path, func(w http.ResponseWriter, _ *http.Request) {
		var text bytes.Buffer
		h.Write(&text)
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write(text.Bytes()) // whoever asked may have gone
	})
	return mux
}
