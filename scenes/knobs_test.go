package scenes_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// fewest is how many knobs a scene offers at least: those that its art depends on most.
const fewest = 5

func TestEveryScenesKnobsAreDeclaredWhole(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	forms := []string{"phone", "laptop", "kiosk", "wall"}
	offered := stage.KnobsOf(scenes.All())
	for _, s := range scenes.All() {
		knobs := offered[s.Name()]
		if n := len(knobs); n < fewest {
			t.Errorf("%s offers %d knobs, and has to offer %d", s.Name(), n, fewest)
		}
		seen := map[string]bool{}
		for _, k := range knobs {
			if !name.MatchString(k.Name) || seen[k.Name] || slices.Contains(forms, k.Name) {
				t.Errorf("%s has a knob named %q", s.Name(), k.Name)
			}
			seen[k.Name] = true
			if !(k.Min < k.Max && k.Min <= k.Own && k.Own <= k.Max) || k.Step <= 0 || k.Step > (k.Max-k.Min)/4 {
				t.Errorf("%s: %s is %v, from %v to %v by %v", s.Name(), k.Name, k.Own, k.Min, k.Max, k.Step)
			}
			if k.Unit == story.Motes && (k.Own != math.Trunc(k.Own) || k.Step != math.Trunc(k.Step)) {
				t.Errorf("%s: %s counts by parts", s.Name(), k.Name)
			}
			if (k.Unit == story.Part || k.Unit == story.Beat) && (k.Min < 0 || k.Max > 1) {
				t.Errorf("%s: %s is a part from %v to %v", s.Name(), k.Name, k.Min, k.Max)
			}
		}
	}
}

// Every knob is seen at some moment, whichever way it is turned; and whatever is turned,
// the picture tells the same figures, and has as many marks where these are counted.
func TestKnobsAreSeenAndChangeNoFact(t *testing.T) {
	const moments = 8 // of a beat
	all := scenes.All()
	s := previewtest.Open(t, all...)
	offered := stage.KnobsOf(all)
	for i, scene := range all {
		t.Run(scene.Name(), func(t *testing.T) {
			for _, size := range preview.Sizes()[:2] {
				var views []stage.View
				time := &s.Deck.Slots[i].Time
				for beat := range time.Len() {
					for k, part := range []float64{0.1, 0.2, 0.3, 0.55, 0.8, 0.92, 1, 1} {
						m := s.Settled(i, beat, story.EN, s.Themes[k/(moments-1)], size.Area) // the last by night
						m.Now = time.Start(beat) + part*(time.End(beat)-time.Start(beat))
						views = append(views, s.View(m))
					}
				}
				own := make([]told, len(views))
				for n, v := range views {
					own[n] = tell(scene, v)
				}
				for _, k := range offered[scene.Name()] {
					for _, to := range []float64{k.Min, k.Max} {
						if to == k.Own {
							continue
						}
						seen := false
						for n, v := range views {
							if seen && n%moments < moments-2 {
								continue // what is told is looked at once a beat has settled
							}
							v.Tuned = []story.Tuning{{Name: k.Name, Value: to}}
							is := tell(scene, v)
							seen = seen || is.hash != own[n].hash
							if got, want := is.facts, own[n].facts; !slices.Equal(got, want) {
								t.Errorf("%s: %s = %v changes what is told at %.2f s: %v, not %v", size.Name, k.Name, to, v.Now, got, want)
								break
							}
						}
						if !seen && size.Name == preview.Sizes()[1].Name {
							t.Errorf("%s: %s = %v is not seen", size.Name, k.Name, to)
						}
					}
				}
			}
		})
	}
}

// told is a picture, and what of it is a fact.
type told struct {
	hash  uint64
	facts []string
}

func tell(scene stage.Scene, v stage.View) told {
	var l draw.List
	scene.Draw(&l, v)
	out := told{hash: l.Hash()}
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Sem.Figure != "" || len(m.Sem.Figures) > 0 {
			text := m.Sem.Label
			if m.Run != nil {
				text += m.Run.Text
			}
			out.facts = append(out.facts, fmt.Sprint(m.Sem.Figure, m.Sem.Figures, text))
		}
		if m.Kind == draw.KindField {
			out.facts = append(out.facts, fmt.Sprint(m.ID, m.Field.Count))
		}
	}
	return out
}
