package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Units is a row of upright strokes, one for each thing, that light one by one.
type Units struct {
	N        int
	Rows     int       // in how many rows; 0: one
	Box      geom.Rect // that the rows fill
	Lit, Off draw.Color
	Progress float64 // 0: none is lit; 1: all are
}

// Draw appends the lit and the unlit strokes as one mark each. The stroke that
// is being lit grows from its foot.
func (u Units) Draw(l *draw.List, id draw.ID, sem draw.Sem) {
	rows := max(u.Rows, 1)
	perRow := (u.N + rows - 1) / rows
	if perRow == 0 {
		return
	}
	step := u.Box.W / float64(perRow)
	gap := u.Box.H / float64(rows) * 0.16
	h := u.Box.H/float64(rows) - gap
	if rows == 1 {
		h = u.Box.H
	}
	w := step * 0.56
	on, off := l.NewPath(), l.NewPath()
	lit := anim.Clamp(u.Progress) * float64(u.N)
	for i := 0; i < u.N; i++ {
		x, y := u.Box.X+float64(i%perRow)*step, u.Box.Y+float64(i/perRow)*(h+gap)
		p := anim.CubicOut(anim.Clamp(lit - float64(i)))
		if p < 1 {
			off.RoundRect(geom.R(x, y, w, h), w/2)
		}
		if p > 0 {
			on.RoundRect(geom.R(x, y+h*(1-p), w, h*p), w/2)
		}
	}
	l.Open(id, sem)
	l.Fill(id.Sub("off"), off, draw.Ink(u.Off), draw.Decor())
	l.Fill(id.Sub("on"), on, draw.Ink(u.Lit), draw.Decor())
	l.Close()
}
