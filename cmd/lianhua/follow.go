//go:build !js

package main

import (
	"os"
	"time"

	"lianhua/internal/gpu"
)

// follower reads a file, and reads it anew when it changes or comes.
type follower[T any] struct {
	path    string
	read    func(path string) (T, error)
	refused func(err error) // is told why a change was no good, when the file has come to rest
	fresh   chan T          // the latest that could be read
	done    chan struct{}
	seen    stamp // of the file that was read last
}

// pollEvery is how often a file is looked at.
const pollEvery = 500 * time.Millisecond

func newFollower[T any](path string, read func(string) (T, error), refused func(error)) *follower[T] {
	return &follower[T]{path: path, read: read, refused: refused, fresh: make(chan T, 1), done: make(chan struct{})}
}

// first reads the file as it is when the player starts.
func (f *follower[T]) first() (T, error) {
	f.seen, _ = stampOf(f.path)
	return f.read(f.path)
}

// follow watches the file until stop.
func (f *follower[T]) follow() {
	tick := time.NewTicker(pollEvery)
	go func() {
		defer tick.Stop()
		f.watch(tick.C)
	}()
}

func (f *follower[T]) stop() { close(f.done) }

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
func (f *follower[T]) watch(polls <-chan time.Time) {
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
				f.refused(unread)
				unread = nil
			}
			continue
		}
		f.seen = now
		var next T
		if next, unread = f.read(f.path); unread != nil {
			continue
		}
		select {
		case <-f.fresh:
		default:
		}
		f.fresh <- next
		gpu.Wake()
	}
}
