package sewer

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Plate is a small panel on a picture, for type of a size: dark at its rim and with a
// shadow below, so that it stands on any ground.
func Plate(l *draw.List, v *stage.View, id draw.ID, r geom.Rect, size float64) {
	rad := min(0.7*size, r.H/2)
	dark, _ := v.Theme.Color("steel-10")
	l.Rect(id.Sub("shade"), r.Offset(geom.P(0, 0.13*size)), rad, draw.Ink(draw.Color(0x00000066)), draw.Decor())
	l.Rect(id.Sub("edge"), r.Inset(-0.09*size), rad+0.09*size, draw.Ink(dark), draw.Decor())
	l.Rect(id.Sub("panel"), r, rad, draw.Ink(v.Theme.Panel), draw.Decor())
}

// Flare is light about a point, in a disc of radius r.
func Flare(l *draw.List, id draw.ID, at geom.Pt, r float64, c draw.Color) {
	soft := c.Fade(0.6)
	l.Circle(id, at, r, draw.RadialRamp(at, r, draw.Stop{At: 0, Color: c}, draw.Stop{At: 0.3, Color: soft}, draw.Stop{At: 1, Color: c.Fade(0)}), draw.Decor())
}
