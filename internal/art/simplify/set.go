package simplify

import (
	"math"

	"lianhua/internal/art"
	"lianhua/internal/geom"
)

// Tolerance is the farthest that a line may move for want of a point, in pixels of
// the design.
const Tolerance = 0.05

// Drawing is the drawing with fewer points. Lines of slots stay as they are.
func Drawing(d *art.Drawing) *art.Drawing {
	out := *d
	out.Clips = append([]art.Clip(nil), d.Clips...)
	for i := range out.Clips {
		out.Clips[i].Path = Path(out.Clips[i].Path, Tolerance)
	}
	out.Layers = append([]art.Layer(nil), d.Layers...)
	for i := range out.Layers {
		l := &out.Layers[i]
		l.Items = append([]art.Item(nil), l.Items...)
		for k := range l.Items {
			if it := &l.Items[k]; it.Layer < 0 {
				k := magnification(it.Shape.M)
				it.Shape.Path = Snap(Path(it.Shape.Path, Tolerance/k), k)
			}
		}
	}
	return &out
}

// magnification is how much longer a transform makes a length at the most: exact
// where it makes all longer alike, and else up to √2 too much.
func magnification(m geom.Affine) float64 {
	k := math.Sqrt(m.A*m.A + m.B*m.B + m.C*m.C + m.D*m.D)
	if m.A == m.D && m.B == -m.C || m.A == -m.D && m.B == m.C {
		k /= math.Sqrt2
	}
	return math.Max(k, 1e-6)
}
