//go:build !js

package main

import (
	"slices"
	"strconv"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/assets"
	"lianhua/internal/authoring"
	"lianhua/internal/chrome"
	"lianhua/internal/hall"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// mostSettings is the largest file of settings that is read, in bytes.
const mostSettings = 1 << 20

// settle is how a kiosk is set up: by its file, and by what the call says. What is
// wrong in the file goes to the log.
func settle(o options, scenes []stage.Scene, log func(string)) hall.Settings {
	set := hall.Default()
	if o.settings != "" {
		known := hall.Known{Scenes: names(scenes), Themes: themesOf(assets.Story)}
		text, err := readBounded(o.settings, mostSettings)
		var problems []authoring.Problem
		if err == nil {
			set, problems = hall.Read(o.settings, text, known)
		} else {
			log("the settings are those without a file: " + o.settings + ": " + err.Error())
		}
		for _, p := range problems {
			log(p.String())
		}
	}
	if o.scene != "" {
		set.Start, set.Return = o.scene, o.scene
	}
	if o.inLang {
		set.Languages = append([]story.Lang{o.lang}, slices.DeleteFunc(slices.Clone(set.Languages), func(l story.Lang) bool { return l == o.lang })...)
	}
	if o.theme != "" {
		set.Themes = []string{o.theme}
	}
	return set
}

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

func hallOf(set *hall.Settings, looks []play.Look) *play.Hall {
	return &play.Hall{Quiet: set.Quiet, Ask: set.Ask, Looks: looks, Speed: set.Speed, Picture: chrome.Above}
}

// without is the scenes whose names are not among those left out.
func without(scenes []stage.Scene, leftOut []string) []stage.Scene {
	return slices.DeleteFunc(slices.Clone(scenes), func(s stage.Scene) bool { return slices.Contains(leftOut, s.Name()) })
}

// nightTheme is the theme of the night's hours.
const nightTheme = "night"

// night turns a kiosk's first look dark while its hall is.
type night struct {
	hours hall.Hours
	looks []play.Look // of the day
	dark  bool
}

// turns sees what time it is, and reports whether it has become night or day.
func (n *night) turns(now time.Time) bool {
	dark := n.hours.At(now)
	turned := dark != n.dark
	n.dark = dark
	return turned
}

// now is the looks at the time that turns has seen.
func (n *night) now() []play.Look {
	looks := slices.Clone(n.looks)
	if n.dark {
		for i := range looks {
			looks[i].Theme = nightTheme
		}
	}
	return looks
}

// tell has the next round, and the next visitor, begin as the hour wants it.
func (n *night) tell(m *play.Machine, now time.Time) {
	if n.turns(now) {
		m.SetLooks(n.now())
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
