package awake

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
)

// way is one of the ways in which a screen is kept on. None is asked by two goroutines
// at once.
type way interface {
	// name is the way's in the log.
	name() string
	// hold keeps the screen on, or sees to it that it still is.
	hold() error
	// yield lets the screen go dark, and switches it off where off is asked for.
	yield(off bool) error
	// close gives everything back.
	close()
}

// Keeper keeps a screen on.
type Keeper struct {
	ways   []*tried
	closed func(time.Time) bool
	off    bool
	log    func(string)

	begun, dark bool
	quit, done  chan struct{}
}

// tried is a way, and what came of it.
type tried struct {
	way
	fails bool
	again time.Time     // when it is tried after it failed
	wait  time.Duration // from the last failure to then
}

const (
	lookEvery = 5 * time.Second // so long may a window's own change to the saver stand
	longest   = time.Minute     // between two tries of what fails
	lastWait  = time.Second
)

// Start keeps the screen on until Stop, but for the times that closed reports, and
// switches it off then where off is set. closed may be nil: never. log takes a line for
// what fails, and for each change.
func Start(closed func(time.Time) bool, off bool, log func(string)) *Keeper {
	k := newKeeper(find(), closed, off, log)
	look := time.NewTicker(lookEvery)
	go func() {
		defer look.Stop()
		k.keep(look.C, time.Now)
	}()
	return k
}

// Try keeps the screen on for a moment, and says by what; it fails where nothing does.
func Try() (by string, err error) { return try(find()) }

func try(ways []way) (by string, err error) {
	var names []string
	for _, w := range ways {
		if e := w.hold(); e != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", w.name(), e))
		} else {
			names = append(names, w.name())
		}
		w.close()
	}
	if len(names) > 0 {
		return strings.Join(names, ", "), nil
	}
	return "", cmp.Or(err, errNothing)
}

var errNothing = errors.New("there is no X, no logind and no desktop")

func newKeeper(ways []way, closed func(time.Time) bool, off bool, log func(string)) *Keeper {
	k := &Keeper{closed: closed, off: off, log: log, quit: make(chan struct{}), done: make(chan struct{})}
	for _, w := range ways {
		k.ways = append(k.ways, &tried{way: w})
	}
	return k
}

// Stop lets go of the screen, and returns when it is as it was: where a server hangs,
// the end of the process does it.
func (k *Keeper) Stop() {
	close(k.quit)
	select {
	case <-k.done:
	case <-time.After(lastWait):
	}
}

// keep looks at the screen at once, and then at each tick.
func (k *Keeper) keep(ticks <-chan time.Time, now func() time.Time) {
	defer close(k.done)
	for {
		k.look(now())
		select {
		case <-ticks:
		case <-k.quit:
			for _, w := range k.ways {
				w.close()
			}
			return
		}
	}
}

func (k *Keeper) look(now time.Time) {
	dark := k.closed != nil && k.closed(now)
	turned := dark != k.dark || !k.begun
	k.dark = dark
	for _, w := range k.ways {
		// A clock that was set back must not put the next try off for long.
		if wait := w.again.Sub(now); !turned && w.fails && wait > 0 && wait <= longest {
			continue
		}
		var err error
		if dark {
			err = w.yield(k.off)
		} else {
			err = w.hold()
		}
		if err != nil {
			if !w.fails {
				k.log("the screen is not kept on by " + w.name() + ": " + err.Error() + "; it is tried again, each minute in the end")
			}
			// A server that has just begun may answer in a moment.
			w.wait = min(max(2*w.wait, lookEvery), longest)
			w.again = now.Add(w.wait)
		} else if w.fails {
			k.log("the screen is kept on by " + w.name() + " again")
			w.wait = 0
		}
		w.fails = err != nil
	}
	if turned {
		k.tell()
	}
	k.begun = true
}

// tell says what was turned to, but not that a screen which nothing turned off is on.
func (k *Keeper) tell() {
	var names []string
	for _, w := range k.ways {
		if !w.fails {
			names = append(names, w.name())
		}
	}
	switch by := strings.Join(names, ", "); {
	case len(k.ways) == 0:
		k.log("nothing keeps the screen on: " + errNothing.Error() + "; see that the screen stays on by itself")
	case k.dark && k.off:
		k.log("the hall is closed: the screen is switched off after a minute without a touch")
	case k.dark:
		k.log("the hall is closed: the screen may go dark")
	case by != "":
		k.log("the screen is kept on by " + by)
	}
}
