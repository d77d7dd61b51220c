//go:build !js

package main

import (
	"os"
	"time"

	"lianhua/internal/gpu"
	"lianhua/internal/story"
)

// follower reads a story file, and reads it anew when it changes or comes.
type follower struct {
	path  string
	read  func(path string) (*story.Bundle, error)
	log   func(text string)
	fresh chan *story.Bundle // the latest story that could be read
	done  chan struct{}
	seen  stamp // of the file that was read last
}

// pollEvery is how often a story file is looked at.
const pollEvery = 500 * time.Millisecond

func newFollower(path string, read func(string) (*story.Bundle, error), log func(string)) *follower {
	return &follower{path: path, read: read, log: log, fresh: make(chan *story.Bundle, 1), done: make(chan struct{})}
}

// first reads the file as it is when the player starts; nil where it is no good.
func (f *follower) first() *story.Bundle {
	f.seen, _ = stampOf(f.path)
	b, err := f.read(f.path)
	if err != nil {
		f.log(f.path + ": " + err.Error() + "; the built-in story is shown until this one can be")
		return nil
	}
	return b
}

// follow watches the file until stop.
func (f *follower) follow() {
	tick := time.NewTicker(pollEvery)
	go func() {
		defer tick.Stop()
		f.watch(tick.C)
	}()
}

func (f *follower) stop() { close(f.done) }

// stamp tells a file from what has taken its place; nil: there was none.
type stamp struct{ os.FileInfo }

// is reports whether it is still the same file. One that was put in its place may
// have its size and its time, as a copy that keeps them has.
func (s stamp) is(now stamp) bool {
	if s.FileInfo == nil || now.FileInfo == nil {
		return s.FileInfo == now.FileInfo
	}
	return os.SameFile(s.FileInfo, now.FileInfo) && s.ModTime().Equal(now.ModTime()) && s.Size() == now.Size()
}

func stampOf(path string) (stamp, error) {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}, err
	}
	return stamp{info}, nil
}

// watch looks at the file at each poll.
func (f *follower) watch(polls <-chan time.Time) {
	unread := error(nil) // of the last change: told when the file has come to rest
	for {
		select {
		case <-f.done:
			return
		case <-polls:
		}
		now, err := stampOf(f.path)
		if err != nil {
			continue // it is being replaced, or has not come yet
		}
		if now.is(f.seen) {
			if unread != nil {
				f.log(f.path + ": " + unread.Error() + "; the last good story stays")
				unread = nil
			}
			continue
		}
		f.seen = now
		var bundle *story.Bundle
		if bundle, unread = f.read(f.path); unread != nil {
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
