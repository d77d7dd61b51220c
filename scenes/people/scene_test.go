package people

import (
	"math"
	"slices"
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func settled(t testing.TB, s *preview.Viewer, beat int, theme *stage.Theme, area geom.Rect) *draw.List {
	t.Helper()
	l := &draw.List{}
	s.Draw(l, s.Settled(0, beat, story.ZH, theme, area))
	return l
}

// heads counts the figures of a sheet of the crowd's: each has one head of hair.
func heads(t testing.TB, l *draw.List, th *stage.Theme, sheet string) (n int) {
	t.Helper()
	i := l.Find(draw.ID{Name: crowdID.Name, Part: sheet})
	if i < 0 {
		return 0
	}
	inks := colors(th)
	for k := range l.Marks[i].Sheet.Marks {
		m := &l.Marks[i].Sheet.Marks[k]
		if m.Paint.Color != inks[hair] && m.Paint.Color != inks[hair+1] {
			continue
		}
		// Long hair is one outline more.
		last, around := geom.Pt{X: math.Inf(1)}, m.Path.Pts
		at := 0
		for _, verb := range m.Path.Verbs {
			if verb == geom.MoveTo {
				p := around[at]
				if math.Abs(p.X-last.X) > 2 || math.Abs(p.Y-last.Y) > 9 {
					n++
				}
				last = p
			}
			at += verb.Points()
		}
	}
	return n
}

func drawings(t testing.TB) []art.Drawing {
	t.Helper()
	set, err := art.Decode(assets.Pack("people"))
	if err != nil {
		t.Fatal(err)
	}
	return set.Drawings
}

func TestTheDrawingsHaveWhatTheStoryboardNames(t *testing.T) {
	set, err := art.Decode(assets.Pack("people"))
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range New().Board().Check("people", set) {
		t.Error(err)
	}
	for _, d := range drawings(t) {
		if i, ok := d.Slot("places", "zh"); !ok || len(d.Slots[i].Path.Pts) != mostPeople-1 {
			t.Errorf("%s: its square has not the places that the scene counts on", d.Name)
		}
	}
}

// One figure is one person of the database, on every screen: before she steps forward
// she is one of the crowd, afterwards her place is empty and she stands in front.
func TestAsManyStandAsTheDatabaseHolds(t *testing.T) {
	s := previewtest.Open(t, New())
	pool, _ := s.Bundle.In(story.EN).Figure(poolID)
	for _, size := range preview.Sizes() {
		l := settled(t, s, 0, s.Themes[0], size.Area)
		v := s.View(s.Settled(0, 0, story.ZH, s.Themes[0], size.Area))
		c := gathered(&v)
		if c.count != pool.Count() || c.apart != pool.Count() {
			t.Errorf("%s: %d stand in %d places, the page says %s", size.Name, c.count, c.apart, pool.Text)
		}
		if got := heads(t, l, s.Themes[0], "lit") + heads(t, l, s.Themes[0], "one"); got != pool.Count() {
			t.Errorf("%s: %d are drawn, the page says %s", size.Name, got, pool.Text)
		}
		after := settled(t, s, 1, s.Themes[0], size.Area)
		if after.Find(draw.ID{Name: crowdID.Name, Part: "one"}) >= 0 || heads(t, after, s.Themes[0], "lit") != pool.Count()-1 {
			t.Errorf("%s: she who stepped forward is still one of the crowd", size.Name)
		}
		if sheetOf(after, "one-up") < 0 {
			t.Errorf("%s: nobody stands in front", size.Name)
		}
	}
}

// gathered is where those of a view's crowd stand.
func gathered(v *stage.View) (c struct{ count, apart int }) {
	d := v.Art.Drawing
	i, _ := d.Slot("places", "zh")
	one, _ := d.Slot("one", "zh")
	places := map[geom.Pt]bool{d.Slots[one].Rect.Center(): true}
	c.count = 1
	for _, p := range d.Slots[i].Path.Pts[:count(v)-1] {
		places[p] = true
		c.count++
	}
	c.apart = len(places)
	return c
}

func sheetOf(l *draw.List, layer string) int {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Kind == draw.KindSheet && m.ID.Name == layer {
			return i
		}
	}
	return -1
}

// tells reports whether there are words of a name.
func tells(l *draw.List, name string) bool {
	return slices.ContainsFunc(l.Marks, func(m draw.Mark) bool { return m.Kind == draw.KindText && m.ID.Name == name })
}

// Nobody comes and nobody goes: as many stand in the mist as in the light, at every
// moment and in the same places, and the number does not run up.
func TestNobodyArrives(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	area := preview.Sizes()[1].Area
	var grey, lit uint64
	for k := 0; k <= 20; k++ {
		var l draw.List
		s.Draw(&l, preview.Moment{Now: time.End(0) * float64(k) / 20, Area: area})
		for i := range l.Marks {
			m := &l.Marks[i]
			if m.Kind != draw.KindSheet || m.ID.Name != crowdID.Name {
				continue
			}
			key := map[string]*uint64{"grey": &grey, "lit": &lit}[m.ID.Part]
			if key == nil {
				continue
			}
			if *key != 0 && *key != m.Sheet.Key {
				t.Fatalf("at %d/20 of the beat others stand on the square", k)
			}
			*key = m.Sheet.Key
		}
		if i := l.Find(draw.Name("pool")); i < 0 || !strings.Contains(l.Marks[i].Sem.Label, "1") {
			t.Fatalf("at %d/20 the number is not told", k)
		}
	}
	if grey == 0 || lit == 0 {
		t.Error("the light does not come")
	}
}

// Seen in rows they are as many, and their clothes say nothing: of every coat there
// are some in each part of the square.
func TestRowsHoldTheSamePeople(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		v.Picked, v.Clock = stage.Touch{ID: crowdID}, 9
		var l draw.List
		s.DrawView(&l, 0, v)
		rows := heads(t, &l, s.Themes[0], "rows")
		if want := count(&v) - 1; rows != want || l.Find(draw.ID{Name: crowdID.Name, Part: "lit"}) >= 0 {
			t.Errorf("%s: %d stand in rows, want %d and nobody beside", size.Name, rows, want)
		}
	}
}

// The grant is one person's: no coin and no total is drawn, and nothing of the card or
// the grant before its beat.
func TestCardAndGrantWaitForTheirBeat(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for b, want := range []bool{false, true, false} {
			l := settled(t, s, b, s.Themes[0], size.Area)
			for _, name := range []string{"card-name", "award", "stones-name"} {
				if got := tells(l, name); got != want {
					t.Errorf("%s, beat %d: %s is told: %v", size.Name, b+1, name, got)
				}
			}
			if got := l.Find(draw.Name("card")) >= 0; got != want {
				t.Errorf("%s, beat %d: the card is shown: %v", size.Name, b+1, got)
			}
		}
	}
}

// At last the gate stands in the picture, and the lane's words do.
func TestTheLaneLeadsToTheGate(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		before, after := settled(t, s, 1, s.Themes[0], size.Area), settled(t, s, 2, s.Themes[0], size.Area)
		a, b := before.Bounds(sheetOf(before, "lantern")), after.Bounds(sheetOf(after, "lantern"))
		if b.W < 1.5*a.W || !size.Area.Contains(b) {
			t.Errorf("%s: the lantern of the gate is at %v, before the camera went at %v", size.Name, b, a)
		}
		if !tells(after, "hinge") {
			t.Errorf("%s: nothing says where the lane leads", size.Name)
		}
	}
}

func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, now := range []float64{2, 6, 10, 20} {
			v := s.View(preview.Moment{Now: now, Lang: story.EN, Area: size.Area})
			v.Picked, v.Clock = stage.Touch{ID: crowdID}, 9
			var l draw.List
			s.DrawView(&l, 0, v)
			s.DrawView(&l, 0, v)
			if err := l.Check(); err != nil {
				t.Errorf("%s: %v", size.Name, err)
			}
			if n := testing.AllocsPerRun(5, func() { s.DrawView(&l, 0, v) }); n != 0 {
				t.Errorf("%s, %.0f s: %v allocations a frame", size.Name, now, n)
			}
		}
	}
}
