package people

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/scenes/people/persons"
)

func TestTheSquareHasAPlaceForEverybody(t *testing.T) {
	for _, d := range previewtest.Drawings(t, "people").Drawings {
		if i, ok := d.Slot("places", "zh"); !ok || len(d.Slots[i].Path.Pts) != mostPeople-1 {
			t.Errorf("%s: its square has not the places that the scene counts on", d.Name)
		}
	}
}

// sheet is a sheet of the crowd's; nil where it is not drawn.
func crowdSheet(l *draw.List, part string) *draw.Sheet {
	if i := l.Find(draw.ID{Name: crowdID.Name, Part: part}); i >= 0 && l.Marks[i].Alpha > 0 {
		return l.Marks[i].Sheet
	}
	return nil
}

// standing are the first n of a drawing's places, each another.
func standing(t testing.TB, v *stage.View, n int) (all []persons.Person, g ground) {
	t.Helper()
	d := v.Art.Drawing
	center := func(name string) geom.Pt { i, _ := d.Slot(name, "zh"); return d.Slots[i].Rect.Center() }
	who, _ := d.Slot("person", "zh")
	g.horizon = center("vanishing")
	g.tall = d.Slots[who].Rect.H / (d.Slots[who].Rect.Bottom() - g.horizon.Y)
	places, _ := d.Slot("places", "zh")
	seen := map[geom.Pt]bool{center("one"): true}
	for i, p := range d.Slots[places].Path.Pts[:n] {
		if seen[p] {
			t.Errorf("%s: two stand at %v", d.Name, p)
		}
		seen[p] = true
		all = append(all, g.stand(p, i+1))
	}
	slices.SortStableFunc(all, func(a, b persons.Person) int { return cmp.Compare(a.At.Y, b.At.Y) })
	return all, g
}

// One figure is one person of the database, on every screen: before she steps forward
// she is one of the crowd, afterwards her place is empty and she stands in front.
func TestAsManyStandAsTheDatabaseHolds(t *testing.T) {
	s := previewtest.Open(t, New())
	pool, _ := s.Bundle.In(story.EN).Figure(poolID)
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 0, story.ZH, s.Themes[0], size.Area))
		all, _ := standing(t, &v, pool.Count()-1)
		want := persons.Dressed(s.Themes[0], all).Key
		before, after := previewtest.Drawn(t, s, s.Settled(0, 0, story.ZH, s.Themes[0], size.Area)), previewtest.Drawn(t, s, s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		for b, l := range []*draw.List{before, after} {
			if lit := crowdSheet(l, "lit"); lit == nil || lit.Key != want {
				t.Errorf("%s, beat %d: others stand on the square than %s without one", size.Name, b+1, pool.Text)
			}
		}
		if crowdSheet(before, "one") == nil || previewtest.Sheet(before, "one-up") >= 0 {
			t.Errorf("%s: she has stepped forward before her beat", size.Name)
		}
		if crowdSheet(after, "one") != nil || previewtest.Sheet(after, "one-up") < 0 {
			t.Errorf("%s: she who steps forward is still one of the crowd", size.Name)
		}
	}
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
		if i := l.Find(draw.Name("lead")); i < 0 || !strings.Contains(l.Marks[i].Sem.Label, "1") {
			t.Fatalf("at %d/20 the number is not told", k)
		}
	}
	if grey == 0 || lit == 0 {
		t.Error("the light does not come")
	}
}

// Seen in rows they are as many, she who stands before them not counted.
func TestRowsHoldTheSamePeople(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		v.Picked, v.Clock = stage.Touch{ID: crowdID}, 9
		var l draw.List
		s.DrawView(&l, 0, v)
		_, g := standing(t, &v, 0)
		p := storyboard.PlaceOf(&v)
		g.depth = p.Slot("distance").Center().Sub(p.Slot("vanishing").Center()).X / p.K
		slot, _ := v.Art.Slot("rows", "zh")
		rows := g.rows(v.Art.Slots[slot].Rect, count(&v)-1)
		if got := crowdSheet(&l, "rows"); len(rows) != count(&v)-1 || got == nil || got.Key != persons.Dressed(s.Themes[0], rows).Key {
			t.Errorf("%s: those in rows are not %d", size.Name, count(&v)-1)
		}
		if crowdSheet(&l, "lit") != nil {
			t.Errorf("%s: some stand beside the rows", size.Name)
		}
	}
}

// The grant is one person's: no coin and no total is drawn, and nothing of the card or
// the grant before its beat.
func TestCardAndGrantWaitForTheirBeat(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for b, want := range []bool{false, true, false} {
			l := previewtest.Drawn(t, s, s.Settled(0, b, story.ZH, s.Themes[0], size.Area))
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
		before, after := previewtest.Drawn(t, s, s.Settled(0, 1, story.ZH, s.Themes[0], size.Area)), previewtest.Drawn(t, s, s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		a, b := before.Bounds(previewtest.Sheet(before, "lantern")), after.Bounds(previewtest.Sheet(after, "lantern"))
		if b.W < 1.5*a.W || !size.Area.Contains(b) {
			t.Errorf("%s: the lantern of the gate is at %v, before the camera went at %v", size.Name, b, a)
		}
		if !tells(after, "then") {
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
			previewtest.Steady(t, s, v, fmt.Sprintf("%s, %.0f s", size.Name, now))
		}
	}
}
