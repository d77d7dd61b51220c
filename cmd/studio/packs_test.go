package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/hall/packs"
	"lianhua/internal/hall/packs/repository"
)

// What a maker types leads to a pack of the project's own story at a kiosk.
func TestPacksComeToKiosksByTheStudiosWords(t *testing.T) {
	to, keys := filepath.Join(t.TempDir(), "packs"), filepath.Join(t.TempDir(), "keys")
	run := func(code int, says string, args ...string) {
		t.Helper()
		var out, wrong strings.Builder
		got := dispatch(append([]string{"packs", args[0], "-to", to, "-keys", keys}, args[1:]...), &out, &wrong)
		if all := out.String() + wrong.String(); got != code || !strings.Contains(all, says) {
			t.Fatalf("%q: %d, %s", args, got, all)
		}
	}
	story, fonts := filepath.Join("..", "..", "assets", "story.lh"), filepath.Join("..", "..", "assets", "fonts")
	run(1, "studio packs init", "publish")
	run(0, "1.root.json: the root", "init")
	run(0, "version 1: ", "add", "-story", story, "-fonts", fonts, "-name", "first")
	run(0, "upload timestamp.json last", "publish")
	run(0, "for 0 of all", "add", "-story", story, "-fonts", fonts, "-share", "0")
	run(0, "publish again before", "publish")

	root, err := os.ReadFile(filepath.Join(to, "1.root.json"))
	if err != nil {
		t.Fatal(err)
	}
	fetches := func(want uint64) {
		t.Helper()
		version, data, err := repository.Fetch(t.Context(), repository.Options{Root: root, Source: to, Cache: t.TempDir(), Name: "hall-1"})
		if err != nil || version != want {
			t.Fatalf("version %d, %v", version, err)
		}
		p, err := packs.Read(data)
		if err != nil || len(p.Requires.Scenes) == 0 {
			t.Fatalf("%+v, %v", p.Requires, err)
		}
	}
	fetches(1)
	run(0, "for 1 of all", "share", "-version", "2")
	run(0, "has a new key", "rotate")
	run(0, "has a new key", "rotate", "-role", "targets")
	run(0, "version 2", "publish")
	fetches(2)

	run(2, "say of which -version", "share")
	run(2, "nothing called", "send")
	run(2, "not defined", "publish", "-share", "1")
	run(1, "one of", "rotate", "-role", "king")
	run(1, "studio fonts makes them", "add", "-story", story, "-fonts", to)
	run(1, "kiosks would refuse", "add", "-story", filepath.Join(fonts, "sans.ttf"), "-fonts", fonts)
}
