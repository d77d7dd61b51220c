//go:build !js

package main

import (
	"fmt"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/hall/packs"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/proof"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// content is what a player shows: a story and its fonts.
type content struct {
	pack                     uint64 // its version; 0: it is built in
	story, sans, bold, serif []byte
}

func builtIn() content {
	return content{story: assets.Story, sans: fonts.Sans, bold: fonts.Bold, serif: fonts.Serif}
}

// game makes the player that shows it.
func (c content) game(played []stage.Scene, o play.Options) (*game, error) {
	g, err := newGame(c.story, c.sans, c.bold, c.serif, played, o)
	if err != nil {
		return nil, err
	}
	if err := g.machine.Hang(assets.Pack); err != nil {
		return nil, fmt.Errorf("the built-in drawings: %w", err)
	}
	return g, nil
}

// readPack reads a hall's pack that these scenes can be shown with.
func readPack(data []byte, played []stage.Scene) (content, *preview.Viewer, error) {
	p, err := packs.Read(data)
	if err != nil {
		return content{}, nil, err
	}
	if err := p.Suits(packs.Player{StoryFormat: story.Format, OldestStory: story.OldestFormat, Scenes: names(scenes.All())}); err != nil {
		return content{}, nil, err
	}
	b, err := story.Decode(p.Story)
	if err != nil {
		return content{}, nil, err
	}
	faces, err := typeset.Load(p.Sans, p.Bold, p.Serif)
	if err != nil {
		return content{}, nil, err
	}
	v, err := suited(b, played, faces)
	return content{p.Version, p.Story, p.Sans, p.Bold, p.Serif}, v, err
}

// suited is a viewer of a story that these scenes can show in these fonts.
func suited(b *story.Bundle, played []stage.Scene, faces *typeset.Fonts) (*preview.Viewer, error) {
	if err := play.Suits(b, played, faces); err != nil {
		return nil, err
	}
	return preview.New(b, faces, played, assets.Pack)
}

// drawable draws all of a story unseen, and returns the first thing that cannot be drawn.
func drawable(v *preview.Viewer) error {
	if faults := proof.Faults(v); len(faults) > 0 {
		return faults[0]
	}
	return nil
}
