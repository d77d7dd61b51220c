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

// Tick draws a number that belongs to a scale or a legend, not to the page: n,
// as the reader's language writes it, and after it a text of the story that says
// of what, which may be empty. The baseline is at the point at, aligned by the
// style. It returns the extent of both.
func Tick(l *draw.List, v *stage.View, id draw.ID, n int64, key string, st typeset.Style, at geom.Pt, c draw.Color) geom.Rect {
	style := scale.English()
	if v.Story.Lang == story.ZH {
		style = scale.Chinese()
	}
	align := st.Align
	st.Align = typeset.Start
	var buf [40]byte
	number := v.Set.LineBytes(scale.Append(buf[:0], decimal.FromInt(n), style), st)
	width := number.Width
	var words *typeset.Run
	gap := 0.0
	if key != "" {
		words = v.Set.Line(v.Words(key), st)
		if last := number.Text[len(number.Text)-1]; last >= '0' && last <= '9' {
			gap = st.Size * 0.25
		}
		width += gap + words.Width
	}
	at.X = aligned(at.X, width, align)
	l.Text(id, number, at, draw.Ink(c), draw.Sem{Role: draw.RoleText, Digits: draw.DigitsTick})
	if words != nil {
		l.Text(id.Sub("words"), words, geom.P(at.X+number.Width+gap, at.Y), draw.Ink(c), draw.Sem{Role: draw.RoleText})
	}
	return geom.R(at.X, at.Y-number.Ascent, width, number.Ascent+number.Descent)
}
