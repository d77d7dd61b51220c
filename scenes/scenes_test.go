package scenes_test

import (
	"fmt"
	"math/rand"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/ledger"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// eachScene runs the test once for each scene, side by side.
func eachScene(t *testing.T, test func(t *testing.T, s *preview.Viewer, scene int)) {
	all := previewtest.Open(t, scenes.All()...)
	for i := range all.Deck.Slots {
		t.Run(all.Deck.Slots[i].Scene.Name(), func(t *testing.T) {
			t.Parallel()
			test(t, all.Clone(), i)
		})
	}
}

// screens are the sizes of the designs and some that lie between them.
func screens() []preview.Size {
	odd := func(name string, w, h float64) preview.Size {
		s := preview.Size{Name: name}
		s.Area.W, s.Area.H = w, h
		return s
	}
	return append(preview.Sizes(), odd("small phone", 320, 568), odd("large phone", 412, 915), odd("tablet", 768, 1024), odd("small laptop", 1280, 720), odd("desktop", 1920, 1080), odd("netbook", 1024, 600), odd("phone on its side", 844, 390),
		odd("frame on a phone", 328, 493), odd("narrow frame", 480, 720), odd("square frame", 680, 704), odd("wide frame", 720, 450))
}

func describe(s *preview.Viewer, m preview.Moment, size string) string {
	return fmt.Sprintf("%s at %.3f s, %s, %s, %s", s.Deck.Slots[m.Scene].Scene.Name(), m.Now, size, m.Lang, m.Theme.Name)
}

// A picture may not depend on what was drawn before it.
func TestAnyOrderOfTimesGivesEqualPictures(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		const n = 24
		length := s.Deck.Slots[scene].Time.Length()
		for _, size := range preview.Sizes()[:2] {
			var l draw.List
			var first [n + 1]uint64
			at := func(s *preview.Viewer, k int) uint64 {
				s.Draw(&l, preview.Moment{Scene: scene, Now: length * float64(k) / n, Lang: story.Lang(k % 2), Area: size.Area})
				return l.Hash()
			}
			for k := range first {
				first[k] = at(s, k)
			}
			other := s.Clone()
			for _, k := range rand.New(rand.NewSource(7)).Perm(n + 1) {
				if at(other, k) != first[k] {
					t.Errorf("%s: moment %d of %d differs when reached in another order", size.Name, k, n)
				}
			}
		}
	})
}

func TestIDsAreUniqueAndNumbersFinite(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		var l draw.List
		length := s.Deck.Slots[scene].Time.Length()
		for _, size := range screens() {
			for k := 0; k <= 20; k++ {
				m := preview.Moment{Scene: scene, Now: length * float64(k) / 20, Lang: story.Lang(k % 2), Theme: s.Themes[k%len(s.Themes)], Area: size.Area}
				s.Draw(&l, m)
				if err := l.Check(); err != nil {
					t.Fatalf("%s: %v", describe(s, m, size.Name), err)
				}
			}
		}
	})
}

func TestNoDigitWithoutItsSource(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		var l draw.List
		time := &s.Deck.Slots[scene].Time
		for _, size := range preview.Sizes()[:3] {
			for _, lang := range story.Langs() {
				st := s.Bundle.In(lang)
				forms := func(id string) ([]string, bool) {
					f, ok := st.Figure(id)
					return []string{f.Text, f.Number}, ok
				}
				for b := range time.Beats {
					m := s.Settled(scene, b, lang, s.Themes[0], size.Area)
					s.Draw(&l, m)
					for _, f := range ledger.Mismatched(&l, forms) {
						t.Errorf("%s: %s", describe(s, m, size.Name), f)
					}
				}
				for k := 0; k <= 40; k++ {
					m := preview.Moment{Scene: scene, Now: time.Length() * float64(k) / 40, Lang: lang, Theme: s.Themes[0], Area: size.Area}
					s.Draw(&l, m)
					for _, f := range ledger.Unsourced(&l) {
						t.Fatalf("%s: %s", describe(s, m, size.Name), f)
					}
				}
			}
		}
	})
}

// What a scene says it draws is what the ledger finds on every wide or tall
// screen; a phone may keep some behind a tap, but shows no others.
func TestScenesDrawTheFiguresTheyList(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		if s.Deck.Slots[scene].Scene.Name() == "sources" {
			return // it lists all
		}
		listed := map[string]bool{}
		if f, ok := s.Deck.Slots[scene].Scene.(stage.Figured); ok {
			for _, id := range f.Figures() {
				if _, known := s.Bundle.In(story.ZH).Figure(id); !known {
					t.Errorf("lists the unknown figure %q", id)
				}
				listed[id] = true
			}
		}
		var l draw.List
		for _, size := range preview.Sizes() {
			drawn := map[string]bool{}
			for b := range s.Deck.Slots[scene].Time.Beats {
				s.Draw(&l, s.Settled(scene, b, story.ZH, s.Themes[0], size.Area))
				for _, e := range ledger.Of(&l).Entries {
					drawn[e.Figure] = true
				}
			}
			for id := range drawn {
				if !listed[id] {
					t.Errorf("%s: draws %q and does not list it", size.Name, id)
				}
			}
			for id := range listed {
				if !drawn[id] && size.Name != "phone" {
					t.Errorf("%s: lists %q and does not draw it", size.Name, id)
				}
			}
		}
	})
}

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, scenes.All()...)
	var l draw.List
	for i := range s.Deck.Slots {
		for _, size := range preview.Sizes()[:3] {
			slot := &s.Deck.Slots[i]
			for b := range slot.Time.Beats {
				for _, now := range []float64{slot.Time.End(b), (slot.Time.Start(b) + slot.Time.End(b)) / 2} {
					v := s.View(preview.Moment{Scene: i, Now: now, Lang: story.ZH, Area: size.Area})
					frame := func() { s.DrawView(&l, i, v) }
					frame()
					frame()
					if n := testing.AllocsPerRun(5, frame); n != 0 {
						t.Errorf("%s, beat %d, %.2f s, %s: %v allocations a frame", slot.Scene.Name(), b+1, now, size.Name, n)
					}
				}
			}
		}
	}
}
