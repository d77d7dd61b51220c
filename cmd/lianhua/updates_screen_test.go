//go:build linux

package main

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"lianhua/internal/hall/store"
)

// A player that is killed twice while its pack is on trial comes back with the one before,
// and so does one that is killed three times with a pack that counts; one that is ended
// well tries it again.
func TestAKilledPlayerComesBackWithoutItsPack(t *testing.T) {
	dir := t.TempDir()
	folder, settings := filepath.Join(dir, "packs"), filepath.Join(dir, "kiosk.toml")
	if err := os.WriteFile(settings, []byte("[updates]\nfolder = "+literal(folder)+"\n[watch]\nlook = "+literal(dir)), 0o644); err != nil {
		t.Fatal(err)
	}
	kept := func() *store.Store {
		return store.Open(store.Folder(folder), version(), func(line string) { t.Error(line) })
	}
	turns := func(version uint64) {
		t.Helper()
		s := kept()
		if err := errors.Join(s.Keep(version, hallPack(t, version, nil).Encode(), afternoon), s.Switch(version)); err != nil {
			t.Fatal(err)
		}
	}
	turns(1)
	r := screen(t)
	r.run("--settings", settings)
	r.says("pack 1 is shown")
	r.says("the screen is kept on by X")
	for _, says := range []string{"pack 1 is shown", "pack 1 is shown no more"} {
		r.kill(r.player(), syscall.SIGKILL)
		r.says(says)
		r.says("the screen is kept on by X")
	}
	r.kill(r.cmd.Process.Pid, syscall.SIGTERM)
	for range r.lines { // which the player holds too
	}

	turns(2)
	again := &running{T: t, display: r.display, lines: make(chan string, 64)}
	again.run("--settings", settings)
	again.says("pack 2 is shown")
	again.says("the screen is kept on by X")
	again.kill(again.player(), syscall.SIGUSR1)
	again.says("look: ") // its loop runs
	again.kill(again.cmd.Process.Pid, syscall.SIGTERM)
	for range again.lines {
	}
	s := kept()
	if shown := s.Begin(afternoon, func([]byte, bool) error { return nil }); shown != 2 {
		t.Errorf("after a good end, pack %d is shown", shown)
	}
	if err := s.Confirm(); err != nil {
		t.Fatal(err)
	}

	third := &running{T: t, display: r.display, lines: make(chan string, 64)}
	third.run("--settings", settings)
	for range 3 {
		third.says("pack 2 is shown")
		third.says("the screen is kept on by X")
		third.kill(third.player(), syscall.SIGUSR1)
		third.says("look: ")
		third.kill(third.player(), syscall.SIGKILL)
	}
	third.says("pack 2 is shown no more: it has ended the player 3 times; the built-in story is shown")
	third.kill(third.cmd.Process.Pid, syscall.SIGTERM)
	for range third.lines {
	}
}
