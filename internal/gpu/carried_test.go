package gpu

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// sail is a sheet of one mark, so large.
func sail(w, h float64) *draw.Sheet {
	path := new(geom.Path).Move(0, h).Quad(w*0.2, h*0.1, w*0.5, 0).Line(w, h)
	path.Close()
	s := &draw.Sheet{Marks: []draw.Mark{{Kind: draw.KindShape, Alpha: 1, M: geom.Identity(), Path: path, Paint: draw.Ink(draw.RGB(0x806040)), Sem: draw.Decor(), Parent: -1, Pair: -1}}}
	s.Seal()
	return s
}

// A sheet of few marks that is large is carried by a layer on its way, in place of masks
// made anew in each frame; a small one keeps its masks.
func TestFewMarksThatAreLargeAreCarried(t *testing.T) {
	for _, c := range []struct {
		w, h    float64
		carried bool
	}{{200, 120, true}, {24, 20, false}} {
		sheet := sail(c.w, c.h)
		withScene(t, 330, 180, func(s *scene) {
			l := new(draw.List)
			for i := range 8 {
				moving(l, sheet, 3.3*float64(i))
				got := settle(s, l, 1, 1)
				if st := s.Stats(); i > 3 && (st.Laid == 1) != c.carried {
					t.Errorf("%v by %v, frame %d: %+v", c.w, c.h, i+1, st)
				} else if i > 3 && c.carried && st.Made != 0 {
					t.Errorf("%v by %v, frame %d makes %d masks", c.w, c.h, i+1, st.Made)
				}
				if mean, off := compare(got, raster.Render(l, nil, 1)); mean > 1 || off > 0.02 {
					t.Errorf("%v by %v, frame %d is off by %v levels, %v of its pixels", c.w, c.h, i+1, mean, off)
				}
			}
			got := settle(s, l, 1, 3)
			if mean, off := compare(got, raster.Render(l, nil, 1)); mean > 0.1 || off > 0.001 {
				t.Errorf("%v by %v at rest is off by %v levels, %v of its pixels", c.w, c.h, mean, off)
			}
		})
	}
}
