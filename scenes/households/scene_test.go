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

func roofsIn(l *draw.List) *draw.Field { return l.Marks[l.Find(draw.Name(roofID))].Field }

func TestEveryHouseholdHasARoofOfItsOwn(t *testing.T) {
	s := previewtest.Open(t, New())
	fig, _ := s.Bundle.In(story.ZH).Figure(rebuiltID)
	for _, size := range preview.Sizes() {
		for _, beat := range []int{1, 2} {
			var l draw.List
			s.Draw(&l, s.Settled(0, beat, story.ZH, s.Themes[0], size.Area))
			f := roofsIn(&l)
			if f.Count != fig.Count() {
				t.Errorf("%s: %d roofs for %s", size.Name, f.Count, fig.Text)
			}
			taken := make(map[geom.Pt]bool, f.Count)
			for i := 0; i < f.Count; i++ {
				d, ok := f.At(i)
				if !ok || d.Color.A() != 255 || !size.Area.Inset(d.R).Has(d.At) {
					t.Fatalf("%s, beat %d: roof %d stands at %v, shown %v, opacity %d", size.Name, beat, i, d.At, ok, d.Color.A())
				}
				taken[d.At] = true
			}
			if len(taken) != f.Count {
				t.Errorf("%s: %d roofs in %d places", size.Name, f.Count, len(taken))
			}
		}
	}
}

// The counter may not be ahead of the roofs, nor far behind.
func TestTheCounterTellsTheRoofsThatStand(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	b, _ := time.Index(beatRoofs)
	for k := 0; k <= 10; k++ {
		p := float64(k) / 10
		var l draw.List
		s.Draw(&l, preview.Moment{Now: time.Start(b) + p*(time.End(b)-time.Start(b)), Area: preview.Sizes()[1].Area})
		f := roofsIn(&l)
		sum := 0.0
		for i := 0; i < f.Count; i++ {
			d, _ := f.At(i)
			sum += float64(d.Color.A()) / 255
		}
		if got := sum / float64(f.Count); math.Abs(got-shown(p)) > 0.02 {
			t.Errorf("at %.1f of the beat %.3f of the roofs stand and the counter says %.3f", p, got, shown(p))
		}
	}
	if shown(0) != 0 || shown(1) != 1 {
		t.Errorf("the counter runs from %v to %v", shown(0), shown(1))
	}
}

func TestTheGaugeReadsTheCoverage(t *testing.T) {
	s := previewtest.Open(t, New())
	fig, _ := s.Bundle.In(story.EN).Figure(coverageID)
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 2, story.EN, s.Themes[0], size.Area))
		length := func(part string) float64 { return l.Marks[l.Find(draw.Name("gauge").Sub(part))].Path.Length() }
		if got := length("reading") / length("track") * 100; math.Abs(got-fig.Float64()) > 0.05 {
			t.Errorf("%s: the gauge reads %.3f for %s", size.Name, got, fig.Text)
		}
	}
}

// A tap picks the roof under it, also when the picture is magnified; the picked
// one is lifted, ringed and told of.
func TestAPickedHouseholdIsLifted(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, 2, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	v.Zoom = stage.Zoom{Scale: 40, Focus: geom.P(0.5, 0.6)}
	var l draw.List
	s.DrawView(&l, 0, v)
	m := &l.Marks[l.Find(draw.Name(roofID))]
	inv, _ := m.M.Inverse()
	i, ok := m.Field.Nearest(inv.At(geom.P(720, 606)), 3)
	if !ok {
		t.Fatal("no roof near the focus")
	}
	v.Picked, v.Clock = stage.Touch{ID: draw.Nth(roofID, i+1)}, 9
	s.DrawView(&l, 0, v)
	if f := roofsIn(&l); f.Lifted != i+1 {
		t.Errorf("roof %d is lifted, want %d", f.Lifted, i+1)
	}
	if l.Find(draw.Name("ring")) < 0 || l.Find(draw.Name("card")) < 0 {
		t.Error("nothing is said of it")
	}
	if w := l.Find(draw.Name("walls")); w < 0 || l.Marks[w].Path.Empty() {
		t.Error("houses seen near have no walls")
	}
	if err := l.Check(); err != nil {
		t.Error(err)
	}
}

// Houses seen near keep a plot to themselves: none stands in another.
func TestHousesSeenNearStandApart(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		var l draw.List
		s.DrawView(&l, 0, v)
		home, _ := roofsIn(&l).At(roofsIn(&l).Count / 2)
		body := v.Layout().Body
		v.Zoom = stage.Zoom{Scale: 40, Focus: geom.P((home.At.X-body.X)/body.W, (home.At.Y-body.Y)/body.H)}
		s.DrawView(&l, 0, v)
		m := &l.Marks[l.Find(draw.Name(roofID))]
		f := m.Field
		window := m.Clip
		var seen []geom.Pt
		for i := 0; i < f.Count; i++ {
			if d, _ := f.At(i); window.Has(m.M.At(d.At)) {
				seen = append(seen, d.At)
			}
		}
		if len(seen) < 5 || len(seen) > 900 {
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
		v.Picked, v.Clock = stage.Touch{ID: draw.Nth(roofID, 31000)}, 9
		frame := func() { s.DrawView(&l, 0, v) }
		frame()
		frame()
		if n := testing.AllocsPerRun(5, frame); n != 0 {
			t.Errorf("zoomed %v times: %v allocations a frame", zoom, n)
		}
	}
}
