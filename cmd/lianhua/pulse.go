//go:build !js

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"

	"lianhua/internal/gpu"
	"lianhua/internal/hall/supervise"
	"lianhua/internal/play"
)

// pulse tells whoever keeps the player running that it shows its picture: systemd's
// watchdog, and a file. That the program runs is not enough: each beat asks the loop
// for an update, and looks whether what has changed since was drawn.
type pulse struct {
	every  time.Duration
	file   string                   // that each beat is written to; empty: none
	notify func(state string) error // systemd, or who supervises; nil: nobody asks
	wake   func()                   // asks for an update: gpu.Wake
	log    func(string)

	updates, frames atomic.Uint64
	owed            atomic.Bool // at the last update, the picture of the one before had not been drawn
	asks            atomic.Bool // where the story is, at the next update
	at              atomic.Pointer[string]
	done            chan struct{}
	told            bool // a file that cannot be written
	stuck           bool // the last beat failed
}

const (
	beatEvery = 10 * time.Second // where no watchdog says how often
	// watched is how many there are in the time in which a watchdog wants one.
	watched = 3
)

// newPulse is one for systemd's watchdog, if it has one, for a file, if one is named,
// and for who asks, if somebody may; nil where nobody looks.
func newPulse(file string, asked bool, log func(string)) *pulse {
	p := &pulse{every: beatEvery, file: file, wake: gpu.Wake, log: log, done: make(chan struct{})}
	if os.Getenv("NOTIFY_SOCKET") != "" {
		p.notify = func(state string) error {
			_, err := daemon.SdNotify(false, state)
			return err
		}
	}
	if within, err := daemon.SdWatchdogEnabled(false); err == nil && within > 0 {
		p.every = within / watched
	}
	if within := supervise.Supervised(os.Getenv); within > 0 {
		p.every = within / watched
		p.notify = func(state string) error {
			_, err := os.Stdout.WriteString(state + "\n")
			return err
		}
	}
	if !p.beats() && !asked {
		return nil
	}
	return p
}

// beats reports whether somebody is told at each beat.
func (p *pulse) beats() bool { return p.notify != nil || p.file != "" }

// start beats until stop.
func (p *pulse) start() {
	if !p.beats() {
		return
	}
	go func() {
		tick := time.NewTicker(p.every)
		defer tick.Stop()
		for {
			select {
			case <-p.done:
				return
			case <-tick.C:
				p.beat()
			}
		}
	}()
}

// stop ends it. Where the player begins anew, nobody is told.
func (p *pulse) stop(anew bool) {
	close(p.done)
	if !anew {
		p.tell(daemon.SdNotifyStopping)
	}
}

// updated is told of each update at its beginning: whether the picture is one that
// was to be drawn before, and what can tell where the story is.
func (p *pulse) updated(owed bool, link func() play.Link) {
	p.owed.Store(owed)
	if p.asks.Swap(false) {
		at := link().String()
		p.at.Store(&at)
	}
	p.updates.Add(1)
}

// drew is told of each frame.
func (p *pulse) drew() {
	if p.frames.Add(1) == 1 {
		p.tell(daemon.SdNotifyReady)
	}
}

func (p *pulse) tell(state string) {
	if p.notify == nil {
		return
	}
	if err := p.notify(state); err != nil {
		p.log("whoever watches does not hear: " + err.Error())
		p.notify = nil
	}
}

// beat feeds the watchdog and writes the file, if the picture is shown.
func (p *pulse) beat() {
	if !p.shows(p.every) {
		select {
		case <-p.done:
			return
		default:
		}
		if !p.stuck {
			p.log("the picture is not drawn any more; whoever watches is not told that it is")
		}
		p.stuck = true
		return
	}
	p.stuck = false
	p.tell(daemon.SdNotifyWatchdog)
	if p.file == "" {
		return
	}
	if err := p.write(); err != nil && !p.told {
		p.told = true
		p.log("the heartbeat is not written: " + err.Error())
	}
}

// shows reports whether the loop answers within a time, and draws a picture in it or owes
// none: one that moves owes the next all the time. Any goroutine may ask.
func (p *pulse) shows(within time.Duration) bool {
	before, drawn := p.updates.Load(), p.frames.Load()
	p.asks.Store(true)
	p.wake()
	for range 100 {
		if p.updates.Load() > before && (!p.owed.Load() || p.frames.Load() > drawn) {
			return true
		}
		select {
		case <-p.done:
			return false
		case <-time.After(within / 100):
		}
	}
	return false
}

// heartbeat is what the file says, as JSON.
type heartbeat struct {
	Time   time.Time `json:"time"`
	At     string    `json:"at"`     // a link into the story
	Frames uint64    `json:"frames"` // that were drawn since the player began
}

// write puts the file in place whole. It is not to outlast a power cut.
func (p *pulse) write() error {
	h := heartbeat{Time: time.Now().Round(time.Second), Frames: p.frames.Load()}
	if at := p.at.Load(); at != nil {
		h.At = *at
	}
	data, err := json.Marshal(h)
	if err != nil {
		return err
	}
	next := filepath.Join(filepath.Dir(p.file), "."+filepath.Base(p.file)+".next")
	if err := os.WriteFile(next, append(data, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(next, p.file)
}
