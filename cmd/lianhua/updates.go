//go:build !js

package main

import (
	"context"
	"hash/fnv"
	"strings"
	"sync/atomic"
	"time"

	"lianhua/internal/gpu"
	"lianhua/internal/hall/store"
	"lianhua/internal/stage"
)

// updates has a kiosk show the newest pack that it has, and brings newer ones: fetched
// beside the loop, proved at the quiet hour, shown by a player that begins anew, and taken
// back where it fails.
type updates struct {
	store *store.Store
	fetch func(ctx context.Context, have uint64) (version uint64, data []byte, err error) // nil: from nowhere
	name  string                                                                          // of this kiosk
	hour  time.Duration                                                                   // from which on a pack may be shown
	suits func(data []byte) error                                                         // without drawing
	prove func(data []byte) error                                                         // by drawing all of it
	shows func() bool                                                                     // whether the picture is drawn
	wake  func()                                                                          // asks for an update
	log   func(string)

	fetched func(err error) // is told of each time; nil: nobody is

	vacant atomic.Bool // nobody is there
	failed atomic.Bool // a picture could not be drawn
	anew   atomic.Bool // the player is to begin anew, when nobody is there

	proved uint64 // the version that waits for nobody to be there
	runs   bool   // the loop does, and the store knows
	good   int    // how many beats of a trial were good
	beats  int    // since it counts
	said   string // the last word of fetching: the same one each hour is told once
}

const (
	fetchEvery = time.Hour
	// fetchWithin is when all of a house's kiosks, switched on together, have asked first.
	fetchWithin = 5 * time.Minute
	tendEvery   = 10 * time.Second
	// goodBeats are how many of a trial in a row let a pack count: a minute.
	goodBeats = 6
	// wellBeats are how many let a pack's earlier falls be forgotten: ten minutes, as a
	// supervisor's.
	wellBeats = 60
)

// newUpdates is what brings the packs of a folder up to date.
func newUpdates(folder store.Files, name string, hour time.Duration, played func() []stage.Scene, log func(string)) *updates {
	return &updates{
		store: store.Open(folder, version(), log), name: name, hour: hour, log: log, wake: gpu.Wake,
		suits: func(data []byte) error {
			_, _, err := readPack(data, played())
			return err
		},
		// By scenes of its own, as a story's file is.
		prove: func(data []byte) error {
			_, v, err := readPack(data, played())
			if err != nil {
				return err
			}
			return drawable(v)
		},
	}
}

// begin is what is shown from the start on.
func (u *updates) begin(played []stage.Scene) content {
	shown := builtIn()
	version := u.store.Begin(time.Now(), func(data []byte, proved bool) error {
		c, _, err := readPack(data, played)
		if err == nil && !proved { // as by the player before an upgrade
			err = u.prove(data)
		}
		if err == nil {
			shown = c
		}
		return err
	})
	if version == 0 {
		return builtIn()
	}
	u.log(packTitle(version) + " is shown")
	return shown
}

// start fetches and tends until stop.
func (u *updates) start() (stop func()) {
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		beats := time.NewTicker(tendEvery)
		defer beats.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case now := <-beats.C:
				u.tend(now)
			}
		}
	}()
	if u.fetch != nil {
		go func() {
			next := time.NewTimer(u.firstFetch())
			defer next.Stop()
			for {
				select {
				case <-ctx.Done():
					return
				case now := <-next.C:
					u.take(ctx, now)
					next.Reset(fetchEvery)
				}
			}
		}()
	}
	return stop
}

// firstFetch is how long after its start a kiosk fetches first, by its name.
func (u *updates) firstFetch() time.Duration {
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(u.name)) // as all hashes, it does not fail
	return time.Duration(sum.Sum64() % uint64(fetchWithin))
}

// take fetches what is newer, and keeps it.
func (u *updates) take(ctx context.Context, now time.Time) {
	version, data, err := u.fetch(ctx, u.store.Newest())
	if ctx.Err() != nil {
		return // the player ends
	}
	if u.fetched != nil {
		u.fetched(err)
	}
	switch {
	case err != nil:
		u.say("new content does not come: " + err.Error())
		return
	case data == nil:
		u.say("there is no newer content")
		return
	}
	if err := u.suits(data); err != nil {
		u.refuse(version, err)
		return
	}
	if err := u.store.Keep(version, data, now); err != nil {
		u.say("new content is not kept: " + err.Error())
		return
	}
	u.say(packTitle(version) + " has come, and waits for the quiet hour")
}

// say tells an outcome that is not the last one again.
func (u *updates) say(line string) {
	line = strings.ReplaceAll(line, "\n", "; ")
	if line != u.said {
		u.log(line)
	}
	u.said = line
}

func (u *updates) refuse(version uint64, why error) {
	line := packTitle(version) + " is not taken: " + why.Error()
	if err := u.store.Refuse(version); err != nil {
		line += " (" + err.Error() + ")"
	}
	u.log(strings.ReplaceAll(line, "\n", "; "))
}

// tend does what is due: it ends a trial, or has a pack shown.
func (u *updates) tend(now time.Time) {
	if u.store.Tried() {
		u.try()
		return
	}
	if u.beats++; u.beats == wellBeats {
		u.noted(u.store.Well())
	}
	if version, since := u.store.Waits(); version != 0 && !u.anew.Load() && u.vacant.Load() && quiet(now, since, u.hour) {
		u.turn(version)
	}
}

// try watches the pack on trial.
func (u *updates) try() {
	if u.failed.Load() {
		u.store.Withdraw("a picture of it could not be drawn")
		u.restart()
		return
	}
	if !u.shows() {
		u.good = 0
		return
	}
	if u.good++; u.good < goodBeats {
		return
	}
	if err := u.store.Confirm(); err != nil {
		u.log("the trial of " + packTitle(u.store.Shown()) + " does not end: " + err.Error())
		u.good = 0
		return
	}
	u.log(packTitle(u.store.Shown()) + " has run well")
}

// turn proves a pack and has it shown.
func (u *updates) turn(version uint64) {
	if version != u.proved {
		kept, data, err := u.store.Waiting()
		if err != nil {
			u.log(packTitle(version) + " waits no more: " + strings.ReplaceAll(err.Error(), "\n", "; "))
			return
		}
		if err := u.prove(data); err != nil {
			u.refuse(kept, err)
			return
		}
		u.proved = kept
	}
	if !u.vacant.Load() {
		return
	}
	if err := u.store.Switch(u.proved); err != nil {
		u.log(packTitle(version) + " is not shown: " + err.Error())
		return
	}
	u.log(packTitle(version) + " is proved: the player begins anew with it")
	u.restart()
}

// running is told at each update of the loop: what ends a player before its first one is no
// pack's fault.
func (u *updates) running() {
	if u.runs {
		return
	}
	u.runs = true
	u.noted(u.store.Runs())
}

// noted tells that the store could not note something.
func (u *updates) noted(err error) {
	if err != nil {
		u.log("how " + packTitle(u.store.Shown()) + " runs is not noted: " + err.Error())
	}
}

func (u *updates) restart() {
	u.anew.Store(true)
	u.wake()
}

// interrupt is told before the player ends without a fault.
func (u *updates) interrupt() {
	u.noted(u.store.Interrupt())
}

// quiet reports whether the quiet hour has come since a time: a kiosk that is off at night
// shows in the morning what came the day before. A time to come is of a clock that was
// set since, and says nothing.
func quiet(now, since time.Time, hour time.Duration) bool {
	on := func(day time.Time) time.Time {
		y, m, d := day.In(now.Location()).Date()
		return time.Date(y, m, d, 0, int(hour/time.Minute), 0, 0, now.Location())
	}
	if since.After(now) {
		today := on(now)
		return !now.Before(today) && now.Before(today.Add(time.Hour))
	}
	first := on(since)
	if !first.After(since) {
		y, m, d := since.In(now.Location()).Date()
		first = on(time.Date(y, m, d+1, 12, 0, 0, 0, now.Location()))
	}
	return !now.Before(first)
}
