package main

import (
	"bytes"
	"io"
	"sync"
)

// lines is a writer for one of several that print to the same place: it passes on
// whole lines only, as many as have come at once together.
type lines struct {
	to       io.Writer
	printing *sync.Mutex // of all that print there
	begun    []byte      // a line whose end has not come
}

func (l *lines) Write(p []byte) (int, error) {
	l.begun = append(l.begun, p...)
	whole := bytes.LastIndexByte(l.begun, '\n') + 1
	if whole == 0 {
		return len(p), nil
	}
	if err := l.print(l.begun[:whole]); err != nil {
		return 0, err
	}
	l.begun = append(l.begun[:0], l.begun[whole:]...)
	return len(p), nil
}

// flush passes on a last line without an end.
func (l *lines) flush() error {
	if len(l.begun) == 0 {
		return nil
	}
	err := l.print(append(l.begun, '\n'))
	l.begun = nil
	return err
}

func (l *lines) print(p []byte) error {
	l.printing.Lock()
	defer l.printing.Unlock()
	_, err := l.to.Write(p)
	return err
}
