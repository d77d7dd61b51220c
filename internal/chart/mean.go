package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Mean shows numbers that a reader has set as columns from zero up, and across them a
// line at their mean. It writes none of them: they are no figures of the page.
type Mean struct {
	Box, Names geom.Rect // of the columns at their full height, and of their names
	Full       float64   // what a column is at its full height
	Keys       []string  // of the names, one for each value
	Values     []float64
	Mean       float64
	Light      draw.Color // what lights the columns from the left
	Small      float64    // the least size of names
}

// meanParts is in how many parts the lines behind the columns part their height.
const meanParts = 4

// Draw appends the columns, draw.Nth("bar", i), and the line, which has the mark's name.
func (m Mean) Draw(l *draw.List, v *stage.View, id draw.ID) {
	if m.Full <= 0 || len(m.Values) == 0 {
		return
	}
	box, th, grid := m.Box, v.Theme, l.NewPath()
	for i := range meanParts + 1 {
		y := box.Y + box.H*float64(i)/meanParts
		grid.Move(box.X, y).Line(box.Right(), y)
	}
	l.Stroke(draw.Name("grid"), grid, geom.Pen{Width: 0.8}, draw.Ink(th.Faint), draw.Decor())
	step := box.W / float64(len(m.Values))
	st := typeset.Style{Size: max(14, min(m.Small, step)), Align: typeset.Center}
	for i, value := range m.Values {
		h := box.H * value / m.Full
		b := geom.R(box.X+step*(float64(i)+0.18), box.Bottom()-h, step*0.64, h)
		bar := draw.Nth("bar", i+1)
		l.Fill(bar, l.NewPath().Rect(b), draw.LinearRamp(b.Min(), geom.P(b.Right(), b.Y), draw.Stop{At: 0, Color: draw.Mix(th.Clay, m.Light, 0.3)}, draw.Stop{At: 1, Color: th.Clay}), draw.Decor())
		Phrase(l, v, bar.Sub("name"), m.Keys[i], st, geom.P(b.Center().X, m.Names.Y+0.85*m.Names.H), th.Text)
	}
	y := box.Bottom() - box.H*anim.Clamp(m.Mean/m.Full)
	from, to := geom.P(box.X-0.11*box.W, y), geom.P(box.Right()+0.04*box.W, y)
	l.Line(id.Sub("halo"), from, to, 4.4, draw.Ink(th.Panel.Fade(0.9)), draw.Decor())
	l.Line(id, from, to, 2.4, draw.Ink(th.Accent), draw.Decor())
}
