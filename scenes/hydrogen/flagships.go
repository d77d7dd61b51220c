package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// flagshipsID is the figure of the industries of which hydrogen is one.
const flagshipsID = "industries.flagships"

// flagshipsSlot is where it stands.
const flagshipsSlot = "flagships"

// flagshipsWords are the keys of what stands beside it, from the longest to what the
// least window has room for, and mostLines how many lines they may take.
var flagshipsWords = [...]string{"hydrogen.flagships", "hydrogen.flagships-short", "hydrogen.flagships-least"}

const mostLines = 2

// drawFlagships shows the two industries as two marks, a ring and a drop, of which
// the drop is lit.
func drawFlagships(l *draw.List, v stage.View, p storyboard.Place) {
	show := anim.CubicOut(v.Span(research, 0.5, 0.85))
	if show <= 0 {
		return
	}
	r, t, th := p.Slot(flagshipsSlot), v.Layout().Type, v.Theme
	size := r.H * 0.8
	mid := r.Y + r.H/2
	l.Push(geom.Translate(0, (1-show)*size*0.18), show)
	box := chart.Figure(l, &v, draw.Name(flagshipsSlot), flagshipsID, chart.NumberStyle{Size: size, Unit: max(size*0.36, t.Small)}, geom.P(r.X, mid+size*0.33))
	x, k := box.Right()+size*0.3, size*0.24
	st := typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.36, Balance: true}
	text, key := x+k*5.1, ""
	for _, key = range flagshipsWords {
		if len(v.Set.Block(v.Words(key), st, r.Right()-text).Lines) <= mostLines {
			break
		}
	}
	if key == flagshipsWords[len(flagshipsWords)-1] {
		text = x // the words need the marks' place
	} else {
		drawMarks(l, th, geom.P(x, mid), k)
	}
	room := geom.R(text, 0, r.Right()-text, 0)
	b := v.Set.Block(v.Words(key), st, room.W)
	room.Y = min(mid-b.Height/2, r.Bottom()-b.Height)
	chart.Prose(l, &v, draw.Name("flagships-text"), key, st, room, th.Text)
	l.Pop()
}

// drawMarks draws the ring of aluminium and the drop of hydrogen from a point on, k
// half as wide as one of them.
func drawMarks(l *draw.List, th *stage.Theme, at geom.Pt, k float64) {
	x, mid := at.X, at.Y
	l.Stroke(draw.Name("flagship-ring"), l.NewPath().Circle(geom.P(x+k, mid), k*0.78), geom.Pen{Width: k * 0.4}, draw.Ink(th.SilverDark), draw.Decor())
	x += k * 2.6
	drop := l.NewPath().Move(x+k, mid-k*1.2).Cube(x+k*1.6, mid-k*0.5, x+k*1.9, mid-k*0.1, x+k*1.9, mid+k*0.3).
		Cube(x+k*1.9, mid+k*0.8, x+k*1.5, mid+k*1.12, x+k, mid+k*1.12).Cube(x+k*0.5, mid+k*1.12, x+k*0.1, mid+k*0.8, x+k*0.1, mid+k*0.3).
		Cube(x+k*0.1, mid-k*0.1, x+k*0.4, mid-k*0.5, x+k, mid-k*1.2).Close()
	l.Fill(draw.Name("flagship-drop"), drop, draw.LinearRamp(geom.P(x, mid-k), geom.P(x+2*k, mid+k), draw.Stop{At: 0, Color: th.Cyan}, draw.Stop{At: 1, Color: th.Mint}), draw.Decor())
}
