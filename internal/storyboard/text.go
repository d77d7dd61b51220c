package storyboard

import (
	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Text is words of the story, or one of its figures, in a slot.
type Text struct {
	Slot   string
	Key    string // of the copy
	Figure string // id, in place of Key; Key then replaces its label
	// Size is that of the type, in the drawing's pixels, where the slot gives none.
	Size  float64
	Unit  float64 // of a figure's unit, as Size; 0: a third of it
	Label float64 // of a figure's label, as Size; 0: none
	Face  typeset.Face
	Color string // the theme's name; empty: "text", of figures "ink"
	Back  Back
	// Beat has the text appear, in the part From to To as a Cue's; empty: it stands.
	Beat     string
	From, To float64
	Counting bool // a figure runs up to its value as it appears
	// Share has a figure run up to its value as far as it says, 0 to 1, in place of a
	// beat: it counts what the picture shows by then, in pencil until that is all.
	Share func(v stage.View) float64
	// Until is a beat in whose first part the text goes again; empty: it stays.
	Until  string
	Over   bool // what leads a figure's number stands above it where its slot is too narrow, see chart.NumberStyle
	Period bool // what time the figure is for stands in place of its number
	// Layer has the text belong to a layer at the top of the drawing: it is touched
	// and read with it.
	Layer string
	// Short is the key for upright forms, where that differs.
	Short string
	Way   Way // where the words lead; its zero value: nowhere
	// Optional texts are left out where a drawing has no room for them, and so no slot.
	Optional bool
}

// Bold is the text in the bold sans, in a colour of the theme's.
func (t Text) Bold(color string) Text {
	t.Face, t.Color = typeset.SansBold, color
	return t
}

// On is the text as belonging to a layer.
func (t Text) On(layer string) Text {
	t.Layer = layer
	return t
}

// gone is the part of a beat in which texts go that stand until then.
const gone = 0.2

// lift is how far below its place a text begins to appear, in parts of its size.
const lift = 0.18

// setTexts appends the texts of a layer, empty: those of none. The plates lie under all of
// them, so that none dims its neighbour's words.
func (b *Board) setTexts(l *draw.List, v *stage.View, p *Place, layer string) {
	for i := range b.Texts {
		if t := &b.Texts[i]; t.Layer == layer && t.Back.seen(v) {
			t.set(l, v, p, true)
		}
	}
	for i := range b.Texts {
		if t := &b.Texts[i]; t.Layer == layer {
			t.set(l, v, p, false)
		}
	}
}

// set appends the words, or only the plate behind them.
func (t *Text) set(l *draw.List, v *stage.View, p *Place, plate bool) {
	slot := p.slot(t.Slot)
	if slot == nil {
		return
	}
	show, run := t.come(v)
	if t.Until != "" {
		show *= 1 - anim.Span(v.Beat(t.Until), 0, gone, anim.CubicInOut)
	}
	if show <= 0 {
		return
	}
	size := slot.Size
	if size == 0 {
		size = t.Size
	}
	size = max(size*p.K, v.Layout().Type.Small)
	l.Push(geom.Translate(0, (1-show)*size*lift), show)
	if f, ok := v.Story.Figure(t.Figure); ok && t.Period {
		r, st := p.Slot(t.Slot), typeset.Style{Face: t.Face, Size: size, Align: alignOf(slot.X)}
		b := v.Set.Block(f.Period, st, r.W)
		at := geom.P(r.X, inSlot(slot, r, b.Height))
		if plate {
			t.Back.block(l, v, draw.ParseID(t.Slot), b, at)
		} else {
			chart.Lines(l, draw.ParseID(t.Slot), b, at, t.color(v, v.Theme.Text), draw.Sem{Role: draw.RoleText, Label: f.Period, Digits: draw.DigitsPage})
		}
	} else if t.Figure != "" {
		t.figure(l, v, p, slot, size, run, plate)
	} else {
		t.words(l, v, p, slot, size, plate)
	}
	l.Pop()
}

// come is how much of the text is seen, and how far a figure has run up to its value.
func (t *Text) come(v *stage.View) (show, run float64) {
	if t.Share != nil {
		f, _ := v.Story.Figure(t.Figure)
		run = anim.Clamp(t.Share(*v))
		return anim.Clamp(run * float64(f.Count())), run // the first of what is counted: a nought would be a figure
	}
	if t.Beat == "" {
		return 1, 1
	}
	c := Cue{Beat: t.Beat, From: t.From, To: t.To, Ease: anim.CubicOut}
	show = c.at(v)
	return show, show
}

// inkFrom is how far a figure has run up that turns from pencil to ink.
const inkFrom = 0.96

func (t *Text) key(v *stage.View) string {
	if t.Short != "" && v.Layout().Form.Upright() {
		return t.Short
	}
	return t.Key
}

func (t *Text) color(v *stage.View, without draw.Color) draw.Color {
	if t.Color == "" {
		return without
	}
	c, ok := v.Theme.Color(t.Color)
	if !ok {
		return without
	}
	return c
}

func (t *Text) words(l *draw.List, v *stage.View, p *Place, slot *art.Slot, size float64, plate bool) {
	key, id, c := t.key(v), draw.ParseID(t.Slot), t.color(v, v.Theme.Text)
	r := p.Slot(t.Slot)
	st := typeset.Style{Face: t.Face, Size: size, Leading: 1.35, Align: alignOf(slot.X), Balance: true}
	if r.W <= 0 { // a point
		if plate {
			t.Back.label(l, v, id, key, st, r.Min())
		} else {
			chart.Label(l, v, id, key, st, r.Min(), c)
		}
		return
	}
	if t.Way.Target != "" {
		t.Way.draw(l, v, id, v.Words(key), st, slot, r, c)
		return
	}
	b := fitted(v, v.Words(key), &st, slot, r.W)
	if len(b.Lines) > max(slot.Fit.Lines, 1) && slot.Fit.Drop {
		return
	}
	r.Y = inSlot(slot, r, b.Height)
	if plate {
		t.Back.block(l, v, id, b, r.Min())
	} else {
		chart.Prose(l, v, id, key, st, r, c)
	}
}

// fitted is a text set in a slot's width, as small as its lines ask and it allows.
func fitted(v *stage.View, text string, st *typeset.Style, slot *art.Slot, width float64) *typeset.Block {
	least := st.Size
	if slot.Fit.Least > 0 {
		least = max(st.Size*slot.Fit.Least, min(st.Size, v.Layout().Type.Small*0.9))
	}
	b := v.Set.Block(text, *st, width)
	for (len(b.Lines) > max(slot.Fit.Lines, 1) || b.Width > width) && st.Size > least {
		st.Size = max(st.Size*0.95, least)
		b = v.Set.Block(text, *st, width)
	}
	return b
}

// inSlot is where what is so high begins in a slot, from its top.
func inSlot(slot *art.Slot, r geom.Rect, height float64) float64 {
	switch slot.Y {
	case art.Middle:
		return r.Y + (r.H-height)/2
	case art.End:
		return r.Y + r.H - height
	}
	return r.Y
}

func (t *Text) figure(l *draw.List, v *stage.View, p *Place, slot *art.Slot, size, run float64, plate bool) {
	r := p.Slot(t.Slot)
	st := chart.NumberStyle{
		Size: size, Unit: t.Unit * p.K, Label: t.Label * p.K, Width: r.W, Align: alignOf(slot.X), Color: t.color(v, v.Theme.Ink),
		Counting: t.Counting || t.Share != nil, Running: run, Text: t.key(v),
	}
	if t.Share != nil {
		inked := anim.Span(run, inkFrom, 1, anim.Linear)
		st.Small = draw.Mix(v.Theme.Mute, chart.UnitColor(v.Theme, st.Color), inked)
		st.Color = draw.Mix(v.Theme.Mute, st.Color, inked)
	}
	small := v.Layout().Type.Small
	if t.Label > 0 {
		st.Label = max(st.Label, small)
	}
	if t.Unit == 0 {
		st.Unit = size / 3
	}
	st.Unit = max(st.Unit, small)
	w := chart.NumberWidth(v, t.Figure, st)
	if t.Over && w > r.W {
		st.Over = true
		w = chart.NumberWidth(v, t.Figure, st)
	}
	if r.W > 0 && w > r.W && slot.Fit.Least > 0 {
		k := max(r.W/w, slot.Fit.Least)
		st.Size *= k
		st.Unit = max(st.Unit*k, min(st.Unit, small))
	}
	at := geom.P(r.X, r.Y)
	switch slot.X {
	case art.Middle:
		at.X += r.W / 2
	case art.End:
		at.X += r.W
	}
	if r.H > 0 {
		rise := st.Size * digitHeight
		switch slot.Y {
		case art.Start:
			at.Y += rise
		case art.Middle:
			at.Y += (r.H + rise) / 2
		case art.End:
			at.Y += r.H
		}
	}
	if plate {
		t.Back.figure(l, v, draw.ParseID(t.Slot), t.Figure, st, at)
	} else {
		chart.Figure(l, v, draw.ParseID(t.Slot), t.Figure, st, at)
	}
}

// digitHeight is how tall digits of the serif stand, in parts of their size.
const digitHeight = 0.72

func alignOf(a art.Align) typeset.Align {
	switch a {
	case art.Middle:
		return typeset.Center
	case art.End:
		return typeset.End
	}
	return typeset.Start
}
