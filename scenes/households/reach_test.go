package households

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// A roof that reaches beyond the cells that a GPU looks into loses what reaches
// there.
func TestEveryRoofIsDrawnWhole(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for b := range s.Deck.Slots[0].Time.Beats {
			for _, zoom := range []float64{1, 3, 40} {
				v := s.View(s.Settled(0, b, story.ZH, s.Themes[0], size.Area))
				v.Zoom = stage.Zoom{Scale: zoom, Focus: geom.P(0.5, 0.5)}
				var l draw.List
				s.DrawView(&l, 0, v)
				f := roofsIn(&l)
				scale := zoom
				if size.Area.W < 600 {
					scale *= 2 // phones have two pixels or three to one
				}
				if reach := f.Reach(scale); reach > draw.MaxReach {
					t.Errorf("%s, beat %d, zoomed %v times: the roofs reach %.2f cells", size.Name, b, zoom, reach)
				}
			}
		}
	}
}
