package cleanup

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/story"
)

// A mark that reaches beyond the cells that a GPU looks into loses what reaches
// there.
func TestEveryMarkIsDrawnWhole(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for b, beat := range s.Deck.Slots[0].Time.Beats {
			for _, part := range []float64{0.3, 0.6, 1} {
				if beat.Name == beatCount && part < 1 {
					continue // fields turn on their way
				}
				m := s.Settled(0, b, story.ZH, s.Themes[0], size.Area)
				m.Now = s.Deck.Slots[0].Time.Start(b) + part*(m.Now-s.Deck.Slots[0].Time.Start(b))
				var l draw.List
				s.Draw(&l, m)
				for name := range crowds {
					for _, mark := range fields(&l, name) {
						if reach := mark.Field.Reach(mark.M.Scale()); reach > draw.MaxReach {
							t.Errorf("%s, %s at %.1f: the %v reach %.2f cells", size.Name, beat.Name, part, mark.ID, reach)
						}
					}
				}
			}
		}
	}
}
