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

// The screens that a picture in large type is composed for: those whose forms have the
// largest type against the picture.
const (
	largeWidth  = 390 // upright: a phone's
	largeHeight = 450 // lying: a phone's held sideways
)

// largeType is how many times as large a picture is composed.
func largeType(width, height float64) float64 {
	if height > width {
		return max(1, width/largeWidth)
	}
	return max(1, height/largeHeight)
}
