//go:build !js

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/assets"
	"lianhua/internal/authoring"
	"lianhua/internal/chrome"
	"lianhua/internal/contents"
	"lianhua/internal/gpu"
	"lianhua/internal/hall"
	"lianhua/internal/hall/supervise"
	"lianhua/internal/play"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// show runs the player in a window until it is closed, or the system ends it.
func show(s options, stderr io.Writer) error {
	// Whoever reads the log may go: that is no reason to end.
	signal.Ignore(syscall.SIGPIPE)
	journal := newJournal(stderr, os.Getenv("JOURNAL_STREAM") == "")
	defer journal.stop()
	var f *falls
	if s.kiosk && s.story != "" && supervise.Supervised(os.Getenv) == 0 {
		f = newFalls(s.story, os.Getenv, journal.log)
		s.leave = f.leaves(time.Now())
	}
	g, in, err := begin(s, journal.log)
	if err != nil {
		return err
	}
	end := make(chan os.Signal, 1)
	signal.Notify(end, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(end)
	in.end = make(chan struct{})
	left := abandoned()
	var asked atomic.Bool
	go func() {
		select {
		case <-end:
			asked.Store(true)
		case <-left:
		}
		signal.Stop(end) // another one ends a player that does not answer
		close(in.end)
		gpu.Wake()
	}()
	if in.kiosk && in.lit(journal.log) {
		return errAsked
	}
	if in.file != nil {
		in.file.follow()
		defer in.file.stop()
	}
	if in.settings != nil {
		in.settings.follow()
		defer in.settings.stop()
	}
	defer in.attend()()
	ebiten.SetWindowTitle(g.machine.Story().Words("shell.name"))
	ebiten.SetWindowSize(s.width, s.height)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	if in.kiosk {
		in.place(journal.log)
		ebiten.SetFullscreen(true)
		ebiten.SetCursorMode(ebiten.CursorModeHidden)
		ebiten.SetWindowClosingHandled(true) // and nothing follows: only the system ends a kiosk
	}
	if f != nil && !s.leave {
		defer f.watch(g)(&err)
	}
	err = g.run()
	if err == nil && in.updates != nil {
		in.updates.interrupt()
	}
	switch {
	case err != nil:
		return seen(err, os.Getenv)
	case in.anew:
		return errAnew
	case in.kiosk && asked.Load():
		return errAsked
	}
	return nil
}

// errAsked ends a kiosk that the system, or anybody else, has asked to end by a signal.
var errAsked = errors.New("the kiosk was asked to end")

// seen says what to do where there is nothing to show a window on.
func seen(err error, env func(string) string) error {
	switch {
	case err == nil || runtime.GOOS != "linux":
		return err
	case env("DISPLAY") != "" && strings.Contains(err.Error(), "open display"):
		return fmt.Errorf("no window opens on the display %s: see that it is there, and that this user may use it; \"lianhua --check\" says more (%w)", env("DISPLAY"), err)
	case env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != "":
		return err
	}
	return fmt.Errorf("there is no display: start it from a desktop, under \"cage lianhua --kiosk\", or with DISPLAY=:0 (%w)", err)
}

// begin makes the player: with the kept pack or the built-in story, and with the file's in
// its place where that is good. Without one it begins all the same, and takes the file
// when it comes.
func begin(s options, log func(string)) (*game, *window, error) {
	o := play.Options{Lang: s.lang, Theme: s.theme, Swipe: true, Chrome: chrome.Draw, Contents: contents.Draw, Passage: chrome.Passage, Handovers: scenes.Handovers()}
	played := scenes.All()
	var set hall.Settings
	in := &window{kiosk: s.kiosk && !s.windowed}
	if s.kiosk {
		if s.settings != "" { // before it is read: what is saved meanwhile is another
			in.settings = newSettingsFile(s, played, func(lines int) { in.refused.Store(int64(lines)) }, log)
		}
		set = settle(s, played, func(line string) { in.refused.Add(1); log(line) })
		played, in.night = inHall(&o, &set, played)
		if s.story == "" {
			in.updates = keptPacks(&set, log)
		}
	}
	shown := builtIn()
	if in.updates != nil {
		shown = in.updates.begin(played)
	}
	g, err := shown.game(played, o)
	if err != nil && shown.pack != 0 {
		log(packTitle(shown.pack) + " cannot be shown: " + err.Error() + "; the built-in story is")
		g, err = builtIn().game(played, o)
	}
	if err != nil {
		return nil, nil, err
	}
	g.log = log
	if s.kiosk {
		in.equip(g, &set, log)
	}
	g.input = in.read
	waits := false // for a story that may have what the built-in one lacks
	if s.story != "" {
		faces := g.machine.Fonts()
		// It is proved by scenes of its own: what those keep of a proof would stay, and what
		// the shown ones keep would go.
		in.file = newStoryFile(s.story, func(path string) (*story.Bundle, error) {
			return readStory(path, without(scenes.All(), set.LeaveOut), faces)
		}, log)
		if s.leave {
			in.file.seen, _ = stampOf(s.story) // and follow what comes in its place
			waits = true
		} else {
			b, ok := firstStory(in.file, log)
			waits = !ok || !g.swap(b)
		}
		if !waits {
			log(s.story + ": this story is shown")
		}
	}
	if s.kiosk && !(g.machine.Begin(set.Start) && g.machine.SetReturn(set.Return)) {
		log("the start is the story's own: this story lacks " + set.Start + " or " + set.Return)
	}
	if s.theme != "" && g.machine.Theme().Name != s.theme && !waits {
		return nil, nil, wrongCall("--theme %s: the story has no such theme; it has %s", s.theme, strings.Join(themesOf(assets.Story), ", "))
	}
	if s.scene != "" && !g.machine.Begin(s.scene) {
		name, _, _ := strings.Cut(s.scene, "/")
		return nil, nil, wrongCall("--scene %s: the story has no such scene or beat; %s", s.scene, authoring.Suggest(name, names(played)))
	}
	return g, in, nil
}

// swap shows another story, where the player can; else it says why not.
func (g *game) swap(b *story.Bundle) bool {
	err := g.machine.SetStory(b)
	if err != nil {
		g.log("the changed story is not shown: " + err.Error())
	}
	return err == nil
}
