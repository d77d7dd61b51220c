package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The drawings of the story are read, and editors show them in the day's colours.
func TestDrawingsShowTheDaysColours(t *testing.T) {
	if code, _, said := studio(t, assetsDir, "art", "-check"); code != 0 {
		t.Errorf("studio art -check gives %d: %s", code, said)
	}
}

func TestArtBringsPalettesUpToDate(t *testing.T) {
	dir := t.TempDir()
	copyAssets(t, dir, map[string]string{"art/cover.svg": square("ink")})
	file := filepath.Join(dir, "art", "cover.svg")
	if code, said, _ := studio(t, dir, "art", "-check"); code != 1 || !strings.Contains(said, "its palette is out of date") {
		t.Errorf("without a palette, -check gives %d: %s", code, said)
	}
	if now, _ := os.ReadFile(file); string(now) != square("ink") {
		t.Error("-check writes")
	}
	if code, said, wrong := studio(t, dir, "art"); code != 0 || !strings.Contains(said, "1 layer, 1 shape, 4 points, 1 colour, 0 clips, 0 slots, palette written") || !strings.Contains(said, filepath.Join(dir, "art", "cover.art")+": ") || !strings.Contains(said, " KB on the mean, of 60 that they may weigh") {
		t.Errorf("it gives %d: %s%s", code, said, wrong)
	}
	if now, _ := os.ReadFile(file); !bytes.Contains(now, []byte("<style id=\"palette\">\n.fill-ink{fill:#")) {
		t.Errorf("the file is %s", now)
	}
	if code, _, said := studio(t, dir, "art", "-check"); code != 0 {
		t.Errorf("after that, -check gives %d: %s", code, said)
	}
	var out, wrong bytes.Buffer
	other := filepath.Join(t.TempDir(), "other.svg")
	if err := os.WriteFile(other, []byte(square("inc")), 0o644); err != nil {
		t.Fatal(err)
	}
	if code := dispatch([]string{"art", "-check", "-assets", dir, other}, &out, &wrong); code != 1 || !strings.Contains(wrong.String(), other+`:2: <path>: unknown colour "inc"`) {
		t.Errorf("a file that is named gives %d: %s%s", code, out.String(), wrong.String())
	}
}
