//go:build !js

package main

import (
	"time"

	"lianhua/internal/geom"
	"lianhua/internal/gpu"
	"lianhua/internal/hall"
)

// darkness makes the picture black while a hall is closed that wants its screen off, when
// nobody touches it: X switches the screen off too, cage's X cannot.
type darkness struct {
	closed hall.Closed
	last   deeds
	acted  time.Time // when they were others
}

// deeds are what somebody does with mouse, fingers and keys.
type deeds struct {
	cursor  geom.Pt
	pressed bool
	fingers int
	held    [len(keys)]bool
}

const (
	// darkAfter is for how long nobody has touched the screen.
	darkAfter = time.Minute
	// darkEvery is how often a picture that rests looks whether the hall has opened.
	darkEvery = 5 * time.Second
)

// newDarkness is nil where the screen stays on.
func newDarkness(closed hall.Closed, now time.Time) *darkness {
	if !closed.Off || closed.From == closed.To {
		return nil
	}
	return &darkness{closed: closed, acted: now}
}

// falls reports whether it is dark.
func (d *darkness) falls(now deeds, at time.Time) bool {
	if now != d.last {
		d.last, d.acted = now, at
	}
	return d.closed.At(at) && at.Sub(d.acted) >= darkAfter
}

// dim turns the picture black, or on again.
func (w *window) dim(g *game, now time.Time) {
	dark := w.darkness.falls(deeds{w.cursor, w.pressed, len(w.touches), w.held}, now)
	if dark && w.look != nil && w.look.asked.Swap(false) {
		g.log("look: the hall is closed, and the screen is black")
	}
	if dark == g.dark {
		return
	}
	g.dark, g.redraw = dark, true
	if dark {
		g.log("the hall is closed: the picture is black until it opens, or somebody touches the screen")
	} else {
		g.log("the picture is shown again")
	}
}

// wakes has a picture that rests look at the time, until stop.
func (d *darkness) wakes() (stop func()) {
	tick, done := time.NewTicker(darkEvery), make(chan struct{})
	go func() {
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				gpu.Wake()
			}
		}
	}()
	return func() { close(done) }
}
