package hydrogen

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// The stack of cells, in its own units: half its width and its height; the
// number of plates is of no meaning.
const (
	stackHalf = 100.0
	stackTop  = 146.0
	stackPipe = 216.0 // height of a pipe that comes from above
	plates    = 13
)

// drawStack puts the stack together, plate by plate from above; fed with gas it
// glows from within.
func drawStack(l *draw.List, id draw.ID, v *stage.View, f flow) {
	th := v.Theme
	glow := math.Min(1, f.glow*(1+0.25*f.press))
	frame := l.NewPath().RoundRect(geom.R(-stackHalf-6, -16, 2*stackHalf+12, 16), 4)
	l.Fill(id.Sub("frame"), frame, draw.LinearRamp(geom.P(0, -16), geom.P(0, 0),
		draw.Stop{At: 0, Color: th.SilverMid}, draw.Stop{At: 0.25, Color: th.Steel}, draw.Stop{At: 1, Color: draw.Mix(th.Steel, th.Coal, 0.7)}), draw.Decor())
	ghost := l.NewPath().RoundRect(geom.R(-stackHalf+18, -156, 2*stackHalf-36, 136), 4)
	l.Stroke(id.Sub("ghost"), ghost, geom.Pen{Width: 1.4, Dash: 6, Gap: 5}, draw.Ink(th.SilverDark.Fade(1-f.plates)), draw.Decor())
	ends(l, id, v)
	pitch := (2*stackHalf - 40) / plates
	for i := 0; i < plates; i++ {
		q := anim.Stagger(f.plates, i, plates, 0.3, anim.CubicOut)
		if q == 0 {
			continue
		}
		x := -stackHalf + 20 + pitch*float64(i)
		l.Push(geom.Translate(0, -54*(1-q)), anim.Clamp(q*1.6))
		plate(l, id, i, geom.R(x, -150, pitch, 130), glow, v)
		l.Pop()
	}
	rods := l.NewPath()
	for _, y := range [...]float64{-138, -34} {
		rods.Move(-stackHalf-4, y).Line(stackHalf+4, y)
	}
	l.Stroke(id.Sub("rods"), rods, geom.Pen{Width: 3, Cap: geom.CapRound}, draw.Ink(draw.Mix(th.Ground, chart.Etch(th), 0.25+0.75*f.plates)), draw.Decor())
	nuts := l.NewPath()
	for _, x := range [...]float64{-stackHalf - 2, stackHalf + 2} {
		for _, y := range [...]float64{-138, -34} {
			nuts.Circle(geom.P(x, y), 5.5)
		}
	}
	l.Fill(id.Sub("nuts"), nuts, draw.Ink(chart.Etch(th)), draw.Decor())
}

// drawGlow is the light about the fed stack, behind everything: it does not
// answer to touch.
func (p *plan) drawGlow(l *draw.List, v *stage.View, f flow) {
	if f.glow <= 0 {
		return
	}
	mint := v.Theme.Mint
	l.PushAt(p.stack, p.kStack, f.glow)
	l.PushClip(geom.R(-180, -270, 360, 270))
	c := geom.P(0, -92)
	l.Circle(draw.Name("stack-glow"), c, 165, draw.RadialRamp(c, 165,
		draw.Stop{At: 0, Color: mint.Fade(0.5)}, draw.Stop{At: 0.5, Color: mint.Fade(0.2)}, draw.Stop{At: 1, Color: mint.Fade(0)}), draw.Decor())
	l.Pop()
	l.Pop()
}

// ends are the two end plates that hold the stack.
func ends(l *draw.List, id draw.ID, v *stage.View) {
	th := v.Theme
	for i, x := range [...]float64{-stackHalf, stackHalf - 18} {
		l.Rect(id.SubN("end", i+1), geom.R(x, -164, 18, 148), 4, draw.LinearRamp(geom.P(x, 0), geom.P(x+18, 0),
			draw.Stop{At: 0, Color: th.SilverDark}, draw.Stop{At: 0.35, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
		l.Stroke(id.SubN("end-edge", i+1), l.NewPath().RoundRect(geom.R(x, -164, 18, 148), 4), geom.Pen{Width: 1.4}, draw.Ink(chart.Etch(th)), draw.Decor())
	}
}

// plate is one cell: a metal plate and the membrane beside it, which lights.
func plate(l *draw.List, id draw.ID, i int, r geom.Rect, glow float64, v *stage.View) {
	th := v.Theme
	n := i + 1
	l.Rect(id.SubN("plate", n), geom.R(r.X, r.Y, r.W*0.56, r.H), 1.6, draw.LinearRamp(geom.P(r.X, 0), geom.P(r.X+r.W*0.56, 0),
		draw.Stop{At: 0, Color: draw.Mix(th.SilverMid, chart.Etch(th), 0.3)}, draw.Stop{At: 0.5, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
	cold := draw.Mix(chart.Etch(th), th.SilverDark, 0.3)
	hot, rim := draw.Mix(th.Mint, draw.RGB(0xFFFFFF), 0.55), draw.Mix(th.Cyan, th.Deep, 0.5)
	// The gas spreads from the inlet at the left.
	lit := anim.Clamp(glow*2.2 - 1.2*float64(i)/plates)
	l.Rect(id.SubN("cell", n), geom.R(r.X+r.W*0.56, r.Y+7, r.W*0.44, r.H-14), 1, draw.LinearRamp(geom.P(0, r.Y), geom.P(0, r.Bottom()),
		draw.Stop{At: 0, Color: draw.Mix(cold, rim, lit)}, draw.Stop{At: 0.5, Color: draw.Mix(cold, hot, lit)}, draw.Stop{At: 1, Color: draw.Mix(cold, rim, lit)}), draw.Decor())
	// Without an outline the lit membranes run into the metal for readers who see
	// no red or no green.
	l.Stroke(id.SubN("cell-edge", n), l.NewPath().Rect(geom.R(r.X+r.W*0.56, r.Y+7, r.W*0.44, r.H-14)), geom.Pen{Width: 1}, draw.Ink(chart.Etch(th).Fade(0.8)), draw.Decor())
}
