package flaw

import (
	"fmt"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Kind is a way in which a picture fails its readers.
type Kind uint8

// The kinds, and what Got and Need of each are.
const (
	Outside Kind = iota // a text leaves the picture
	Small               // a text is set smaller than its form's smallest: pixels
	Overlap             // a text lies on another
	Foot                // a text runs into the line of the source: by so many pixels, 0
	Crowd               // a crowd leaves the picture or has no room
	Lacking             // a text shows the sign of one that the story has not
	Pale                // a text is too pale on its ground: ratios by WCAG 2.2
	Glyph               // a text has a character that no face shows
	Target              // a mark lacks a place of its own for a finger: sides of squares in pixels
)

var kindNames = [...]string{"outside", "small", "overlap", "foot", "crowd", "lacking", "pale", "glyph", "target"}

func (k Kind) String() string { return kindNames[k] }

// Kinds are all kinds.
func Kinds() (all []Kind) {
	for k := range kindNames {
		all = append(all, Kind(k))
	}
	return all
}

// Flaw is one failure of a picture.
type Flaw struct {
	Kind      Kind
	Mark      int       // index into the list
	Other     int       // the mark that it lies on, -1: none
	At        geom.Rect // where it is seen
	Got, Need float64   // see Kind
	Rune      rune      // that no face shows; 0: none
}

// Tell says the flaw in words for makers.
func (f Flaw) Tell(l *draw.List) string {
	name := named(&l.Marks[f.Mark])
	switch f.Kind {
	case Outside:
		return fmt.Sprintf("%s leaves the picture: %.0f", name, f.At)
	case Small:
		return fmt.Sprintf("%s is set in %.1f, needs %.1f", name, f.Got, f.Need)
	case Overlap:
		return fmt.Sprintf("%s overlaps %s", name, named(&l.Marks[f.Other]))
	case Foot:
		return fmt.Sprintf("%s runs %.1f into the source's line", name, f.Got)
	case Crowd:
		return fmt.Sprintf("the crowd %s stands in %.0f", name, f.At)
	case Lacking:
		return name + " is missing from the story"
	case Pale:
		return fmt.Sprintf("%s has a contrast of %.2f, needs %.1f", name, f.Got, f.Need)
	case Glyph:
		return fmt.Sprintf("%s has %q, which no face shows", name, f.Rune)
	}
	return fmt.Sprintf("of %s's %.0f × %.0f pixels a square of %.0f is its own, needs %.0f", name, f.At.W, f.At.H, f.Got, f.Need)
}

func named(m *draw.Mark) string {
	if m.Kind == draw.KindText {
		return fmt.Sprintf("%s %q", m.ID, m.Run.Text)
	}
	return m.ID.String()
}

// plain is the opacity from which a text counts as there to be read.
const plain = 0.3

// label is a text as it stands in a picture.
type label struct {
	index int
	mark  *draw.Mark
	ink   geom.Rect
}

func labels(l *draw.List) (all []label) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Kind == draw.KindText && m.Alpha > plain {
			all = append(all, label{i, m, l.Bounds(i)})
		}
	}
	return all
}

// size is how large the text is set, in device-independent pixels.
func (a *label) size() float64 { return a.mark.Run.Style.Size * a.mark.M.Scale() }
