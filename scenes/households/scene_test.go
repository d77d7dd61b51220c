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
)

// crowds are the fields of roofs in a list.
func crowds(l *draw.List) (all []*draw.Mark) {
	for _, id := range roofIDs {
		if i := l.Find(draw.Name(id)); i >= 0 {
			all = append(all, &l.Marks[i])
		}
	}
	return all
}

func TestEveryHouseholdHasARoofOfItsOwn(t *testing.T) {
	s := previewtest.Open(t, New())
	fig, _ := s.Bundle.In(story.ZH).Figure(rebuiltID)
	for _, size := range preview.Sizes() {
		for _, beat := range []int{1, 2} {
			var l draw.List
			s.Draw(&l, s.Settled(0, beat, story.ZH, s.Themes[0], size.Area))
			taken := make(map[geom.Pt]bool, fig.Count())
			for _, m := range crowds(&l) {
				for i := range m.Field.Count {
					d, ok := m.Field.At(i)
					at := m.M.At(d.At)
					if !ok || d.Color.A() != 255 || !size.Area.Has(at) {
						t.Fatalf("%s, beat %d: roof %d of %s stands at %v, shown %v, opacity %d", size.Name, beat, i, m.ID, at, ok, d.Color.A())
					}
					taken[at] = true
				}
			}
			if len(taken) != fig.Count() {
				t.Errorf("%s: %d roofs in as many places for %s", size.Name, len(taken), fig.Text)
			}
		}
	}
}

// The near houses are a crowd that answers to touch, and pictures: as many of the one
// as of the other.
func TestNearHousesAreDrawnOneByOne(t *testing.T) {
	s := New()
	v := previewtest.Open(t, s)
	for _, size := range preview.Sizes()[:2] {
		view := v.View(v.Settled(0, 2, story.ZH, v.Themes[0], size.Area))
		a := s.in(&view)
		big := 0
		for i := range view.Art.Layers {
			if layer := &view.Art.Drawing.Layers[i]; layer.Name == homesSlot {
				big = len(layer.Items)
			}
		}
		if big == 0 || len(a.houses.Marks) == 0 {
			t.Errorf("%s: nothing near is drawn", size.Name)
		}
		if len(a.near) < 6 {
			t.Errorf("%s: only %d houses are near", size.Name, len(a.near))
		}
	}
}

// No near house stands where the open one or its sign would hide it, and no roof of a
// slope where a near house does.
func TestNoRoofIsHidden(t *testing.T) {
	s := New()
	v := previewtest.Open(t, s)
	for _, size := range preview.Sizes() {
		view := v.View(v.Settled(0, 2, story.ZH, v.Themes[0], size.Area))
		var l draw.List
		v.DrawView(&l, 0, view)
		for _, layer := range []string{"roof", "sign"} {
			i := l.Find(draw.Name(layer).SubN("sheet", 1))
			if i < 0 {
				t.Fatalf("%s: the %s is not drawn", size.Name, layer)
			}
			cover := &l.Marks[i]
			for _, m := range crowds(&l) {
				hidden := 0
				for k := range m.Field.Count {
					d, _ := m.Field.At(k)
					if m.ID.Name == nearID && k == 0 {
						continue // the open house itself
					}
					if at := m.M.At(d.At); l.Bounds(i).Has(at) && cover.Hits(at) {
						hidden++
					}
				}
				if hidden > 0 {
					t.Errorf("%s: the %s hides %d of %s", size.Name, layer, hidden, m.ID)
				}
			}
		}
	}
}

// The counter may not be ahead of the roofs, nor far behind.
func TestTheCounterTellsTheRoofsThatStand(t *testing.T) {
	s := New()
	p := previewtest.Open(t, s)
	time := &p.Deck.Slots[0].Time
	b, _ := time.Index(beatRoofs)
	for k := 0; k <= 10; k++ {
		done := float64(k) / 10
		m := preview.Moment{Now: time.Start(b) + done*(time.End(b)-time.Start(b)), Area: preview.Sizes()[1].Area}
		var l draw.List
		p.Draw(&l, m)
		sum, all := 0.0, 0
		for _, c := range crowds(&l) {
			for i := range c.Field.Count {
				d, _ := c.Field.At(i)
				sum += float64(d.Color.A()) / 255
			}
			all += c.Field.Count
		}
		v := p.View(m)
		ring := ringOf(&v)
		light := lightOf(&v, ring)
		if got, told := sum/float64(max(all, 1)), s.in(&v).standing(&light); math.Abs(got-told) > 0.01 {
			t.Errorf("at %.1f of the beat %.3f of the roofs stand and the counter says %.3f", done, got, told)
		}
	}
}

func TestTheDialReadsTheCoverage(t *testing.T) {
	s := previewtest.Open(t, New())
	fig, _ := s.Bundle.In(story.EN).Figure(coverageID)
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 2, story.EN, s.Themes[0], size.Area))
		length := func(part string) float64 { return l.Marks[l.Find(draw.Name("gauge").Sub(part))].Path.Length() }
		if got := length("reading") / length("track") * 100; math.Abs(got-fig.Float64()) > 0.05 {
			t.Errorf("%s: the dial reads %.3f for %s", size.Name, got, fig.Text)
		}
	}
}

// The dial hangs apart from what is counted: over no roof, and it waits for them.
func TestTheDialIsNotOverTheRoofs(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		if l.Find(draw.Name("gauge")) >= 0 {
			t.Errorf("%s: the dial is there before its beat", size.Name)
		}
		s.Draw(&l, s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		track := l.Bounds(l.Find(draw.Name("gauge").Sub("track")))
		for _, m := range crowds(&l) {
			for i := range m.Field.Count {
				if d, _ := m.Field.At(i); track.Has(m.M.At(d.At)) {
					t.Fatalf("%s: %s.%d stands under the dial", size.Name, m.ID, i+1)
				}
			}
		}
	}
}

// The house opens in its beat: the roof rises straight up and comes to rest.
func TestTheRoofRises(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	at := func(now float64) geom.Rect {
		var l draw.List
		s.Draw(&l, preview.Moment{Now: now, Area: preview.Sizes()[1].Area})
		return l.Bounds(l.Find(draw.Name("roof").SubN("sheet", 1)))
	}
	shut, open := at(0), at(time.End(0))
	if rise := shut.Y - open.Y; rise < 0.3*open.H || math.Abs(shut.X-open.X) > 0.01 {
		t.Errorf("the roof goes from %v to %v", shut, open)
	}
	for last, now := shut.Y, 0.0; now < time.End(0); now += 0.1 {
		y := at(now).Y
		if y > last+0.01 {
			t.Errorf("at %.1f s the roof sinks", now)
		}
		last = y
	}
}

// A tap picks the roof under it, also when the picture is magnified; the picked one is
// lifted, ringed and told of.
func TestAPickedHouseholdIsLifted(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, 2, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	l, at := near(s, &v)
	m := crowds(l)[0]
	inv, _ := m.M.Inverse()
	i, ok := m.Field.Nearest(inv.At(at), 1)
	if !ok {
		t.Fatal("no roof near the focus")
	}
	v.Picked, v.Clock = stage.Touch{ID: draw.Nth(roofIDs[0], i+1)}, 9
	s.DrawView(l, 0, v)
	if f := crowds(l)[0].Field; f.Lifted != i+1 {
		t.Errorf("roof %d is lifted, want %d", f.Lifted, i+1)
	}
	if l.Find(draw.Name("ring")) < 0 || l.Find(draw.Name("card")) < 0 {
		t.Error("nothing is said of it")
	}
	if w := l.Find(draw.Name(roofIDs[0]).SubN("face", 5)); w < 0 {
		t.Error("houses seen near have no walls")
	}
	if err := l.Check(); err != nil {
		t.Error(err)
	}
	v.Zoom, v.Picked.ID = stage.Zoom{}, draw.Nth(nearID, 5)
	if s.DrawView(l, 0, v); l.Find(draw.Name("card")) < 0 {
		t.Error("nothing is said of a near house")
	}
}
