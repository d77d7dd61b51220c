package contents_test

import (
	"fmt"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/contents"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

type plain string

func (p plain) Name() string                  { return string(p) }
func (plain) Beats() []anim.Beat              { return []anim.Beat{{Name: "only", Move: 1}} }
func (plain) Draw(_ *draw.List, _ stage.View) {}

type cover struct{ plain }

func (cover) Acts() []stage.Act { return scenes.Acts() }

// whole is a story with every scene that the acts name.
func whole(t testing.TB) *preview.Viewer {
	all := []stage.Scene{cover{"cover"}}
	for _, a := range scenes.Acts() {
		for _, m := range a.Scenes {
			all = append(all, plain(m.Scene))
		}
	}
	return previewtest.Open(t, append(all, plain("sources"))...)
}

func show(l *draw.List, s *preview.Viewer, here int, lang story.Lang, area geom.Rect) stage.View {
	v := s.View(preview.Moment{Scene: here, Lang: lang, Area: area})
	l.Reset(area, v.Theme.Ground)
	contents.Draw(l, &v, &play.Contents{
		Shown: 1, Here: here, Deck: s.Deck,
		Seen:    func(i int) bool { return i <= here },
		Picture: func(int) *draw.Sheet { return nil },
	})
	return v
}

func windows() []preview.Size {
	return append(preview.Sizes(),
		preview.Size{Name: "small phone", Area: geom.R(0, 0, 320, 568)},
		preview.Size{Name: "tall phone", Area: geom.R(0, 0, 390, 844)},
		preview.Size{Name: "phone on its side", Area: geom.R(0, 0, 844, 390)},
		preview.Size{Name: "tablet", Area: geom.R(0, 0, 820, 1180)},
		preview.Size{Name: "least", Area: geom.R(0, 0, 640, 340)},
		preview.Size{Name: "wide wall", Area: geom.R(0, 0, 3840, 1600)},
	)
}

// In any window each scene has a place of its own, within the window, that a finger
// can work, in the story's order.
func TestEverySceneHasAPlaceForAFinger(t *testing.T) {
	for _, of := range []struct {
		name string
		s    *preview.Viewer
	}{{"the whole story", whole(t)}, {"what is told", previewtest.Open(t, scenes.All()...)}} {
		for _, size := range windows() {
			for _, lang := range story.Langs() {
				var l draw.List
				show(&l, of.s, len(of.s.Deck.Slots)/2, lang, size.Area)
				where := fmt.Sprintf("%s, %s, %v", of.name, size.Name, lang)
				if err := l.Check(); err != nil {
					t.Fatalf("%s: %v", where, err)
				}
				for i := range of.s.Deck.Slots {
					name := of.s.Deck.Slots[i].Scene.Name()
					id := play.ContentsMark(name)
					k := l.Find(id)
					if k < 0 {
						t.Errorf("%s: %s has no place", where, name)
						continue
					}
					if sem := l.Marks[k].Sem; sem.Role != draw.RoleLink || sem.Target != name || sem.Label == "" {
						t.Errorf("%s: %s is a %v to %q", where, name, sem.Role, sem.Target)
					}
					b := l.Bounds(k)
					// WCAG's 2.5.8 wants 24 pixels a side; 44 is what there is room for
					// in all but the smallest windows.
					if b.W < 38 || b.H < 38 {
						t.Errorf("%s: %s is %.0f × %.0f", where, name, b.W, b.H)
					}
					if got, ok := l.Hit(b.Center()); !ok || got != id {
						t.Errorf("%s: a tap on %s works %v", where, name, got)
					}
				}
			}
		}
	}
}

// Words stand in the window, apart from one another, and can be read.
func TestWordsOfTheContentsStandApart(t *testing.T) {
	s := whole(t)
	for _, size := range windows() {
		for _, lang := range story.Langs() {
			for _, here := range []int{0, 2, 9, len(s.Deck.Slots) - 1} {
				var l draw.List
				v := show(&l, s, here, lang, size.Area)
				type word struct {
					ink geom.Rect
					m   *draw.Mark
				}
				var all []word
				for i := range l.Marks {
					m := &l.Marks[i]
					if m.Kind != draw.KindText || m.Alpha <= 0 {
						continue
					}
					ink := m.M.Bounds(m.Run.Bounds)
					where := fmt.Sprintf("%s, %v, at %d: %q", size.Name, lang, here, m.Run.Text)
					if !v.Area.Inset(-0.5).Contains(ink) {
						t.Errorf("%s leaves the window: %.0f", where, ink)
					}
					if least := v.Layout().Type.Small * 0.7; m.Run.Style.Size < least {
						t.Errorf("%s is set in %.1f, the least is %.1f", where, m.Run.Style.Size, least)
					}
					for _, o := range all {
						a, b := ink, o.ink
						if on := m.M; on.A == o.m.M.A && on.B == o.m.M.B && on.C == o.m.M.C && on.D == o.m.M.D {
							// On the same leaf, which leans: as it lies.
							back, _ := on.Inverse()
							from := back.At(geom.P(o.m.M.E, o.m.M.F))
							a, b = m.Run.Bounds, o.m.Run.Bounds.Offset(from)
						}
						if x := a.Intersect(b); x.W > 1.5 && x.H > 1.5 {
							t.Errorf("%s lies over %q", where, o.m.Run.Text)
						}
					}
					all = append(all, word{ink, m})
				}
			}
		}
	}
}

// The place of the reader is marked, and nothing else is.
func TestTheReaderSeesWhereTheyAre(t *testing.T) {
	s := whole(t)
	for here := range s.Deck.Slots {
		var l draw.List
		show(&l, s, here, story.EN, geom.R(0, 0, 1440, 900))
		for i := range s.Deck.Slots {
			k := l.Find(play.ContentsMark(s.Deck.Slots[i].Scene.Name()))
			if on := l.Marks[k].Sem.On; on != (i == here) {
				t.Errorf("at %d, scene %d is marked: %v", here, i, on)
			}
		}
	}
}
