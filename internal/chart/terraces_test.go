package chart

import (
	"math"
	"testing"

	"lianhua/internal/geom"
)

func TestTerracesNeverCross(t *testing.T) {
	for _, size := range []geom.Rect{geom.R(0, 250, 360, 338), geom.R(0, 424, 1440, 384), geom.R(0, 690, 1080, 1080)} {
		for _, turn := range []float64{0, 0.14, 0.5, 0.83} {
			h := Terraces{N: 7, Box: size, Rise: size.H * 0.17, Turn: turn}
			for k := 0; k < h.N; k++ {
				for i := 0; i <= 200; i++ {
					x := size.X + size.W*float64(i)/200
					if room := h.Crest(k+1, x) - h.Crest(k, x); room < size.H/float64(h.N)/2 {
						t.Fatalf("turn %v: step %d is %.1f deep at %.0f of %.0f", turn, k, room, x, size.H/float64(h.N))
					}
				}
			}
		}
	}
}

// The line that is drawn is the crest that marks are placed on.
func TestEdgeFollowsTheCrest(t *testing.T) {
	h := Terraces{N: 7, Box: geom.R(0, 424, 1440, 384), Rise: 66}
	var p geom.Path
	c := h.crest(2)
	edge(&p, &c, 0, false)
	p.Flatten(0.1, func(at geom.Pt, _ bool) {
		if d := math.Abs(at.Y - h.Crest(2, at.X)); d > 1 {
			t.Errorf("at %.0f the edge is %.2f off", at.X, d)
		}
	})
}
