package chart

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/scale"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Blocks compares figures of one unit by area, and by area alone: squares that
// stand on one line, plain, or built of cells that each stand for the same
// amount, the last cell cut to what is left. Figures that one scale may not
// compare are refused, and the picture says why.
type Blocks struct {
	Amounts
	Cell   float64 // the amount of one cell, in the base unit; 0: plain squares
	Legend string  // copy key of what follows the amount of a cell in the legend; empty: none
}

// cellSeam is the least side of a cell whose seams are drawn, in pixels.
const cellSeam = 3

// Draw appends a group for each block, named draw.Nth(id.Name, i), with the
// block, its figure and its label. It returns the extent of the whole.
func (b Blocks) Draw(l *draw.List, v *stage.View, id draw.ID, sem draw.Sem) geom.Rect {
	most, refused := b.compare(l, v, id)
	if most == 0 {
		return refused
	}
	if len(b.Figures) > mostBlocks {
		return refuse(l, v, id, b.Box, "[too many blocks to tell apart]")
	}
	p := b.plan(v, most)
	l.Open(id, listSem(sem))
	var extent geom.Rect
	at := geom.P(b.Box.X, b.top())
	for i, name := range b.Figures {
		f, _ := v.Story.Figure(name)
		foot, words, next := p.place(b, v, &f, i, at)
		extent = extent.Union(b.one(l, v, &f, draw.Nth(id.Name, i+1), i, foot, words, p.per))
		at = next
	}
	if b.Cell > 0 && b.Legend != "" {
		extent = extent.Union(b.legend(l, v, id, p.per))
	}
	l.Close()
	return extent
}

func (b Blocks) labelStyle() typeset.Style {
	return typeset.Style{Face: typeset.Sans, Size: b.Label, Leading: 1.3}
}

func (b Blocks) one(l *draw.List, v *stage.View, f *story.Figure, id draw.ID, i int, foot geom.Pt, words geom.Rect, per scale.Area) geom.Rect {
	laid := anim.Clamp(b.Progress)
	whole := b.cells(f.Float64())
	side, height := b.side(whole, per), b.height(whole, per)
	label := b.label(v, f, i)
	l.Open(id, b.sem(v, id, f, label))
	if n := whole * laid; n > 0 {
		shape := l.NewPath()
		if b.Cell > 0 {
			stack(shape, foot, across(whole), n, per.At(1))
		} else {
			s := per.At(n)
			shape.Rect(geom.R(foot.X, foot.Y-s, s, s))
		}
		amount(l, id.Sub("block"), f, shape, foot, geom.P(foot.X, foot.Y-height), b.ink(v, id), max(b.Number*0.05, 1.5))
		if cell := per.At(1); b.Cell > 0 && cell >= cellSeam {
			seams(l, id.Sub("seams"), foot, across(whole), n, cell, v.Theme.Ground)
		}
	}
	extent := geom.R(foot.X, foot.Y-height, side, height)
	if show := anim.Clamp(laid * 4); show > 0 {
		l.Push(geom.Identity(), show)
		st := NumberStyle{Size: b.Number, Unit: b.unit(), Counting: true, Running: laid}
		extent = extent.Union(Figure(l, v, id.Sub("figure"), f.ID, st, geom.P(words.X, words.Y+b.Number*numberDrop)))
		block := v.Set.Block(label, b.labelStyle(), words.W)
		at := geom.P(words.X, words.Y+b.Number*labelDrop)
		Lines(l, id.Sub("text"), block, at, v.Theme.Text, draw.Sem{})
		extent = extent.Union(geom.R(at.X, at.Y, block.Width, block.Height))
		l.Pop()
	}
	l.Close()
	return extent
}

// stack adds the outline of n cells laid from the foot up, row by row: its area
// is n cells exactly, a cut cell counting as its part.
func stack(p *geom.Path, foot geom.Pt, cols, n, cell float64) {
	whole := math.Floor(n / cols)
	rest := n - whole*cols
	right, top := foot.X+cols*cell, foot.Y-whole*cell
	p.Move(foot.X, foot.Y)
	if whole > 0 {
		p.Line(right, foot.Y).Line(right, top)
	}
	if rest > 0 {
		x := foot.X + rest*cell
		if whole == 0 {
			p.Line(x, foot.Y)
		} else {
			p.Line(x, top)
		}
		p.Line(x, top-cell)
		top -= cell
	}
	p.Line(foot.X, top).Close()
}

// seams draws the lines between cells in the ground's colour.
func seams(l *draw.List, id draw.ID, foot geom.Pt, cols, n, cell float64, ground draw.Color) {
	p := l.NewPath()
	rows := math.Ceil(n/cols - 1e-9)
	for k := 1.0; k < rows; k++ {
		p.Move(foot.X, foot.Y-k*cell).Line(foot.X+cols*cell, foot.Y-k*cell)
	}
	for k := 1.0; k < min(cols, math.Ceil(n)); k++ {
		p.Move(foot.X+k*cell, foot.Y).Line(foot.X+k*cell, foot.Y-rows*cell)
	}
	if !p.Empty() {
		l.Stroke(id, p, geom.Pen{Width: cell * 0.14}, draw.Ink(ground), draw.Decor())
	}
}

// legend says what one cell stands for.
func (b Blocks) legend(l *draw.List, v *stage.View, id draw.ID, per scale.Area) geom.Rect {
	side := per.At(1) // the cell itself, however small
	at := geom.P(b.Box.X, b.Box.Y+b.Label*1.1)
	l.Rect(id.Sub("key"), geom.R(at.X, at.Y-b.Label*0.36-side/2, side, side), 0, draw.Ink(b.ink(v, draw.ID{})), draw.Decor())
	st := typeset.Style{Face: typeset.Sans, Size: b.Label}
	words := Tick(l, v, id.Sub("legend"), int64(math.Round(b.Cell)), b.Legend, st, geom.P(at.X+side+b.Label*0.5, at.Y), v.Theme.Text)
	return words.Union(geom.R(at.X, at.Y-side, side, side))
}
