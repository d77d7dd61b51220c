//go:build !js

package main

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/hall"
)

// equip gives a kiosk what looks after it: what its settings ask for.
func (w *window) equip(g *game, set *hall.Settings, refused int, log func(string)) {
	w.monitor = set.Monitor
	if set.Visits.Folder != "" {
		w.visitors = newVisitors(set.Visits.Folder, set.Visits.Months, log)
	}
	w.look = &look{folder: set.Look, fonts: g.machine.Fonts(), log: log}
	paint := g.paint
	g.paint = func(screen *ebiten.Image, l *draw.List, scale float64) {
		paint(screen, l, scale)
		w.look.painted(screen, l, scale)
	}
	if set.LargeType {
		g.enlarge = largeType
	}
	if set.Drift > 0 {
		began, d := time.Now(), drift{set.Drift}
		g.drift = func() (x, y int) { return d.at(time.Since(began)) }
	}
	if w.pulse = newPulse(set.Heartbeat, set.Metrics != "", log); w.pulse != nil {
		g.drawn = w.pulse.drew
	}
	if set.Metrics != "" {
		w.told = newTold(set.Metrics, refused, w.pulse, log)
		g.drawn = func() {
			w.pulse.drew()
			w.told.Drew(g.moving)
		}
		g.failed = w.told.Panicked
	}
}

// attend begins what runs beside the player, and returns what ends it.
func (w *window) attend() (leave func()) {
	var ends []func()
	if w.look != nil {
		signals, stop := looks()
		go w.look.listen(signals)
		ends = append(ends, stop)
	}
	if w.visitors != nil {
		w.visitors.start()
		ends = append(ends, w.visitors.stop)
	}
	if w.pulse != nil {
		w.pulse.start()
		ends = append(ends, w.pulse.stop)
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
