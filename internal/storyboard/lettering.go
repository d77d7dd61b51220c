package storyboard

import (
	"strings"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Lettering is words on something that moves, as a part of it: a sign, a sheet, a flag.
// They stand in the middle of their slot.
type Lettering struct {
	Slot  string
	Key   string
	Face  typeset.Face
	Color string  // the theme's name; empty: "text"
	Size  float64 // of the type, in parts of the slot's height
	// Optional words are left out where they would be broken or stand out of their slot.
	Optional bool
}

// Part is the words over a layer.
func (t Lettering) Part(layer string) Part { return Part{Layer: layer, Draw: t.draw} }

func (t Lettering) draw(l *draw.List, v stage.View, at Spot) {
	r, k := at.Slot(t.Slot), at.Scale
	if r.Empty() {
		return // a form without room for them has no slot
	}
	text, least := v.Words(t.Key), v.Layout().Type.Small*0.9
	st := typeset.Style{Face: t.Face, Size: max(r.H*k*t.Size, least), Leading: 1.2, Align: typeset.Center}
	st = v.Set.Fit(text, st, r.W*k, least)
	b := v.Set.Block(text, st, r.W*k)
	if t.Optional && (len(b.Lines) > strings.Count(text, "\n")+1 || b.Height > r.H*k*1.2) {
		return
	}
	c, ok := v.Theme.Color(t.Color)
	if !ok {
		c = v.Theme.Text
	}
	l.PushAt(r.Min(), 1/k, 1)
	chart.Prose(l, &v, draw.Name(t.Key), t.Key, st, geom.R(0, (r.H*k-b.Height)/2, r.W*k, 0), c)
	l.Pop()
}
