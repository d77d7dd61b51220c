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

// leastSlot is the share of an even slot that a block's words take at least.
const leastSlot = 0.62

// cellSeam is the least side of a cell whose seams are drawn, in pixels.
const cellSeam = 3

// Draw appends a group for each block, named draw.Nth(id.Name, i), with the
// block, its figure and its label. It returns the extent of the whole.
func (b Blocks) Draw(l *draw.List, v *stage.View, id draw.ID, sem draw.Sem) geom.Rect {
	most, problem := commensurable(v, b.Figures)
	if problem != "" {
		return refuse(l, v, id, b.Box, problem)
	}
	if len(b.Figures) == 0 || most == 0 {
		return geom.Rect{}
	}
	b.Number *= b.fit(v)
	p := b.plan(v, most)
	l.Open(id, listSem(sem))
	var extent geom.Rect
	x := b.Box.X
	for i, name := range b.Figures {
		f, _ := v.Story.Figure(name)
		slot := max(b.side(&f, p.per), b.words(v, &f, p.least))
		extent = extent.Union(b.one(l, v, &f, draw.Nth(id.Name, i+1), i, geom.P(x, p.ground), slot, p.per))
		x += slot + p.gap
	}
	if b.Cell > 0 && b.Legend != "" {
		extent = extent.Union(b.legend(l, v, id, p.per))
	}
	l.Close()
	return extent
}

// blockPlan is how blocks stand: on the line ground, at most as high as the room
// above it.
type blockPlan struct {
	per         scale.Area // the area of amounts, or of numbers of cells
	least, gap  float64    // the least width for a block's words, and between slots
	ground, top float64
}

func (b Blocks) plan(v *stage.View, most float64) blockPlan {
	n := float64(len(b.Figures))
	p := blockPlan{gap: b.gap()}
	even := (b.Box.W - p.gap*(n-1)) / n
	p.least = even * leastSlot
	words := 0.0
	for i, name := range b.Figures {
		f, _ := v.Story.Figure(name)
		words = max(words, v.Set.Block(b.label(v, &f, i), b.labelStyle(), p.least).Height)
	}
	p.ground = b.Box.Bottom() - words - b.Number*1.5
	p.top = b.Box.Y
	if b.Cell > 0 && b.Legend != "" {
		p.top += b.Label * 2.2
	}
	// Sides grow with the root of the area's unit; the largest that fits is found
	// by halving, because the least widths make the sum bend.
	lo, hi := 0.0, max(b.Box.W, b.Box.H)
	for range 60 {
		mid := (lo + hi) / 2
		per := scale.NewArea(b.cells(most), mid*mid)
		width, height := p.gap*(n-1), 0.0
		for _, name := range b.Figures {
			f, _ := v.Story.Figure(name)
			width += max(b.side(&f, per), b.words(v, &f, p.least))
			height = max(height, b.height(&f, per))
		}
		if width <= b.Box.W && height <= p.ground-p.top {
			lo = mid
		} else {
			hi = mid
		}
	}
	p.per = scale.NewArea(b.cells(most), lo*lo)
	return p
}

// fit is what the numbers shrink by so that they fit side by side.
func (b Blocks) fit(v *stage.View) float64 {
	n := float64(len(b.Figures))
	gaps := b.gap() * (n - 1)
	least := (b.Box.W - gaps) / n * leastSlot
	need := 0.0
	for _, name := range b.Figures {
		f, _ := v.Story.Figure(name)
		need += b.words(v, &f, least)
	}
	return min((b.Box.W-gaps)/max(need, 1), 1)
}

// words is how wide a block's slot is at least: its number is not broken.
func (b Blocks) words(v *stage.View, f *story.Figure, least float64) float64 {
	return max(least, b.numberWidth(v, f))
}

func (b Blocks) gap() float64 { return min(b.Label*1.4, b.Box.W*0.06) }

// cells is the amount in what the area counts: cells, or the base unit.
func (b Blocks) cells(amount float64) float64 {
	if b.Cell > 0 {
		return amount / b.Cell
	}
	return amount
}

// across is how many cells a row of a block of n cells has.
func across(n float64) float64 { return math.Ceil(math.Sqrt(n) - 1e-9) }

func (b Blocks) side(f *story.Figure, per scale.Area) float64 {
	n := b.cells(f.Float64())
	if b.Cell > 0 {
		return across(n) * per.At(1)
	}
	return per.At(n)
}

func (b Blocks) height(f *story.Figure, per scale.Area) float64 {
	n := b.cells(f.Float64())
	if b.Cell > 0 && n > 0 {
		return math.Ceil(n/across(n)-1e-9) * per.At(1)
	}
	return per.At(n)
}

func (b Blocks) labelStyle() typeset.Style {
	return typeset.Style{Face: typeset.Sans, Size: b.Label, Leading: 1.3}
}

func (b Blocks) one(l *draw.List, v *stage.View, f *story.Figure, id draw.ID, i int, foot geom.Pt, slot float64, per scale.Area) geom.Rect {
	laid := anim.Clamp(b.Progress)
	side, height := b.side(f, per), b.height(f, per)
	label := b.label(v, f, i)
	l.Open(id, b.sem(f, label))
	if n := b.cells(f.Float64()) * laid; n > 0 {
		shape := l.NewPath()
		if b.Cell > 0 {
			stack(shape, foot, across(b.cells(f.Float64())), n, per.At(1))
		} else {
			s := per.At(n)
			shape.Rect(geom.R(foot.X, foot.Y-s, s, s))
		}
		amount(l, id.Sub("block"), f, shape, foot, geom.P(foot.X, foot.Y-height), b.ink(v, id), max(b.Number*0.05, 1.5))
		if cell := per.At(1); b.Cell > 0 && cell >= cellSeam {
			seams(l, id.Sub("seams"), foot, across(b.cells(f.Float64())), n, cell, v.Theme.Ground)
		}
	}
	extent := geom.R(foot.X, foot.Y-height, side, height)
	if show := anim.Clamp(laid * 4); show > 0 {
		l.Push(geom.Identity(), show)
		st := NumberStyle{Size: b.Number, Unit: b.unit(), Counting: true, Running: laid}
		extent = extent.Union(Figure(l, v, id.Sub("figure"), f.ID, st, geom.P(foot.X, foot.Y+b.Number*1.1)))
		block := v.Set.Block(label, b.labelStyle(), slot)
		at := geom.P(foot.X, foot.Y+b.Number*1.45)
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
