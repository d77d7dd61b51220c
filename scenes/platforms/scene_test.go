package platforms

import (
	"math"
	"slices"
	"testing"

	"lianhua/assets"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/ledger"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/story"
)

// contours is how many outlines a mark has.
func contours(l *draw.List, id draw.ID) (n int) {
	if i := l.Find(id); i >= 0 {
		for _, v := range l.Marks[i].Path.Verbs {
			if v == geom.MoveTo {
				n++
			}
		}
	}
	return n
}

// One mark is one thing of the ledger's, on every screen: cells of the floor, people,
// lamps, houses in scaffolding and boards.
func TestMarksAreCounted(t *testing.T) {
	s := previewtest.Open(t, New())
	value := func(id string) int { f, _ := s.Bundle.In(story.EN).Figure(id); return f.Count() }
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 2, story.ZH, size.Area)
		if got := contours(l, draw.Name("floor").Sub("grid")); got != columns+1+rows+1 || columns*rows*cellArea != value(areaID) {
			t.Errorf("%s: the floor's grid has %d lines", size.Name, got)
		}
		if f := l.Marks[l.Find(draw.Name("tenants-field"))].Field; f.Count != value(tenantsID) || f.Shown < 1 {
			t.Errorf("%s: %d people", size.Name, f.Count)
		}
		lamps := l.Marks[l.Find(draw.Name("lamps").Sub("heads"))].Dots
		at := map[geom.Pt]bool{}
		for _, d := range lamps {
			at[d.At] = true
		}
		if len(at) != value(allID) {
			t.Errorf("%s: %d lamps", size.Name, len(at))
		}
		houses, boards := 0, 0
		for i := 1; i <= worksRows; i++ {
			houses += contours(l, draw.Nth("house", i).SubN("face", 2))
		}
		for i := 1; l.Find(draw.Nth("board", i).Sub("face")) >= 0; i++ {
			boards++
		}
		if houses != value(supportedID) || boards != value(jointID) {
			t.Errorf("%s: %d houses, %d boards", size.Name, houses, boards)
		}
	}
}

// Cells are all of one area, or the floor would not be to scale.
func TestCellsAreOfOneArea(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 0, story.ZH, size.Area)
		cell, top := l.Find(draw.Name("floor").Sub("cell")), l.Find(draw.Name("floor").Sub("top"))
		if a, b := area(&l.Marks[cell]), area(&l.Marks[top]); math.Abs(b/a-columns*rows) > 0.01 {
			t.Errorf("%s: the floor is %.3f cells", size.Name, b/a)
		}
	}
}

func area(m *draw.Mark) (sum float64) {
	p := m.Path.Pts
	for i := range p {
		sum += p[i].Cross(p[(i+1)%len(p)])
	}
	return math.Abs(sum) / 2
}

// Nothing is put under the roof: nobody stands on the floor, and no lamp does.
func TestTheFloorStaysEmpty(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 2, story.ZH, size.Area)
		top := l.Find(draw.Name("floor").Sub("top"))
		floor := func(p geom.Pt) bool { return l.Marks[top].Path.Contains(p) }
		f := l.Marks[l.Find(draw.Name("tenants-field"))].Field
		for i := range f.Count {
			if d, ok := f.At(i); ok && floor(geom.P(d.At.X, d.At.Y+d.R)) {
				t.Fatalf("%s: person %d stands on the floor", size.Name, i)
			}
		}
		for i, d := range l.Marks[l.Find(draw.Name("lamps").Sub("pools"))].Dots {
			if floor(d.At) {
				t.Fatalf("%s: lamp %d stands on the floor", size.Name, i)
			}
		}
	}
}

// What is under way is drawn in dashes, has no number, and waits for its beat.
func TestPlacesUnderWayAreDashed(t *testing.T) {
	set, err := art.Decode(assets.Pack("platforms"))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range set.Drawings {
		for i := 1; i <= places; i++ {
			k, ok := d.Layer(draw.Nth("place", i).String())
			if !ok {
				t.Fatalf("%s lacks place %d", d.Name, i)
			}
			for _, it := range d.Layers[k].Items {
				if it.Layer < 0 && it.Shape.Pen.Width > 0 && it.Shape.Pen.Dash == 0 {
					t.Errorf("%s: place %d has a solid line", d.Name, i)
				}
			}
		}
	}
	s := previewtest.Open(t, New())
	for b, want := range []bool{false, false, true} {
		l := previewtest.Settled(t, s, b, story.ZH, preview.Sizes()[1].Area)
		if got := l.Find(draw.Nth("place", 1)) >= 0; got != want {
			t.Errorf("beat %d: places are shown: %v", b+1, got)
		}
	}
}

// Every figure is told in both languages on every screen, and none before its beat.
func TestFiguresAreToldInTheirBeat(t *testing.T) {
	s := previewtest.Open(t, New())
	all := New().Figures()
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			told := ledger.Of(previewtest.Settled(t, s, 2, lang, size.Area))
			for _, id := range all {
				if !told.Has(id) {
					t.Errorf("%s, %s: %s is not told", size.Name, lang, id)
				}
			}
		}
		l := previewtest.Settled(t, s, 0, story.ZH, size.Area)
		for _, slot := range []string{"tenants", "all", "supported", "joint"} {
			if slices.ContainsFunc(l.Marks, func(m draw.Mark) bool { return m.ID.Name == slot }) {
				t.Errorf("%s: %s is told before its beat", size.Name, slot)
			}
		}
	}
}

func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, now := range []float64{2, 6, 12} {
			v := s.View(preview.Moment{Now: now, Lang: story.EN, Area: size.Area})
			var l draw.List
			s.DrawView(&l, 0, v)
			s.DrawView(&l, 0, v)
			if n := testing.AllocsPerRun(5, func() { s.DrawView(&l, 0, v) }); n != 0 {
				t.Errorf("%s, %.0f s: %v allocations a frame", size.Name, now, n)
			}
		}
	}
}
