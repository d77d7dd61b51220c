//go:build !js

package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/geom"
	"lianhua/internal/hall/packs"
	"lianhua/internal/hall/packs/repository"
	"lianhua/internal/hall/store"
	"lianhua/internal/play"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// hallPack is a pack with a story that tells its version.
func hallPack(t *testing.T, version uint64, change func(r *story.Records)) *packs.Pack {
	t.Helper()
	return &packs.Pack{
		Version: version, Name: "test", Requires: packs.Requires{StoryFormat: story.Format, Scenes: names(scenes.All())},
		Story: altered(t, func(r *story.Records) {
			r.Figures[0].Period.ZH += strings.Repeat("月", int(version))
			if change != nil {
				change(r)
			}
		}),
		Sans: fonts.Sans, Bold: fonts.Bold, Serif: fonts.Serif,
	}
}

// updated is a kiosk whose packs come from the test.
type updated struct {
	*testing.T
	folder, more string // of packs; and further settings
	*game
	w    *window
	log  []string
	next *packs.Pack // that is fetched; nil: none is newer
	err  error
	have uint64 // as it was asked for last
	draw bool   // packs are proved by drawing them: it takes its time
}

// begins starts the kiosk, once more as after an end by power.
func (u *updated) begins(call ...string) {
	u.Helper()
	file := filepath.Join(u.TempDir(), "kiosk.toml")
	if err := os.WriteFile(file, []byte("[updates]\nfolder = "+literal(u.folder)+"\nname = \"foyer\"\n"+u.more), 0o644); err != nil {
		u.Fatal(err)
	}
	o, err := parse(append([]string{"--kiosk", "--settings", file}, call...))
	if err != nil {
		u.Fatal(err)
	}
	u.log = nil
	if u.game, u.w, err = begin(o, func(line string) { u.log = append(u.log, line) }); err != nil {
		u.Fatal(err)
	}
	if up := u.w.updates; up != nil {
		up.wake = func() {}
		if !u.draw {
			up.prove = up.suits
		}
		up.fetch = func(_ context.Context, have uint64) (uint64, []byte, error) {
			u.have = have
			if u.next == nil || u.err != nil {
				return have, nil, u.err
			}
			return u.next.Version, u.next.Encode(), nil
		}
		up.shows = func() bool { return true }
		up.vacant.Store(true)
	}
}

func newUpdated(t *testing.T, draw bool) *updated {
	u := &updated{T: t, draw: draw, folder: filepath.Join(t.TempDir(), "packs")}
	u.begins()
	return u
}

// says takes what the log has said.
func (u *updated) says(want ...string) {
	u.Helper()
	if len(u.log) != len(want) {
		u.Errorf("it says %q, want %q", u.log, want)
	}
	for i := range min(len(want), len(u.log)) {
		if !strings.Contains(u.log[i], want[i]) {
			u.Errorf("it says %q, want %q", u.log[i], want[i])
		}
	}
	u.log = nil
}

// told is the version of the story that is shown.
func (u *updated) told() uint64 {
	b := u.machine.Bundle().Records().Figures[0].Period.ZH
	return uint64(strings.Count(b, "月") - strings.Count(builtInPeriod(u), "月"))
}

func builtInPeriod(u *updated) string {
	b, err := story.Decode(assets.Story)
	if err != nil {
		u.Fatal(err)
	}
	return b.Records().Figures[0].Period.ZH
}

// The times of a pack's way: it comes in the afternoon, and is shown at night.
var (
	afternoon = time.Date(2026, 5, 3, 15, 0, 0, 0, time.Local)
	atNight   = time.Date(2026, 5, 4, 3, 0, 5, 0, time.Local)
)

// A pack comes, waits for the quiet hour and for nobody to be there, is proved, shown, and
// counts after a minute.
func TestAPackIsShownAtTheQuietHour(t *testing.T) {
	u := newUpdated(t, true)
	up := u.w.updates
	u.next = hallPack(t, 1, nil)
	up.take(t.Context(), afternoon)
	u.says("pack 1 has come")
	up.tend(afternoon.Add(time.Hour))
	up.vacant.Store(false)
	prove := up.prove
	up.prove = func(data []byte) error {
		if !up.vacant.Load() {
			t.Error("it is proved while a visitor is there, who has need of the machine")
		}
		return prove(data)
	}
	up.tend(atNight)
	if u.says(); up.anew.Load() {
		t.Fatal("a visitor is thrown out")
	}
	up.vacant.Store(true)
	up.tend(atNight)
	if u.says("pack 1 is proved"); !up.anew.Load() {
		t.Fatal("it does not begin anew")
	}
	for i := range 2 { // an orderly end is no failure
		u.begins()
		u.says("pack 1 is shown")
		if got := u.told(); got != 1 || !u.w.updates.store.Tried() {
			t.Fatalf("start %d: pack %d is shown, on trial: %v", i, got, u.w.updates.store.Tried())
		}
		u.w.updates.interrupt()
	}
	u.begins()
	up = u.w.updates
	for beat := range goodBeats + 2 {
		up.shows = func() bool { return beat != 1 }
		if up.tend(atNight); up.store.Tried() != (beat < goodBeats+1) {
			t.Errorf("beat %d: on trial %v", beat, up.store.Tried())
		}
	}
	u.says("pack 1 is shown", "pack 1 has run well")
	u.next = nil
	up.take(t.Context(), atNight)
	up.take(t.Context(), atNight)
	if u.says("no newer content"); u.have != 1 {
		t.Errorf("it asks for what is newer than %d", u.have)
	}
	u.begins("--story", filepath.Join(t.TempDir(), "none.lh"))
	if u.w.updates != nil || u.told() != 0 {
		t.Error("a pack comes before the story of the call")
	}
}

// The player itself begins anew, but not before a visitor's eyes.
func TestThePlayerBeginsAnewWhenNobodyIsThere(t *testing.T) {
	u := newUpdated(t, false)
	u.w.updates.anew.Store(true)
	u.machine.Pointer(play.Down, 1, geom.P(10, 300))
	u.machine.Pointer(play.Up, 1, geom.P(10, 300))
	if u.w.renewed(u.game); u.w.anew || u.game.err != nil || u.w.updates.vacant.Load() {
		t.Fatal("a visitor is thrown out")
	}
	u.begins()
	u.w.updates.anew.Store(true)
	if !u.w.renewed(u.game) || !u.w.anew || !errors.Is(u.game.err, ebiten.Termination) {
		t.Error("it does not begin anew")
	}
}

// What cannot be shown is not kept, or not shown, and not asked for again.
func TestPacksThatCannotBeShownAreRefused(t *testing.T) {
	u := newUpdated(t, true)
	up := u.w.updates
	u.next = hallPack(t, 1, func(r *story.Records) { r.Copy[0].Text.ZH += "龘" })
	up.take(t.Context(), afternoon)
	u.says("pack 1 is not taken: ")
	u.next = hallPack(t, 2, nil)
	u.next.Requires.Scenes = append(u.next.Requires.Scenes, "dragons")
	up.take(t.Context(), afternoon)
	u.says("needs a newer player")
	// It lacks words: only drawing tells.
	u.next = hallPack(t, 3, func(r *story.Records) {
		r.Copy = slices.DeleteFunc(r.Copy, func(c story.CopyRecord) bool { return c.Key == "cleanup.title" })
	})
	up.take(t.Context(), afternoon)
	up.tend(atNight)
	u.says("pack 3 has come", "pack 3 is not taken: ")
	if up.anew.Load() {
		t.Error("the player begins anew for nothing")
	}
	u.next = nil
	if up.take(t.Context(), atNight); u.have != 3 {
		t.Errorf("it asks for what is newer than %d", u.have)
	}
}

// After an upgrade of the player, the pack is drawn unseen once more.
func TestAnotherPlayerProvesThePackAnew(t *testing.T) {
	u := newUpdated(t, false)
	kept := store.Open(store.Folder(u.folder), "the player before", func(line string) { t.Error(line) })
	bad := hallPack(t, 1, func(r *story.Records) {
		r.Copy = slices.DeleteFunc(r.Copy, func(c story.CopyRecord) bool { return c.Key == "cleanup.title" })
	})
	if err := errors.Join(kept.Keep(1, bad.Encode(), afternoon), kept.Switch(1)); err != nil {
		t.Fatal(err)
	}
	kept.Begin(afternoon, func([]byte, bool) error { return nil })
	if err := kept.Confirm(); err != nil {
		t.Fatal(err)
	}
	u.begins()
	if u.says("pack 1 is shown no more: scene cleanup"); u.told() != 0 {
		t.Errorf("pack %d is shown", u.told())
	}
}

// A source that is away for a night is told once, and what metrics tell is how it is.
func TestASourceThatDoesNotAnswerIsToldOnce(t *testing.T) {
	u := newUpdated(t, false)
	u.more = "[watch]\nmetrics = \"127.0.0.1:9877\"\n"
	u.begins()
	up := u.w.updates
	u.err = errors.New("no route\nto host")
	for range 3 {
		up.take(t.Context(), atNight)
	}
	u.says("new content does not come: no route; to host")
	u.w.pulse.wake = func() { u.w.pulse.updated(false, u.machine.Link) }
	if got := howItIs(t, u.w); got["lianhua_update_failures_total"] != 3 || got["lianhua_update_timestamp_seconds"] != 0 || got["lianhua_pack_version"] != 0 {
		t.Errorf("it tells %v", got)
	}
	u.err, u.next = nil, hallPack(t, 7, nil)
	up.take(t.Context(), atNight)
	up.tend(atNight.AddDate(0, 0, 1))
	u.begins()
	u.w.updates.take(t.Context(), atNight)
	u.w.pulse.wake = func() { u.w.pulse.updated(false, u.machine.Link) }
	if got := howItIs(t, u.w); got["lianhua_pack_version"] != 7 || got["lianhua_update_timestamp_seconds"] == 0 {
		t.Errorf("it tells %v", got)
	}
}

// All is as the settings say, from a signed repository on: here a folder, as a stick is.
func TestAPackComesFromItsSource(t *testing.T) {
	dir := t.TempDir()
	m, err := repository.Init(filepath.Join(dir, "site"), filepath.Join(dir, "keys"), time.Now)
	if err == nil {
		err = errors.Join(m.Add(hallPack(t, 1, nil), 1), m.Publish())
	}
	if err != nil {
		t.Fatal(err)
	}
	root, _, err := m.Root()
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "root.json"), root, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	g, w, log := kiosk(t, "[updates]\nsource = "+literal(filepath.Join(dir, "site"))+"\nroot = "+literal(filepath.Join(dir, "root.json"))+"\nfolder = "+literal(filepath.Join(dir, "packs")), "")
	if len(log) > 0 || g == nil {
		t.Fatal(log)
	}
	w.updates.log = func(line string) { log = append(log, line) }
	w.updates.take(t.Context(), afternoon)
	if version, _ := w.updates.store.Waits(); version != 1 {
		t.Errorf("pack %d waits: %q", version, log)
	}
	if err := os.Remove(filepath.Join(dir, "root.json")); err != nil {
		t.Fatal(err)
	}
	if w.updates.take(t.Context(), afternoon); !strings.Contains(log[len(log)-1], "root.json: ") {
		t.Errorf("it says %q", log)
	}
}

func TestTheQuietHour(t *testing.T) {
	day := func(d, h, m int) time.Time { return time.Date(2026, 5, d, h, m, 0, 0, time.Local) }
	const three = 3 * time.Hour
	for _, c := range []struct {
		since, now time.Time
		want       bool
	}{
		{day(3, 15, 0), day(3, 16, 0), false}, {day(3, 15, 0), day(4, 2, 59), false}, {day(3, 15, 0), day(4, 3, 0), true},
		{day(3, 15, 0), day(4, 9, 0), true},                                     // it was off at night
		{day(3, 1, 0), day(3, 2, 0), false}, {day(3, 1, 0), day(3, 3, 0), true}, // it came before the hour
		{day(3, 3, 0), day(3, 4, 0), false}, {day(3, 3, 0), day(4, 3, 0), true}, // it came at the hour
		{day(9, 9, 0), day(3, 2, 0), false}, {day(9, 9, 0), day(3, 3, 30), true}, {day(9, 9, 0), day(3, 4, 0), false}, // the clock was set back
		{time.Time{}, day(3, 12, 0), true}, {day(31, 15, 0), day(32, 3, 0), true},
	} {
		if got := quiet(c.now, c.since, three); got != c.want {
			t.Errorf("since %v, at %v: %v", c.since, c.now, got)
		}
	}
}

// Kiosks that are switched on together do not ask together.
func TestKiosksAskOneAfterAnother(t *testing.T) {
	var minutes [5]int
	for i := range 100 {
		at := (&updates{name: "kiosk-" + string(rune('a'+i/10)) + string(rune('a'+i%10))}).firstFetch()
		if at < 0 || at >= fetchWithin {
			t.Fatal(at)
		}
		minutes[at/time.Minute]++
	}
	if slices.Min(minutes[:]) < 10 {
		t.Errorf("by the minute: %v", minutes)
	}
}
