package chart

import (
	"lianhua/internal/decimal"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/scale"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Worked draws a number that the reader set or that follows from it: no figure
// of the page, and marked as none. The baseline stands at the point at.
func Worked(l *draw.List, v *stage.View, id draw.ID, d decimal.Decimal, st typeset.Style, at geom.Pt, c draw.Color) geom.Rect {
	style := scale.English()
	if v.Story.Lang == story.ZH {
		style = scale.NumberStyle{Grouping: scale.FromFive}
	}
	var buf [40]byte
	align := st.Align
	st.Align = typeset.Start
	run := v.Set.LineBytes(scale.Append(buf[:0], d, style), st)
	at.X = aligned(at.X, run.Width, align)
	l.Text(id, run, at, draw.Ink(c), draw.Sem{Digits: draw.DigitsInput})
	return geom.R(at.X, at.Y-run.Ascent, run.Width, run.Ascent+run.Descent)
}
