//go:build !js

package main

import (
	"io"
	"time"
)

// journal writes lines for who keeps the player running, apart from the player:
// a reader of them that is slow or gone neither stops nor ends it.
type journal struct {
	lines      chan string
	quit, done chan struct{}
}

const (
	mostLines = 64          // wait for a slow reader; more are dropped
	lastLines = time.Second // is left to write them when the player ends
)

// newJournal writes to w, each line with its time, unless whoever reads it notes the
// time himself, as systemd's journal does.
func newJournal(w io.Writer, timed bool) *journal {
	j := &journal{make(chan string, mostLines), make(chan struct{}), make(chan struct{})}
	go j.write(w, timed)
	return j
}

func (j *journal) write(w io.Writer, timed bool) {
	defer close(j.done)
	line := func(text string) {
		at := ""
		if timed {
			at = time.Now().Format("2006-01-02 15:04:05 ")
		}
		// There is nobody to tell that nobody reads.
		_, _ = io.WriteString(w, at+"lianhua: "+text+"\n")
	}
	for {
		select {
		case text := <-j.lines:
			line(text)
		case <-j.quit:
			for {
				select {
				case text := <-j.lines:
					line(text)
				default:
					return
				}
			}
		}
	}
}

func (j *journal) log(text string) {
	select {
	case j.lines <- text:
	default:
	}
}

// stop writes what waits, if somebody reads it.
func (j *journal) stop() {
	close(j.quit)
	select {
	case <-j.done:
	case <-time.After(lastLines):
	}
}
