package storyboard

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Lay adds a path to a sheet.
func Lay(s *draw.Sheet, p *geom.Path, c draw.Color) {
	if !p.Empty() {
		s.Marks = append(s.Marks, draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Paint: draw.Ink(c), Path: p, Parent: -1, Pair: -1})
	}
}
