//go:build !js

package main

import (
	"bytes"
	"strings"
	"testing"

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
	want := options{kiosk: true, windowed: true, scene: "households?zoom=8,400,600", theme: "night", story: "a.lh", lang: story.EN, inLang: true, width: 540, height: 960}
	if err != nil || s != want {
		t.Errorf("%+v, %v", s, err)
	}
}
