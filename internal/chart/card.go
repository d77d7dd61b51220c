package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Card tells what has been picked: a name, a text and where it stands on the
// page. Show is how far it has opened, 0 to 1.
type Card struct {
	Title, Text string  // copy keys
	Cite        string  // as shown, from the story's sources
	Width       float64 // in device-independent pixels
	Show        float64
}

// Height is how tall the card stands when open.
func (c Card) Height(v *stage.View) float64 {
	_, _, _, h := c.set(v)
	return h
}

func (c Card) set(v *stage.View) (title, text, cite *typeset.Block, h float64) {
	t := v.Layout().Type
	pad := t.Text * 0.9
	w := c.Width - 2*pad
	title = v.Set.Block(v.Words(c.Title), typeset.Style{Face: typeset.SansBold, Size: t.Label}, w)
	text = v.Set.Block(v.Words(c.Text), typeset.Style{Face: typeset.Sans, Size: t.Text, Leading: 1.5}, w)
	h = 2*pad + title.Height + pad*0.35 + text.Height
	if c.Cite != "" {
		cite = v.Set.Block(c.Cite, typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.4}, w)
		h += pad*0.5 + cite.Height
	}
	return title, text, cite, h
}

// Draw appends the card with its top left corner at the point at, moved inside
// the box where it would leave it. It returns the card's extent.
func (c Card) Draw(l *draw.List, v *stage.View, id draw.ID, at geom.Pt, within geom.Rect) geom.Rect {
	if c.Show <= 0 {
		return geom.Rect{}
	}
	title, text, cite, h := c.set(v)
	t := v.Layout().Type
	pad := t.Text * 0.9
	at.X = max(within.X, min(at.X, within.Right()-c.Width))
	at.Y = max(within.Y, min(at.Y, within.Bottom()-h))
	r := geom.R(at.X, at.Y, c.Width, h)
	th := v.Theme
	l.Push(geom.Translate(0, (1-c.Show)*pad*0.6), c.Show)
	l.Open(id, draw.Sem{Role: draw.RoleText, Free: true})
	l.Rect(id.Sub("shade"), r.Inset(-1).Offset(geom.P(0, pad*0.15)), pad*0.6, draw.Ink(draw.Color(0x00000014)), draw.Decor())
	l.Rect(id.Sub("panel"), r, pad*0.55, draw.Ink(th.Panel), draw.Decor())
	l.Stroke(id.Sub("edge"), l.NewPath().RoundRect(r.Inset(0.5), pad*0.55), geom.Pen{Width: 1}, draw.Ink(th.Rule), draw.Decor())
	y := r.Y + pad
	Lines(l, id.Sub("title"), title, geom.P(r.X+pad, y), th.Ink, draw.Sem{Free: true})
	y += title.Height + pad*0.35
	copyText := v.Story.Copy(c.Text)
	sem := draw.Sem{Free: true}
	if len(copyText.Figures) > 0 {
		sem.Digits, sem.Figures = draw.DigitsFigure, copyText.Figures
	}
	Lines(l, id.Sub("text"), text, geom.P(r.X+pad, y), th.Text, sem)
	if cite != nil {
		y += text.Height + pad*0.5
		Lines(l, id.Sub("cite"), cite, geom.P(r.X+pad, y), th.Mute, draw.Sem{Free: true, Digits: draw.DigitsPage})
	}
	l.Close()
	l.Pop()
	return r
}

// Open draws the card inside the page, as its form has room: at the foot and as
// wide as the page on phones, else with its top left corner where at puts a card
// of that width.
func (c Card) Open(l *draw.List, v *stage.View, id draw.ID, lay stage.Layout, at func(width float64) geom.Pt) geom.Rect {
	within := geom.R(lay.Head.X, lay.Head.Y, lay.Head.W, lay.Foot.Y-lay.Head.Y)
	switch lay.Form {
	case stage.Phone:
		c.Width = within.W
		return c.Draw(l, v, id, geom.P(within.X, within.Bottom()), within)
	case stage.Kiosk:
		c.Width = within.W * 0.72
	default:
		c.Width = min(lay.Px(330), within.W)
	}
	return c.Draw(l, v, id, at(c.Width), within)
}
