package plan

import (
	"strconv"
	"time"

	"lianhua/internal/anim"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

// Settings are how a hall's screen shows the story.
type Settings struct {
	Start, Return string       // links into the story
	Quiet, Ask    anim.Seconds // see play.Hall
	Speed         float64      // of playback
	LeaveOut      []string     // scenes, by name
	Languages     []story.Lang // of the loop, at least one
	Themes        []string     // of the loop, at least one
	Beats         []string     // of the loop, "cover/1", or whole scenes, "cover"; none: all of the story
	Night         Hours        // when the first theme is the night's
	Awake         bool         // the screen is kept on
	Closed        Closed
	Code          string // of the staff, 4 to 12 digits; empty: none
	LargeType     bool
	LowReach      LowReach
	Rotation      int // by which the picture is turned clockwise: 0, 90, 180 or 270 degrees
	Drift         int // by how many pixels the picture moves over minutes
	Visits        Visits
	Updates       Updates
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

// Updates is where new content comes from and when it is shown; an empty source: from
// nowhere.
type Updates struct {
	Source string        // an address with https, or a folder
	Root   string        // the file by which what comes is trusted
	Hour   time.Duration // the time of day from which on it may be shown
	Folder string        // where packs are kept; empty: nowhere
	Name   string        // of this kiosk; empty: the machine's
}

// Hours are a part of each day, as times of day; both alike: never.
type Hours struct{ From, To time.Duration }

// At reports whether a time is in them, by its own clock.
func (h Hours) At(now time.Time) bool {
	hour, minute, second := now.Clock()
	clock := time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second
	if h.From <= h.To {
		return clock >= h.From && clock < h.To
	}
	return clock >= h.From || clock < h.To
}

// Closed is when the screen may go dark.
type Closed struct {
	Hours
	Off bool // it is switched off
}

// LowReach is where a screen hangs, for visitors who reach no higher than Reached: how
// high above the floor its picture begins and ends, in centimetres. Both 0: not said.
type LowReach struct{ Foot, Head int }

// Reached is how high what is touched may stand, in centimetres above the floor.
const Reached = 120

// Said reports whether it is known where the screen hangs.
func (r LowReach) Said() bool { return r != LowReach{} }

// Line is where Reached stands, in parts of the picture's height from its top.
func (r LowReach) Line() float64 {
	return max(0, float64(r.Head-Reached)/float64(r.Head-r.Foot))
}

// Wrong is what is wrong with it, and what to do; empty where nothing is.
func (r LowReach) Wrong() (message, hint string) {
	const measure = "measure from the floor to where the picture begins, and to where it ends, in centimetres"
	switch {
	case !r.Said():
	case r.Foot < 0 || r.Head > MostHead || r.Head < r.Foot+leastTall:
		return "a screen does not hang from " + strconv.Itoa(r.Foot) + " to " + strconv.Itoa(r.Head) + " cm", measure
	case r.Line() > 1-leastReached:
		return "less than a quarter of the screen stands below " + strconv.Itoa(Reached) + " cm", "hang it lower; " + measure
	}
	return "", ""
}

const (
	MostHead     = 500  // of any screen, in centimetres
	leastTall    = 20   // and how tall one is
	leastReached = 0.25 // the part in which a picture still has room
)

// Round is what the loop plays; none: all of the story.
func (s *Settings) Round() (all []play.Place) {
	for _, text := range s.Beats {
		if l, err := play.ParseLink(text); err == nil {
			all = append(all, play.Place{Scene: l.Scene, Beat: l.Beat})
		}
	}
	return all
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
