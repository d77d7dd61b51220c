package storyboard

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Stamps is a count of things in rows over a slope: one mark, one thing, as a layer of
// the drawing shows it. That layer is drawn about the origin, its foot there, and never
// by itself: Cue hides it.
type Stamps struct {
	Mark   string // the layer of one mark
	Figure string // id of the count
	// Slope is a slot, a line to the right along which the first row stands; Grid one
	// whose left side is where that begins and whose extent is from mark to mark and
	// from row to row. Every other row stands so many parts of a step to the right.
	Slope, Grid string
	Shift       float64
	Wide        int // side by side in a row; 0: as many as the slope has room for
	Upright     int // and on upright forms
	// About is how many of them fade, the last ones, where a figure says about how many
	// there are; 0: none.
	About int
	// Least is how many pixels of the window marks stand apart at least; nearer to one
	// another they are left out.
	Least float64
	// Come is how far the marks have come, one after another, 0 to 1.
	Come func(v stage.View) float64
}

// Part is the stamps over a layer.
//
//go:noinline
func (s *Stamps) Part(layer string) Part {
	stood := new(Still)
	return Part{Layer: layer, Slot: s.Slope, Draw: func(l *draw.List, v stage.View, at Spot) { s.draw(l, v, at, stood) }}
}

// Cue keeps the mark's own layer from being seen.
func (s *Stamps) Cue() Cue { return Cue{Layer: s.Mark, Do: Fade{}} }

// rising is how many marks come at a time.
const rising = 6

// faded is how much the last mark fades.
const faded = 0.82

// seen is how much of the i-th of n marks is.
func (s *Stamps) seen(i, n int) float64 {
	if s.About <= 0 {
		return 1
	}
	return 1 - faded*anim.SineInOut(anim.Clamp(1-float64(n-1-i)/float64(s.About)))
}

// draw appends each shape of the mark as one path of all marks, and those singly that
// fade or have a ramp of their own.
func (s *Stamps) draw(l *draw.List, v stage.View, at Spot, stood *Still) {
	fig, ok := v.Story.Figure(s.Figure)
	n, cols, grid := fig.Count(), s.Wide, at.Slot(s.Grid)
	if !ok || at.Path == nil || grid.W*at.Scale < s.Least {
		return
	}
	if v.Layout().Form.Upright() {
		cols = s.Upright
	}
	slope := geom.NewWalk(l.NewPath(), l.NewPath())
	slope.Follow(at.Path, 0.05)
	if cols == 0 {
		cols = max(1, int(slope.Length()/grid.W+0.01)) // drawn in tenths of a pixel
	}
	if s.Come(v) < 1 {
		s.rows(l, &v, at, &slope, n, cols)
		return
	}
	stood.Draw(l, &v, n, func(l *draw.List) { s.rows(l, &v, at, &slope, n, cols) })
}

// rows appends the first n marks, so many to a row, as far as they have come.
func (s *Stamps) rows(l *draw.List, v *stage.View, at Spot, slope *geom.Walk, n, cols int) {
	grid := at.Slot(s.Grid)
	come := s.Come(*v) * float64(n+rising)
	there := max(0, min(n, int(math.Ceil(come))))
	place := func(i int) geom.Affine {
		up := anim.BackOut(min((come-float64(i))/rising, 1))
		row := i / cols
		x := grid.X + grid.W*(float64(i%cols)+s.Shift*float64(row%2))
		return geom.Affine{A: up, D: up, E: x, F: slope.Height(x) + grid.H*float64(row)}
	}
	k := 0
	for i := range v.Art.Layers {
		if v.Art.Drawing.Layers[i].Name != s.Mark {
			continue
		}
		for _, piece := range v.Art.Layers[i].Pieces {
			if piece.Sheet == nil {
				continue
			}
			for m := range piece.Sheet.Marks {
				shape := &piece.Sheet.Marks[m]
				k++
				alike := max(0, n-s.About)
				if shape.Paint.Ramp.Kind != draw.Solid {
					alike = 0
				}
				path := l.NewPath()
				for i := range min(there, alike) {
					path.Append(*shape.Path, shape.M.Then(place(i)))
				}
				if !path.Empty() || alike > 0 {
					l.Push(geom.Identity(), shape.Alpha)
					paint(l, draw.Name(s.Mark).SubN("all", k), path, shape.Pen, shape.Paint)
					l.Pop()
				}
				for i := alike; i < there; i++ {
					l.Push(shape.M.Then(place(i)), shape.Alpha*s.seen(i, n))
					paint(l, draw.Nth(s.Mark, i+1).SubN("shape", k), shape.Path, shape.Pen, shape.Paint)
					l.Pop()
				}
			}
		}
	}
}
