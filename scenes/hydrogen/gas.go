package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/scenes/hydrogen/drops"
)

// Gas shines by itself: it looks the same in every light.
var (
	bubbleGlints = []drops.Glint{
		{R: 1, Color: draw.RGB(0xF4FEFC).Fade(0.82)},
		{X: 0.05, Y: 0.06, R: 0.8, Color: draw.RGB(0x8FD0D4).Fade(0.72)},
		{X: -0.3, Y: -0.32, R: 0.3, Color: draw.RGB(0xFFFFFF).Fade(0.95)},
	}
	pearlGlints = []drops.Glint{
		{R: 1.9, Color: draw.RGB(0x7FE0C4).Fade(0.24)},
		{R: 1, Color: draw.RGB(0x2A9374)},
		{X: -0.05, Y: -0.06, R: 0.88, Color: draw.RGB(0x5CBF9F)},
		{X: -0.12, Y: -0.14, R: 0.68, Color: draw.RGB(0x8FDCC2)},
		{X: -0.22, Y: -0.24, R: 0.42, Color: draw.RGB(0xDDFBF2)},
		{X: -0.3, Y: -0.32, R: 0.2, Color: draw.RGB(0xFFFFFF)},
	}
	pearlSizes = []float64{0.35, 0.287, 0.322, 0.245}
)

// lead is the bright first pearl, where the string has come to. It comes out of the
// bell and goes into the globe.
func lead(l *draw.List, v stage.View, at geom.Pt, bore float64) {
	come := flowAt(&v).string
	l.Push(geom.Identity(), anim.Clamp(leadEnds*come)*anim.Clamp(leadEnds*(1-come)))
	id, glow := draw.Name("lead"), draw.RGB(0xBFFFE8)
	l.Circle(id.Sub("glow"), at, bore*2.6, draw.RadialRamp(at, bore*2.6,
		draw.Stop{At: 0, Color: glow.Fade(0.9)}, draw.Stop{At: 0.4, Color: glow.Fade(0.36)}, draw.Stop{At: 1, Color: glow.Fade(0)}), draw.Decor())
	drops.Draw(l, id, pearlGlints[1:], 1, func(int) drops.Drop { return drops.Drop{At: at, R: bore * 0.52, Fade: 1} })
	l.Pop()
}

// leadEnds is into how many parts of its way the first pearl's coming and going go.
const leadEnds = 12
