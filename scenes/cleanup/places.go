package cleanup

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// A block of the count is a thousand people, ten blocks stand in a row.
const (
	perBlock = 1000
	perRow   = 10
	rowOf    = perBlock * perRow
)

// places is where things stand for one form.
type places struct {
	lay   stage.Layout
	u     float64
	hills chart.Terraces
	from  float64 // where lanes begin
	width float64 // and how long they are

	window geom.Rect // through which a magnified picture is seen
	zoom   geom.Affine
	aside  float64 // how much a magnified picture leaves of what stands on it and presses it, 0 to 1
	across int     // people side by side in a lane
	blocks int     // of the first crowd that a lane holds
	turned bool    // blocks turn a quarter when they are counted, so that cells stay even

	first, second tally
	note          geom.Rect // the words about both crowds
	legend        geom.Pt   // baseline of the legend's first line
	legendStep    geom.Pt   // from one line of the legend to the next
	legendAlone   geom.Pt   // where the legend moves from when the second crowd comes
	reach         float64   // of a finger
	waves         float64   // of walking along a lane
	strewn        float64   // radius of a mark on the terraces
	counted       float64   // and in a block
}

// tally is a crowd counted: its figure and its blocks.
type tally struct {
	figure geom.Pt // its baseline's start
	size   float64
	width  float64 // that figure and label may take
	grid   geom.Pt // top left of its first block
	cell   geom.Pt // from block to block
	gap    float64
}

// block is where block b stands.
func (t *tally) block(b int) geom.Rect {
	x, y := float64(b%perRow)*t.cell.X, float64(b/perRow)*t.cell.Y
	return geom.R(t.grid.X+x, t.grid.Y+y, t.cell.X-t.gap, t.cell.Y-t.gap)
}

// Rows of blocks that the two crowds take at least. Where there are more people
// the rows draw together, to a third of their height and no further: mostSweepers
// and mostContestants are how many that holds.
const (
	firstRows  = 12
	secondRows = 5

	closest         = 3
	mostSweepers    = closest * firstRows * rowOf
	mostContestants = closest * secondRows * rowOf
)

// rowsOf is how many rows of blocks the figure takes, at least as many as least.
func rowsOf(v *stage.View, figure string, least int) float64 {
	f, _ := v.Story.Figure(figure)
	return float64(max(least, (blocksOf(f.Count())+perRow-1)/perRow))
}

func placesOf(v *stage.View, lay stage.Layout, title geom.Rect) places {
	p := places{lay: lay, u: lay.U}
	if lay.Form.Upright() {
		p.upright(v, title)
	} else {
		p.wide(v)
	}
	f, _ := v.Story.Figure(sweepersID)
	p.blocks = max(1, (blocksOf(f.Count())+lanes-1)/lanes)
	p.zoom = v.Zoom.Of(lay.Body)
	p.aside = 1 - anim.Span(v.Zoom.Scale, 1, 1.6, anim.CubicInOut)
	top := p.first.figure.Y + lay.Type.Small*0.7
	p.window = geom.R(v.Area.X, top, v.Area.W, lay.Foot.Y-top)
	p.reach = min(v.Area.W, v.Area.H) * 0.17
	edge := p.u * 4
	p.from, p.width = v.Area.X+edge, v.Area.W-2*edge
	return p
}

// magnify lets what follows be magnified, until whole.
func (p *places) magnify(l *draw.List) {
	if p.zoom.Scale() > 1 {
		l.PushClip(p.window)
		l.Push(p.zoom, 1)
	}
}

func (p *places) whole(l *draw.List) {
	if p.zoom.Scale() > 1 {
		l.Pop()
		l.Pop()
	}
}

// beside is how much is left of the second crowd's headline: on an upright
// screen it stands on the picture, on a wide one above it.
func (p *places) beside() float64 {
	if p.lay.Form.Upright() {
		return p.aside
	}
	return 1
}

// wide sets the two crowds side by side below their figures.
func (p *places) wide(v *stage.View) {
	in, px := p.lay.Inner(), p.lay.Px
	p.across, p.waves = 25, 9
	base := in.Y + px(70)
	p.hills = chart.Terraces{N: lanes, Box: geom.R(p.lay.Body.X, base+px(50), p.lay.Body.W, p.lay.Foot.Y-base-px(50)), Rise: px(66)}
	col := (in.W - px(96)) / 2
	top := base + px(26)
	closer := max(rowsOf(v, sweepersID, firstRows)/firstRows, rowsOf(v, contestantsID, secondRows)/secondRows)
	step := (p.lay.Foot.Y - px(10) - top) / firstRows / closer
	cell, gap := geom.P(col/perRow, step), px(5)/closer
	p.first = tally{geom.P(in.X, base), p.lay.Type.Figure * 1.15, col, geom.P(in.X, top), cell, gap}
	right := in.Right() - col
	p.second = tally{geom.P(right, base), p.lay.Type.Figure * 1.15, col, geom.P(right, top), cell, gap}
	under := top + secondRows*closer*step
	p.legendAlone = geom.P(right, top+p.lay.Type.Label)
	p.legend = geom.P(right, under+px(24)+p.lay.Type.Label)
	p.legendStep = geom.P(0, p.lay.Type.Label*1.75)
	p.note = geom.R(right, p.legend.Y+p.legendStep.Y*2-p.lay.Type.Label*0.4, col, px(100))
	p.strewn, p.counted = px(0.54), px(0.52)/math.Sqrt(closer)
}

// upright sets them one above the other.
func (p *places) upright(v *stage.View, title geom.Rect) {
	in, t := p.lay.Inner(), p.lay.Type
	p.across, p.turned, p.waves = 50, true, 3
	size := t.Figure * 0.9
	top := max(in.Y, title.Bottom()+t.Small*0.5)
	if p.lay.Form == stage.Phone {
		top += t.Text * 0.9 // what is counted may take three lines beside the number
	}
	base := top + size*0.95
	bottom := p.lay.Foot.Y - t.Small*0.6
	noteH := v.Set.Block(v.Words("cleanup.note"), noteStyle(t), in.W).Height
	legendH := t.Small * 1.9
	label := t.Text * 0.7
	blocks := bottom - base - label - (size*1.35 + label) - legendH - noteH
	first, second := rowsOf(v, sweepersID, firstRows), rowsOf(v, contestantsID, secondRows)
	closer := (first + second) / (firstRows + secondRows)
	step := blocks / (first + second)
	cell, gap := geom.P(in.W/perRow, step), p.lay.Px(2.5)/closer
	if p.lay.Form == stage.Kiosk {
		gap = p.lay.Px(8) / closer
	}
	p.first = tally{geom.P(in.X, base), size, in.W, geom.P(in.X, base+label), cell, gap}
	foot := base + label + first*step // of the first crowd
	line := foot + size*1.25
	p.second = tally{geom.P(in.X, line), size, in.W, geom.P(in.X, line+label+size*0.1), cell, gap}
	legend := line + label + size*0.1 + second*step + t.Small*1.3
	p.legend = geom.P(in.X, legend)
	p.legendAlone = geom.P(in.X, foot+t.Small*1.6)
	p.legendStep = geom.P(in.W*0.54, 0)
	p.note = geom.R(in.X, legend+t.Small*0.6, in.W, noteH)
	rise := p.lay.Px(30)
	if p.lay.Form == stage.Kiosk {
		rise = p.lay.Px(90)
	}
	hillsTop := base + label + rise
	p.hills = chart.Terraces{N: lanes, Box: geom.R(p.lay.Body.X, hillsTop, p.lay.Body.W, p.lay.Foot.Y-hillsTop), Rise: rise}
	k := min(v.Area.W/360, v.Area.H/640)
	p.strewn, p.counted = 0.28*k, 0.27*k/math.Sqrt(closer)
}

func noteStyle(t stage.Type) typeset.Style {
	return typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.45, Balance: true}
}

func wideNoteStyle(t stage.Type) typeset.Style {
	return typeset.Style{Face: typeset.Sans, Size: t.Text, Leading: 1.55, Balance: true}
}
