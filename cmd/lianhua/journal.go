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

func newJournal(w io.Writer) *journal {
	j := &journal{make(chan string, mostLines), make(chan struct{}), make(chan struct{})}
	go j.write(w)
	return j
}

func (j *journal) write(w io.Writer) {
	defer close(j.done)
	line := func(text string) {
		// There is nobody to tell that nobody reads.
		_, _ = io.WriteString(w, "lianhua: "+text+"\n")
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
