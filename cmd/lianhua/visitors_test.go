//go:build !js

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/internal/geom"
	"lianhua/internal/play"
)

// What a visitor did stands in the month's file when the player has been ended, and is
// printed as a table.
func TestAKiosksVisitsAreKept(t *testing.T) {
	dir := t.TempDir()
	g, w, log := kiosk(t, "quiet = 5\nask = 0\n[visits]\nfolder = "+literal(dir)+"\n", "")
	if len(log) > 0 || w.visitors == nil {
		t.Fatalf("log %q", log)
	}
	w.visitors.start()
	g.machine.Pointer(play.Down, 1, geom.P(10, 300))
	g.machine.Pointer(play.Up, 1, geom.P(10, 300))
	for range 8 {
		g.machine.Tick(1)
	}
	now := time.Date(2026, 5, 3, 10, 0, 0, 0, time.Local)
	w.count(g.machine.TakeVisits(), now)
	w.visitors.stop()
	data, err := os.ReadFile(filepath.Join(dir, "visits-2026-05.csv"))
	if err != nil || !strings.Contains(string(data), "\n2026-05-03,10,1,") {
		t.Errorf("%s, %v", data, err)
	}
	var out, errs bytes.Buffer
	if code := start([]string{"--visits", dir}, &out, &errs); code != 0 || !strings.Contains(out.String(), "2026-05-03") {
		t.Errorf("code %d: %s%s", code, &out, &errs)
	}
	if code := start([]string{"--visits", t.TempDir()}, &out, &errs); code != 1 || !strings.Contains(errs.String(), "no visits") {
		t.Errorf("code %d: %s", code, &errs)
	}
}

// literal is a path as TOML takes it word for word.
func literal(path string) string { return "'" + path + "'" }
