package article

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"strconv"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
	"lianhua/internal/svg"
)

// Picture is a scene's settled last beat: a document that stands alone, its letters
// as outlines, or a photograph of it.
type Picture struct {
	Name          string  // of its file
	Width, Height float64 // in CSS pixels

	vector []byte     // SVG
	list   *draw.List // what is photographed; nil: nothing
	scale  float64    // of the photograph
	sample string     // what is to be said of a crowd of which it shows a part
}

// shape is a form that pictures are drawn in.
type shape struct {
	suffix string
	area   geom.Rect
	crowd  int     // how many marks of a crowd are drawn at most
	scale  float64 // of photographs
	photo  bool    // whatever it shows
}

// wide pictures are for columns of text, upright ones for phones; small ones stand
// beside a scene's name in the contents.
func wide() shape    { return shape{"wide", geom.R(0, 0, 1200, 750), 9000, 1.25, false} }
func upright() shape { return shape{"upright", geom.R(0, 0, 360, 640), 5000, 2, false} }
func small() shape   { return shape{"small", wide().area, 0, 0.2, true} }

// A browser reads a vector picture on the thread that lays out and paints the page:
// the story's first, which comes with its first words, would hold them up, and so
// would one of more than vectors bytes the scrolling. Photographs are read aside.
const (
	vectors = 750_000
	quality = 76 // of JPEG
)

// margin is the air around a picture, in CSS pixels.
const margin = 10

func (a *Article) picture(scene int, s shape) Picture {
	p := Picture{scale: s.scale}
	l := a.settled(scene, s)
	p.Width, p.Height = l.Area.W, l.Area.H
	ending := ".svg"
	photo := s.photo || scene == 0
	if !photo {
		p.vector = svg.Append(nil, l, svg.Options{
			Lang: a.Lang.String(), Outlines: a.viewer.Fonts, NoGround: true, MaxFieldMarks: s.crowd,
			Sample: func(drawn, of int) string {
				p.sample = a.sampleText(drawn, of)
				return p.sample
			},
		})
	}
	if photo || len(p.vector) > vectors {
		p.vector, p.list, p.sample, ending = nil, l, "", ".jpg"
	}
	p.Name = "pictures/" + a.viewer.Deck.Slots[scene].Scene.Name() + "." + s.suffix + "." + a.Lang.String() + ending
	return p
}

// File is the content of a picture's file.
func (a *Article) File(p *Picture) ([]byte, error) {
	if p.list == nil {
		return p.vector, nil
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, raster.Render(p.list, a.viewer.Fonts, p.scale), &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("writing %s: %w", p.Name, err)
	}
	return out.Bytes(), nil
}

// settled is what a picture shows.
func (a *Article) settled(scene int, s shape) *draw.List {
	l := new(draw.List)
	last := a.viewer.Deck.Slots[scene].Time.Len() - 1
	a.draw(l, scene, last, s.area)
	strip(l)
	l.Area = drawnArea(l)
	return l
}

// strip hides what surrounds the picture: its frame, which the article says in
// its own words.
func strip(l *draw.List) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Sem.Frame != draw.FrameNone {
			m.Alpha = 0
		}
	}
}

// drawnArea is the part of the picture that its marks take, with a margin.
func drawnArea(l *draw.List) geom.Rect {
	var all geom.Rect
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == draw.KindOpen || m.Kind == draw.KindClose || m.Alpha <= 0 {
			continue
		}
		b := l.Bounds(i).Intersect(l.Area)
		switch {
		case b.Empty():
		case all.Empty():
			all = b
		default:
			all = all.Union(b)
		}
	}
	if all.Empty() {
		return l.Area
	}
	return all.Inset(-margin).Intersect(l.Area)
}

// sampleText says what share of a crowd is drawn.
func (a *Article) sampleText(drawn, of int) string {
	return a.story.Filled("page.sample", "drawn", strconv.Itoa(drawn), "all", strconv.Itoa(of))
}
