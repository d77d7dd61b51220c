package cleanup

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// A mark that reaches beyond the next cell's middle loses what reaches there on a
// GPU: where the crowd is closest, at most a quarter of a pixel of its soft edge.
func TestEveryMarkIsDrawnWhole(t *testing.T) {
	s := previewtest.Open(t, New())
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
						w := f.Mesh.CellsPerPixel()
						if lost := (f.Jitter/2 + f.Sway + f.Radius*w - 1) / w / lay.U; lost > 0.25 {
							t.Errorf("%s, %s at %.1f: the %s may lose %.2f px, their radius in cells is %.2f", size.Name, beat.Name, part, name, lost, f.Radius*w)
						}
					}
				}
			}
		}
	}
}
