package finance

import (
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// edge is a line of the drawing that runs one way: a stream's side from its top down,
// a page's from the gutter out. What lies between two of them is stretched by a mesh.
type edge []geom.Pt

func edgeOf(at *storyboard.Spot, slot string) edge {
	if p := at.Line(slot); p != nil && len(p.Pts) > 1 {
		return p.Pts
	}
	return edge{{}, {X: 1, Y: 1}}
}

func (e edge) first() geom.Pt { return e[0] }
func (e edge) last() geom.Pt  { return e[len(e)-1] }

// across is the edge's x at a height; up its y at a place across. Beyond its ends it
// goes on straight.
func (e edge) across(y float64) float64 {
	i := 1
	for i < len(e)-1 && (e[i].Y-y)*(e.last().Y-e.first().Y) < 0 {
		i++
	}
	a, b := e[i-1], e[i]
	return a.X + (b.X-a.X)*(y-a.Y)/(b.Y-a.Y)
}

func (e edge) up(x float64) float64 {
	i := 1
	for i < len(e)-1 && (e[i].X-x)*(e.last().X-e.first().X) < 0 {
		i++
	}
	a, b := e[i-1], e[i]
	return a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)
}
