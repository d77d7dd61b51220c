//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"lianhua/internal/durable"
)

// falls counts how often a story's file has ended a player that nobody of ours supervises:
// what starts it anew, systemd, knows of no story.
type falls struct {
	file  string // of the count; it outlasts the player
	story string
	log   func(string)
}

const (
	// mostFalls are how often a file ends the player, time after time, before it has run
	// well, until the built-in story is shown.
	mostFalls = 3
	// ranWell is how long a player runs until that is forgotten.
	ranWell = 10 * time.Minute
	// fallenFor is how long the built-in story stands in for the file.
	fallenFor = time.Hour
)

// fallen is the count as it is kept, and of which file.
type fallen struct {
	Story    string    `json:"story"`
	Size     int64     `json:"size"`
	Modified time.Time `json:"modified"`
	Falls    int       `json:"falls"`
	Last     time.Time `json:"last"`
}

// newFalls keeps the count of a story's file in the unit's folder of state, or in the
// user's folder for what may be lost.
func newFalls(story string, env func(string) string, log func(string)) *falls {
	folder := ""
	if all := filepath.SplitList(env("STATE_DIRECTORY")); len(all) > 0 {
		folder = all[0]
	} else if cache, err := os.UserCacheDir(); err == nil {
		folder = cache
	}
	return &falls{file: filepath.Join(folder, "lianhua-story-falls.json"), story: story, log: log}
}

// kept is the count of the file as it is now, and false where there is no file.
func (f *falls) kept() (now fallen, there bool) {
	info, err := os.Stat(f.story)
	if err != nil {
		return now, false
	}
	now = fallen{Story: f.story, Size: info.Size(), Modified: info.ModTime().UTC()}
	var was fallen
	if text, err := readBounded(f.file, mostSettings); err == nil {
		_ = json.Unmarshal(text, &was) // a damaged count begins again
	}
	if was.Story == now.Story && was.Size == now.Size && was.Modified.Equal(now.Modified) {
		now.Falls, now.Last = was.Falls, was.Last
	}
	return now, true
}

// leaves reports whether the file is to be left for the built-in story.
func (f *falls) leaves(now time.Time) bool {
	k, _ := f.kept()
	// A clock that was set back must not keep the story away.
	if since := now.Sub(k.Last); k.Falls < mostFalls || since < 0 || since >= fallenFor {
		return false
	}
	f.log(fmt.Sprintf("%s has ended the player %d times: the built-in story is shown until the file changes, or the player begins an hour later", f.story, k.Falls))
	return true
}

// begins notes that a window begins with the file, which has fallen until it is told
// otherwise.
func (f *falls) begins(now time.Time) {
	k, there := f.kept()
	if !there {
		return // nothing that could end the player
	}
	k.Falls, k.Last = min(k.Falls, mostFalls-1)+1, now.UTC()
	text, err := json.Marshal(k)
	if err == nil {
		err = durable.WriteFile(f.file, text)
	}
	if err != nil {
		f.log("how often the story ends the player is not counted: " + err.Error())
	}
}

// watch has a game count itself with its first update, and forget that when it has run
// well; what it returns takes how it ended.
func (f *falls) watch(g *game) (ended func(err *error)) {
	input, begun := g.input, false
	well := time.AfterFunc(ranWell, f.stands)
	g.input = func(g *game) {
		if !begun {
			begun = true
			f.begins(time.Now())
		}
		input(g)
	}
	return func(err *error) {
		if well.Stop() && *err == nil && begun {
			f.stands()
		}
	}
}

// stands forgets the falls: the player has ended well, or has run for long.
func (f *falls) stands() {
	if err := os.Remove(f.file); err != nil && !os.IsNotExist(err) {
		f.log("the count of what the story has ended stays: " + err.Error())
	}
}
