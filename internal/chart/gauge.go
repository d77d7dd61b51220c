package chart

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Gauge is a half ring that reads a share of a hundred: its filled length is the
// share of the whole length. It stands for one statement and has no parts.
type Gauge struct {
	Center   geom.Pt // of the ring; the half lies above it
	R, Width float64 // of the ring's middle line, and how thick it is
	Share    float64 // 0 to 1
	Progress float64 // how much of the reading has been drawn, 0 to 1
	Ink, Off draw.Color
	Scale    typeset.Style // of the numbers 0, 50 and 100; their ink is Tick
	Tick     draw.Color
}

// gaugeTicks is how many parts the scale is marked off in.
const gaugeTicks = 10

// Draw appends the ring, the reading and the scale around it.
func (g Gauge) Draw(l *draw.List, v *stage.View, id draw.ID, sem draw.Sem) {
	l.Open(id, sem)
	pen := geom.Pen{Width: g.Width}
	track := l.NewPath().Arc(g.Center, g.R, math.Pi, 2*math.Pi, false)
	l.Stroke(id.Sub("track"), track, pen, draw.Ink(g.Off), draw.Decor())
	if at := g.Share * anim.Clamp(g.Progress); at > 0 {
		l.Stroke(id.Sub("reading"), l.NewPath().Arc(g.Center, g.R, math.Pi, math.Pi*(1+at), false), pen, draw.Ink(g.Ink), draw.Decor())
		a, b := geom.Polar(g.Center, g.R-g.Width*0.75, math.Pi*(1+at)), geom.Polar(g.Center, g.R+g.Width*0.75, math.Pi*(1+at))
		l.Line(id.Sub("hand"), a, b, max(g.Width*0.16, 1.5), draw.Ink(g.Tick), draw.Decor())
	}
	marks := l.NewPath()
	in := g.R - g.Width*0.5
	for i := 0; i <= gaugeTicks; i++ {
		length := g.Width * 0.22
		if i%(gaugeTicks/2) == 0 {
			length = g.Width * 0.4
		}
		angle := math.Pi * (1 + float64(i)/gaugeTicks)
		a, b := geom.Polar(g.Center, in-g.Width*0.12, angle), geom.Polar(g.Center, in-g.Width*0.12-length, angle)
		marks.Move(a.X, a.Y).Line(b.X, b.Y)
	}
	l.Stroke(id.Sub("ticks"), marks, geom.Pen{Width: max(g.Width*0.07, 0.8)}, draw.Ink(g.Tick), draw.Decor())
	st := g.Scale
	st.Align = typeset.Center
	below := g.Center.Y + st.Size*1.1
	Tick(l, v, id.SubN("scale", 1), 0, "", st, geom.P(g.Center.X-g.R, below), g.Tick)
	Tick(l, v, id.SubN("scale", 2), 50, "", st, geom.P(g.Center.X, g.Center.Y-g.R-g.Width*0.5-st.Size*0.45), g.Tick)
	Tick(l, v, id.SubN("scale", 3), 100, "", st, geom.P(g.Center.X+g.R, below), g.Tick)
	l.Close()
}
