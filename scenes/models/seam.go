package models

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	boxSlot  = "yard-box"
	seamSlot = "seam-line"

	sweepFrom, sweepTo = 0.12, 0.86
	// half is where the broom stops: what was and what is lie side by side.
	half = 0.5
	full = 100
)

// seamID is the slider that parts the courtyard before from the one after.
var seamID = draw.Name("seam")

// strokes is how a broom goes: three strokes, and a rest after each.
func strokes(t float64) float64 {
	const n, moves = 3, 0.8
	done, part := math.Modf(anim.Clamp(t) * n)
	return min(1, (done+anim.SineInOut(min(1, part/moves)))/n)
}

// swept is where the story has the seam, from all before, 1.
func swept(v *stage.View) float64 {
	return anim.Lerp(1, half, strokes(anim.Span(v.Beat(beatYard), sweepFrom, sweepTo, anim.Linear)))
}

// seam is where it is: the reader may move it.
func seam(v *stage.View) float64 { return anim.Clamp(v.Turned(seamID, swept(v)*full) / full) }

// drawCourt is what answers for the courtyard.
func drawCourt(l *draw.List, v stage.View, at storyboard.Spot) {
	l.Rect(draw.Name("court").Sub("touch"), at.Rect, 0, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
}

// drawSeam draws the seam and its handle, which come as the broom goes.
func drawSeam(l *draw.List, v stage.View, at storyboard.Spot) {
	show := anim.Span(v.Beat(beatYard), sweepTo, 1, anim.CubicOut)
	if show <= 0 {
		return
	}
	line := at.Slot(seamSlot)
	x := at.Rect.X + at.Rect.W*seam(&v)
	now := v.Inputs.Get(seamID, swept(&v)*full)
	key := "models.after"
	if now > full*half {
		key = "models.before"
	}
	l.Open(seamID, draw.Sem{Role: draw.RoleSlider, Label: v.Words("models.seam"), Now: now, Min: 0, Max: full, Step: 5, Value: v.Words(key)})
	l.Push(geom.Identity(), show)
	r := max(line.H*0.035, 11/at.Scale) * v.Knob(&handleSize) * (1 + 0.12*v.Hovered(seamID))
	c := geom.P(x, line.Y)
	track := l.NewPath().Move(at.Rect.X, line.Y).Line(at.Rect.Right(), line.Y)
	l.Stroke(seamID.Sub("track"), track, geom.Pen{Width: 1 / at.Scale}, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	l.Rect(seamID.Sub("touch"), geom.R(x-22/at.Scale, line.Y-22/at.Scale, 44/at.Scale, line.H*0.7+22/at.Scale), 0, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	white := draw.RGB(0xFFFAF0)
	l.Line(seamID.Sub("line"), geom.P(x, line.Y+r), geom.P(x, line.Bottom()), max(line.H*0.006, 1.2/at.Scale), draw.Ink(white), draw.Decor())
	l.Circle(seamID.Sub("knob"), c, r, draw.Ink(v.Theme.Panel), draw.Decor())
	l.Stroke(seamID.Sub("rim"), l.NewPath().Circle(c, r), geom.Pen{Width: r * 0.13}, draw.Ink(v.Theme.Steel), draw.Decor())
	arrows := l.NewPath()
	for _, s := range [...]float64{-1, 1} {
		arrows.Move(c.X+s*r*0.22, c.Y-r*0.38).Line(c.X+s*r*0.58, c.Y).Line(c.X+s*r*0.22, c.Y+r*0.38)
	}
	l.Stroke(seamID.Sub("arrows"), arrows, geom.Pen{Width: r * 0.15, Cap: geom.CapRound, Join: geom.JoinRound}, draw.Ink(v.Theme.Steel), draw.Decor())
	l.Pop()
	l.Close()
}
