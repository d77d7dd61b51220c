//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"syscall"

	"lianhua/internal/gpu"
	"lianhua/internal/hall/monitors"
)

// errAnew ends a player that is to begin anew.
var errAnew = errors.New("the player is to begin anew")

// beginAnew puts another player in this one's place, in the same process: whoever keeps it
// running has nothing to do. It returns only where the system cannot.
func beginAnew() error {
	program, err := os.Executable()
	if err == nil {
		err = syscall.Exec(program, os.Args, os.Environ())
	}
	return fmt.Errorf("the player does not begin anew by itself: %w", err)
}

// lit waits for a monitor that is on: without one there is no window. It reports whether
// the player was ended first.
func (w *window) lit(log func(string)) (ended bool) {
	m, err := monitors.Open(os.Getenv("DISPLAY"))
	if err != nil {
		return false // what shows the window says what is wrong
	}
	defer m.Close()
	err = m.Await(w.end, func() { log("no monitor is on: the player waits for one") })
	if err == nil {
		return false
	}
	select {
	case <-w.end:
		return true
	default:
		return false
	}
}

// watchMonitors has the player look at its window after each change of the monitors.
func (w *window) watchMonitors(log func(string)) (stop func()) {
	m, err := monitors.Open(os.Getenv("DISPLAY"))
	if errors.Is(err, monitors.ErrSilent) {
		return func() {} // what shows the window says what is wrong
	}
	if err != nil {
		log("a change of the screen is not followed: " + err.Error())
		return func() {}
	}
	go m.Watch(func(on []monitors.Size) {
		w.on.Store(&on)
		gpu.Wake()
	})
	return m.Close
}

// unfit reports, once after a change, that the window fills none of the monitors: without
// a window manager it keeps its size, with one it may come back as a small one with a
// frame, and Ebitengine still knows only the monitors that it began with.
func (w *window) unfit(g *game) bool {
	on := w.on.Swap(nil)
	if on == nil {
		return false
	}
	width, height := g.screen()
	return !slices.Contains(*on, monitors.Size{Width: int(width), Height: int(height)})
}
