package live

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
)

type event struct{ name, data string }

// writeTo writes the event in the format of Server-Sent Events (WHATWG HTML, 9.2).
func (e event) writeTo(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "event: %s\n", e.name)
	for line := range strings.SplitSeq(strings.ReplaceAll(e.data, "\r", ""), "\n") {
		fmt.Fprintf(&b, "data: %s\n", line)
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// hub passes events to every open page.
type hub struct {
	mu    sync.Mutex
	pages map[chan event]bool
}

func (h *hub) join() chan event {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.pages == nil {
		h.pages = map[chan event]bool{}
	}
	page := make(chan event, 16)
	h.pages[page] = true
	return page
}

func (h *hub) leave(page chan event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.pages, page)
}

// send drops events for a page that stopped reading: it gets a fresh "hello"
// when it connects again.
func (h *hub) send(e event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for page := range h.pages {
		select {
		case page <- e:
		default:
		}
	}
}

func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	page := s.hub.join()
	defer s.hub.leave(page)
	first := []event{{"hello", s.buildHash()}}
	if problem := s.problem(); problem != "" {
		first = append(first, event{"problem", problem})
	}
	for _, e := range first {
		if e.writeTo(w) != nil {
			return
		}
	}
	for {
		if out.Flush() != nil {
			return
		}
		select {
		case e := <-page:
			if e.writeTo(w) != nil {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}
