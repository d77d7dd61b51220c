package water

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/decimal"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// How many kilometres lie from one number on the pipe to the next.
const (
	wideNumbers    = 10
	uprightNumbers = 50
)

func (f *fold) numbered(v *stage.View) int {
	if v.Layout().Form.Upright() {
		return uprightNumbers
	}
	return wideNumbers
}

// words are the numbers on the pipe, what a length stands for, and what is said where
// it ends.
func (f *fold) words(l *draw.List, v *stage.View, at storyboard.Spot, w work) {
	small := v.Layout().Type.Small / at.Scale
	size := max(0.65*f.thick, small*0.92)
	every := f.numbered(v)
	for k := every; float64(k) <= f.total; k += every {
		show := anim.Clamp(w.front - float64(k))
		if show <= 0 {
			break
		}
		p, _ := f.at(float64(k))
		f.pill(l, v, draw.Nth("km", k), p, int64(k), size, show)
	}
	f.scale(l, v, at, small)
	end := v.Span(beatPipe, laidBy, 1)
	if end <= 0 || v.Layout().Form.Upright() {
		return
	}
	l.Push(geom.Identity(), end)
	f.finish(l, v, at, small)
	l.Pop()
}

func (f *fold) pill(l *draw.List, v *stage.View, id draw.ID, p geom.Pt, n int64, size, show float64) {
	wide := 1.75 * size
	if n >= 100 {
		wide = 2.2 * size
	}
	r := geom.RectAround(p, wide, 1.42*size)
	l.Push(geom.Identity(), show)
	l.Rect(id.Sub("shade"), r.Offset(geom.P(0, 0.12*size)), 0.7*size, draw.Ink(tone(v, "iron-0").Fade(0.4)), draw.Decor())
	l.Rect(id.Sub("edge"), r.Inset(-0.09*size), 0.8*size, draw.Ink(tone(v, "steel-10")), draw.Decor())
	l.Rect(id.Sub("panel"), r, 0.7*size, draw.Ink(v.Theme.Panel), draw.Decor())
	chart.Tick(l, v, id, n, "", typeset.Style{Face: typeset.SansBold, Size: size, Align: typeset.Center}, geom.P(p.X, p.Y+0.36*size), v.Theme.Ink)
	l.Pop()
}

// scale says what a length stands for, over the first.
func (f *fold) scale(l *draw.List, v *stage.View, at storyboard.Spot, small float64) {
	from, _ := f.at(0)
	to, _ := f.at(1)
	t, c := f.thick, tone(v, "light-50")
	y := min(from.Y, to.Y) - 1.02*t
	line := l.NewPath().Move(from.X, y+0.3*t).Line(from.X, y-0.1*t).Move(from.X, y+0.1*t).Line(to.X, y+0.1*t).Move(to.X, y+0.3*t).Line(to.X, y-0.1*t)
	l.Stroke(draw.Name("scale-bar"), line, geom.Pen{Width: max(0.07*t, 0.7)}, draw.Ink(c), draw.Decor())
	st := typeset.Style{Size: max(0.7*t, small), Leading: 1.3, Balance: true}
	if !v.Layout().Form.Upright() {
		chart.Label(l, v, draw.Name("scale"), "water.scale", st, geom.P(from.X-0.1*t, y-0.34*t), c)
		return
	}
	// There it also says why it is one pipe: at the end is no room.
	st.Size = max(t, small*0.94)
	box := at.Slot("end-note")
	box.Y = y - 0.34*t - v.Set.Block(v.Words("water.scale-upright"), st, box.W).Height
	chart.Prose(l, v, draw.Name("scale"), "water.scale-upright", st, box, c)
}

// finish is the figure at the pipe's end, and why it is one pipe.
func (f *fold) finish(l *draw.List, v *stage.View, at storyboard.Spot, small float64) {
	p, _ := f.at(f.total)
	size, note := max(0.95*f.thick, small*1.15), at.Slot("end-note")
	y := p.Y + 0.36*size
	x := p.X + 0.9*f.thick
	l.Stroke(draw.Name("end-line"), l.NewPath().Move(x, p.Y).Line(x+1.2*f.thick, p.Y), geom.Pen{Width: 0.07 * f.thick}, draw.Ink(v.Theme.Ink), draw.Decor())
	box := chart.Label(l, v, draw.Name("end"), "water.end", typeset.Style{Face: typeset.Serif, Size: size}, geom.P(x+1.5*f.thick, y), v.Theme.Ink)
	st := typeset.Style{Size: max(small, 0.72*f.thick), Leading: 1.35}
	x = box.Right() + 1.2*f.thick
	chart.Prose(l, v, draw.Name("end-note"), "water.end-note", st, geom.R(x, y-st.Size*1.05, note.Right()-x, 0), v.Theme.Text)
}

// along is the slider that reads the pipe, in whole kilometres; its last value is the
// pipe's end.
var along = draw.Name("along")

// read is what a finger along the pipe reads.
func (f *fold) read(l *draw.List, v *stage.View, at storyboard.Spot) {
	if v.Beat(beatPipe) < 1 {
		return
	}
	last := math.Floor(f.total)
	now := v.Inputs.Get(along, last)
	said := ""
	if now >= last {
		said = v.Words("water.end")
	}
	sem := draw.Sem{Role: draw.RoleSlider, Label: v.Words("water.along"), Now: now, Min: 0, Max: last, Step: 1, Value: said}
	if now >= last {
		sem.Digits, sem.Figure = draw.DigitsFigure, sewersID
	}
	l.Open(along, sem)
	whole := f.cut(l, 0, f.total)
	l.Stroke(along.Sub("track"), whole, geom.Pen{Width: 1.6 * f.thick, Join: geom.JoinRound}, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	l.Close()
	show := v.Hovered(along)
	if v.Inputs.Get(along, -1) >= 0 {
		show = 1
	}
	if show <= 0 {
		return
	}
	km := now
	if now >= last {
		km = f.total
	}
	l.Push(geom.Identity(), show)
	l.Stroke(draw.Name("read"), f.cut(l, 0, max(km, 0.01)), geom.Pen{Width: 0.3 * f.thick, Join: geom.JoinRound, Cap: geom.CapRound}, draw.Ink(v.Theme.MoltenLight.Fade(0.9)), draw.Decor())
	f.plate(l, v, at, km, now >= last)
	l.Pop()
}

// plate says which kilometre it is, over a ring that sits on it.
func (f *fold) plate(l *draw.List, v *stage.View, at storyboard.Spot, km float64, end bool) {
	p, _ := f.at(km)
	t, small := f.thick, v.Layout().Type.Small/at.Scale
	l.Stroke(draw.Name("read").Sub("halo"), l.NewPath().Circle(p, 0.86*t), geom.Pen{Width: 0.3 * t}, draw.Ink(tone(v, "iron-0").Fade(0.55)), draw.Decor())
	l.Stroke(draw.Name("read").Sub("ring"), l.NewPath().Circle(p, 0.86*t), geom.Pen{Width: 0.2 * t}, draw.Ink(tone(v, "light-60")), draw.Decor())
	st := typeset.Style{Face: typeset.SansBold, Size: max(0.9*t, small*1.1)}
	gap := 0.24 * st.Size
	number := 1.75 * st.Size
	wide := number + gap + v.Set.Line(v.Words("water.here"), st).Width
	if end {
		wide = v.Set.Line(v.Words("water.end"), st).Width
	}
	r := geom.RectAround(geom.P(p.X, p.Y-1.5*t-st.Size), wide+1.4*st.Size, 1.8*st.Size)
	r.X = max(at.Whole.X+small, min(r.X, at.Whole.Right()-small-r.W))
	l.Rect(draw.Name("plate").Sub("shade"), r.Offset(geom.P(0, 0.14*st.Size)), 0.5*st.Size, draw.Ink(tone(v, "iron-0").Fade(0.4)), draw.Decor())
	l.Rect(draw.Name("plate").Sub("edge"), r.Inset(-0.08*st.Size), 0.5*st.Size, draw.Ink(tone(v, "steel-16")), draw.Decor())
	l.Rect(draw.Name("plate").Sub("panel"), r, 0.45*st.Size, draw.Ink(v.Theme.Panel), draw.Decor())
	x, y := r.X+0.7*st.Size, r.Center().Y+0.36*st.Size
	l.Open(draw.Name("nth"), draw.Sem{Role: draw.RoleText, Free: true})
	if end {
		chart.Phrase(l, v, draw.Name("nth").Sub("end"), "water.end", st, geom.P(x, y), v.Theme.Deep)
	} else {
		mid := st
		mid.Align = typeset.End
		chart.Worked(l, v, draw.Name("nth").Sub("number"), decimal.FromInt(int64(km)), mid, geom.P(x+number, y), v.Theme.Deep)
		chart.Phrase(l, v, draw.Name("nth").Sub("here"), "water.here", st, geom.P(x+number+gap, y), v.Theme.Ink)
	}
	l.Close()
}

// sewers is the length, running as it is laid.
func sewers(l *draw.List, v stage.View, p storyboard.Place) {
	show := v.Span(beatPipe, 0, 0.06)
	total := kilometres(&v)
	if show <= 0 || total <= 0 {
		return
	}
	r, small := p.Slot("sewers"), v.Layout().Type.Small
	st := chart.NumberStyle{
		Size: r.H * 1.32, Unit: max(r.H*0.44, small), Color: v.Theme.Deep,
		Counting: true, Running: workAt(&v, total).front / total,
	}
	what := typeset.Style{Size: max(r.H*0.36, small), Leading: 1.3}
	if v.Layout().Form.Upright() {
		st.Label, st.Width = what.Size, r.W
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
