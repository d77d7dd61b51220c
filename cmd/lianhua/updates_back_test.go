//go:build !js

package main

import (
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/hall/packs"
)

// A pack of which a picture cannot be drawn goes back, as does one with which the player
// ends.
func TestAPackThatFailsGoesBack(t *testing.T) {
	u := newUpdated(t, false)
	shows := func(p *packs.Pack) {
		t.Helper()
		up := u.w.updates
		u.next = p
		up.take(t.Context(), afternoon)
		up.tend(atNight)
		u.begins()
		if u.told() != p.Version {
			t.Fatalf("pack %d is not shown: %q", p.Version, u.log)
		}
	}
	shows(hallPack(t, 1, nil))
	for range goodBeats {
		u.w.updates.tend(atNight)
	}
	shows(hallPack(t, 2, nil))
	u.width, u.height = 540, 960
	u.paint, u.soft = func(*ebiten.Image, *draw.List, float64) {
		u.paint = func(*ebiten.Image, *draw.List, float64) {}
		panic("no such texture")
	}, nil
	u.redraw, u.log = true, nil
	u.Draw(nil)
	u.w.updates.tend(atNight)
	u.says("failed", "pack 2 is shown no more: a picture of it could not be drawn; pack 1 is")
	if !u.w.updates.anew.Load() {
		t.Error("it goes on without the pack before")
	}
	u.begins()
	if u.says("pack 1 is shown"); u.told() != 1 || u.w.updates.store.Tried() {
		t.Errorf("pack %d is shown", u.told())
	}
	shows(hallPack(t, 3, nil))
	u.begins() // it came to an end, as by a power cut
	if u.says("pack 3 is shown"); u.told() != 3 {
		t.Errorf("pack %d is shown", u.told())
	}
	u.begins() // and to another
	if u.says("pack 3 is shown no more", "pack 1 is shown"); u.told() != 1 {
		t.Errorf("pack %d is shown", u.told())
	}
}

// A pack that counts and ends the player time after time is left for the one before, and
// tried anew at the quiet hour; what ended before the loop ran, or ran well, says nothing
// against it.
func TestAPackThatFallsAgainAndAgainGoesBack(t *testing.T) {
	u := newUpdated(t, false)
	for version := range uint64(2) {
		u.next = hallPack(t, version+1, nil)
		u.w.updates.take(t.Context(), afternoon)
		u.w.updates.tend(atNight)
		u.begins()
		for range goodBeats {
			u.w.updates.tend(atNight)
		}
	}
	for _, once := range []struct {
		updates, beats int
		ends           bool
	}{{2, 1, false}, {2, wellBeats, false}, {1, 1, true}, {0, 0, false}, {0, 0, false}, {0, 0, false}, {1, 1, false}, {3, 1, false}, {1, wellBeats - 1, false}} {
		if u.begins(); u.told() != 2 {
			t.Fatalf("pack %d is shown: %q", u.told(), u.log)
		}
		for range once.updates {
			u.w.renewed(u.game)
		}
		for range once.beats {
			u.w.updates.tend(afternoon)
		}
		if once.ends {
			u.w.updates.interrupt()
		}
	}
	u.begins()
	if u.says("pack 2 is shown no more: it has ended the player 3 times; pack 1 is shown", "pack 1 is shown"); u.told() != 1 {
		t.Fatalf("pack %d is shown", u.told())
	}
	up := u.w.updates
	if up.tend(time.Now()); up.anew.Load() {
		t.Error("it is tried again at once")
	}
	if up.tend(time.Now().AddDate(0, 0, 1)); !up.anew.Load() {
		t.Error("it is not tried at the quiet hour")
	}
}
