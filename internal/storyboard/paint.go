package storyboard

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Paint strokes a path that is not empty, or fills it where the pen has no width.
func Paint(l *draw.List, id draw.ID, path *geom.Path, pen geom.Pen, c draw.Color) {
	if !path.Empty() {
		paint(l, id, path, pen, draw.Ink(c))
	}
}

func paint(l *draw.List, id draw.ID, path *geom.Path, pen geom.Pen, p draw.Paint) {
	if pen.Width > 0 {
		l.Stroke(id, path, pen, p, draw.Decor())
	} else {
		l.Fill(id, path, p, draw.Decor())
	}
}
