package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/decimal"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/scale"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Axis names the numbers along a ruler. Its numbers are written in the unit of a
// figure, and that unit stands once, in the caption; a logarithmic axis says in
// its caption that it is one.
type Axis struct {
	Scale   scale.Ruler // its range is in the picture's x, or y for an upright axis
	Upright bool
	At      float64 // the line's y; an upright axis' x
	Figure  string  // whose unit the numbers are in; empty: plain numbers
	Name    string  // copy key of what is measured; may be empty
	Most    int     // numbers at the most; 0: 6
	Size    float64 // of the type, in device-independent pixels
	Grid    float64 // how far lines reach from the axis over the picture, upwards or to the right; 0: none
	Show    float64 // 0 to 1
}

// mostTicks bounds what an axis names; more could not be read.
const mostTicks = 24

// Draw appends the axis: numbers below a level one and left of an upright one.
// It returns its extent without the grid. IDs are parts of id.
func (a Axis) Draw(l *draw.List, v *stage.View, id draw.ID) geom.Rect {
	if a.Show <= 0 {
		return geom.Rect{}
	}
	if a.Most == 0 {
		a.Most = 6
	}
	f, known := v.Story.Figure(a.Figure)
	if a.Figure != "" && !known {
		start, end := a.Scale.Range()
		return refuse(l, v, id, geom.R(min(start, end), a.At, max(start-end, end-start), a.Size*2), "["+a.Figure+"]")
	}
	var room [mostTicks]decimal.Decimal
	factor := unitFactor(v, &f, known)
	ticks := a.ticks(room[:0], factor)
	var magnitude scale.Magnitude
	style := scale.English()
	if v.Chinese() {
		style, magnitude = scale.Chinese(), scale.MagnitudeOf(ticks)
	}
	l.Push(geom.Identity(), anim.Clamp(a.Show))
	l.Open(id, draw.Sem{})
	extent := a.line(l, v, id)
	a.marks(l, v, id, ticks, factor)
	letters := typeset.Style{Face: typeset.Sans, Size: a.Size, Tabular: true}
	var last geom.Rect
	for i, d := range ticks {
		var buf [40]byte
		text := buf[:0]
		if magnitude.Name != "" {
			text = magnitude.Append(text, d, style)
		} else {
			text = scale.Append(text, d, style)
		}
		run := v.Set.LineBytes(text, letters)
		at := a.place(d, factor)
		if a.Upright {
			at = geom.P(at.X-a.Size*0.6-run.Width, at.Y+a.Size*0.36)
		} else {
			at = geom.P(at.X-run.Width/2, at.Y+a.Size*1.5)
		}
		box := geom.R(at.X, at.Y-a.Size*0.8, run.Width, a.Size)
		if i > 0 && box.Inset(-a.Size*0.3).Overlaps(last) {
			continue
		}
		last = box
		l.Text(id.SubN("value", i+1), run, at, draw.Ink(v.Theme.Mute), draw.Sem{Role: draw.RoleText, Digits: draw.DigitsTick})
		extent = extent.Union(box)
	}
	extent = extent.Union(a.caption(l, v, id, f.Unit, extent))
	l.Close()
	l.Pop()
	return extent
}

// unitFactor is how many base units the unit holds that the figure is shown in.
func unitFactor(v *stage.View, f *story.Figure, known bool) float64 {
	shown := f.Shown
	if v.Chinese() {
		shown = f.Value // 万 and 亿 before a thing are no part of its unit
	}
	if !known || shown.Sign() == 0 {
		return 1
	}
	// Units hold powers of ten; a rounded figure is only near to one.
	q, power := f.Float64()/shown.Float64(), 1.0
	for power*3 < q {
		power *= 10
	}
	return power
}

// ticks are the axis' numbers in the unit that it is written in.
func (a Axis) ticks(dst []decimal.Decimal, factor float64) []decimal.Decimal {
	r := a.Scale
	from, to := r.Domain()
	start, end := r.Range()
	inUnit := scale.Linear(from/factor, to/factor, start, end)
	if r.IsLog() {
		// The domain was accepted; dividing it keeps it above zero.
		if g, err := scale.Log(from/factor, to/factor, start, end); err == nil {
			inUnit = g
		}
	}
	return inUnit.AppendTicks(dst, min(a.Most, mostTicks))
}

func (a Axis) place(d decimal.Decimal, factor float64) geom.Pt {
	x := a.Scale.At(d.Float64() * factor)
	if a.Upright {
		return geom.P(a.At, x)
	}
	return geom.P(x, a.At)
}

func (a Axis) line(l *draw.List, v *stage.View, id draw.ID) geom.Rect {
	start, end := a.Scale.Range()
	from, to := geom.P(start, a.At), geom.P(end, a.At)
	if a.Upright {
		from, to = geom.P(a.At, start), geom.P(a.At, end)
	}
	w := max(a.Size*0.08, 1)
	l.Line(id.Sub("line"), from, to, w, draw.Ink(v.Theme.Mute), draw.Decor())
	return geom.R(min(from.X, to.X), min(from.Y, to.Y), max(from.X-to.X, to.X-from.X, w), max(from.Y-to.Y, to.Y-from.Y, w))
}

// marks draws the short lines at the ticks, and the grid.
func (a Axis) marks(l *draw.List, v *stage.View, id draw.ID, ticks []decimal.Decimal, factor float64) {
	short, grid := l.NewPath(), l.NewPath()
	for _, d := range ticks {
		p := a.place(d, factor)
		if a.Upright {
			short.Move(p.X, p.Y).Line(p.X-a.Size*0.4, p.Y)
			grid.Move(p.X, p.Y).Line(p.X+a.Grid, p.Y)
		} else {
			short.Move(p.X, p.Y).Line(p.X, p.Y+a.Size*0.4)
			grid.Move(p.X, p.Y).Line(p.X, p.Y-a.Grid)
		}
	}
	if short.Empty() {
		return
	}
	l.Stroke(id.Sub("ticks"), short, geom.Pen{Width: max(a.Size*0.08, 1)}, draw.Ink(v.Theme.Mute), draw.Decor())
	if a.Grid > 0 {
		l.Stroke(id.Sub("grid"), grid, geom.Pen{Width: max(a.Size*0.05, 0.75)}, draw.Ink(v.Theme.Rule), draw.Decor())
	}
}

// caption says what the axis measures, in which unit, and that it is
// logarithmic where it is: "Name (unit, log scale)".
func (a Axis) caption(l *draw.List, v *stage.View, id draw.ID, unit string, extent geom.Rect) geom.Rect {
	name := v.Story.Copy(a.Name)
	log := ""
	if a.Scale.IsLog() {
		log = v.Words("chart.log")
	}
	var detailed, captioned [256]byte
	detail := append(detailed[:0], unit...)
	switch {
	case unit == "":
		detail = append(detail, log...)
	case log != "":
		detail = story.AppendFilled(detail[:0], v.Words("chart.unit-log"), "unit", unit, "log", log)
	}
	text := detail
	switch {
	case a.Name != "" && len(detail) == 0:
		text = append(captioned[:0], name.Text()...)
	case a.Name != "":
		text = story.AppendFilled(captioned[:0], v.Words("chart.caption"), "name", name.Text(), "detail", string(detail))
	}
	if len(text) == 0 {
		return geom.Rect{}
	}
	run := v.Set.LineBytes(text, typeset.Style{Face: typeset.Sans, Size: a.Size})
	start, end := a.Scale.Range()
	at := geom.P(min(start, end), extent.Bottom()+a.Size*1.2)
	if a.Upright {
		at = geom.P(extent.X, min(start, end)-a.Size*0.9)
	}
	sem := draw.Sem{Role: draw.RoleText}
	if a.Name != "" && len(name.Figures) > 0 {
		sem.Digits, sem.Figures = draw.DigitsFigure, name.Figures
	}
	l.Text(id.Sub("caption"), run, at, draw.Ink(v.Theme.Text), sem)
	return geom.R(at.X, at.Y-a.Size*0.8, run.Width, a.Size)
}
