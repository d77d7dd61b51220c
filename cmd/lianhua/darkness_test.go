//go:build !js

package main

import (
	"strings"
	"testing"
	"time"

	"lianhua/internal/geom"
	"lianhua/internal/hall"
)

// A closed hall's picture is black after a minute without a touch, until somebody touches it
// or the hall opens, and its loop rests meanwhile.
func TestAClosedHallIsDark(t *testing.T) {
	at := func(hour, minute, second int) time.Time {
		return time.Date(2026, 5, 3, hour, minute, second, 0, time.Local)
	}
	night := hall.Closed{Hours: hall.Hours{From: 22 * time.Hour, To: 30 * time.Hour % (24 * time.Hour)}, Off: true}
	var log []string
	g := &game{log: func(line string) { log = append(log, line) }}
	w := &window{darkness: newDarkness(night, at(21, 30, 0)), look: &look{}}
	for i, c := range []struct {
		at   time.Time
		do   func()
		dark bool
	}{
		{at(21, 59, 59), nil, false},
		{at(22, 0, 0), nil, true},
		{at(22, 10, 0), func() { w.cursor = geom.P(3, 4) }, false},
		{at(22, 10, 59), nil, false},
		{at(22, 11, 0), nil, true},
		{at(23, 0, 0), func() { w.pressed = true }, false},
		{at(23, 2, 0), nil, true}, // something lies on it
		{at(23, 3, 0), func() { w.held[0] = true }, false},
		{at(23, 5, 0), nil, true},
		{at(5, 59, 59).AddDate(0, 0, 1), nil, true},
		{at(6, 0, 0).AddDate(0, 0, 1), nil, false},
	} {
		if c.do != nil {
			c.do()
		}
		was := g.dark
		g.redraw = false
		w.dim(g, c.at)
		if g.dark != c.dark || g.redraw != (was != c.dark) {
			t.Errorf("%d: dark %v, drawn anew %v", i, g.dark, g.redraw)
		}
		if !c.dark {
			continue
		}
		if g.pace(0); g.moving { // of a picture that would move
			t.Errorf("%d: the loop runs", i)
		}
	}
	if len(log) != 8 || !strings.Contains(log[0], "black") || !strings.Contains(log[1], "shown again") {
		t.Errorf("the log says %q", log)
	}
	g.dark = true
	w.look.asked.Store(true)
	w.dim(g, at(23, 30, 0).AddDate(0, 0, 1))
	if w.look.asked.Load() || !strings.Contains(log[len(log)-1], "the screen is black") {
		t.Errorf("a look at it: %q", log)
	}
	for _, c := range []hall.Closed{{Hours: night.Hours}, {Off: true}} {
		if newDarkness(c, at(12, 0, 0)) != nil {
			t.Errorf("%+v is dark", c)
		}
	}
}
