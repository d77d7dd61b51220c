package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Ribbon draws the first part of a path, the share progress of its length, as a
// stroke. Every link of one flow has the same width: it says that one stage
// leads to the next, not how much does.
func Ribbon(l *draw.List, id draw.ID, path *geom.Path, width, progress float64, paint draw.Paint, sem draw.Sem) {
	progress = anim.Clamp(progress)
	if progress == 0 {
		return
	}
	pen := geom.Pen{Width: width, Cap: geom.CapRound}
	if progress == 1 {
		l.Stroke(id, path, pen, paint, sem)
		return
	}
	part := l.NewPath()
	path.Trim(part, 0, path.Length()*progress)
	l.Stroke(id, part, pen, paint, sem)
}
