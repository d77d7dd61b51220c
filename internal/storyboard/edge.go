package storyboard

import "lianhua/internal/geom"

// Edge is a line of the drawing that runs one way: a stream's side from its top down,
// a page's from the gutter out. What lies between two of them is stretched by a mesh.
type Edge []geom.Pt

// Edge is another slot that is such a line; where the drawing has none of that name,
// one that keeps what is stretched by it in numbers.
func (s Spot) Edge(slot string) Edge {
	if p := s.Line(slot); p != nil && len(p.Pts) > 1 {
		return p.Pts
	}
	return Edge{{}, {X: 1, Y: 1}}
}

// First and Last are its ends.
func (e Edge) First() geom.Pt { return e[0] }
func (e Edge) Last() geom.Pt  { return e[len(e)-1] }

// Across is the edge's x at a height, and Up its y at a place across. Beyond its ends
// it goes on straight.
func (e Edge) Across(y float64) float64 {
	i := 1
	for i < len(e)-1 && (e[i].Y-y)*(e.Last().Y-e.First().Y) < 0 {
		i++
	}
	a, b := e[i-1], e[i]
	return a.X + (b.X-a.X)*(y-a.Y)/(b.Y-a.Y)
}

func (e Edge) Up(x float64) float64 {
	i := 1
	for i < len(e)-1 && (e[i].X-x)*(e.Last().X-e.First().X) < 0 {
		i++
	}
	a, b := e[i-1], e[i]
	return a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)
}
