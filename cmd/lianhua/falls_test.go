//go:build !js

package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/assets"
)

// A story that ends the player time after time is left for the built-in one, until its file
// changes or an hour has passed; one that runs well or is ended well is not.
func TestAStoryThatEndsThePlayerIsLeft(t *testing.T) {
	dir := t.TempDir()
	story := filepath.Join(dir, "story.lh")
	put := func(text []byte) {
		t.Helper()
		if err := os.WriteFile(story, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put(assets.Story)
	var log []string
	state := func(name string) string {
		return map[string]string{"STATE_DIRECTORY": dir + ":" + filepath.Join(dir, "visits")}[name]
	}
	f := newFalls(story, state, func(line string) { log = append(log, line) })
	now := time.Now().Add(time.Minute) // a player notes the present time
	// plays is a player that begins with the story and ends so, and whether it was left.
	plays := func(err error) bool {
		t.Helper()
		if f.leaves(now) {
			return true
		}
		g := &game{input: func(*game) {}}
		ended := f.watch(g)
		g.input(g)
		g.input(g)
		ended(&err)
		return false
	}
	broke := errors.New("broken down")
	expect := func(what string, want bool, how ...error) {
		t.Helper()
		for i, err := range how {
			if left := plays(err); left != (want && i == len(how)-1) {
				t.Errorf("%s, start %d: left %v", what, i+1, left)
			}
		}
	}
	expect("ended well between", false, broke, broke, nil, broke, broke, nil)
	expect("thrice", true, broke, broke, broke, broke)
	if len(log) != 1 || !strings.Contains(log[0], "story.lh has ended the player 3 times") {
		t.Errorf("the log says %q", log)
	}
	soon := now
	now = now.Add(2 * time.Hour)
	expect("an hour later, once more", false, broke)
	now = soon
	expect("and then", true, broke)
	put(append([]byte(nil), assets.Story[:99]...))
	expect("another file", true, broke, broke, broke, broke)
	now = now.AddDate(-1, 0, 0)
	expect("a clock that was set back", false, nil, broke)
	if err := os.Remove(story); err != nil {
		t.Fatal(err)
	}
	expect("no file", false, broke, broke, broke, broke)
}

// A story that is left is followed all the same, and another one in its place is taken.
func TestAStoryThatIsLeftIsFollowed(t *testing.T) {
	story := filepath.Join(t.TempDir(), "story.lh")
	if err := os.WriteFile(story, assets.Story, 0o644); err != nil {
		t.Fatal(err)
	}
	o, err := parse([]string{"--kiosk", "--story", story})
	if err != nil {
		t.Fatal(err)
	}
	for _, leave := range []bool{true, false} {
		o.leave = leave
		shown := false
		_, w, err := begin(o, func(line string) { shown = shown || strings.Contains(line, "this story is shown") })
		if err != nil || shown == leave {
			t.Errorf("left %v: shown %v, %v", leave, shown, err)
		}
		if now, _ := stampOf(story); !now.is(w.file.seen) {
			t.Errorf("left %v: the file counts as changed", leave)
		}
	}
}
