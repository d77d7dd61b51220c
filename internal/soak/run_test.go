//go:build unix

package soak

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"lianhua/internal/hall"
)

// pretend has the test's own program play a player, in one of these ways.
const pretend = "LIANHUA_PRETENDS"

func TestMain(m *testing.M) {
	if way := os.Getenv(pretend); way != "" {
		player(way)
		return
	}
	os.Exit(m.Run())
}

// player is one as a run sees it: metrics, a story that it follows, looks that it takes.
func player(way string) {
	// --kiosk --settings FILE --story FILE
	text, err := os.ReadFile(os.Args[3])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	set, problems := hall.Read(os.Args[3], text, hall.Known{})
	if len(problems) > 0 || set.Metrics == "" || set.Quiet == 0 {
		fmt.Println("the settings are wrong:", problems)
		os.Exit(1)
	}
	looks := make(chan os.Signal, 9)
	signal.Notify(looks, syscall.SIGUSR1)
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM)
	var asked atomic.Int64
	http.HandleFunc("/metrics", func(w http.ResponseWriter, _ *http.Request) {
		n := float64(asked.Add(1))
		memory, frames, panics := 200e6, 7*n, 0
		switch way {
		case "leaks":
			memory += n * 2e6
		case "stops":
			frames = min(frames, 100)
		case "panics":
			panics = int(n / 30)
		case "ends":
			if n > 30 {
				fmt.Println("I have had enough")
				os.Exit(3)
			}
		}
		fmt.Fprintf(w, "process_resident_memory_bytes %g\nlianhua_heap_live_bytes 5e7\nlianhua_frames_total %g\nlianhua_panics_total %d\nlianhua_visits_total %g\n", memory, frames, panics, n)
	})
	go func() {
		for range looks {
			name := filepath.Join(set.Look, "lianhua-1-screen.png")
			if err := os.WriteFile(name, []byte(way), 0o644); err != nil {
				fmt.Println(err)
			}
		}
	}()
	go func() { fmt.Println(http.ListenAndServe(set.Metrics, nil)); os.Exit(1) }()
	<-end
	if way == "stays" {
		select {}
	}
}

// touched are hands that only count.
type touched struct {
	deeds atomic.Int64
	fails bool
}

func (h *touched) Move(x, y float64) error {
	if x < 0 || x > 1 || y < 0 || y > 1 {
		return fmt.Errorf("beyond the screen, at %v, %v", x, y)
	}
	return h.deed()
}
func (h *touched) Press(bool) error       { return h.deed() }
func (h *touched) Key(uint32, bool) error { return h.deed() }
func (h *touched) deed() error {
	h.deeds.Add(1)
	if h.fails {
		return errors.New("no such display")
	}
	return nil
}

func soaked(t *testing.T, way string, hands *touched) (Run, *bytes.Buffer) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out := new(bytes.Buffer)
	return Run{
		Program: self, Env: []string{pretend + "=" + way}, Folder: t.TempDir(), Stories: [2][]byte{[]byte("one"), []byte("two")}, Hands: hands,
		For: 600 * time.Millisecond, Minute: 60 * time.Millisecond, Beats: 5, Out: out, hasty: true,
	}, out
}

func TestAPlayerThatKeepsItsMemoryIsGood(t *testing.T) {
	hands := new(touched)
	r, out := soaked(t, "good", hands)
	run, err := r.Go(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	last := run[len(run)-1]
	if len(run) != 10 || last.Frames != 7*samples || last.Stories != 3 || last.Looks < 1 || last.Resident != 200e6 || last.Heap != 5e7 || hands.deeds.Load() == 0 {
		t.Errorf("%+v, %d deeds", run, hands.deeds.Load())
	}
	if lines := strings.Split(strings.TrimSpace(out.String()), "\n"); len(lines) != 11 || lines[0] != Head || !strings.Contains(lines[10], "200.0") {
		t.Errorf("the table:\n%s", out)
	}
	if story, err := os.ReadFile(r.path("story.lh")); err != nil || string(story) != "two" { // the third
		t.Errorf("the story is %q, %v", story, err)
	}
}

// What goes wrong is told with the end of the player's log.
func TestWhatGoesWrongEndsTheRun(t *testing.T) {
	for way, want := range map[string]string{
		"leaks": "resident memory grows", "stops": "drawn nothing for a minute", "panics": "could not draw a picture", "ends": "I have had enough",
	} {
		r, _ := soaked(t, way, new(touched))
		if _, err := r.Go(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", way, err, want)
		}
	}
	r, _ := soaked(t, "good", &touched{fails: true})
	if _, err := r.Go(t.Context()); err == nil || !strings.Contains(err.Error(), "no such display") {
		t.Errorf("without hands: %v", err)
	}
	r, _ = soaked(t, "good", new(touched))
	r.Program = filepath.Join(t.TempDir(), "none")
	if _, err := r.Go(t.Context()); err == nil || !strings.Contains(err.Error(), "starting the player") {
		t.Errorf("without a player: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r, _ = soaked(t, "good", new(touched))
	if _, err := r.Go(ctx); err == nil {
		t.Error("a run that is broken off is good")
	}
}

// Pictures of looks do not fill the disk.
func TestLooksAreSweptAway(t *testing.T) {
	r := Run{Folder: t.TempDir()}
	for _, name := range []string{"lianhua-1-screen.png", "lianhua-1-meant.png", "visits.csv"} {
		if err := os.WriteFile(r.path(name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if taken, err := r.sweep(); err != nil || taken != 1 {
		t.Fatalf("%d, %v", taken, err)
	}
	if left, _ := filepath.Glob(r.path("*")); len(left) != 1 || filepath.Base(left[0]) != "visits.csv" {
		t.Errorf("left are %v", left)
	}
}
