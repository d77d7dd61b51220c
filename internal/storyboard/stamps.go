package storyboard

import (
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
	Wide        int // side by side in a row
	Upright     int // and on upright forms
	// Come is how far the marks have come, one after another, 0 to 1.
	Come func(v stage.View) float64
}

// Part is the stamps over a layer.
func (s *Stamps) Part(layer string) Part { return Part{Layer: layer, Slot: s.Slope, Draw: s.draw} }

// Cue keeps the mark's own layer from being seen.
func (s *Stamps) Cue() Cue { return Cue{Layer: s.Mark, Do: Fade{}} }

// rising is how many marks come at a time.
const rising = 6

// draw appends each shape of the mark as one path of all marks.
func (s *Stamps) draw(l *draw.List, v stage.View, at Spot) {
	fig, ok := v.Story.Figure(s.Figure)
	if !ok || at.Path == nil {
		return
	}
	n, cols, grid := fig.Count(), s.Wide, at.Slot(s.Grid)
	if v.Layout().Form.Upright() {
		cols = s.Upright
	}
	slope := geom.NewWalk(l.NewPath(), l.NewPath())
	slope.Follow(at.Path, 0.05)
	come := s.Come(v) * float64(n+rising)
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
				path := l.NewPath()
				for i := 0; i < n; i++ {
					if come <= float64(i) {
						break
					}
					up := anim.BackOut(min((come-float64(i))/rising, 1))
					row := i / cols
					x := grid.X + grid.W*(float64(i%cols)+s.Shift*float64(row%2))
					y := slope.Height(x) + grid.H*float64(row)
					path.Append(*shape.Path, shape.M.Then(geom.Affine{A: up, D: up, E: x, F: y}))
				}
				k++
				l.Push(geom.Identity(), shape.Alpha)
				l.Fill(draw.Name(s.Mark).SubN("all", k), path, draw.Ink(shape.Paint.Color), draw.Decor())
				l.Pop()
			}
		}
	}
}
