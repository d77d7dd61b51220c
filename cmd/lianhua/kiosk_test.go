//go:build !js

package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"lianhua/internal/chrome"
	"lianhua/internal/geom"
	"lianhua/internal/hall"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// kiosk begins one with settings and further words of the call.
func kiosk(t *testing.T, settings, call string) (*game, *window, []string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kiosk.toml")
	if err := os.WriteFile(file, []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	o, err := parse(append([]string{"--kiosk", "--settings", file}, strings.Fields(call)...))
	if err != nil {
		t.Fatal(err)
	}
	var log []string
	g, w, err := begin(o, func(line string) { log = append(log, line) })
	if err != nil {
		t.Fatal(err)
	}
	return g, w, log
}

func TestAKioskIsAsItsSettingsSay(t *testing.T) {
	g, w, log := kiosk(t, "start = \"hydrogen/2\"\nreturn = \"cover\"\nleave-out = [\"cleanup\"]\nspeed = 0.5\n[loop]\nlanguages = [\"en\", \"zh\"]\nthemes = [\"contrast\"]\n[screen]\nmonitor = 1\n", "")
	m := g.machine
	if len(log) > 0 || w.monitor != 1 {
		t.Errorf("log %q, monitor %d", log, w.monitor)
	}
	if m.SceneName() != "hydrogen" || m.Beat() != 1 || m.Lang() != story.EN || m.Theme().Name != "contrast" || m.Speed() != 0.5 || !m.Playing() || !m.Attracts() {
		t.Errorf("it shows %s", m.Link())
	}
	if _, there := m.Deck().Index("cleanup"); there {
		t.Error("the scene that is left out is there")
	}
	if _, there := m.Deck().Index("cover"); !there {
		t.Error("the others are not")
	}
}

// The loop is that of the settings, also of changed ones.
func TestAKioskPlaysTheBeatsOfItsSettings(t *testing.T) {
	g, w, log := kiosk(t, "[loop]\nbeats = [\"cover/1\", \"cleanup/3\"]\nlanguages = [\"en\"]", "")
	m := g.machine
	if len(log) > 0 {
		t.Error(log)
	}
	goes := func(want ...string) {
		t.Helper()
		var been []string
		for range 60 * 60 {
			m.Tick(1.0 / 60)
			at, _, _ := strings.Cut(m.Link().String(), "?")
			if len(been) == 0 || been[len(been)-1] != at {
				been = append(been, at)
			}
		}
		if len(been) < len(want) || !slices.Equal(been[:len(want)], want) || !m.Attracts() {
			t.Errorf("it goes through %v, want %v", been, want)
		}
	}
	goes("#cover/1", "#cleanup/3", "#cover/1", "#cleanup/3")
	next := *w.night.set
	next.Beats = []string{"water/2"}
	w.resettle(g, next, time.Now())
	m.Tick(1)
	goes("#cover/1", "#water/2")
}

// The call has the last word.
func TestAKiosksCallComesBeforeItsFile(t *testing.T) {
	g, _, _ := kiosk(t, "start = \"hydrogen\"\n[loop]\nlanguages = [\"en\", \"zh\"]\nthemes = [\"night\"]\n", "--lang zh --theme day --scene finance/2")
	if m := g.machine; m.SceneName() != "finance" || m.Beat() != 1 || m.Lang() != story.ZH || m.Theme().Name != "day" {
		t.Errorf("it shows %s", m.Link())
	}
}

// A wrong setting or no file at all keeps no hall dark: the log says what is wrong.
func TestAKioskShowsTheStoryWhateverItsSettings(t *testing.T) {
	g, _, log := kiosk(t, "\nstart = \"hydrogn\"\nspeed = \"fast\"", "")
	if m := g.machine; m.SceneName() != "cover" || m.Speed() != 1 || len(log) != 2 || !strings.Contains(log[0], "kiosk.toml:2: ") || !strings.Contains(log[0], "hydrogen") {
		t.Errorf("it shows %s, and says %q", m.Link(), log)
	}
	o, err := parse([]string{"--kiosk", "--settings", filepath.Join(t.TempDir(), "none.toml")})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	if g, _, err = begin(o, func(line string) { said = append(said, line) }); err != nil || len(said) != 1 || !strings.Contains(said[0], "none.toml") {
		t.Errorf("%v, it says %q", err, said)
	}
	if m := g.machine; m.SceneName() != "cover" || !m.Playing() {
		t.Errorf("it shows %s", m.Link())
	}
}

func TestSettingsArePrintedAsTheyAreRead(t *testing.T) {
	var out, log bytes.Buffer
	if code := start([]string{"--print-settings"}, &out, &log); code != 0 || out.String() != hall.File {
		t.Errorf("code %d, %s", code, &log)
	}
	if code := start([]string{"--settings", "x.toml"}, &out, &log); code != 2 || !strings.Contains(log.String(), "--kiosk") {
		t.Errorf("code %d, %s", code, &log)
	}
}

// At night the next visitor begins in the dark theme, in the morning in the day's.
func TestAKioskKnowsItsNight(t *testing.T) {
	g, w, _ := kiosk(t, "[night]\nfrom = \"18:00\"\nto = \"07:00\"", "")
	first := func(hour int) play.Look {
		w.night.tell(g.machine, time.Date(2026, 1, 2, hour, 30, 0, 0, time.Local))
		return g.machine.First()
	}
	for hour, want := range map[int]string{12: "day", 18: "night", 23: "night", 6: "night", 7: "day"} {
		if got := first(hour); got.Theme != want {
			t.Errorf("at %d:30: %v, want %s", hour, got, want)
		}
	}
}

// A wrong call says what there is.
func TestWrongCallsSayWhatThereIs(t *testing.T) {
	for call, want := range map[string]string{"--theme dark": "day, night", "--scene hydrogn": "did you mean hydrogen?", "--scene cover/99": "cover"} {
		o, err := parse(strings.Fields(call))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := begin(o, func(string) {}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", call, err, want)
		}
	}
	none := func(string) string { return "" }
	if err := seen(os.ErrNotExist, none); runtime.GOOS == "linux" && !strings.Contains(err.Error(), "DISPLAY=:0") || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("without a display: %v", err)
	}
	if err := seen(os.ErrNotExist, func(string) string { return ":0" }); err != os.ErrNotExist {
		t.Errorf("with a display: %v", err)
	}
	wrong := errors.New("x11: failed to open display :9")
	if err := seen(wrong, func(string) string { return ":9" }); runtime.GOOS == "linux" && !strings.Contains(err.Error(), "--check") || !errors.Is(err, wrong) {
		t.Errorf("with a display that is not there: %v", err)
	}
}

// The smallest words are larger against the screen by a quarter at least.
func TestLargeType(t *testing.T) {
	for _, size := range [...][2]float64{{1080, 1920}, {1920, 1080}, {2160, 3840}, {1440, 900}, {768, 1366}} {
		w, h := size[0], size[1]
		for _, lowers := range []bool{false, true} {
			k := largeType(w, h, lowers)
			usual := stage.LayoutOf(chrome.Above(geom.R(0, 0, w, h))).Type.Small
			large := stage.LayoutOf(chrome.Above(geom.R(0, 0, w/k, h/k))).Type.Small * k
			if large < 1.25*usual {
				t.Errorf("%.0f × %.0f: the smallest type is %.1f for %.1f", w, h, large, usual)
			}
			if w/k < chrome.LeastWidth(lowers) {
				t.Errorf("%.0f × %.0f: the strip has no room for plus and minus in %.0f", w, h, w/k)
			}
		}
	}
	if k := largeType(360, 640, true); k != 1 {
		t.Errorf("a phone's picture is enlarged %v times", k)
	}
}

// Large type leaves a picture that stands low the room that it needs, and stays larger
// than without.
func TestLargeTypeInALowPicture(t *testing.T) {
	isLow := false
	set := hall.Settings{LargeType: true, LowReach: hall.LowReach{Foot: 60, Head: 181}}
	enlarge, line := enlarging(&set, func() bool { return isLow }), set.LowReach.Line()
	small := func(k float64) float64 {
		r, fits := chrome.Low(geom.R(0, 0, 1080/k, 1920/k), line)
		if !fits || r.W > r.H && stage.FormOf(r).Upright() {
			t.Errorf("%v times as large, it does not fit %v", k, r)
		}
		return stage.LayoutOf(r).Type.Small * k
	}
	if k := enlarge(1080, 1920); k != largeType(1080, 1920, true) {
		t.Errorf("a high picture is enlarged %v times", k)
	}
	isLow = true
	if got, usual := small(enlarge(1080, 1920)), small(1); got < 1.25*usual {
		t.Errorf("the smallest type is %.1f for %.1f", got, usual)
	}
	set.LowReach = hall.LowReach{}
	if k := enlarging(&set, func() bool { return true })(1080, 1920); k != largeType(1080, 1920, false) {
		t.Errorf("where nothing is lowered it is enlarged %v times", k)
	}
	if set.LargeType = false; enlarging(&set, nil) != nil {
		t.Error("ordinary type is enlarged")
	}
}
