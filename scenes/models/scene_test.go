package models

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/ledger"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func field(l *draw.List, layer string) *draw.Field {
	if i := l.Find(draw.Name(layer).Sub("marks")); i >= 0 {
		return l.Marks[i].Field
	}
	return nil
}

// shapes is how many outlines the first shape of a kind of paddy has: one each.
func shapes(l *draw.List, layer string) (n int) {
	i := l.Find(draw.Name(layer+"-mark").SubN("all", 1))
	if i < 0 {
		return 0
	}
	for _, v := range l.Marks[i].Path.Verbs {
		if v == geom.MoveTo {
			n++
		}
	}
	return n
}

// One mark is one home, yard, village or town, on every screen, and nothing is there
// before its beat.
func TestAMarkIsOneOfWhatIsCounted(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for beat := range s.Deck.Slots[0].Time.Beats {
			l := previewtest.Settled(t, s, beat, story.ZH, size.Area)
			for layer, id := range map[string]string{"homes": homesID, "yards": yardsID} {
				f, want := field(l, layer), previewtest.Figure(t, s, id).Count()
				switch {
				case beat < 1 && f != nil:
					t.Errorf("%s: there are %s before their beat", size.Name, layer)
				case beat >= 1 && (f == nil || f.Count != want):
					t.Errorf("%s, beat %d: the marks of %s are not %d", size.Name, beat+1, layer, want)
				}
			}
			for layer, id := range map[string]string{"villages": villagesID, "demos": demosID, "towns": townsID} {
				want := 0
				if beat >= 2 {
					want = previewtest.Figure(t, s, id).Count()
				}
				if n := shapes(l, layer); n != want {
					t.Errorf("%s, beat %d: %d %s, want %d", size.Name, beat+1, n, layer, want)
				}
			}
		}
	}
}

// On the north bank a yard has the ground of a home; on the south a paddy has a hundred
// times as much, whichever title it stands for.
func TestTheRulersAreTwo(t *testing.T) {
	s := previewtest.Open(t, New())
	set := previewtest.Drawings(t, "models")
	for i := range set.Drawings {
		d := &set.Drawings[i]
		ground := func(slot, id string) float64 {
			n, ok := d.Slot(slot, "zh")
			if !ok {
				t.Fatalf("%s has no %s", d.Name, slot)
			}
			c := contoursOf(d.Slots[n].Path)
			return c.all / float64(previewtest.Figure(t, s, id).Count())
		}
		home, yard := ground("treads", homesID), ground("knoll-treads", yardsID)
		if math.Abs(yard/home-1) > 0.02 {
			t.Errorf("%s: a home has %.3f, a yard %.3f", d.Name, home, yard)
		}
		for _, grid := range [...]string{villages.Grid, demos.Grid, towns.Grid} {
			n, _ := d.Slot(grid, "zh")
			r := d.Slots[n].Rect
			if got := r.W * r.H / home; math.Abs(got-100) > 2 {
				t.Errorf("%s: a paddy of %s has the ground of %.1f homes", d.Name, grid, got)
			}
		}
	}
}

// Marks have the same ground wherever they stand: the mesh gives each cell as much.
func TestCellsAreEqual(t *testing.T) {
	s := previewtest.Open(t, New())
	set := previewtest.Drawings(t, "models")
	for i := range set.Drawings {
		d := &set.Drawings[i]
		n, _ := d.Slot("treads", "zh")
		c := contoursOf(d.Slots[n].Path)
		rows := previewtest.Figure(t, s, homesID).Count() / homes.per
		for k := range c.treads {
			got := c.area[k] / (c.rows(k, rows) - c.rows(k+1, rows))
			if want := c.all / float64(rows); math.Abs(got/want-1) > 0.03 {
				t.Errorf("%s, tread %d: a row has %.2f, others %.2f", d.Name, k, got, want)
			}
		}
	}
}

// Both counts are given as a least: what stands outermost fades.
func TestTheEdgeIsSoft(t *testing.T) {
	s := previewtest.Open(t, New())
	f := field(previewtest.Settled(t, s, 1, story.ZH, preview.Sizes()[1].Area), "homes")
	m := &f.Mesh
	outer, top := m.Level[len(m.Level)-2], m.Level[0]
	if outer > 0.3 || top < 0.99 {
		t.Errorf("the outermost have %.2f of their light, the highest %.2f", outer, top)
	}
}

// Nothing is nested: no field reaches into another's.
func TestTheFieldsStandApart(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 2, story.ZH, size.Area)
		boxes := map[string]geom.Rect{}
		for _, layer := range [...]string{"villages", "demos", "towns"} {
			boxes[layer] = l.Bounds(l.Find(draw.Name(layer+"-mark").SubN("all", 2)))
		}
		boxes["yards"] = l.Bounds(l.Find(draw.Name("yards").Sub("touch")))
		for a, p := range boxes {
			for b, q := range boxes {
				if both := p.Intersect(q); a < b && both.W > 1 && both.H > 1 && a != "demos" {
					t.Errorf("%s: %s reach into %s by %.0f × %.0f", size.Name, a, b, both.W, both.H)
				}
			}
		}
	}
}

// Nothing is added up, and the villages of another scene are not repeated here.
func TestNoSumIsWritten(t *testing.T) {
	s := previewtest.Open(t, New())
	sums := []string{"88", "96", "18", "41,500", "41500", "84"}
	for beat := range s.Deck.Slots[0].Time.Beats {
		l := previewtest.Settled(t, s, beat, story.ZH, preview.Sizes()[1].Area)
		for i := range l.Marks {
			m := &l.Marks[i]
			if m.Kind != draw.KindText {
				continue
			}
			for _, sum := range sums {
				if m.Run.Text == sum || strings.HasPrefix(m.Run.Text, sum+" ") {
					t.Errorf("beat %d writes %q", beat+1, m.Run.Text)
				}
			}
		}
	}
}

// The courtyard proves no count: none is told while it alone is.
func TestTheCourtyardStandsAlone(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		shown := ledger.Of(previewtest.Settled(t, s, 0, story.ZH, size.Area))
		for _, id := range [...]string{homesID, yardsID, villagesID, townsID, demosID} {
			if shown.Has(id) {
				t.Errorf("%s: %s is told with the courtyard", size.Name, id)
			}
		}
	}
}

// The broom only ever clears, and the reader's hand has the last word.
func TestTheSeam(t *testing.T) {
	s := previewtest.Open(t, New())
	area := preview.Sizes()[1].Area
	before := 1.0
	for k := range 80 {
		v := s.View(preview.Moment{Now: 4 * float64(k) / 79, Area: area})
		now := seam(&v)
		if now > before+1e-9 {
			t.Fatalf("the broom goes back from %.3f to %.3f", before, now)
		}
		before = now
	}
	if math.Abs(before-half) > 1e-9 {
		t.Errorf("it stops at %.3f", before)
	}
}

// A steady frame allocates nothing, also with something picked.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, pick := range [...]string{"homes", "demos"} {
			v := s.View(s.Settled(0, 2, story.EN, s.Themes[0], size.Area))
			v.Picked, v.Clock = stage.Touch{ID: draw.Name(pick)}, 9
			previewtest.Steady(t, s, v, fmt.Sprintf("%s, %s picked", size.Name, pick))
		}
	}
}

func BenchmarkFrame(b *testing.B) {
	s := previewtest.Open(b, New())
	v := s.View(preview.Moment{Now: 12, Area: preview.Sizes()[1].Area})
	var l draw.List
	for b.Loop() {
		s.DrawView(&l, 0, v)
	}
}
