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

// A roof that reaches beyond the next cell's middle loses what reaches there on a
// GPU: where they stand closest, at most a quarter of a pixel of its soft edge.
func TestEveryRoofIsDrawnWhole(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		u := stage.LayoutOf(size.Area).U
		for b := range s.Deck.Slots[0].Time.Beats {
			for _, zoom := range []float64{1, 3, 40} {
				v := s.View(s.Settled(0, b, story.ZH, s.Themes[0], size.Area))
				v.Zoom = stage.Zoom{Scale: zoom, Focus: geom.P(0.5, 0.5)}
				var l draw.List
				s.DrawView(&l, 0, v)
				f := roofsIn(&l)
				w := f.Mesh.CellsPerPixel()
				if lost := (f.Jitter/2 + f.Radius*w - 1) / w / u; lost > 0.25 {
					t.Errorf("%s, beat %d, zoomed %v times: a roof may lose %.2f px, its radius in cells is %.2f", size.Name, b, zoom, lost, f.Radius*w)
				}
			}
		}
	}
}
