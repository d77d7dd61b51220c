package main

import (
	"slices"
	"time"

	"lianhua/internal/chrome"
	"lianhua/internal/hall/plan"
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

// beatsOf are how many beats each scene has.
func beatsOf(scenes []stage.Scene) map[string]int {
	all := map[string]int{}
	for _, s := range scenes {
		all[s.Name()] = len(s.Beats())
	}
	return all
}

// inHall has a player look after itself as its plan says. It returns the scenes that
// are played, of those there are, and what knows the hall's nights.
func inHall(o *play.Options, set *plan.Settings, all []stage.Scene) ([]stage.Scene, *night) {
	dark := &night{set: set}
	dark.turns(time.Now())
	hall := dark.hall()
	o.Playing, o.Excerpt, o.Chrome, o.Hall = true, o.Excerpt || len(set.LeaveOut) > 0, chrome.Hall, &hall
	return without(all, set.LeaveOut), dark
}

// drifting is where the picture of a hall stands that began to be shown then; nil: in its
// place.
func drifting(began time.Time, pixels int) func() (x, y int) {
	if pixels == 0 {
		return nil
	}
	d := drift{pixels}
	return func() (x, y int) { return d.at(time.Since(began)) }
}

// without is the scenes whose names are not among those left out.
func without(scenes []stage.Scene, leftOut []string) []stage.Scene {
	return slices.DeleteFunc(slices.Clone(scenes), func(s stage.Scene) bool { return slices.Contains(leftOut, s.Name()) })
}

// nightTheme is the theme of the night's hours.
const nightTheme = "night"

// night turns a hall's first look dark while it is.
type night struct {
	set  *plan.Settings
	dark bool
}

// turns sees what time it is, and reports whether it has become night or day.
func (n *night) turns(now time.Time) bool {
	dark := n.set.Night.At(now)
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
	return play.Hall{Quiet: set.Quiet, Ask: set.Ask, Looks: looks, Round: set.Round(), Speed: set.Speed, Code: set.Code, Picture: chrome.Above, Low: lowered(set.LowReach)}
}

// tell has the next round, and the next visitor, begin as the hour wants it.
func (n *night) tell(m *play.Machine, now time.Time) {
	if n.turns(now) {
		m.SetHall(n.hall())
	}
}
