package cleanup

import (
	"math"
	"testing"

	"lianhua/internal/draw"
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

// A mark that reaches beyond the next cell's middle loses what reaches there on a
// GPU: where the crowd is closest, at most a quarter of a pixel of its soft edge.
func TestEveryMarkIsDrawnWhole(t *testing.T) {
	s := open(t)
	for _, size := range preview.Sizes() {
		for b, beat := range s.Deck.Slots[0].Time.Beats {
			for _, part := range []float64{0.3, 0.6, 1} {
				if beat.Name == beatCount && part < 1 {
					continue // blocks turn on their way
				}
				m := s.Settled(0, b, story.ZH, s.Themes[0], size.Area)
				m.Now = s.Deck.Slots[0].Time.Start(b) + part*(m.Now-s.Deck.Slots[0].Time.Start(b))
				var l draw.List
				s.Draw(&l, m)
				lay := stage.LayoutOf(size.Area)
				for name := range crowds {
					if f := field(&l, name); f != nil {
						w := widest(&f.Mesh)
						if lost := (f.Jitter/2 + f.Sway + f.Radius*w - 1) / w / lay.U; lost > 0.25 {
							t.Errorf("%s, %s at %.1f: the %s may lose %.2f px, their radius in cells is %.2f", size.Name, beat.Name, part, name, lost, f.Radius*w)
						}
					}
				}
			}
		}
	}
}
