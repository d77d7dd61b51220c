// Package previewtest opens scenes for tests and looks into their pictures.
package previewtest

import (
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// Open is a stage of the project's own story and fonts with the given scenes.
func Open(t testing.TB, scenes ...stage.Scene) *preview.Viewer {
	t.Helper()
	s, err := preview.Open(assets.Story, fonts.Sans, fonts.Bold, fonts.Serif, scenes, assets.Pack)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Drawn is the picture of a moment, in which nothing is amiss.
func Drawn(t testing.TB, s *preview.Viewer, m preview.Moment) *draw.List {
	t.Helper()
	l := &draw.List{}
	s.Draw(l, m)
	if err := l.Check(); err != nil {
		t.Fatal(err)
	}
	return l
}

// Settled is the picture of the first scene at the end of a beat, in the first theme.
func Settled(t testing.TB, s *preview.Viewer, beat int, lang story.Lang, area geom.Rect) *draw.List {
	t.Helper()
	return Drawn(t, s, s.Settled(0, beat, lang, s.Themes[0], area))
}

// Figure is one of the ledger.
func Figure(t testing.TB, s *preview.Viewer, id string) story.Figure {
	t.Helper()
	f, ok := s.Bundle.In(story.ZH).Figure(id)
	if !ok {
		t.Fatalf("there is no figure %s", id)
	}
	return f
}

// Drawings are those of a scene's pack.
func Drawings(t testing.TB, scene string) *art.Set {
	t.Helper()
	set, err := art.Decode(assets.Pack(scene))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// Sketch is a drawing as wide and high as a laptop's window, of layers with nothing in
// them and of slots.
func Sketch(layers []string, slots ...art.Slot) *art.Set {
	d := art.Drawing{Name: "sketch", Width: 1440, Height: 900, Anchor: geom.P(0.5, 0.5), Slots: slots}
	for _, name := range layers {
		d.Layers = append(d.Layers, art.Layer{Name: name, Parent: -1, Clip: -1})
	}
	return &art.Set{Drawings: []art.Drawing{d}}
}

// Sheet is the place in a list of the first sheet of a layer; -1: none.
func Sheet(l *draw.List, layer string) int {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Kind == draw.KindSheet && m.ID.Name == layer {
			return i
		}
	}
	return -1
}

// Contours is how many a path has.
func Contours(p *geom.Path) (n int) {
	for _, v := range p.Verbs {
		if v == geom.MoveTo {
			n++
		}
	}
	return n
}

// Steady holds a view of the first scene to a picture in which nothing is amiss, and
// which allocates nothing when it is drawn again. What says which view it is.
func Steady(t testing.TB, s *preview.Viewer, v stage.View, what string) {
	t.Helper()
	var l draw.List
	s.DrawView(&l, 0, v)
	s.DrawView(&l, 0, v)
	if err := l.Check(); err != nil {
		t.Errorf("%s: %v", what, err)
	}
	if n := testing.AllocsPerRun(5, func() { s.DrawView(&l, 0, v) }); n != 0 {
		t.Errorf("%s: %v allocations a frame", what, n)
	}
}
