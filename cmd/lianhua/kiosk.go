//go:build !js

package main

import (
	"slices"
	"strconv"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/chrome"
	"lianhua/internal/hall"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func names(scenes []stage.Scene) []string {
	var all []string
	for _, s := range scenes {
		all = append(all, s.Name())
	}
	return all
}

// themesOf are the names of a story's themes; nil where it cannot be read.
func themesOf(data []byte) []string {
	b, err := story.Decode(data)
	if err != nil {
		return nil
	}
	var all []string
	for _, t := range b.Themes() {
		all = append(all, t.Name())
	}
	return all
}

// without is the scenes whose names are not among those left out.
func without(scenes []stage.Scene, leftOut []string) []stage.Scene {
	return slices.DeleteFunc(slices.Clone(scenes), func(s stage.Scene) bool { return slices.Contains(leftOut, s.Name()) })
}

// nightTheme is the theme of the night's hours.
const nightTheme = "night"

// night turns a kiosk's first look dark while its hall is.
type night struct {
	set  *hall.Settings
	dark bool
}

// turns sees what time it is, and reports whether it has become night or day.
func (n *night) turns(now time.Time) bool {
	h, mi, s := now.Clock()
	dark := n.set.Night.At(time.Duration(h)*time.Hour + time.Duration(mi)*time.Minute + time.Duration(s)*time.Second)
	turned := dark != n.dark
	n.dark = dark
	return turned
}

// hall is how the player behaves at the time that turns has seen.
func (n *night) hall() play.Hall {
	set, looks := n.set, n.set.Looks()
	if n.dark {
		for i := range looks {
			looks[i].Theme = nightTheme
		}
	}
	return play.Hall{Quiet: set.Quiet, Ask: set.Ask, Looks: looks, Speed: set.Speed, Code: set.Code, Picture: chrome.Above}
}

// tell has the next round, and the next visitor, begin as the hour wants it.
func (n *night) tell(m *play.Machine, now time.Time) {
	if n.turns(now) {
		m.SetHall(n.hall())
	}
}

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
