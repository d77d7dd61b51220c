package water

import (
	"math"

	"lianhua/internal/chart"
	"lianhua/internal/decimal"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
	"lianhua/scenes/water/sewer"
)

// words are the numbers on the pipe, what a length stands for, and what is said where
// it ends.
func (p *pipe) words(l *draw.List, v *stage.View, at storyboard.Spot, w work) {
	p.Numbers(l, v, max(0.65*p.Thick, p.small*0.92), w.front)
	p.scale(l, v, at)
	if end := v.Span(beatPipe, laidBy, 1); end > 0 && !v.Layout().Form.Upright() {
		l.Push(geom.Identity(), end)
		p.finish(l, v, at)
		l.Pop()
	}
}

// scale says what a length stands for, over the first. On upright forms it also says
// why it is one pipe: at its end is no room.
func (p *pipe) scale(l *draw.List, v *stage.View, at storyboard.Spot) {
	t, c := p.Thick, draw.Mix(v.Theme.SilverLight, v.Theme.MoltenLight, 0.3)
	bar := p.Measure(l, draw.Name("scale-bar"), c)
	st := typeset.Style{Size: max(0.7*t, p.small), Leading: 1.3, Balance: true}
	if !v.Layout().Form.Upright() {
		chart.Backed(l, v, draw.Name("scale"), "water.scale", st, geom.P(bar.X-0.1*t, bar.Y-0.24*t), c, draw.RGB(0x3A2618).Fade(0.45))
		return
	}
	st.Size = max(1.2*t, p.small*0.94)
	box := at.Slot("scale")
	box.Y = bar.Y - 0.24*t - v.Set.Block(v.Words("water.scale-upright"), st, box.W).Height
	chart.Prose(l, v, draw.Name("scale"), "water.scale-upright", st, box, c)
}

// finish is the figure at the pipe's end, and why it is one pipe.
func (p *pipe) finish(l *draw.List, v *stage.View, at storyboard.Spot) {
	c, _ := p.At(p.Lengths)
	t, size := p.Thick, max(0.95*p.Thick, p.small*1.15)
	x, y := c.X+0.9*t, c.Y+0.36*size
	l.Stroke(draw.Name("end-line"), l.NewPath().Move(x, c.Y).Line(x+1.2*t, c.Y), geom.Pen{Width: 0.07 * t}, draw.Ink(v.Theme.Ink), draw.Decor())
	box := chart.Label(l, v, draw.Name("end"), "water.end", typeset.Style{Face: typeset.Serif, Size: size}, geom.P(x+1.5*t, y), v.Theme.Ink)
	st := typeset.Style{Size: max(p.small, 0.72*t), Leading: 1.35}
	x = box.Right() + 1.2*t
	wide := at.Whole.Right() - at.Slot(pipeSlot).X/2 - x
	high := v.Set.Block(v.Words("water.end-note"), st, wide).Height
	chart.Prose(l, v, draw.Name("end-note"), "water.end-note", st, geom.R(x, c.Y-high/2, wide, 0), v.Theme.Ink)
}

// along is the slider that reads the pipe, in whole kilometres; its last value is the
// pipe's end.
var along = draw.Name("along")

// read is what a finger along the pipe reads.
func (p *pipe) read(l *draw.List, v *stage.View, at storyboard.Spot) {
	if v.Beat(beatPipe) < 1 {
		return
	}
	last := math.Floor(p.Lengths)
	sem := draw.Sem{Role: draw.RoleSlider, Label: v.Words("water.along"), Now: v.Inputs.Get(along, last), Min: 0, Max: last, Step: 1}
	if sem.Now >= last {
		sem.Value, sem.Digits, sem.Figure = v.Words("water.end"), draw.DigitsFigure, sewersID
	}
	l.Open(along, sem)
	l.Stroke(along.Sub("track"), p.Cut(l, 0, p.Lengths), geom.Pen{Width: 1.6 * p.Thick, Join: geom.JoinRound, Cap: geom.CapRound}, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	l.Close()
	if show := p.shown(v); show > 0 {
		l.Push(geom.Identity(), show)
		p.plate(l, v, at, p.reading(v))
		l.Pop()
	}
}

// reading is the kilometre that is read.
func (p *pipe) reading(v *stage.View) float64 {
	last := math.Floor(p.Lengths)
	if now := v.Inputs.Get(along, last); now < last {
		return max(now, 0)
	}
	return p.Lengths
}

// shown is how far a reading is seen: once the reader has set one, or points there.
func (p *pipe) shown(v *stage.View) float64 {
	switch {
	case v.Beat(beatPipe) < 1:
		return 0
	case v.Inputs.Get(along, -1) >= 0:
		return 1
	}
	return v.Hovered(along)
}

// lit is the pipe as far as it is read.
func (p *pipe) lit(l *draw.List, v *stage.View) {
	show, km := p.shown(v), p.reading(v)
	if show <= 0 || km <= 0 {
		return
	}
	l.Stroke(draw.Name("read"), p.Cut(l, 0, km), geom.Pen{Width: 0.3 * p.Thick, Join: geom.JoinRound, Cap: geom.CapRound}, draw.Ink(v.Theme.MoltenLight.Fade(0.9*show)), draw.Decor())
}

// plate says which kilometre it is, over a ring that sits on it.
func (p *pipe) plate(l *draw.List, v *stage.View, at storyboard.Spot, km float64) {
	c, _ := p.At(km)
	t, id := p.Thick, draw.Name("nth")
	ring := l.NewPath().Circle(c, 0.86*t)
	l.Stroke(id.Sub("halo"), ring, geom.Pen{Width: 0.32 * t}, draw.Ink(v.Theme.Steel), draw.Decor())
	l.Stroke(id.Sub("ring"), ring, geom.Pen{Width: 0.2 * t}, draw.Ink(v.Theme.SilverLight), draw.Decor())
	st := typeset.Style{Face: typeset.SansBold, Size: max(0.9*t, p.small*1.1)}
	gap, number, key := 0.24*st.Size, 1.75*st.Size, "water.here"
	wide := number + gap + v.Set.Line(v.Words(key), st).Width
	if km == p.Lengths {
		key = "water.end"
		wide = v.Set.Line(v.Words(key), st).Width
	}
	r := geom.RectAround(geom.P(c.X, c.Y-1.5*t-st.Size), wide+1.4*st.Size, 1.8*st.Size)
	r.X = max(at.Whole.X+p.small, min(r.X, at.Whole.Right()-p.small-r.W))
	sewer.Plate(l, v, id, r, st.Size)
	x, y := r.X+0.7*st.Size, r.Center().Y+0.36*st.Size
	l.Open(id, draw.Sem{Role: draw.RoleText, Free: true})
	if km < p.Lengths {
		end := st
		end.Align = typeset.End
		chart.Worked(l, v, id.Sub("number"), decimal.FromInt(int64(km)), end, geom.P(x+number, y), v.Theme.Deep)
		x += number + gap
	}
	chart.Phrase(l, v, id.Sub("words"), key, st, geom.P(x, y), v.Theme.Ink)
	l.Close()
}

// sewers is the length, running as it is laid.
func sewers(l *draw.List, v stage.View, p storyboard.Place) {
	show, total := v.Span(beatPipe, 0, 0.06), kilometres(&v)
	if show <= 0 || total <= 0 {
		return
	}
	lay, r := v.Layout(), p.Slot("sewers")
	what := typeset.Style{Size: max(r.H*0.36, lay.Type.Small), Leading: 1.3}
	st := chart.NumberStyle{
		Size: r.H * 1.32, Unit: max(r.H*0.44, lay.Type.Small), Color: v.Theme.Deep,
		Counting: true, Running: workAt(&v, total).front / total,
	}
	if lay.Form.Upright() {
		r.X = lay.Head.X // flush with the title, and below it
		r.Y = max(r.Y, lay.Head.Bottom()-r.H-0.75*lay.Type.Small)
		st.Label, st.Width, st.Text = what.Size, r.W, "water.sewers"
	}
	l.Push(geom.Identity(), show)
	box := chart.Figure(l, &v, draw.Name("sewers"), sewersID, st, geom.P(r.X, r.Bottom()))
	if st.Label == 0 {
		x := box.Right() + what.Size
		high := v.Set.Block(v.Words("water.sewers"), what, r.Right()-x).Height
		chart.Prose(l, &v, draw.Name("sewers-what"), "water.sewers", what, geom.R(x, r.Bottom()-high+0.27*what.Size, r.Right()-x, 0), v.Theme.Text)
	}
	l.Pop()
}
