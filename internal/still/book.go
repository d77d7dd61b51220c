package still

import (
	"fmt"
	"strconv"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/site"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// Book is the story with its scenes, ready to be drawn without a player.
// Several goroutines may draw from it, each with an artist of its own.
type Book struct{ *preview.Viewer }

// Open reads a module's story from its sources.
func Open(m site.Module) (*Book, error) {
	data, err := m.Story()
	if err != nil {
		return nil, err
	}
	faces, err := m.Fonts()
	if err != nil {
		return nil, err
	}
	packs, err := m.Packs()
	if err != nil {
		return nil, err
	}
	return Of(data, faces, packs)
}

// Of is the book of a compiled story, the house's three fonts and the scenes' packs.
func Of(story []byte, faces [3][]byte, packs preview.Packs) (*Book, error) {
	s, err := preview.Open(story, faces[0], faces[1], faces[2], scenes.All(), packs)
	if err != nil {
		return nil, err
	}
	return &Book{s}, nil
}

// With is the book of another story, with the same fonts and drawings, but for those of
// the packs that are given.
func (b *Book) With(data []byte, packs preview.Packs) (*Book, error) {
	bundle, err := story.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("reading the story: %w", err)
	}
	played := make([]stage.Scene, len(b.Deck.Slots))
	for i := range played {
		played[i] = b.Deck.Slots[i].Scene
	}
	s, err := preview.New(bundle, b.Fonts, played, nil)
	if err != nil {
		return nil, err
	}
	if err := s.HangAs(b.Production); err != nil {
		return nil, fmt.Errorf("hanging the drawings: %w", err)
	}
	for i := range s.Deck.Slots {
		if pack := packs(s.Deck.Slots[i].Scene.Name()); pack != nil {
			if err := s.HangOne(i, pack); err != nil {
				return nil, fmt.Errorf("hanging the drawings: %w", err)
			}
		}
	}
	return &Book{s}, nil
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
	as          func(v *stage.View) // changes the view at last; nil: nothing does
}

// settled is the shot of a beat that has come to rest.
func (b *Book) settled(scene, beat int) shot {
	return shot{
		scene: scene, beat: beat, at: b.Deck.Slots[scene].Time.End(beat),
		theme: b.Themes[0], area: geom.R(0, 0, 1440, 900), zoom: stage.Zoom{Scale: 1},
	}
}

// Artist draws the pictures of a book, one after another.
type Artist struct {
	*preview.Viewer
	list   draw.List
	raster *raster.Renderer
}

// NewArtist is one for a goroutine of its own.
func NewArtist(b *Book) *Artist {
	return &Artist{Viewer: b.Clone(), raster: raster.New(b.Fonts)}
}

// Remember has the artist take from m what is remembered of drawings, and leave it there.
func (a *Artist) Remember(m *raster.Masks) { a.raster.Remember(m) }

// Turn has the artist draw from another book with the fonts of its own: what it has set
// and drawn of letters stays.
func (a *Artist) Turn(b *Book) { a.Production = b.Production }

// longAgo is how long a reader has been there in a still picture, in seconds:
// all that answers to touch has come to rest.
const longAgo = 60

// Moment gives the list of a moment with nothing touched, which lasts until the next,
// and the renderer that draws it with the book's fonts.
func (a *Artist) Moment(m preview.Moment) (*draw.List, *raster.Renderer) {
	return a.MomentAs(m, nil)
}

// MomentAs is Moment with its view changed before it is drawn.
func (a *Artist) MomentAs(m preview.Moment, as func(v *stage.View)) (*draw.List, *raster.Renderer) {
	return a.draw(shot{scene: m.Scene, at: m.Now, lang: m.Lang, theme: m.Theme, area: m.Area, zoom: stage.Zoom{Scale: 1}, as: as}), a.raster
}

// Watched is MomentAs, where added is told of each mark as it begins to stand in the list.
func (a *Artist) Watched(m preview.Moment, as func(v *stage.View), added func(m *draw.Mark)) *draw.List {
	a.list.Added = added
	defer func() { a.list.Added = nil }()
	l, _ := a.MomentAs(m, as)
	return l
}

// draw fills the artist's list with the shot.
func (a *Artist) draw(s shot) *draw.List {
	v := a.View(preview.Moment{Scene: s.scene, Now: s.at, Lang: s.lang, Theme: s.theme, Area: s.area})
	v.Clock, v.Picked, v.Inputs, v.Zoom = longAgo, stage.Touch{ID: s.picked}, s.inputs, s.zoom
	if s.as != nil {
		s.as(&v)
	}
	a.DrawView(&a.list, s.scene, v)
	return &a.list
}

// title is what the shot's own first heading says.
func (a *Artist) title() string {
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
func describe(b *preview.Viewer, s shot) string {
	if d, ok := b.Deck.Slots[s.scene].Scene.(stage.Described); ok {
		return b.Bundle.In(s.lang).Words(d.Describe(s.beat))
	}
	return ""
}

// scene is the place of the named scene; the error names those that there are.
func (b *Book) scene(name string) (int, error) {
	if i, ok := b.Deck.Index(name); ok {
		return i, nil
	}
	var all []string
	for i := range b.Deck.Slots {
		all = append(all, b.Deck.Slots[i].Scene.Name())
	}
	return 0, fmt.Errorf("there is no scene %q; the scenes are %s", name, strings.Join(all, ", "))
}

// theme is the named theme; the error names those that there are.
func (b *Book) theme(name string) (*stage.Theme, error) {
	var all []string
	for _, t := range b.Themes {
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
