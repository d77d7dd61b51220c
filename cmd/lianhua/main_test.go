//go:build !js

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/assets"
	"lianhua/internal/story"
)

func TestHelpTeachesByExample(t *testing.T) {
	var out, log bytes.Buffer
	if code := start([]string{"-h"}, &out, &log); code != 0 {
		t.Errorf("-h ends with %d", code)
	}
	for _, want := range []string{"--kiosk", "--story FILE", "Examples:\n", "lianhua --scene aluminium/2"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the help lacks %q", want)
		}
	}
	if code := start([]string{"--version"}, &out, &log); code != 0 || log.Len() > 0 {
		t.Errorf("--version ends with %d: %s", code, &log)
	}
}

func TestWrongCallsSayWhatIsWrong(t *testing.T) {
	for call, want := range map[string]string{
		"--lang fr": "--lang fr", "--size 10": "--size 10", "--size 1x1": "--size 1x1", "--nothing": "nothing", "more": "more",
		"--size 800x600x2": "--size",
	} {
		var out, log bytes.Buffer
		if code := start(strings.Fields(call), &out, &log); code != 2 || !strings.Contains(log.String(), want) || !strings.Contains(log.String(), "-h") {
			t.Errorf("%s: code %d, %s", call, code, &log)
		}
	}
}

func TestSettingsAreRead(t *testing.T) {
	s, err := parse(strings.Fields("--kiosk --windowed --lang en --theme night --scene households?zoom=8,400,600 --size 540x960 --story a.lh"))
	want := settings{kiosk: true, windowed: true, scene: "households?zoom=8,400,600", theme: "night", story: "a.lh", lang: story.EN, width: 540, height: 960}
	if err != nil || s != want {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestMissingStoryIsAnError(t *testing.T) {
	var out, log bytes.Buffer
	if code := start([]string{"--story", filepath.Join(t.TempDir(), "none.lh")}, &out, &log); code != 1 || !strings.Contains(log.String(), "none.lh") {
		t.Errorf("code %d, %s", code, &log)
	}
}

// lines is a log that a test can wait for.
type lines chan string

func (l lines) Write(b []byte) (int, error) { l <- string(b); return len(b), nil }

func TestStoryFileIsFollowed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "story.lh")
	write := func(data []byte) {
		t.Helper()
		next := path + ".next"
		if err := os.WriteFile(next, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(next, path); err != nil {
			t.Fatal(err)
		}
	}
	write(assets.Story)
	log := make(lines, 4)
	polls := make(chan time.Time)
	f := newFollower()
	defer f.stop()
	go f.watch(path, log, polls)
	poll := func() { polls <- time.Time{} }
	poll()
	write(assets.Story[:100])
	poll()
	poll()
	select {
	case text := <-log:
		if !strings.Contains(text, path) || !strings.Contains(text, "last good story stays") {
			t.Errorf("told: %s", text)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("a broken story is not told of")
	}
	write(append([]byte(nil), assets.Story...))
	poll()
	select {
	case b := <-f.fresh:
		if len(b.Themes()) == 0 {
			t.Error("the story that came is empty")
		}
	case <-time.After(10 * time.Second):
		t.Fatal("a mended story does not come")
	}
	if len(log) > 0 {
		t.Errorf("told besides: %s", <-log)
	}
}
