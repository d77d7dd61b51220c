package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Callout leads from a point of the picture to words about it: a text of the
// story, or a figure with its label. The words stand where the scene would have
// them, or else on the nearest side on which they stay inside the picture and
// off what they are to avoid.
type Callout struct {
	At     geom.Pt
	Toward geom.Pt     // the direction in which the words stand; zero: up to the right
	Reach  float64     // the leader's length, in device-independent pixels
	Text   string      // copy key; ignored where Figure is set
	Figure string      // the id of a figure, drawn with its label
	Within geom.Rect   // the words stay inside; empty: the view's area
	Avoid  []geom.Rect // the words stay off these
	Width  float64     // within which the words break
	Size   float64     // of the type; a figure's number is twice as large
	Ink    draw.Color
	Show   float64 // 0 to 1
}

// calloutTurns is how many directions are tried, the wanted one first.
const calloutTurns = 8

// Draw appends the point, the leader and the words. It returns the words' extent.
func (c Callout) Draw(l *draw.List, v *stage.View, id draw.ID) geom.Rect {
	if c.Show <= 0 {
		return geom.Rect{}
	}
	if c.Within.Empty() {
		c.Within = v.Area
	}
	ink := c.Ink
	if ink == 0 {
		ink = v.Theme.Ink
	}
	w, h := c.measure(v)
	box := c.place(w, h)
	show := anim.Clamp(c.Show)
	l.Push(geom.Identity(), show)
	l.Open(id, draw.Sem{})
	r := max(c.Size*0.22, 2)
	near := nearest(box.Inset(-c.Size*0.25), c.At)
	if way := near.Sub(c.At); way.Len() > r {
		from := c.At.Add(way.Unit().Mul(r))
		l.Line(id.Sub("leader"), from, from.Lerp(near, show), max(c.Size*0.07, 1), draw.Ink(ink), draw.Decor())
	}
	l.Stroke(id.Sub("point"), l.NewPath().Circle(c.At, r), geom.Pen{Width: max(c.Size*0.1, 1.25)}, draw.Ink(ink), draw.Decor())
	if c.Figure != "" {
		st := c.number()
		Figure(l, v, id.Sub("figure"), c.Figure, st, geom.P(box.X, box.Y+st.Size*0.9))
	} else {
		Prose(l, v, id.Sub("text"), c.Text, c.style(), geom.R(box.X, box.Y, c.Width, h), v.Theme.Text)
	}
	l.Close()
	l.Pop()
	return box
}

func (c Callout) style() typeset.Style {
	return typeset.Style{Face: typeset.Sans, Size: c.Size, Leading: 1.4}
}

func (c Callout) number() NumberStyle {
	return NumberStyle{Size: 2 * c.Size, Unit: c.Size, Label: c.Size, Width: c.Width}
}

func (c Callout) measure(v *stage.View) (w, h float64) {
	if c.Figure == "" {
		b := v.Set.Block(v.Words(c.Text), c.style(), c.Width)
		return b.Width, b.Height
	}
	f, ok := v.Story.Figure(c.Figure)
	if !ok {
		return c.Width, 2 * c.Size
	}
	st := c.number()
	b := v.Set.Block(f.Label, typeset.Style{Face: typeset.Sans, Size: st.Label, Leading: 1.35}, c.Width)
	return max(numberWidth(v, &f, st.Size, st.Unit), b.Width), st.Size*0.9 + max(st.Size*0.16, st.Label*0.3) + b.Height
}

// turns are the directions in the order in which they are tried, in eighths.
var turns = [calloutTurns]float64{0, 1, -1, 2, -2, 3, -3, 4}

// place finds the words' box: the first direction in which it is free, or the
// wanted one moved inside the picture.
func (c Callout) place(w, h float64) geom.Rect {
	toward := c.Toward.Unit()
	if toward == (geom.Pt{}) {
		toward = geom.P(1, -1).Unit()
	}
	for _, k := range turns {
		box := c.beside(turn(toward, k), w, h)
		if c.Within.Contains(box) && c.free(box) {
			return box
		}
	}
	box := c.beside(toward, w, h)
	box.X = max(c.Within.X, min(box.X, c.Within.Right()-w))
	box.Y = max(c.Within.Y, min(box.Y, c.Within.Bottom()-h))
	return box
}

// beside is the box whose nearest edge lies a leader away in the direction d.
func (c Callout) beside(d geom.Pt, w, h float64) geom.Rect {
	end := c.At.Add(d.Mul(c.Reach))
	return geom.R(end.X-w*(1-d.X)/2, end.Y-h*(1-d.Y)/2, w, h)
}

func (c Callout) free(box geom.Rect) bool {
	if box.Inset(-c.Size * 0.3).Has(c.At) {
		return false
	}
	for _, a := range c.Avoid {
		if box.Overlaps(a) {
			return false
		}
	}
	return true
}

// turn turns a direction by k eighths of a circle.
func turn(d geom.Pt, k float64) geom.Pt {
	const s = 0.7071067811865476 // of an eighth's sine and cosine
	for ; k > 0; k-- {
		d = geom.P((d.X-d.Y)*s, (d.X+d.Y)*s)
	}
	for ; k < 0; k++ {
		d = geom.P((d.X+d.Y)*s, (d.Y-d.X)*s)
	}
	return d
}

// nearest is the point of the rectangle that lies nearest to p.
func nearest(r geom.Rect, p geom.Pt) geom.Pt {
	return geom.P(max(r.X, min(p.X, r.Right())), max(r.Y, min(p.Y, r.Bottom())))
}
