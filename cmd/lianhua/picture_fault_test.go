//go:build !js

package main

import (
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// fragile is a scene whose drawing fails.
type fragile struct {
	name string
	ok   bool
}

func (f fragile) Name() string     { return f.name }
func (fragile) Beats() []anim.Beat { return []anim.Beat{{Name: "one", Move: 1}} }
func (f fragile) Draw(l *draw.List, _ stage.View) {
	l.Open(draw.Name(f.name), draw.Sem{})
	if !f.ok {
		var none []int
		_ = none[len(l.Marks)]
	}
	l.Close()
}

func fragileGame(t *testing.T, log *[]string, played ...stage.Scene) *game {
	t.Helper()
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	faces, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		t.Fatal(err)
	}
	m, err := play.New(b, faces, played, play.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &game{
		machine: m, width: 360, height: 640, scale: 1, redraw: true,
		log:   func(text string) { *log = append(*log, text) },
		paint: func(*ebiten.Image, *draw.List, float64) {},
	}
}

func TestPictureThatCannotBeDrawnDoesNotEndThePlayer(t *testing.T) {
	var log []string
	g := fragileGame(t, &log, fragile{name: "a"}, fragile{"b", true})
	g.picture(nil)
	if g.err != nil || g.machine.SceneName() != "b" || g.list.Find(draw.Name("b")) < 0 {
		t.Fatalf("in %s: %v", g.machine.SceneName(), g.err)
	}
	if len(log) != 1 || !strings.Contains(log[0], "scene a is left out") || !strings.Contains(log[0], "picture_fault_test.go:") {
		t.Errorf("told %q", log)
	}
	// What the screen's own part of it cannot draw is no other thing.
	g.paint = func(*ebiten.Image, *draw.List, float64) { panic("no such texture") }
	g.picture(nil)
	if g.err == nil || !strings.Contains(g.err.Error(), "no such texture") || !strings.Contains(log[len(log)-1], "no scene can be drawn") {
		t.Errorf("%v, told %q", g.err, log)
	}
}
