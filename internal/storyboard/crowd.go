package storyboard

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Crowd draws a field whose marks are no larger than every backend draws whole, where
// its mesh is pressed together most; marks that have next to no room fade.
func Crowd(l *draw.List, id draw.ID, f *draw.Field, scale float64) {
	const least = 0.4 // of its size, that a mark has whole
	want := f.Radius
	room := 0.99*draw.MaxReach - f.Jitter/2 - math.Abs(f.Sway)
	f.Radius = min(want, (room/f.Mesh.CellsPerPixel()-f.Symbol.Fringe()/scale)/f.Symbol.Extent())
	if f.Radius > 0 {
		l.Push(geom.Identity(), min(1, f.Radius/(least*want)))
		l.Field(id, f, draw.Decor())
		l.Pop()
	}
}
