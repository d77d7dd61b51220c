//go:build !js

package main

import (
	"strconv"

	"github.com/hajimehoshi/ebiten/v2"
)

// place puts the window on the monitor of the settings.
func (w *window) place(log func(string)) {
	if w.monitor == 0 {
		return
	}
	all := ebiten.AppendMonitors(nil)
	if w.monitor > len(all) {
		log("monitor " + strconv.Itoa(w.monitor) + " is not there: there are " + strconv.Itoa(len(all)))
		return
	}
	ebiten.SetMonitor(all[w.monitor-1])
}
