package storyboard

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Shine strokes the line of a slot as far as something is pointed at or picked, so many of
// the window's pixels wide.
func Shine(l *draw.List, v *stage.View, id draw.ID, at Spot, wide float64, c draw.Color) {
	if show := max(v.Hovered(id), v.Pick(id)); show > 0 && at.Path != nil {
		l.Stroke(id.Sub("edge"), at.Path, geom.Pen{Width: wide / at.Scale, Join: geom.JoinRound}, draw.Ink(c.Fade(show)), draw.Decor())
	}
}
