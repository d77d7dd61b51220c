package hydrogen

import (
	"math"

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
// half as wide as one of them. Both have the light of their scenes: from the upper left.
func drawMarks(l *draw.List, th *stage.Theme, at geom.Pt, k float64) {
	c, mid := geom.P(at.X+k, at.Y), at.Y
	ring, light := draw.Name("flagship-ring"), th.SilverLight
	l.Stroke(ring, l.NewPath().Circle(c, k*0.76), geom.Pen{Width: k * 0.46}, draw.LinearRamp(geom.P(c.X-k*0.7, mid-k*0.7), geom.P(c.X+k*0.7, mid+k*0.7), draw.Stop{At: 0, Color: th.SilverMid}, draw.Stop{At: 0.5, Color: th.SilverDark}, draw.Stop{At: 1, Color: th.Steel}), draw.Decor())
	l.Stroke(ring.Sub("shine"), l.NewPath().Arc(c, k*0.82, -0.8*math.Pi, -0.3*math.Pi, true), geom.Pen{Width: k * 0.13, Cap: geom.CapRound}, draw.Ink(light), draw.Decor())
	c.X += k * 2.6
	x, drop := c.X-k, draw.Name("flagship-drop")
	body := l.NewPath().Move(x+k, mid-k*1.2).Cube(x+k*1.6, mid-k*0.5, x+k*1.9, mid-k*0.1, x+k*1.9, mid+k*0.3).
		Cube(x+k*1.9, mid+k*0.8, x+k*1.5, mid+k*1.12, x+k, mid+k*1.12).Cube(x+k*0.5, mid+k*1.12, x+k*0.1, mid+k*0.8, x+k*0.1, mid+k*0.3).
		Cube(x+k*0.1, mid-k*0.1, x+k*0.4, mid-k*0.5, x+k, mid-k*1.2).Close()
	l.Fill(drop, body, draw.LinearRamp(geom.P(x, mid-k), geom.P(x+2*k, mid+k), draw.Stop{At: 0, Color: th.Cyan}, draw.Stop{At: 1, Color: th.Mint}), draw.Decor())
	l.Stroke(drop.Sub("shine"), l.NewPath().Arc(geom.P(c.X, mid+k*0.3), k*0.62, -1.05*math.Pi, -0.72*math.Pi, true), geom.Pen{Width: k * 0.14, Cap: geom.CapRound}, draw.Ink(light.Fade(0.95)), draw.Decor())
}
