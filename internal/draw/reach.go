package draw

import (
	"math"

	"lianhua/internal/geom"
)

// MaxReach is how many cells from the middle of its own a mark may reach: a GPU
// looks for the marks of a pixel in the cells within it.
const MaxReach = 3

// Reach is how many cells from the middle of its own a mark reaches at most,
// where the field is drawn at scale pixels to one of its own: its wandering, its
// size where the mesh is pressed together most, and its soft edge.
func (f *Field) Reach(scale float64) float64 {
	return f.Jitter/2 + math.Abs(f.Sway) + (f.Radius*f.Symbol.Extent()+f.Symbol.Fringe()/scale)*f.Mesh.CellsPerPixel()
}

// CellsPerPixel is the greatest number of cells that a disc of one pixel radius
// reaches across the mesh: times a field's radius, how far its marks reach.
func (m *Mesh) CellsPerPixel() float64 {
	most := 0.0
	n := len(m.U)
	for j := 0; j+1 < len(m.V); j++ {
		if m.V[j+1] <= m.V[j] {
			continue
		}
		for i := 0; i+1 < n; i++ {
			a, b, c, d := m.P[j*n+i], m.P[j*n+i+1], m.P[(j+1)*n+i+1], m.P[(j+1)*n+i]
			du, dv := m.U[i+1]-m.U[i], m.V[j+1]-m.V[j]
			for _, t := range [2][2]geom.Pt{
				{geom.P((b.X-a.X)/du, (b.Y-a.Y)/du), geom.P((c.X-b.X)/dv, (c.Y-b.Y)/dv)},
				{geom.P((c.X-d.X)/du, (c.Y-d.Y)/du), geom.P((d.X-a.X)/dv, (d.Y-a.Y)/dv)},
			} {
				area := math.Abs(t[0].X*t[1].Y - t[0].Y*t[1].X)
				most = math.Max(most, math.Max(math.Hypot(t[0].X, t[0].Y), math.Hypot(t[1].X, t[1].Y))/area)
			}
		}
	}
	return most
}
