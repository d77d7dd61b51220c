package cultivation

import (
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// The light comes over the shelves too: seeds stay as they were, and no seedling is
// up before it has come.
func TestSeedsNeverSprout(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		before, after := previewtest.Settled(t, s, 0, story.ZH, size.Area), previewtest.Settled(t, s, 1, story.ZH, size.Area)
		for _, b := range seedbeds {
			if n := drawn(before, b.plants, "stems"); n != 0 {
				t.Errorf("%s: %d seedlings before their beat", size.Name, n)
			}
		}
		for _, r := range rungs[2:] {
			id := draw.Name(r.name).Sub("marks")
			was, is := before.Marks[before.Find(id)], after.Marks[after.Find(id)]
			for k := 0; k < was.Field.Count; k++ {
				a, _ := was.Field.At(k)
				b, _ := is.Field.At(k)
				if a != b {
					t.Fatalf("%s: seed %d of %s lies at %v, and at %v after the light has passed", size.Name, k, id.Name, a.At, b.At)
				}
			}
		}
	}
}

// Seedlings keep to their own beds, far from the shelves, and only the first batch of
// those that applied flowers.
func TestSeedlingsKeepToTheirBeds(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, last, story.ZH, size.Area)
		bed := map[string]geom.Rect{}
		for i := range l.Marks {
			if m := &l.Marks[i]; strings.HasPrefix(m.ID.Name, "plants-") && m.Kind != draw.KindOpen && m.Kind != draw.KindClose {
				bed[m.ID.Name] = bed[m.ID.Name].Union(l.Bounds(i))
			}
		}
		first, second := bed["plants-new"], bed["plants-applied"]
		if first.Empty() || second.Empty() || first.Right() > second.X {
			t.Errorf("%s: the beds stand at %v and %v", size.Name, first, second)
		}
		for _, r := range rungs {
			shelf := l.Bounds(l.Find(draw.Name(r.name).Sub("touch")))
			if shelf.Bottom() > min(first.Y, second.Y)+2 {
				t.Errorf("%s: the shelf %s ends at %.0f, seedlings begin at %.0f", size.Name, r.name, shelf.Bottom(), min(first.Y, second.Y))
			}
		}
	}
}

// The first seedlings come up at the left, under the light, those at the right last.
func TestTheLightWakesTheBeds(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	b, _ := time.Index(beds)
	for _, size := range preview.Sizes() {
		var was float64
		for k := 1; k < 40; k++ {
			var l draw.List
			s.Draw(&l, preview.Moment{Now: time.Start(b) + float64(k)/40*(time.End(b)-time.Start(b))*passed, Area: size.Area})
			reach := 0.0
			for i := range l.Marks {
				if m := &l.Marks[i]; m.ID.Part == "stems" {
					reach = max(reach, l.Bounds(i).Right())
				}
			}
			if reach < was-size.Area.W*0.01 { // a bent neck straightens
				t.Fatalf("%s: seedlings reach to %.0f, and before to %.0f", size.Name, reach, was)
			}
			was = reach
		}
	}
}

// A lone seedling under a finger leans away from it, one at the other end does not.
func TestABedPartsUnderAFinger(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, last, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	shape := func() (near, far geom.Path) {
		var l draw.List
		s.DrawView(&l, 0, v)
		pick := func(n int) geom.Path {
			var p geom.Path
			p.Append(*l.Marks[l.Find(draw.Nth("plants-applied", n).SubN("left", 3))].Path, geom.Identity())
			return p
		}
		v.Finger = stage.Finger{At: l.Bounds(l.Find(draw.Nth("plants-applied", 1).SubN("left", 3))).Center(), Force: 1}
		return pick(1), pick(9)
	}
	near, far := shape()
	nearPressed, farPressed := shape()
	same := func(a, b geom.Path) bool {
		for i := range a.Pts {
			if a.Pts[i] != b.Pts[i] {
				return false
			}
		}
		return true
	}
	if same(near, nearPressed) || !same(far, farPressed) {
		t.Errorf("near unmoved: %v, far unmoved: %v", same(near, nearPressed), same(far, farPressed))
	}
}
