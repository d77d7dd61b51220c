//go:build !js

package main

import (
	"errors"
	"slices"
	"strings"
	"time"

	"lianhua/assets"
	"lianhua/internal/authoring"
	"lianhua/internal/gpu"
	"lianhua/internal/hall"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// mostSettings is the largest file of settings that is read, in bytes.
const mostSettings = 1 << 20

// readSettings reads a file of settings for these scenes, with what is wrong in it.
func readSettings(path string, scenes []stage.Scene) (hall.Settings, []authoring.Problem, error) {
	text, err := readBounded(path, mostSettings)
	if err != nil {
		return hall.Default(), nil, err
	}
	set, problems := hall.Read(path, text, hall.Known{Scenes: names(scenes), Themes: themesOf(assets.Story), Beats: beatsOf(scenes)})
	return set, problems, nil
}

// settle is how a kiosk is set up when it starts: by its file, and by what the call
// says. What is wrong in the file goes to the log, and is as without the file.
func settle(o options, scenes []stage.Scene, log func(string)) hall.Settings {
	set := hall.Default()
	if o.settings != "" {
		var problems []authoring.Problem
		var err error
		if set, problems, err = readSettings(o.settings, scenes); err != nil {
			log("the settings are those without a file: " + o.settings + ": " + err.Error())
		}
		for _, p := range problems {
			log(p.String())
		}
	}
	return overrule(set, o)
}

// overrule gives the call the last word.
func overrule(set hall.Settings, o options) hall.Settings {
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

// wrongSettings is what is wrong in a file of settings.
type wrongSettings []authoring.Problem

func (w wrongSettings) Error() string { return w[0].String() }

// newSettingsFile follows a kiosk's settings from how they are now. A change in which
// anything is wrong is refused whole: who saved it looks on, and mends it; refused is told how
// much is wrong.
func newSettingsFile(o options, scenes []stage.Scene, refused func(lines int), log func(string)) *follower[hall.Settings] {
	read := func(path string) (hall.Settings, error) {
		set, problems, err := readSettings(path, scenes)
		if err == nil && len(problems) > 0 {
			err = wrongSettings(problems)
		}
		return overrule(set, o), err
	}
	f := newFollower(o.settings, read, func(err error) {
		if wrong, ok := errors.AsType[wrongSettings](err); ok {
			refused(len(wrong))
			for _, p := range wrong {
				log(p.String())
			}
		} else {
			refused(1)
			log(o.settings + ": " + err.Error())
		}
		log(o.settings + ": all settings stay as they were until this is mended")
	})
	f.seen, _ = stampOf(o.settings)
	return f
}

// resettle takes changed settings while the player runs.
func (w *window) resettle(g *game, next hall.Settings, now time.Time) {
	path, was := w.settings.path, *w.night.set
	w.refused.Store(0)
	late := keepLate(&next, &was)
	*w.night.set = next
	w.night.turns(now)
	g.machine.SetHall(w.night.hall())
	w.dress(g, &next)
	begins := next.Start != was.Start || !slices.Equal(next.Looks(), was.Looks()) || !slices.Equal(next.Beats, was.Beats) || next.Night != was.Night
	led := true
	if begins && g.machine.Attracts() {
		led = g.machine.Begin(next.Start)
	}
	if !g.machine.SetReturn(next.Return) || !led {
		g.log(path + ": the story has not both of " + next.Start + " and " + next.Return + "; where it has none, it begins as before")
	}
	g.log(path + ": these settings hold now")
	if len(late) > 0 {
		g.log(path + ": what has changed of these holds when the player is started again: " + strings.Join(late, ", "))
	}
	g.redraw = true
	gpu.Wake() // a window of another size is found at the next update
}

// keepLate leaves in changed settings what holds from the start on as it was, and names
// what would have changed of that.
func keepLate(next, was *hall.Settings) (late []string) {
	for _, l := range [...]struct {
		name string
		keep func() (changed bool)
	}{
		{"leave-out", func() bool {
			changed := !slices.Equal(next.LeaveOut, was.LeaveOut)
			next.LeaveOut = was.LeaveOut
			return changed
		}},
		{"visits", keeping(&next.Visits, was.Visits)},
		{"updates", keeping(&next.Updates, was.Updates)},
		{"heartbeat", keeping(&next.Heartbeat, was.Heartbeat)},
		{"monitor", keeping(&next.Monitor, was.Monitor)},
		{"awake", keeping(&next.Awake, was.Awake)},
		{"closed", keeping(&next.Closed, was.Closed)},
		{"metrics", keeping(&next.Metrics, was.Metrics)},
	} {
		if l.keep() {
			late = append(late, l.name)
		}
	}
	return late
}

// keeping leaves a setting as it was, and reports whether it would have changed.
func keeping[T comparable](next *T, was T) (keep func() (changed bool)) {
	return func() bool {
		changed := *next != was
		*next = was
		return changed
	}
}
