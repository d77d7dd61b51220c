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

// NumberStyle is how a figure is drawn. Sizes are in device-independent pixels.
type NumberStyle struct {
	Size  float64    // of the number
	Unit  float64    // of its lead and unit; 0: a third of Size
	Label float64    // of the label below; 0 draws none
	Width float64    // within which the label breaks; 0: one line
	Color draw.Color // of the number; 0: the theme's ink
	Small draw.Color // of the unit; 0: UnitColor of the number's
	Align typeset.Align
	// Running is how far a counter has run up to its value, 0 to 1. Settled
	// figures have 1; the zero value means settled too, so set Counting.
	Counting bool
	Running  float64
	// Plain leaves the line under inexact and planned figures away, in tables
	// that name the precision in words.
	Plain bool
	// Bare leaves the unit and what leads the number away, where a list beside it has them.
	Bare bool
	// Over has what leads the number stand above it, where the two have no room side by
	// side, and leaves the unit to the words below.
	Over bool
	// Text replaces the figure's own label: a copy key.
	Text string
}

// Figure draws a figure of the story with its baseline at the point at, and its
// label below. It returns the extent of the whole. An unknown figure draws its
// id in brackets, so that the mistake is seen and the picture stays.
func Figure(l *draw.List, v *stage.View, id draw.ID, figure string, st NumberStyle, at geom.Pt) geom.Rect {
	f, ok := v.Story.Figure(figure)
	if !ok {
		run := v.Set.Line(story.Lacking(figure), typeset.Style{Size: max(st.Size/2, 8)})
		l.Text(id, run, at, draw.Ink(v.Theme.Accent), draw.Sem{Role: draw.RoleText})
		return geom.R(at.X, at.Y-st.Size/2, run.Width, st.Size/2)
	}
	if st.Unit == 0 {
		st.Unit = st.Size / 3
	}
	if st.Color == 0 {
		st.Color = v.Theme.Ink
	}
	if st.Small == 0 {
		st.Small = UnitColor(v.Theme, st.Color)
	}
	label, sem := f.Label, draw.Sem{}
	if st.Text != "" {
		text := v.Story.Copy(st.Text)
		label, sem = text.Text(), shows(text, sem)
	}
	l.Open(id, draw.Sem{Role: draw.RoleFigure, Figure: f.ID, Figures: sem.Figures, Label: f.Text, Detail: label, Digits: draw.DigitsFigure})
	if st.Bare {
		f.Lead, f.Tail = "", ""
	}
	box := number(l, v, &f, st, at, id)
	if st.Label > 0 {
		box = box.Union(caption(l, v, label, sem, st, at, box, id))
	}
	l.Close()
	return box
}

// FigureIn draws a figure at the foot of a box, as large as its style and the box's
// width allow; where number and unit have no room in a line, it sets the words of the
// copy key lines, which name the figure, in two, from the box's top.
func FigureIn(l *draw.List, v *stage.View, id draw.ID, figure, lines string, st NumberStyle, box geom.Rect) geom.Rect {
	small := v.Layout().Type.Small
	for NumberWidth(v, figure, st) > box.W && st.Size > small*1.3 {
		st.Size *= 0.95
		st.Unit = max(small, st.Unit*0.95)
	}
	if v.Story.Copy(lines).OK && NumberWidth(v, figure, st) > box.W {
		text := typeset.Style{Face: typeset.Serif, Size: small * 1.5, Leading: 1.2, Align: st.Align}
		for text.Size > small && len(v.Set.Block(v.Words(lines), text, box.W).Lines) > 2 {
			text.Size *= 0.96
		}
		return Prose(l, v, id, lines, text, geom.R(box.X, box.Y, box.W, 0), st.Color)
	}
	at := geom.P(box.X, box.Bottom())
	switch st.Align {
	case typeset.Center:
		at.X += box.W / 2
	case typeset.End:
		at.X += box.W
	}
	r := Figure(l, v, id, figure, st, at)
	return geom.R(r.X, r.Y, r.W, box.Bottom()-r.Y)
}

// NumberWidth is how wide Figure sets a figure's number and its unit, without the
// label; 0 for an unknown figure.
func NumberWidth(v *stage.View, figure string, st NumberStyle) float64 {
	f, ok := v.Story.Figure(figure)
	if !ok {
		return 0
	}
	if st.Unit == 0 {
		st.Unit = st.Size / 3
	}
	if st.Bare {
		f.Lead, f.Tail = "", ""
	}
	w := v.Set.Line(f.Number, typeset.Style{Face: typeset.Serif, Size: st.Size, Tabular: true}).Width
	for _, s := range [...]string{f.Lead, f.Tail} {
		if s != "" && (!st.Over || f.Lead == "") {
			w += v.Set.Line(s, typeset.Style{Face: typeset.SansBold, Size: st.Unit}).Width + st.Unit*0.32
		}
	}
	return w
}

func number(l *draw.List, v *stage.View, f *story.Figure, st NumberStyle, at geom.Pt, id draw.ID) geom.Rect {
	unit := typeset.Style{Face: typeset.SansBold, Size: st.Unit}
	digits := typeset.Style{Face: typeset.Serif, Size: st.Size, Tabular: st.Counting}
	final := v.Set.Line(f.Number, digits)
	shown := final
	if st.Counting && st.Running < 1 {
		var buf [40]byte
		shown = v.Set.LineBytes(scale.Append(buf[:0], part(f.Shown, st.Running), f.Style), digits)
	}
	var lead, tail *typeset.Run
	gap := st.Unit * 0.32
	over := st.Over && f.Lead != ""
	apart := gap
	if f.Joined {
		apart = st.Unit * 0.1
	}
	width := final.Width
	if f.Lead != "" {
		lead = v.Set.Line(f.Lead, unit)
		if !over {
			width += lead.Width + gap
		}
	}
	if f.Tail != "" && !over {
		tail = v.Set.Line(f.Tail, unit)
		width += tail.Width + apart
	}
	x := aligned(at.X, width, st.Align)
	box := geom.R(x, at.Y-final.Ascent*0.82, width, final.Ascent*0.82)
	sem := draw.Sem{Digits: draw.DigitsFigure, Figure: f.ID}
	switch {
	case over:
		rise := final.Ascent*0.82 + st.Unit*0.45
		l.Text(id.Sub("lead"), lead, geom.P(aligned(at.X, lead.Width, st.Align), at.Y-rise), draw.Ink(v.Theme.Mute), sem)
		box = box.Union(geom.R(box.X, at.Y-rise-lead.Ascent, box.W, lead.Ascent))
	case lead != nil:
		l.Text(id.Sub("lead"), lead, geom.P(x, at.Y), draw.Ink(v.Theme.Mute), sem)
		x += lead.Width + gap
	}
	start := x
	l.Text(id.Sub("number"), shown, geom.P(x, at.Y), draw.Ink(st.Color), sem)
	x += shown.Width
	if tail != nil {
		l.Text(id.Sub("unit"), tail, geom.P(x+apart, at.Y), draw.Ink(st.Small), sem)
	}
	underline(l, v, f, st, geom.R(start, at.Y+st.Size*0.1, final.Width, max(st.Size*0.045, 1.5)), id)
	return box
}

// UnitColor is the colour of the unit beside a number of the colour c. What singles a
// number out is seen in large type; small type needs the ink's contrast.
func UnitColor(th *stage.Theme, c draw.Color) draw.Color {
	switch c {
	case th.Accent, th.Crowd, th.GoldDark, th.LeafDark, th.Steel, th.Deep:
		return th.Ink
	}
	return c
}

// part is the share p of a value, cut to the digits after the point that the
// value has, so that a counter keeps its form while it runs.
func part(d decimal.Decimal, p float64) decimal.Decimal {
	return decimal.Decimal{Unscaled: int64(float64(d.Unscaled) * anim.Clamp(p)), Scale: d.Scale}
}

// underline tells apart what the page does not state exactly, or only plans: a
// soft edge under "about" and "more than", dashes under a target, nothing under
// an exact, achieved figure.
func underline(l *draw.List, v *stage.View, f *story.Figure, st NumberStyle, r geom.Rect, id draw.ID) {
	c := v.Theme.Mute
	switch {
	case st.Plain:
	case f.Target:
		p := l.NewPath().Move(r.X, r.Y).Line(r.Right(), r.Y)
		l.Stroke(id.Sub("target"), p, geom.Pen{Width: r.H, Dash: r.H * 3, Gap: r.H * 2.5}, draw.Ink(c), draw.Decor())
	case f.Precision != story.Exact:
		soft := draw.LinearRamp(geom.P(r.X, 0), geom.P(r.Right(), 0),
			draw.Stop{At: 0, Color: c.Fade(0)}, draw.Stop{At: 0.3, Color: c.Fade(0.8)}, draw.Stop{At: 0.7, Color: c.Fade(0.8)}, draw.Stop{At: 1, Color: c.Fade(0)})
		l.Rect(id.Sub("soft"), geom.R(r.X, r.Y-r.H/2, r.W, r.H), 0, soft, draw.Decor())
	}
}

func caption(l *draw.List, v *stage.View, label string, sem draw.Sem, st NumberStyle, at geom.Pt, box geom.Rect, id draw.ID) geom.Rect {
	style := typeset.Style{Face: typeset.Sans, Size: st.Label, Leading: 1.35, Align: st.Align}
	width := st.Width
	if width == 0 {
		style.NoBreak = true
		width = v.Set.Line(label, style).Width
	}
	b := v.Set.Block(label, style, width)
	x := aligned(at.X, width, st.Align)
	top := at.Y + max(st.Size*0.16, st.Label*0.3)
	for i, line := range b.Lines {
		l.Text(id.SubN("label", i+1), line.Run, geom.P(x+line.X, top+line.Y), draw.Ink(v.Theme.Text), sem)
	}
	return geom.R(min(x, box.X), top, b.Width, b.Height)
}
