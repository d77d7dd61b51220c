//go:build !js

package main

import (
	"strings"
	"testing"
	"time"
)

// slow is a reader of the log that reads nothing until it is let.
type slow struct {
	let  chan struct{}
	text strings.Builder
}

func (s *slow) Write(b []byte) (int, error) {
	<-s.let
	return s.text.Write(b)
}

func TestSlowReadersOfTheLogHoldNothingUp(t *testing.T) {
	r := &slow{let: make(chan struct{})}
	j := newJournal(r, true)
	for range 10 * mostLines {
		j.log("line")
	}
	close(r.let)
	j.stop()
	if n := strings.Count(r.text.String(), "lianhua: line\n"); n < mostLines || n > mostLines+1 {
		t.Errorf("%d lines, want those that wait", n)
	}
	first, _, _ := strings.Cut(r.text.String(), " lianhua: ")
	if at, err := time.ParseInLocation("2006-01-02 15:04:05", first, time.Local); err != nil || time.Since(at) > time.Minute {
		t.Errorf("a line begins with %q, %v", first, err)
	}
}
