package cleanup

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// A magnified picture keeps its figure and lets go of the words that stand on
// it; a finger then moves it and parts nobody.
func TestMagnified(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		m := s.Settled(0, 3, story.ZH, s.Themes[0], size.Area)
		v := s.View(m)
		v.Zoom = stage.Zoom{Scale: 6, Focus: geom.P(0.35, 0.4)}
		var l draw.List
		s.DrawView(&l, 0, v)
		if l.Find(draw.Name("swept")) < 0 || l.Find(draw.Name("note")) >= 0 || l.Find(draw.Name("legend")) >= 0 {
			t.Errorf("%s: a magnified picture keeps the wrong words", size.Name)
		}
		seen := func() (places []geom.Pt) {
			for _, mark := range fields(&l, "sweepers") {
				if k := mark.M.Scale() / storyboard.PlaceOf(&v).K; math.Abs(k-6) > 1e-9 {
					t.Fatalf("%s: the people are magnified by %v", size.Name, k)
				}
				for i := 0; i < mark.Field.Count; i += 11 {
					d, _ := mark.Field.At(i)
					places = append(places, mark.M.At(d.At))
				}
			}
			return places
		}
		before := seen()
		v.Finger = stage.Finger{At: stage.LayoutOf(size.Area).Body.At(0.4, 0.45), Force: 1}
		s.DrawView(&l, 0, v)
		for i, p := range seen() {
			if p != before[i] {
				t.Fatalf("%s: the finger that moves the picture parts the crowd: %v to %v", size.Name, before[i], p)
			}
		}
	}
}
