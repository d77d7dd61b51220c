//go:build !js

package main

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/hall"
	"lianhua/internal/hall/awake"
)

// equip gives a kiosk what looks after it: what its settings ask for.
func (w *window) equip(g *game, set *hall.Settings, log func(string)) {
	w.monitor = set.Monitor
	if set.Awake && w.kiosk {
		closed := set.Closed // read beside the loop, which may change the settings
		w.closed = &closed
	}
	if w.kiosk {
		w.darkness = newDarkness(set.Closed, time.Now())
	}
	if set.Visits.Folder != "" {
		w.visitors = newVisitors(set.Visits.Folder, set.Visits.Months, log)
	}
	w.look = &look{fonts: g.machine.Fonts(), log: log}
	paint := g.paint
	g.paint = func(screen *ebiten.Image, l *draw.List, scale float64) {
		paint(screen, l, scale)
		w.look.painted(screen, l, scale)
	}
	w.began = time.Now()
	w.dress(g, set)
	if w.pulse = newPulse(set.Heartbeat, set.Metrics != "" || w.updates != nil, log); w.pulse != nil {
		g.drawn = w.pulse.drew
	}
	if set.Metrics != "" {
		w.told = newTold(set.Metrics, w.refused.Load, w.pulse, log)
		g.drawn = func() {
			w.pulse.drew()
			w.told.Drew(g.moving)
		}
		g.failed = w.told.Panicked
	}
	if u := w.updates; u != nil {
		u.shows = func() bool { return w.pulse.shows(tendEvery/2) && w.pulse.frames.Load() > 0 }
		told := g.failed
		g.failed = func() {
			if told != nil {
				told()
			}
			u.failed.Store(true)
		}
		if w.told != nil {
			w.told.Packs(u.store.Shown)
			u.fetched = w.told.Fetched
		}
	}
}

// dress gives the picture the form that settings ask for: at the start, and when they
// change.
func (w *window) dress(g *game, set *hall.Settings) {
	w.look.folder = set.Look
	chosen := *set // the present one may change
	g.enlarge = enlarging(&chosen, g.machine.Lowered)
	g.turn = turnOf(set.Rotation)
	g.drift = drifting(w.began, set.Drift)
}

// attend begins what runs beside the player, and returns what ends it.
func (w *window) attend() (leave func()) {
	var ends []func()
	if w.look != nil {
		signals, stop := looks()
		go w.look.listen(signals)
		ends = append(ends, stop)
	}
	if w.closed != nil {
		ends = append(ends, awake.Start(w.closed.At, w.closed.Off, w.look.log).Stop)
	}
	if w.kiosk {
		ends = append(ends, w.watchMonitors(w.look.log))
	}
	if w.darkness != nil {
		ends = append(ends, w.darkness.wakes())
	}
	if w.visitors != nil {
		w.visitors.start()
		ends = append(ends, w.visitors.stop)
	}
	if w.pulse != nil {
		w.pulse.start()
		ends = append(ends, func() { w.pulse.stop(w.anew) })
	}
	if w.updates != nil {
		ends = append(ends, w.updates.start())
	}
	if w.told != nil {
		w.told.start()
		ends = append(ends, w.told.stop)
	}
	return func() {
		for _, end := range ends {
			end()
		}
	}
}
