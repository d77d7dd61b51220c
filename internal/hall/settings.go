package hall

import (
	_ "embed"
	"time"

	"lianhua/internal/anim"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

// File is the settings as they are without a file, each explained.
//
//go:embed kiosk.toml
var File string

// Settings are how a hall's screen shows the story.
type Settings struct {
	Start, Return string       // links into the story
	Quiet, Ask    anim.Seconds // see play.Hall
	Speed         float64      // of playback
	LeaveOut      []string     // scenes, by name
	Languages     []story.Lang // of the loop, at least one
	Themes        []string     // of the loop, at least one
	Night         Night
	LargeType     bool
	Drift         int // by how many pixels the picture moves over minutes
	Visits        Visits
	Heartbeat     string // the file of the player's pulse; empty: none
	Look          string // the folder of pictures of the screen
	Metrics       string // the loopback address where the player tells how it is; empty: nowhere
	Monitor       int    // from 1; 0: the system's first
}

// Visits is where what visitors did is kept; an empty folder: nowhere.
type Visits struct {
	Folder string
	Months int
}

// Night is when the first theme is the night's, as times of a day; both alike: never.
type Night struct{ From, To time.Duration }

// At reports whether it is night at a time of day.
func (n Night) At(clock time.Duration) bool {
	if n.From <= n.To {
		return clock >= n.From && clock < n.To
	}
	return clock >= n.From || clock < n.To
}

// Looks are the loop's, a round in each: all languages in the first theme, then in
// the next.
func (s *Settings) Looks() []play.Look {
	var all []play.Look
	for _, theme := range s.Themes {
		for _, lang := range s.Languages {
			all = append(all, play.Look{Lang: lang, Theme: theme})
		}
	}
	return all
}

// Default is the settings without a file.
func Default() Settings {
	s, _ := read("kiosk.toml", File, Settings{Languages: []story.Lang{story.ZH}, Themes: []string{""}}, Known{})
	return s
}
