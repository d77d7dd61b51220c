//go:build !js

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lianhua/internal/play"
	"lianhua/internal/story"
)

// followed is a kiosk whose settings are followed by polls of the test's.
type followed struct {
	*game
	w     *window
	path  string
	polls chan time.Time
	said  chan string
	later int
}

func follow(t *testing.T, settings, call string) *followed {
	t.Helper()
	f := &followed{path: filepath.Join(t.TempDir(), "kiosk.toml"), polls: make(chan time.Time), said: make(chan string, 16)}
	put(t, f.path, []byte(settings), 0)
	o, err := parse(append([]string{"--kiosk", "--settings", f.path}, strings.Fields(call)...))
	if err != nil {
		t.Fatal(err)
	}
	if f.game, f.w, err = begin(o, func(line string) { f.said <- line }); err != nil {
		t.Fatal(err)
	}
	go f.w.settings.watch(f.polls)
	t.Cleanup(f.w.settings.stop)
	return f
}

// save puts other settings in place, and has the player take them at a time; it returns
// what the log says.
func (f *followed) save(t *testing.T, settings string, now time.Time) (said []string) {
	t.Helper()
	f.later++
	put(t, f.path, []byte(settings), f.later)
	for range 3 { // it is seen, at rest, and the one before has been dealt with
		f.polls <- now
	}
	select {
	case set := <-f.w.settings.fresh:
		f.w.resettle(f.game, set, now)
	default:
	}
	for len(f.said) > 0 {
		said = append(said, <-f.said)
	}
	return said
}

func at(hour int) time.Time { return time.Date(2026, 1, 2, hour, 30, 0, 0, time.Local) }

func TestSavedSettingsHoldAtOnce(t *testing.T) {
	f := follow(t, "", "")
	m := f.machine
	said := f.save(t, `start = "hydrogen/2"
return = "finance"
quiet = 30
speed = 0.5
[loop]
languages = ["en", "zh"]
themes = ["day"]
[night]
from = "18:00"
to = "07:00"
[staff]
code = "4711"
[watch]
look = "/tmp/looks"
[screen]
large-type = true
rotation = 90
drift = 0
[low-reach]
foot = 60
head = 181
`, at(20))
	if len(said) != 1 || !strings.Contains(said[0], f.path) || !strings.Contains(said[0], "hold now") {
		t.Errorf("it says %q", said)
	}
	if m.SceneName() != "hydrogen" || m.Beat() != 1 || m.Lang() != story.EN || m.Theme().Name != "night" || m.Speed() != 0.5 || !m.Playing() || !m.Attracts() {
		t.Errorf("it shows %s", m.Link())
	}
	if f.enlarge == nil || f.drift != nil || f.w.look.folder != "/tmp/looks" || !f.redraw {
		t.Errorf("large %v, drifts %v, looks in %s", f.enlarge != nil, f.drift != nil, f.w.look.folder)
	}
	if f.turn != 1 {
		t.Errorf("the picture is turned by %d quarters", f.turn)
	}
	m.SetLow(true)
	if m.Arrive(); !m.Lowered() {
		t.Error("the picture is not lowered")
	}
	m.CallStaff()
	for _, key := range []string{"4", "7", "1", "1"} {
		m.Key(key, false)
	}
	if !m.Ended() {
		t.Error("the code does not hold")
	}
	if f.w.night.tell(m, at(8)); m.First() != (play.Look{Lang: story.EN, Theme: "day"}) {
		t.Errorf("in the morning a visitor begins in %v", m.First())
	}
	if f.save(t, "", at(12)); f.enlarge != nil || f.drift == nil || m.Speed() != 1 || f.turn != 0 {
		t.Error("what is taken out of the file does not go")
	}
}

// A visitor is not thrown out by a technician, but goes back to the new place.
func TestSavedSettingsLeaveAVisitorInPeace(t *testing.T) {
	f := follow(t, "", "")
	m := f.machine
	m.Open("water/2")
	f.save(t, "start = \"finance\"\nreturn = \"hydrogen\"\nquiet = 5\nask = 0\n[loop]\nlanguages = [\"en\"]", at(12))
	if m.SceneName() != "water" || m.Lang() != story.ZH || m.Attracts() {
		t.Errorf("a visitor is at %s", m.Link())
	}
	m.Arrive()
	m.SetPlaying(false)
	for range 60 {
		m.Tick(0.25)
	}
	if m.SceneName() != "hydrogen" || m.Lang() != story.EN || !m.Attracts() {
		t.Errorf("when they have gone: %s", m.Link())
	}
}

// A file in which anything is wrong changes nothing; the log has each line, once.
func TestBrokenSettingsAreRefusedWhole(t *testing.T) {
	f := follow(t, "speed = 0.5\n", "")
	said := f.save(t, "speed = 2\n\nquiet = 1\nstart = \"hydrogn\"\n[staff]\ncode = \"98\"", at(12))
	text := strings.Join(said, "\n")
	if len(said) != 4 || strings.Contains(text, `"98"`) {
		t.Errorf("it says %q", said)
	}
	for _, want := range []string{f.path + ":3: ", f.path + ":4: ", f.path + ":6: ", "did you mean", "stay as they were"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q: %q", want, said)
		}
	}
	if f.machine.Speed() != 0.5 || f.w.refused.Load() != 3 {
		t.Errorf("the rest of it is taken, or %d lines are said to be wrong", f.w.refused.Load())
	}
	for _, bad := range []string{"speed = ", "\xFF\xFEs\x00", strings.Repeat("#", mostSettings+1)} {
		if said := f.save(t, bad, at(12)); len(said) != 2 || f.machine.Speed() != 0.5 || f.w.refused.Load() != 1 {
			t.Errorf("%.20q: it says %q", bad, said)
		}
	}
	if err := os.Remove(f.path); err != nil {
		t.Fatal(err)
	}
	f.polls <- at(12)
	if said := f.save(t, "speed = 2", at(12)); len(said) != 1 || f.machine.Speed() != 2 || f.w.refused.Load() != 0 {
		t.Errorf("mended, it says %q, and that %d lines are wrong", said, f.w.refused.Load())
	}
}

// What holds from the start on is named, and stays; also what the call has said.
func TestSomeSettingsWaitForTheNextStart(t *testing.T) {
	f := follow(t, "", "--lang en --scene finance")
	m := f.machine
	said := f.save(t, "start = \"cover\"\nleave-out = [\"cleanup\"]\n[visits]\nfolder = \"/nowhere\"\n[updates]\nfolder = \"/nowhere\"\n[watch]\nheartbeat = \"/nowhere/beat\"\n[screen]\nmonitor = 2\nawake = false\n[closed]\noff = true", at(12))
	if len(said) != 2 || !strings.HasSuffix(said[1], "leave-out, visits, updates, heartbeat, monitor, awake, closed") {
		t.Errorf("it says %q", said)
	}
	if _, there := m.Deck().Index("cleanup"); !there || m.SceneName() != "finance" || m.Lang() != story.EN || f.w.visitors != nil {
		t.Errorf("it shows %s", m.Link())
	}
	if said := f.save(t, "quiet = 30", at(12)); len(said) != 1 {
		t.Errorf("taken back, it says %q", said)
	}
}

// A file that comes later, or was broken at the start, is taken.
func TestSettingsThatComeLaterAreTaken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stick", "kiosk.toml")
	o, err := parse([]string{"--kiosk", "--settings", path})
	if err != nil {
		t.Fatal(err)
	}
	g, w, err := begin(o, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, path, []byte("speed = 2"), 0)
	polls := make(chan time.Time)
	go w.settings.watch(polls)
	defer w.settings.stop()
	polls <- at(12)
	w.resettle(g, <-w.settings.fresh, at(12))
	if g.machine.Speed() != 2 {
		t.Error("they are not taken")
	}
}

// Every key of the keypad reaches the player by the keyboard.
func TestTheKeyboardHasTheKeypad(t *testing.T) {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	for _, want := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", play.Erase, play.Dismiss, "Enter"} {
		if !slices.Contains(names, want) {
			t.Errorf("no key is %q", want)
		}
	}
}
