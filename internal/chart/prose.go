package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Prose draws a text of the story within the width of the box from its top
// down, the figures in it known to the list. It returns the text's extent.
func Prose(l *draw.List, v *stage.View, id draw.ID, key string, st typeset.Style, box geom.Rect, c draw.Color) geom.Rect {
	text := v.Story.Copy(key)
	sem := shows(text, draw.Sem{Role: draw.RoleText, Label: text.Text()})
	b := v.Set.Block(text.Text(), st, box.W)
	Lines(l, id, b, box.Min(), c, sem)
	return geom.R(box.X, box.Y, b.Width, b.Height)
}

// Label draws one line of the story's text with its baseline at the point at,
// aligned to it, and returns its extent.
//
//go:noinline
func Label(l *draw.List, v *stage.View, id draw.ID, key string, st typeset.Style, at geom.Pt, c draw.Color) geom.Rect {
	return line(l, v, id, key, st, at, c, draw.RoleText)
}

// Phrase is a Label that is read in one breath with the rest of the group around it.
func Phrase(l *draw.List, v *stage.View, id draw.ID, key string, st typeset.Style, at geom.Pt, c draw.Color) geom.Rect {
	return line(l, v, id, key, st, at, c, draw.RoleNone)
}

func line(l *draw.List, v *stage.View, id draw.ID, key string, st typeset.Style, at geom.Pt, c draw.Color, role draw.Role) geom.Rect {
	text := v.Story.Copy(key)
	sem := shows(text, draw.Sem{Role: role})
	align := st.Align
	st.Align = typeset.Start
	run := v.Set.Line(text.Text(), st)
	at.X = aligned(at.X, run.Width, align)
	l.Text(id, run, at, draw.Ink(c), sem)
	return geom.R(at.X, at.Y-run.Ascent, run.Width, run.Ascent+run.Descent)
}

// shows is sem with the figures that stand in a text.
func shows(text story.Copy, sem draw.Sem) draw.Sem {
	if len(text.Figures) > 0 {
		sem.Digits, sem.Figures = draw.DigitsFigure, text.Figures
	}
	return sem
}
