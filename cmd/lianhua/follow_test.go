//go:build !js

package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// reads reads story files as the player does.
func reads(t *testing.T) func(string) (*story.Bundle, error) {
	t.Helper()
	faces, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		t.Fatal(err)
	}
	return func(path string) (*story.Bundle, error) { return readStory(path, scenes.All(), faces) }
}

// put gives the file another content, as the studio does, some hours later.
func put(t *testing.T, path string, data []byte, later int) {
	t.Helper()
	next := path + ".next"
	if err := os.WriteFile(next, data, 0o644); err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(time.Duration(later) * time.Hour)
	if err := os.Chtimes(next, at, at); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(next, path); err != nil {
		t.Fatal(err)
	}
}

// altered is the built-in story with its records changed.
func altered(t *testing.T, change func(r *story.Records)) []byte {
	t.Helper()
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	r := b.Records()
	r.Figures, r.Copy = slices.Clone(r.Figures), slices.Clone(r.Copy)
	change(&r)
	if b, err = story.New(r); err != nil {
		t.Fatal(err)
	}
	return story.Encode(b)
}

// abuse is stories that are none, by what is wrong with them.
func abuse(t *testing.T) map[string][]byte {
	flipped := slices.Clone(assets.Story)
	flipped[len(flipped)/2] ^= 1
	return map[string][]byte{
		"it does not begin as a story": {},
		"checksum":                     assets.Story[:100],
		"damaged":                      flipped,
		"more than the":                make([]byte, mostStory+1),
		"龘":                            altered(t, func(r *story.Records) { r.Copy[0].Text.ZH += "龘" }),
		"lacks ⟨": altered(t, func(r *story.Records) {
			r.Copy = slices.DeleteFunc(r.Copy, func(c story.CopyRecord) bool { return c.Key == "cleanup.title" })
		}),
		"cleanup.sweepers counts": altered(t, func(r *story.Records) {
			for i := range r.Figures {
				if f := &r.Figures[i]; f.ID == "cleanup.sweepers" {
					f.Base.Unscaled *= 100
				}
			}
		}),
	}
}

// A player begins whatever its story's file is, says what is wrong in one line,
// and takes a good one when it comes.
func TestPlayerBeginsWithoutItsStory(t *testing.T) {
	read := reads(t)
	begins := func(path, want string) {
		t.Helper()
		var log []string
		note := func(text string) { log = append(log, text) }
		f := newStoryFile(path, read, note)
		if _, ok := firstStory(f, note); ok {
			t.Errorf("%s: a story comes", want)
		}
		if len(log) != 1 || strings.Contains(log[0], "\n") || !strings.HasPrefix(log[0], path+": ") || !strings.Contains(log[0], want) || !strings.Contains(log[0], "built-in") {
			t.Errorf("%s: told %q", want, log)
		}
		polls := make(chan time.Time)
		go f.watch(polls)
		defer f.stop()
		polls <- time.Time{}
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		put(t, path, assets.Story, 1)
		polls <- time.Time{}
		if b := <-f.fresh; len(b.Themes()) == 0 {
			t.Errorf("%s: the story that came is empty", want)
		}
	}
	for want, data := range abuse(t) {
		path := filepath.Join(t.TempDir(), "story.lh")
		put(t, path, data, 0)
		begins(path, want)
	}
	dir := t.TempDir()
	begins(filepath.Join(dir, "stick", "story.lh"), "no such file")
	folder := filepath.Join(dir, "folder.lh")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	begins(folder, "it is a folder")
}

func TestStoryFileIsFollowed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "story.lh")
	put(t, path, assets.Story, 0)
	log := make(chan string, 4)
	f := newStoryFile(path, reads(t), func(text string) { log <- text })
	if _, err := f.first(); err != nil {
		t.Fatal("a good story is not taken")
	}
	polls := make(chan time.Time)
	go f.watch(polls)
	defer f.stop()
	poll := func() { polls <- time.Time{} }
	poll()
	later := 0
	for want, data := range abuse(t) {
		later++
		put(t, path, data, later)
		poll()
		poll()
		poll()
		if text := <-log; !strings.Contains(text, path) || !strings.Contains(text, want) || !strings.Contains(text, "last good story stays") {
			t.Errorf("%s: told %s", want, text)
		}
	}
	put(t, path, assets.Story, later+1)
	poll()
	if b := <-f.fresh; len(b.Themes()) == 0 {
		t.Error("the story that came is empty")
	}
	if len(log) > 0 {
		t.Errorf("told besides: %s", <-log)
	}
}

// A story that was put in the place of another is taken, though it has its size and
// its time.
func TestAStoryWithTheOldOnesTimeIsTaken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "story.lh")
	put(t, path, assets.Story, 1)
	f := newStoryFile(path, reads(t), func(text string) { t.Error(text) })
	if _, err := f.first(); err != nil {
		t.Fatal("a good story is not taken")
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	next := path + ".next"
	if err := os.WriteFile(next, assets.Story, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(next, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(next, path); err != nil {
		t.Fatal(err)
	}
	polls := make(chan time.Time)
	go f.watch(polls)
	defer f.stop()
	polls <- time.Time{}
	polls <- time.Time{} // the first has been dealt with
	select {
	case <-f.fresh:
	default:
		t.Error("it is not noticed")
	}
}

// What a proof makes of the drawings goes with it: a player that is sent stories keeps
// its memory.
func TestAProofLeavesNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "story.lh")
	if err := os.WriteFile(file, assets.Story, 0o644); err != nil {
		t.Fatal(err)
	}
	g, w, err := begin(options{story: file}, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	used := func() float64 {
		runtime.GC()
		runtime.GC() // what pools have lent comes back at the second
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		return float64(s.HeapAlloc) / 1e6
	}
	before := used()
	if _, err := w.file.read(file); err != nil {
		t.Fatal(err)
	}
	if after := used(); after > before+2 {
		t.Errorf("a proof leaves %.1f MB", after-before)
	}
	runtime.KeepAlive(g)
}
