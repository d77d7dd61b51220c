package main

import (
	"time"

	"lianhua/internal/draw"
	"lianhua/internal/gpu"
)

// idle is what a game does while nothing moves: it makes the small pictures of the
// contents, one at a time, so that they stand there when they are asked for. What is
// made is kept, and when all is made a still picture has no timer. Where graphics are
// weak, only the lists of the pictures are made: their pixels would hold up the page.
type idle struct {
	list  draw.List
	of    prepared // what was made last, or is being made
	done  bool
	after float64 // how long nothing is to move before the next, in seconds
	since float64 // and for how long it has not
	weak  bool    // whether pixels take long here
}

// prepared is what the small pictures depend on.
type prepared struct {
	lang, theme   string
	width, height float64
	scale         float64
	changes       int
}

const (
	atRest  = 1.5  // how long nothing has moved before the first is made, in seconds
	between = 0.03 // and between two

	// hold is how long pixels may hold up the page.
	hold = 40 * time.Millisecond
)

// waits reports whether there is something to make.
func (w *idle) waits(g *game) bool {
	m := g.machine
	now := prepared{m.Lang().String(), m.Theme().Name, g.area().W, g.area().H, g.scale, m.Changes()}
	if now != w.of {
		w.of, w.done, w.after, w.since = now, false, atRest, 0
	}
	return !w.done && m.List() != nil
}

// work makes one. What cannot be drawn is met again, and dealt with, by the picture on
// the screen.
func (w *idle) work(g *game) {
	if !w.waits(g) || w.since < w.after {
		return
	}
	w.since = 0
	defer func() {
		if recover() != nil {
			w.done = true
		}
	}()
	more, ok := g.machine.Ahead(&w.list, g.area())
	made := false
	if ok && !w.weak {
		began := time.Now()
		if made = g.renderer.Ahead(&w.list, g.scale); !made && !more {
			g.renderer.Rehearse(&w.list, g.scale)
		}
		w.weak = time.Since(began) > hold
	}
	w.done, w.after = !more && (!made || w.weak), between
	gpu.Wake() // for an update, which sets the time of the next
}
