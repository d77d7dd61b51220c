package bidi

import (
	"bytes"
	"io"
	"strings"
	"sync"
)

// announces is how Firefox tells where it listens.
const announces = "WebDriver BiDi listening on "

// listener reads what a browser prints, line by line, for where it listens.
type listener struct {
	log     io.Writer
	address chan string // receives the first address

	mu   sync.Mutex
	line []byte
	last []string // the latest lines
}

func (l *listener) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.log != nil {
		_, _ = l.log.Write(p) // a log that fails stops no browser
	}
	l.line = append(l.line, p...)
	for {
		line, rest, whole := bytes.Cut(l.line, []byte("\n"))
		if !whole {
			return len(p), nil
		}
		l.line = rest
		text := strings.TrimSpace(string(line))
		if l.last = append(l.last, text); len(l.last) > 20 {
			l.last = l.last[1:]
		}
		if at, ok := strings.CutPrefix(text, announces); ok {
			select {
			case l.address <- at:
			default:
			}
		}
	}
}

// words are the latest lines.
func (l *listener) words() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Join(append(l.last, string(l.line)), "\n")
}
