package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// CoinMark draws a coin of cash, in the light and the dark of its metal, beside words
// that say what one is worth.
func CoinMark(l *draw.List, id draw.ID, c geom.Pt, rad float64, light, dark draw.Color) {
	line := draw.Mix(dark, draw.RGB(0x000000), 0.4)
	l.Fill(id, l.NewPath().Circle(c, rad), draw.LinearRamp(c.Sub(geom.P(rad, rad)), c.Add(geom.P(rad, rad)),
		draw.Stop{At: 0, Color: draw.Mix(light, draw.RGB(0xFFFFFF), 0.4)}, draw.Stop{At: 1, Color: dark}), draw.Decor())
	l.Stroke(id.Sub("rim"), l.NewPath().Circle(c, rad*0.7), geom.Pen{Width: rad * 0.12}, draw.Ink(line), draw.Decor())
	l.Fill(id.Sub("hole"), l.NewPath().Rect(geom.RectAround(c, rad*0.46, rad*0.46)), draw.Ink(line), draw.Decor())
}
