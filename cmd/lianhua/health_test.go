//go:build !js

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/assets"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/hall/health"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

// toldKiosk is a kiosk that is drawn nowhere and tells how it is.
func toldKiosk(t *testing.T, settings string) (*game, *window) {
	t.Helper()
	g, w, _ := kiosk(t, settings+"\n[watch]\nmetrics = \"127.0.0.1:9877\"\n", "")
	if w.told == nil || w.told.address != "127.0.0.1:9877" {
		t.Fatal("it tells nobody how it is")
	}
	g.width, g.height = 540, 960
	g.paint, g.soft = func(*ebiten.Image, *draw.List, float64) {}, nil
	w.pulse.wake = func() { w.pulse.updated(false, g.machine.Link) }
	return g, w
}

func howItIs(t *testing.T, w *window) map[string]float64 {
	t.Helper()
	var text bytes.Buffer
	w.told.Write(&text)
	all, err := health.Read(&text)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return `lianhua_story_info{digest="` + hex.EncodeToString(sum[:]) + `"}`
}

// What it tells is what happens in the player.
func TestAKioskTellsHowItIs(t *testing.T) {
	g, w := toldKiosk(t, "speed = 99\nquiet = 5\nask = 0")
	w.told.see(g.machine)
	for range 3 {
		g.machine.Tick(0.1)
		g.moving, g.redraw = true, true
		g.Draw(nil)
	}
	got := howItIs(t, w)
	for name, want := range map[string]float64{
		"lianhua_up": 1, "lianhua_frames_total": 3, "lianhua_frame_interval_seconds_count": 2, "lianhua_visits_total": 0, "lianhua_panics_total": 0,
		"lianhua_settings_refused": 1, digestOf(assets.Story): 1,
	} {
		if got[name] != want {
			t.Errorf("%s is %v, want %v", name, got[name], want)
		}
	}

	g.machine.Pointer(play.Down, 1, geom.P(10, 300))
	g.machine.Pointer(play.Up, 1, geom.P(10, 300))
	for range 8 {
		g.machine.Tick(1)
	}
	w.count(g.machine.TakeVisits(), time.Now())
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	r := b.Records()
	r.Figures[0].Period.ZH += "月"
	changed, err := story.New(r)
	if err != nil || !g.swap(changed) {
		t.Fatalf("the story is not shown: %v", err)
	}
	w.told.see(g.machine)
	if got := howItIs(t, w); got["lianhua_visits_total"] != 1 || got[digestOf(assets.Story)] != 0 || got[digestOf(story.Encode(changed))] != 1 {
		t.Errorf("after a visit and another story: %v", got)
	}

	g.paint = func(*ebiten.Image, *draw.List, float64) {
		g.paint = func(*ebiten.Image, *draw.List, float64) {}
		panic("no such texture")
	}
	g.redraw = true
	g.Draw(nil)
	w.told.see(g.machine)
	w.pulse.owed.Store(true)
	w.pulse.wake, w.told.within = func() {}, 100*time.Millisecond
	if got := howItIs(t, w); got["lianhua_panics_total"] != 1 || got["lianhua_last_panic_timestamp_seconds"] == 0 || got[digestOf(assets.Story)] != 1 || got["lianhua_up"] != 0 || got["lianhua_frame_owed"] != 1 {
		t.Errorf("after a picture that could not be drawn: %v", got)
	}
}

// It answers from the player's start to its end.
func TestAKioskAnswersWhileItRuns(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	_, w := toldKiosk(t, "")
	w.told.address = l.Addr().String()
	leave := w.attend()
	for i := 0; !answers(w.told.address); i++ {
		if i > 100 {
			t.Fatal("it does not answer")
		}
		time.Sleep(20 * time.Millisecond) // while the goroutine begins to listen
	}
	leave()
	if answers(w.told.address) {
		t.Error("it answers after its end")
	}
}

// An update and a frame like the one before cost no memory, told or not.
func TestToBeToldCostsNoMemory(t *testing.T) {
	g, w := toldKiosk(t, "")
	w.told.see(g.machine)
	if n := testing.AllocsPerRun(200, func() {
		w.pulse.updated(false, g.machine.Link)
		w.count(g.machine.TakeVisits(), time.Now())
		w.told.see(g.machine)
		g.drawn()
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// A port that cannot be had is told beforehand.
func TestTheMetricsPortIsChecked(t *testing.T) {
	other, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	said := func(address string) (right bool, text string) {
		file := filepath.Join(t.TempDir(), "kiosk.toml")
		if err := os.WriteFile(file, []byte("[watch]\nmetrics = \""+address+"\"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, f := range files(options{settings: file}) {
			if f.What == "metrics" {
				return f.Right, f.Detail
			}
		}
		return false, "nothing"
	}
	go func() { // a program that says nothing
		for {
			c, err := other.Accept()
			if err != nil {
				return
			}
			c.Close()
		}
	}()
	if right, text := said(other.Addr().String()); right || !strings.Contains(text, "in use") {
		t.Errorf("%v, %s", right, text)
	}
	other.Close()
	if right, text := said(other.Addr().String()); !right {
		t.Error(text)
	}
	_, w := toldKiosk(t, "")
	running := httptest.NewServer(w.told.Handler())
	defer running.Close()
	if right, text := said(running.Listener.Addr().String()); !right || !strings.Contains(text, "runs") {
		t.Errorf("%v, %s", right, text)
	}
}
