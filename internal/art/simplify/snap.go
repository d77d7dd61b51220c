package simplify

import (
	"math"

	"lianhua/internal/geom"
)

// coarsest is the longest distance between two places that points may have, in
// pixels of the design: a path moves by half of it at the most on either axis, and
// its points by as much besides, as seen from the first. So what is alike in many
// places stays alike. Small shapes have places so much closer that there are detail of them
// across their greater side.
const (
	coarsest = 0.1
	detail   = 64
)

// Snap lays a path's points on places that lie regularly, which packs write in fewer
// bytes. Magnified is how much larger the path is shown.
func Snap(p geom.Path, magnified float64) geom.Path {
	if len(p.Pts) == 0 {
		return p
	}
	b := p.Bounds()
	most := math.Min(coarsest/magnified, math.Max(b.W, b.H)/detail)
	for _, grain := range [...]float64{1, 0.5, 0.2, 0.1, 0.05, 0.02} {
		if grain > most*(1+1e-9) {
			continue
		}
		out := geom.Path{Verbs: p.Verbs, Pts: make([]geom.Pt, len(p.Pts))}
		per := math.Round(1 / grain)
		near := func(v float64) float64 { return math.Round(v*per) / per }
		first := p.Pts[0]
		from := geom.Pt{X: near(first.X), Y: near(first.Y)}
		for i, q := range p.Pts {
			x, y := near(from.X+near(q.X-first.X)), near(from.Y+near(q.Y-first.Y))
			out.Pts[i] = geom.Pt{X: x, Y: y}
		}
		return out
	}
	return p
}
