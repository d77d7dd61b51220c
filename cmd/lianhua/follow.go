//go:build !js

package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"lianhua/internal/gpu"
	"lianhua/internal/story"
)

// follower reads a story file anew when it changes.
type follower struct {
	fresh chan *story.Bundle // the latest story that could be read
	done  chan struct{}
}

// pollEvery is how often a story file is looked at.
const pollEvery = 500 * time.Millisecond

// follow watches a story file. A change that cannot be read is told to log.
func follow(path string, log io.Writer) *follower {
	f := newFollower()
	tick := time.NewTicker(pollEvery)
	go func() {
		defer tick.Stop()
		f.watch(path, log, tick.C)
	}()
	return f
}

func newFollower() *follower {
	return &follower{fresh: make(chan *story.Bundle, 1), done: make(chan struct{})}
}

func (f *follower) stop() { close(f.done) }

type stamp struct {
	changed time.Time
	size    int64
}

func stampOf(path string) (stamp, error) {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}, err
	}
	return stamp{info.ModTime(), info.Size()}, nil
}

// watch looks at the file at each poll.
func (f *follower) watch(path string, log io.Writer, polls <-chan time.Time) {
	seen, _ := stampOf(path)
	unread := error(nil) // of the last change: told when the file has come to rest
	for {
		select {
		case <-f.done:
			return
		case <-polls:
		}
		now, err := stampOf(path)
		if err != nil {
			continue // it is being replaced
		}
		if now == seen {
			if unread != nil {
				fmt.Fprintf(log, "lianhua: %s: %v; the last good story stays\n", path, unread)
				unread = nil
			}
			continue
		}
		seen = now
		var bundle *story.Bundle
		if bundle, unread = readStory(path); unread != nil {
			continue
		}
		select {
		case <-f.fresh:
		default:
		}
		f.fresh <- bundle
		gpu.Wake()
	}
}

func readStory(path string) (*story.Bundle, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return story.Decode(data)
}
