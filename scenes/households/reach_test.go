package households

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// widest is the greatest radius in cells of a disc of one pixel on the mesh.
func widest(m *draw.Mesh) float64 {
	most := 0.0
	n := len(m.U)
	for j := 0; j+1 < len(m.V); j++ {
		if m.V[j+1] <= m.V[j] {
			continue
		}
		for i := 0; i+1 < n; i++ {
			a, b, c, d := m.P[j*n+i], m.P[j*n+i+1], m.P[(j+1)*n+i+1], m.P[(j+1)*n+i]
			du, dv := m.U[i+1]-m.U[i], m.V[j+1]-m.V[j]
			for _, t := range [2][2]struct{ X, Y float64 }{
				{{(b.X - a.X) / du, (b.Y - a.Y) / du}, {(c.X - b.X) / dv, (c.Y - b.Y) / dv}},
				{{(c.X - d.X) / du, (c.Y - d.Y) / du}, {(d.X - a.X) / dv, (d.Y - a.Y) / dv}},
			} {
				area := math.Abs(t[0].X*t[1].Y - t[0].Y*t[1].X)
				most = math.Max(most, math.Max(math.Hypot(t[0].X, t[0].Y), math.Hypot(t[1].X, t[1].Y))/area)
			}
		}
	}
	return most
}

// A roof that reaches beyond the next cell's middle loses what reaches there on a
// GPU: where they stand closest, at most a quarter of a pixel of its soft edge.
func TestEveryRoofIsDrawnWhole(t *testing.T) {
	s := open(t)
	for _, size := range preview.Sizes() {
		u := stage.LayoutOf(size.Area).U
		for b := range s.Deck.Slots[0].Time.Beats {
			for _, zoom := range []float64{1, 3, 40} {
				v := s.View(s.Settled(0, b, story.ZH, s.Themes[0], size.Area))
				v.Zoom = stage.Zoom{Scale: zoom, Focus: geom.P(0.5, 0.5)}
				var l draw.List
				s.DrawView(&l, 0, v)
				f := roofsIn(&l)
				w := widest(&f.Mesh)
				if lost := (f.Jitter/2 + f.Radius*w - 1) / w / u; lost > 0.25 {
					t.Errorf("%s, beat %d, zoomed %v times: a roof may lose %.2f px, its radius in cells is %.2f", size.Name, b, zoom, lost, f.Radius*w)
				}
			}
		}
	}
}
