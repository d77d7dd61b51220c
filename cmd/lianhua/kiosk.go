//go:build !js

package main

import (
	"slices"
	"strconv"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/assets"
	"lianhua/internal/authoring"
	"lianhua/internal/hall"
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
