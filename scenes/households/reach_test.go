package households

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

func ringOf(v *stage.View) geom.Rect { return storyboard.PlaceOf(v).Drawn(ringSlot) }

// A roof that reaches beyond the cells that a GPU looks into loses what reaches
// there.
func TestEveryRoofIsDrawnWhole(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for b := range s.Deck.Slots[0].Time.Beats {
			for _, zoom := range []float64{1, 3, 40} {
				v := s.View(s.Settled(0, b, story.ZH, s.Themes[0], size.Area))
				v.Zoom = stage.Zoom{Scale: zoom, Focus: geom.P(0.5, 0.5)}
				var l draw.List
				s.DrawView(&l, 0, v)
				for _, m := range crowds(&l) {
					scale := m.M.Scale()
					if size.Area.W < 600 {
						scale *= 2 // phones have two pixels or three to one
					}
					if reach := m.Field.Reach(scale); reach > draw.MaxReach {
						t.Errorf("%s, beat %d, zoomed %v times: the roofs of %s reach %.2f cells", size.Name, b, zoom, m.ID, reach)
					}
				}
			}
		}
	}
}

// near magnifies a view about the home in the middle of the first crowd, and says where
// that stood before.
func near(s *preview.Viewer, v *stage.View) (l *draw.List, at geom.Pt) {
	l = &draw.List{}
	s.DrawView(l, 0, *v)
	m := crowds(l)[0]
	home, _ := m.Field.At(m.Field.Count / 2)
	body := v.Layout().Body
	at = m.M.At(home.At)
	v.Zoom = stage.Zoom{Scale: 40, Focus: geom.P((at.X-body.X)/body.W, (at.Y-body.Y)/body.H)}
	s.DrawView(l, 0, *v)
	return l, at
}

// Houses seen near keep a plot to themselves: none stands in another.
func TestHousesSeenNearStandApart(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		l, _ := near(s, &v)
		m := crowds(l)[0]
		f := m.Field
		var seen []geom.Pt
		for i := range f.Count {
			if d, _ := f.At(i); v.Area.Has(m.M.At(d.At)) {
				seen = append(seen, d.At)
			}
		}
		if len(seen) < 5 || len(seen) > 1500 {
			t.Errorf("%s: %d houses in view", size.Name, len(seen))
		}
		for i, a := range seen {
			for _, b := range seen[i+1:] {
				if d := a.Sub(b); math.Abs(d.X) < 1.2*f.Radius && math.Abs(d.Y) < 1.2*f.Radius {
					t.Fatalf("%s: two houses stand %.2f radii apart", size.Name, d.Len()/f.Radius)
				}
			}
		}
	}
}

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	var l draw.List
	for _, zoom := range []float64{1, 12, 40} {
		v := s.View(s.Settled(0, 2, story.EN, s.Themes[0], preview.Sizes()[1].Area))
		v.Zoom = stage.Zoom{Scale: zoom, Focus: geom.P(0.4, 0.6)}
		v.Picked, v.Clock = stage.Touch{ID: draw.Nth(roofIDs[0], 31000)}, 9
		frame := func() { s.DrawView(&l, 0, v) }
		frame()
		frame()
		if n := testing.AllocsPerRun(5, frame); n != 0 {
			t.Errorf("zoomed %v times: %v allocations a frame", zoom, n)
		}
	}
}
