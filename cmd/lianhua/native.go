//go:build !js

package main

import (
	"fmt"
	"io"
	"os"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/chrome"
	"lianhua/internal/play"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// quiet is after how many seconds without a touch a kiosk begins again.
const quiet = 60

// show runs the player in a window until it is closed.
func show(s settings, log io.Writer) error {
	data := assets.Story
	if s.story != "" {
		var err error
		if data, err = os.ReadFile(s.story); err != nil {
			return fmt.Errorf("reading the story: %w", err)
		}
	}
	o := play.Options{Lang: s.lang, Theme: s.theme, Swipe: true, Chrome: chrome.Draw}
	if s.kiosk {
		o.Playing, o.Loop, o.Quiet = true, true, quiet
	}
	g, err := newGame(data, fonts.Sans, fonts.Bold, fonts.Serif, scenes.All(), o)
	if err != nil {
		return err
	}
	if s.theme != "" && g.machine.Theme().Name != s.theme {
		return fmt.Errorf("--theme %s: the story has no such theme", s.theme)
	}
	if s.scene != "" && !g.machine.Open(s.scene) {
		return fmt.Errorf("--scene %s: the story has no such scene or beat", s.scene)
	}
	in := &window{kiosk: s.kiosk && !s.windowed}
	g.input = in.read
	if s.story != "" {
		f := follow(s.story, log)
		defer f.stop()
		in.stories = f.fresh
	}
	ebiten.SetWindowTitle(g.machine.Story().Words("shell.name"))
	ebiten.SetWindowSize(s.width, s.height)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	if in.kiosk {
		ebiten.SetFullscreen(true)
		ebiten.SetCursorMode(ebiten.CursorModeHidden)
	}
	return g.run()
}

// swap shows another story where it is whole.
func swap(g *game, b *story.Bundle, log io.Writer) {
	if err := g.machine.SetStory(b); err != nil {
		fmt.Fprintf(log, "lianhua: the changed story is not shown: %v\n", err)
	}
}
