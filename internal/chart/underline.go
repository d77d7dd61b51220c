package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Underline marks the name of what is hovered or picked, in type of that size
// and in the box that it takes. The line grows from the middle.
func Underline(l *draw.List, v *stage.View, id draw.ID, box geom.Rect, size float64) {
	on := max(v.Hovered(id), v.Pick(id))
	if on <= 0 {
		return
	}
	h := max(size*0.12, 2)
	w := box.W * on
	l.Rect(id.Sub("mark"), geom.R(box.X+(box.W-w)/2, box.Bottom()+h*0.4, w, h), h/2, draw.Ink(v.Theme.Accent), draw.Decor())
}
