package storyboard

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Lead is the one figure of a scene that is told from the start, under its heading
// wherever that ends: the number, and beside it what it counts and how it is drawn.
type Lead struct {
	Figure     string
	Name, Note string // keys
	// Below has name and note stand below the number on upright forms.
	Below bool
	// Until is a beat in whose first part it goes, and Then a key of what is said in its
	// place when that has moved; empty: it stays.
	Until, Then string
}

// ascent is how far letters stand above their line, in parts of their size.
const ascent = 0.88

// then is the part of the beat in which comes what is said in a lead's place.
const (
	thenFrom = 0.7
	thenTo   = 0.95
)

func (d *Lead) draw(l *draw.List, v *stage.View, lay stage.Layout, title geom.Rect) {
	if d.Figure == "" {
		return
	}
	size, small := lay.Type.Figure, lay.Type.Small
	if lay.Form.Upright() {
		size = lay.Type.FigureSmall * 1.12
	}
	name := typeset.Style{Face: typeset.SansBold, Size: max(size*0.3, small)}
	note := typeset.Style{Size: max(size*0.27, small)}
	top := title.Bottom() + size*0.26
	if d.Below && lay.Form.Upright() {
		top += size * 0.1
	} else {
		// Where type may not be smaller, two lines are higher than the number.
		top += max(0, note.Size*1.4+name.Size*ascent-size*digitHeight)
	}
	show := 1.0
	if d.Until != "" {
		show -= anim.Span(v.Beat(d.Until), 0, gone, anim.CubicInOut)
	}
	if show > 0 {
		l.Push(geom.Identity(), show)
		base := top + size*digitHeight
		st := chart.NumberStyle{Size: size, Unit: max(size*0.36, small), Color: v.Theme.Accent, Text: d.Name}
		x := chart.Figure(l, v, draw.Name("lead"), d.Figure, st, geom.P(lay.Head.X, base)).Right() + size*0.4
		if d.Below && lay.Form.Upright() {
			x = lay.Head.X
			base += name.Size*1.5 + note.Size*1.4
		}
		chart.Label(l, v, draw.Name("lead-name"), d.Name, name, geom.P(x, base-note.Size*1.4), v.Theme.Ink)
		chart.Label(l, v, draw.Name("lead-note"), d.Note, note, geom.P(x, base), v.Theme.Text)
		l.Pop()
	}
	if d.Then == "" {
		return
	}
	if show = anim.Span(v.Beat(d.Until), thenFrom, thenTo, anim.CubicOut); show > 0 {
		st := typeset.Style{Face: typeset.Serif, Size: max(size*0.37, small*1.1), Leading: 1.4}
		l.Push(geom.Translate(0, (1-show)*st.Size*lift), show)
		chart.Prose(l, v, draw.Name("then"), d.Then, st, geom.R(lay.Head.X, top, lay.Head.W*0.7, 0), v.Theme.Ink)
		l.Pop()
	}
}
