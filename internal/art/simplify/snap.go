package simplify

import (
	"math"

	"lianhua/internal/geom"
)

// The distances between two places that points may have, in pixels of the design. Small
// shapes have places so much closer that there are detail of them across their greater
// side; where the smallest contour is soft times as long, they are coarser.
const (
	usual  = 0.1
	coarse = 0.2
	detail = 64
	soft   = 150
)

// grainFor is how far apart the places of a path's points may be, which is shown so
// much larger; 0: none is far enough. A path whose points lie on such places already,
// or on places farther apart, keeps these.
func grainFor(p geom.Path, magnified float64) float64 {
	if len(p.Pts) == 0 {
		return 0
	}
	b := p.Bounds()
	most := usual
	if least(p)*magnified >= soft*coarse {
		most = coarse
	}
	most = math.Min(most/magnified, math.Max(b.W, b.H)/detail)
	if had := grainOf(p.Pts); had >= most {
		return had
	}
	for _, grain := range [...]float64{1, 0.5, 0.2, 0.1, 0.05, 0.02} {
		if grain <= most*1.25 {
			return grain
		}
	}
	return 0
}

// least is the longer side of the smallest of a path's contours.
func least(p geom.Path) float64 {
	small, i := math.Inf(1), 0
	lo, hi := p.Pts[0], p.Pts[0]
	for _, v := range p.Verbs {
		if v == geom.MoveTo && i > 0 {
			small = math.Min(small, math.Max(hi.X-lo.X, hi.Y-lo.Y))
			lo, hi = p.Pts[i], p.Pts[i]
		}
		for range v.Points() {
			q := p.Pts[i]
			lo = geom.Pt{X: math.Min(lo.X, q.X), Y: math.Min(lo.Y, q.Y)}
			hi = geom.Pt{X: math.Max(hi.X, q.X), Y: math.Max(hi.Y, q.Y)}
			i++
		}
	}
	return math.Min(small, math.Max(hi.X-lo.X, hi.Y-lo.Y))
}
