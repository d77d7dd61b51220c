package page

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Found is a dot for each figure that a place of the page states, where its number
// stands: at the slot that has the figure's id. They fall one after another, in the
// order of the story.
type Found struct {
	Size  float64 // a dot's radius, in the drawing's pixels
	Come  float64 // how far all of them have come, 0 to 1
	Paper draw.Color
	// Ink is the colour of a figure's dot, and its number among the colours, at most
	// eight of them; one that is hollow is drawn as a ring.
	Ink func(v stage.View, figure string) (c draw.Color, n int, hollow bool)
}

// mostInks is how many colours dots may have.
const mostInks = 8

// The dots take this part of the way to begin to fall, and each that part to land.
const (
	foundFall = 0.62
	foundEach = 1 - foundFall
	foundDrop = 6 // radii
)

// Draw appends the dots of a place; those that the drawing has no slot for stand in the
// middle of the box.
func (d *Found) Draw(l *draw.List, v *stage.View, at storyboard.Spot, id draw.ID, source string, box geom.Rect) {
	if d.Come <= 0 {
		return
	}
	rim, open := l.NewPath(), l.NewPath()
	var filled [mostInks]*geom.Path
	var inks [mostInks]draw.Color
	var ring draw.Color
	figures := v.Story.Figures()
	for i := range figures {
		f := &figures[i]
		if f.Source.ID != source || f.Derived {
			continue
		}
		from := foundFall * float64(i) / float64(len(figures))
		t := anim.Span(d.Come, from, from+foundEach, anim.CubicOut)
		if t <= 0 {
			continue
		}
		c := at.Slot(f.ID).Min()
		if c == (geom.Pt{}) {
			c = box.Center() // a figure added since the page was drawn
		}
		c.Y -= (1 - t) * d.Size * foundDrop
		ink, n, hollow := d.Ink(*v, f.ID)
		if hollow {
			open.Circle(c, d.Size*0.8*t)
			rim.Circle(c, d.Size*0.8*t)
			ring = ink
			continue
		}
		n = max(0, min(n, mostInks-1))
		if filled[n] == nil {
			filled[n], inks[n] = l.NewPath(), ink
		}
		filled[n].Circle(c, d.Size*t)
		rim.Circle(c, d.Size*1.24*t)
	}
	l.Fill(id.Sub("rim"), rim, draw.Ink(d.Paper), draw.Decor())
	for n, path := range filled {
		if path != nil {
			l.Fill(id.SubN("drawn", n), path, draw.Ink(inks[n]), draw.Decor())
		}
	}
	if ring == 0 {
		return
	}
	l.Stroke(id.Sub("kept"), open, geom.Pen{Width: d.Size * 0.3}, draw.Ink(ring), draw.Decor())
}
