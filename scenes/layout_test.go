package scenes_test

import (
	"strings"
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

// knownPale is how many texts of settled pictures, on phones and laptops and in all
// themes, stand out less from their ground than WCAG 2.2 asks for. Each is a fault:
// the numbers may only fall.
var knownPale = map[string]int{
	"aluminium":   25,
	"cleanup":     7,
	"cover":       20,
	"cultivation": 4,
	"finance":     12,
	"habits":      4,
	"households":  7,
	"hydrogen":    34,
	"industries":  12,
	"innovation":  9,
	"inspection":  8,
	"models":      29,
	"output":      5,
	"people":      3,
	"platforms":   5,
	"sources":     19,
	"tasks":       42,
	"water":       25,
	"zhongshan":   2,
}

// Text keeps WCAG 2.2's contrast to what is drawn behind it.
func TestTextKeepsItsContrast(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		r := raster.New(s.Fonts)
		var l draw.List
		var pale []string
		for _, theme := range s.Themes {
			for _, size := range preview.Sizes()[:2] {
				for b := range s.Deck.Slots[scene].Time.Beats {
					m := s.Settled(scene, b, story.ZH, theme, size.Area)
					s.Draw(&l, m)
					for _, f := range flaw.Contrast(&l, r, 1) {
						pale = append(pale, describe(s, m, size.Name)+": "+f.Tell(&l))
					}
				}
			}
		}
		known := knownPale[s.Deck.Slots[scene].Scene.Name()]
		if len(pale) > known {
			t.Errorf("%d texts are pale, %d were known:\n%s", len(pale), known, strings.Join(pale, "\n"))
		}
		if len(pale) < known {
			t.Errorf("%d texts are pale, %d were known: lower the number", len(pale), known)
		}
	})
}
