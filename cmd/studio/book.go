package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// book is the story with its scenes, ready to be drawn without a player.
// Several goroutines may draw from it, each with an artist of its own.
type book struct {
	bundle *story.Bundle
	fonts  *typeset.Fonts
	deck   *stage.Deck
	themes []*stage.Theme
}

// openBook reads the project's story from its sources, so that what is drawn is
// what was saved last.
func openBook() (*book, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	data, err := compileStory(root)
	if err != nil {
		return nil, err
	}
	b := new(book)
	if b.bundle, err = story.Decode(data); err != nil {
		return nil, err
	}
	var faces [3][]byte
	for i, name := range [...]string{"sans", "bold", "serif"} {
		if faces[i], err = os.ReadFile(filepath.Join(root, "assets", "fonts", name+".ttf")); err != nil {
			return nil, fmt.Errorf("reading the fonts: %w; \"studio fonts\" makes them", err)
		}
	}
	if b.fonts, err = typeset.Load(faces[0], faces[1], faces[2]); err != nil {
		return nil, fmt.Errorf("reading the fonts: %w", err)
	}
	for _, p := range b.bundle.Themes() {
		t, err := stage.ThemeOf(p)
		if err != nil {
			return nil, err
		}
		b.themes = append(b.themes, t)
	}
	b.deck = stage.NewDeck(scenes.All(), func(scene, beat string) (move, hold anim.Seconds) {
		t, _ := b.bundle.Timing(scene, beat)
		return t.Duration, t.Hold
	})
	return b, nil
}

// shot is one picture that a book can give.
type shot struct {
	scene, beat int          // places, from 0
	at          anim.Seconds // the scene's own time
	lang        story.Lang
	theme       *stage.Theme
	area        geom.Rect
	picked      draw.ID
	inputs      stage.Inputs
	zoom        stage.Zoom
}

// settled is the shot of a beat that has come to rest.
func (b *book) settled(scene, beat int) shot {
	return shot{
		scene: scene, beat: beat, at: b.deck.Slots[scene].Time.End(beat),
		theme: b.themes[0], area: geom.R(0, 0, 1440, 900), zoom: stage.Zoom{Scale: 1},
	}
}

// artist draws the shots of a book, one after another.
type artist struct {
	book   *book
	sets   map[story.Lang]*typeset.Setter
	list   draw.List
	raster *raster.Renderer
}

func newArtist(b *book) *artist {
	return &artist{book: b, sets: map[story.Lang]*typeset.Setter{}, raster: raster.New(b.fonts)}
}

func (a *artist) setter(lang story.Lang) *typeset.Setter {
	if a.sets[lang] == nil {
		a.sets[lang] = typeset.NewSetter(a.book.fonts, lang.String())
	}
	return a.sets[lang]
}

// longAgo is how long a reader has been there in a still picture, in seconds:
// all that answers to touch has come to rest.
const longAgo = 60

// draw fills the artist's list with the shot.
func (a *artist) draw(s shot) *draw.List {
	slot := &a.book.deck.Slots[s.scene]
	words := a.book.bundle.In(s.lang)
	a.list.Reset(s.area, s.theme.Ground)
	slot.Scene.Draw(&a.list, stage.View{
		Now: s.at, Clock: longAgo, Time: &slot.Time, Area: s.area,
		Story: words, Theme: s.theme, Set: a.setter(s.lang),
		Picked: stage.Touch{ID: s.picked}, Inputs: s.inputs, Zoom: s.zoom,
		Place: s.scene, Places: len(a.book.deck.Slots), Cite: stage.CiteOf(words, slot.Scene),
	})
	return &a.list
}

// title is what the shot's own first heading says.
func (a *artist) title() string {
	var t dom.Tree
	t.Build(&a.list)
	for i := range t.Nodes {
		if t.Nodes[i].Role == draw.RoleHeading {
			return t.Nodes[i].Text
		}
	}
	return ""
}

// describe is the sentence that tells what the shot shows.
func (b *book) describe(s shot) string {
	if d, ok := b.deck.Slots[s.scene].Scene.(stage.Described); ok {
		return b.bundle.In(s.lang).Words(d.Describe(s.beat))
	}
	return ""
}

// scene is the place of the named scene; the error names those that there are.
func (b *book) scene(name string) (int, error) {
	if i, ok := b.deck.Index(name); ok {
		return i, nil
	}
	var all []string
	for i := range b.deck.Slots {
		all = append(all, b.deck.Slots[i].Scene.Name())
	}
	return 0, fmt.Errorf("there is no scene %q; the scenes are %s", name, strings.Join(all, ", "))
}

// theme is the named theme; the error names those that there are.
func (b *book) theme(name string) (*stage.Theme, error) {
	var all []string
	for _, t := range b.themes {
		if t.Name == name {
			return t, nil
		}
		all = append(all, t.Name)
	}
	return nil, fmt.Errorf("there is no theme %q; the themes are %s", name, strings.Join(all, ", "))
}

// parseSize reads WIDTHxHEIGHT in device-independent pixels.
func parseSize(text string) (geom.Rect, error) {
	w, h, ok := strings.Cut(text, "x")
	width, err1 := strconv.Atoi(w)
	height, err2 := strconv.Atoi(h)
	if !ok || err1 != nil || err2 != nil || width < 1 || height < 1 || width > 16384 || height > 16384 {
		return geom.Rect{}, fmt.Errorf("the size %q is not WIDTHxHEIGHT in pixels, such as 1440x900", text)
	}
	return geom.R(0, 0, float64(width), float64(height)), nil
}
