package scenes_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/flaw"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/story"
)

// eachSettled draws every settled picture of a scene.
func eachSettled(s *preview.Viewer, scene int, sizes []preview.Size, visit func(l *draw.List, m preview.Moment, where string)) {
	var l draw.List
	for _, size := range sizes {
		for _, lang := range story.Langs() {
			for b := range s.Deck.Slots[scene].Time.Beats {
				m := s.Settled(scene, b, lang, s.Themes[0], size.Area)
				s.Draw(&l, m)
				visit(&l, m, describe(s, m, size.Name))
			}
		}
	}
}

func TestSettledLabelsStayInThePictureAndApart(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		eachSettled(s, scene, screens(), func(l *draw.List, m preview.Moment, where string) {
			for _, f := range flaw.Layout(l) {
				t.Errorf("%s: %s", where, f.Tell(l))
			}
		})
	})
}

// closely is how many pixels to a device-independent one are looked at, in the order of
// preview.Sizes: the smallest type stays more than five of them high.
var closely = [...]float64{1, 0.5, 0.5, 0.2}

// Text keeps WCAG 2.2's contrast to what is drawn behind it, on all forms, in both
// languages and in all themes.
func TestTextKeepsItsContrast(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		r := raster.New(s.Fonts)
		var l draw.List
		for _, theme := range s.Themes {
			for i, size := range preview.Sizes() {
				for b := range s.Deck.Slots[scene].Time.Beats {
					for _, lang := range story.Langs() {
						m := s.Settled(scene, b, lang, theme, size.Area)
						s.Draw(&l, m)
						for _, f := range flaw.Contrast(&l, r, closely[i]) {
							t.Errorf("%s: %s", describe(s, m, size.Name), f.Tell(&l))
						}
					}
				}
			}
		}
	})
}
