package chart

import (
	"math"

	"lianhua/internal/geom"
	"lianhua/internal/scale"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

const (
	leastSlot  = 0.62 // the share of an even slot that a block's words take at least
	leastWords = 0.42 // the share of the box that words beside blocks take at least
	numberDrop = 1.1  // from the top of a block's words to the number's baseline, in numbers
	labelDrop  = 1.45 // and to the top of its label
)

// blockPlan is how blocks stand: side by side on one line with their words
// below, or one below another with their words beside them.
type blockPlan struct {
	per    scale.Area // the area of amounts, or of numbers of cells
	column bool
	words  float64 // the width of words: at least, below blocks; of all, beside them
	ground float64 // the line of blocks side by side
	widest float64 // of the blocks in a column
}

// mostBlocks bounds how many are compared: more areas are not told apart.
const mostBlocks = 12

// blockSize is what a block and its words ask for.
type blockSize struct {
	cells  float64 // its amount, in what the area counts
	number float64 // the width of its number
	words  float64 // the height of its words in a column
}

// plan takes the way in which the blocks become larger.
func (b Blocks) plan(v *stage.View, most float64) blockPlan {
	n := float64(len(b.Figures))
	row := blockPlan{words: (b.Box.W - b.gap()*(n-1)) / n * leastSlot}
	column := blockPlan{column: true, words: b.Box.W * leastWords}
	label := 0.0
	var room [mostBlocks]blockSize
	sizes := room[:0]
	for i, name := range b.Figures {
		f, _ := v.Story.Figure(name)
		label = max(label, v.Set.Block(b.label(v, &f, i), b.labelStyle(), row.words).Height)
		sizes = append(sizes, blockSize{cells: b.cells(f.Float64()), number: b.numberWidth(v, &f)})
		column.words = max(column.words, sizes[i].number)
	}
	for i, name := range b.Figures {
		f, _ := v.Story.Figure(name)
		sizes[i].words = b.wordsHeight(v, &f, i, column.words)
	}
	row.ground = b.Box.Bottom() - label - b.Number*labelDrop
	best, side := row, b.largest(sizes, b.cells(most), row)
	if larger := b.largest(sizes, b.cells(most), column); larger > side {
		best, side = column, larger
	}
	best.per = scale.NewArea(b.cells(most), side*side)
	for _, s := range sizes {
		best.widest = max(best.widest, b.side(s.cells, best.per))
	}
	if best.column {
		best.words = b.Box.W - best.widest - b.gap()
	}
	return best
}

// halvings finds a side to a billionth of the box.
const halvings = 30

// largest is the largest side of the largest square with which all fit. Widths
// that words set make the sum bend, so it is found by halving.
func (b Blocks) largest(sizes []blockSize, most float64, p blockPlan) float64 {
	lo, hi := 0.0, max(b.Box.W, b.Box.H)
	for range halvings {
		mid := (lo + hi) / 2
		if b.fits(sizes, p, scale.NewArea(most, mid*mid)) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

func (b Blocks) fits(sizes []blockSize, p blockPlan, per scale.Area) bool {
	sum, most := b.gap()*float64(len(sizes)-1), 0.0
	for _, s := range sizes {
		side, height := b.side(s.cells, per), b.height(s.cells, per)
		if p.column {
			sum += max(height, s.words)
			most = max(most, side)
		} else {
			sum += max(side, p.words, s.number)
			most = max(most, height)
		}
	}
	if p.column {
		return sum <= b.Box.Bottom()-b.top() && most+b.gap()+p.words <= b.Box.W
	}
	return sum <= b.Box.W && most <= p.ground-b.top()
}

func (b Blocks) wordsHeight(v *stage.View, f *story.Figure, i int, width float64) float64 {
	return b.Number*labelDrop + v.Set.Block(b.label(v, f, i), b.labelStyle(), width).Height
}

// place is where the block of f stands and its words, and from where the next one
// goes on.
func (p blockPlan) place(b Blocks, v *stage.View, f *story.Figure, i int, at geom.Pt) (foot geom.Pt, words geom.Rect, next geom.Pt) {
	if p.column {
		text := b.wordsHeight(v, f, i, p.words)
		height := max(b.height(b.cells(f.Float64()), p.per), text)
		foot = geom.P(at.X, at.Y+height)
		words = geom.R(at.X+p.widest+b.gap(), foot.Y-text, p.words, text)
		return foot, words, geom.P(at.X, foot.Y+b.gap())
	}
	slot := max(b.side(b.cells(f.Float64()), p.per), p.words, b.numberWidth(v, f))
	foot = geom.P(at.X, p.ground)
	return foot, geom.R(at.X, p.ground, slot, 0), geom.P(at.X+slot+b.gap(), at.Y)
}

// top is where blocks may begin, below the legend.
func (b Blocks) top() float64 {
	if b.Cell > 0 && b.Legend != "" {
		return b.Box.Y + b.Label*2.2
	}
	return b.Box.Y
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

// side and height are the extent of a block of n cells, or of n base units.
func (b Blocks) side(n float64, per scale.Area) float64 {
	if b.Cell > 0 {
		return across(n) * per.At(1)
	}
	return per.At(n)
}

func (b Blocks) height(n float64, per scale.Area) float64 {
	if b.Cell > 0 && n > 0 {
		return math.Ceil(n/across(n)-1e-9) * per.At(1)
	}
	return per.At(n)
}
