package scenes_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// A place that opens into another scene is seen in every window when its own scene
// ends, and so is what stands there in the other when that begins.
func TestHandoversHaveTheirPlaces(t *testing.T) {
	s := previewtest.Open(t, scenes.All()...)
	seen := func(scene string, last bool, id draw.ID) {
		i, ok := s.Deck.Index(scene)
		if !ok {
			t.Errorf("there is no scene %s", scene)
			return
		}
		beat := 0
		if last {
			beat = len(s.Deck.Slots[i].Scene.Beats()) - 1
		}
		for _, size := range screens() {
			var l draw.List
			s.Draw(&l, s.Settled(i, beat, story.ZH, s.Themes[0], size.Area))
			k := l.Find(id)
			if k < 0 {
				t.Errorf("%s in %s has no %s", scene, size.Name, id)
				continue
			}
			if r := l.Bounds(k).Intersect(size.Area); r.W < 20 || r.H < 20 {
				t.Errorf("%s in %s shows %s at %.0f", scene, size.Name, id, r)
			}
		}
	}
	for _, h := range scenes.Handovers() {
		seen(h.From, true, h.Place)
		seen(h.To, false, h.Into)
	}
}
