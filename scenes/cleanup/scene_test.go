package cleanup

import (
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/scenes/cleanup/march"
)

// crowds are the figures and the fields that claim to draw them, by their name.
var crowds = map[string]string{"sweepers": sweepersID, "contestants": contestantsID}

// fields are those of a crowd, with how they lie in the picture.
func fields(l *draw.List, name string) (all []*draw.Mark) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Field != nil && m.ID.Name == name {
			all = append(all, m)
		}
	}
	return all
}

func TestTheFieldsHaveRoomForAllWhoAreCounted(t *testing.T) {
	const points = 8 // of a field
	for _, d := range previewtest.Drawings(t, "cleanup").Drawings {
		for slot, most := range map[string]int{"gold": mostSweepers, "jade": mostContestants} {
			i, ok := d.Slot(slot, "zh")
			if !ok {
				t.Fatalf("%s has no %s", d.Name, slot)
			}
			if n := len(d.Slots[i].Path.Pts); n != most/perField*points {
				t.Errorf("%s: %s has %d points, want %d for each of %d fields", d.Name, slot, n, points, most/perField)
			}
		}
	}
}

func TestEveryPersonIsOnScreenOnce(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for b, beat := range s.Deck.Slots[0].Time.Beats {
			var l draw.List
			s.Draw(&l, s.Settled(0, b, story.ZH, s.Themes[0], size.Area))
			taken := map[geom.Pt]bool{}
			people := 0
			for name, id := range crowds {
				all := fields(&l, name)
				if len(all) == 0 && (name == "sweepers" || beat.Name == beatContests) {
					t.Fatalf("%s, %s: no %s", size.Name, beat.Name, name)
				}
				if len(all) == 0 {
					continue
				}
				fig, _ := s.Bundle.In(story.ZH).Figure(id)
				count := 0
				for _, m := range all {
					f := m.Field
					count += f.Count
					for i := 0; i < f.Count; i++ {
						d, ok := f.At(i)
						at := m.M.At(d.At)
						if !ok || d.Color.A() < 0x40 || m.Alpha < 1 || !size.Area.Inset(d.R*m.M.Scale()).Has(at) {
							t.Fatalf("%s, %s: %v %d stands at %v, shown %v, opacity %d", size.Name, beat.Name, m.ID, i, at, ok, d.Color.A())
						}
						taken[at] = true
					}
				}
				if count != fig.Count() {
					t.Errorf("%s, %s: %d marks for %s %s", size.Name, beat.Name, count, id, fig.Text)
				}
				people += count
			}
			if len(taken) != people {
				t.Errorf("%s, %s: %d people in %d places", size.Name, beat.Name, people, len(taken))
			}
		}
	}
}

// Those who are drawn as persons are no more people: each stands over a light that is
// theirs alone.
func TestWhoIsDrawnAsAPersonIsOneOfTheLights(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		m := s.Settled(0, 1, story.ZH, s.Themes[0], size.Area)
		var l draw.List
		s.Draw(&l, m)
		v := s.View(m)
		side := march.HillsideOf(placeOf(&v).Spot("front"), edges, "front", 1)
		people := groupsOf(&side, placeOf(&v).Spot("front").Line("people"))
		if len(people) != ranks+teams+nearest {
			t.Fatalf("%s: %d groups of people, want %d", size.Name, len(people), ranks+teams+nearest)
		}
		taken := map[geom.Pt]bool{}
		reach := 16 * placeOf(&v).Spot("grain").Rect.W
		for _, group := range people {
			for _, p := range group.people {
				best, near := geom.Pt{}, math.Inf(1)
				for _, mark := range fields(&l, "sweepers") {
					for i := 0; i < mark.Field.Count; i++ {
						if d, _ := mark.Field.At(i); d.At.Dist(p) < near && !taken[d.At] {
							best, near = d.At, d.At.Dist(p)
						}
					}
				}
				if near > reach {
					t.Errorf("%s: the light of who stands at %v is %.1f away", size.Name, p, near)
				}
				taken[best] = true
			}
		}
	}
}

func placeOf(v *stage.View) *storyboard.Place {
	p := storyboard.PlaceOf(v)
	return &p
}

func TestFieldsHoldAThousandEach(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		m := s.Settled(0, 3, story.EN, s.Themes[0], size.Area)
		var l draw.List
		s.Draw(&l, m)
		v := s.View(m)
		for name, slot := range map[string]string{"sweepers": "gold", "contestants": "jade"} {
			hill := placeOf(&v).Spot(slot).Path
			field := 0
			for _, mark := range fields(&l, name) {
				f := mark.Field
				for i := 0; i < f.Count; i++ {
					d, _ := f.At(i)
					q := march.PaddyAt(hill, field+i/perField)
					box := geom.Rect{X: q[0].X, Y: q[0].Y}
					for _, p := range q {
						box = box.Union(geom.R(p.X-0.01, p.Y-0.01, 0.02, 0.02))
					}
					if !box.Inset(-f.Radius).Has(d.At) {
						t.Fatalf("%s: %s %d stands at %v, not in field %d, %v", size.Name, name, i, d.At, field+i/perField+1, box)
					}
				}
				field += (f.Count + perField - 1) / perField
			}
			fig, _ := s.Bundle.In(story.EN).Figure(crowds[name])
			if want := (fig.Count() + perField - 1) / perField; field != want {
				t.Errorf("%s: the %s take %d fields, want %d", size.Name, name, field, want)
			}
		}
	}
}

// People walk; none leaps from one frame to the next.
func TestNobodyLeaps(t *testing.T) {
	s := previewtest.Open(t, New())
	length := s.Deck.Slots[0].Time.Length()
	for _, size := range preview.Sizes()[:2] {
		var l draw.List
		var before []geom.Pt
		most := math.Hypot(size.Area.W, size.Area.H) * 0.03
		for frame := 0; float64(frame)/60 <= length; frame++ {
			s.Draw(&l, preview.Moment{Now: float64(frame) / 60, Area: size.Area})
			var now []geom.Pt
			for _, m := range fields(&l, "sweepers") {
				for i := 0; i < m.Field.Count; i += 1499 {
					u, v, _ := m.Field.Place(i)
					p, _, _ := m.Field.Mesh.At(u, v)
					now = append(now, m.M.At(p))
				}
			}
			for k := range before {
				if d := now[k].Dist(before[k]); d > most {
					t.Fatalf("%s, frame %d: sample %d moves by %.1f", size.Name, frame, k, d)
				}
			}
			before = now
		}
	}
}

// The counter runs up with the front: at rest it is the page's number.
func TestTheCounterRunsWithTheFront(t *testing.T) {
	s := previewtest.Open(t, New())
	last := -1.0
	for k := 0; k <= 20; k++ {
		time := &s.Deck.Slots[0].Time
		v := s.View(preview.Moment{Now: time.Start(1) + float64(k)/20*time.Beats[1].Move, Area: preview.Sizes()[1].Area})
		if now := swept(&v); now < last || k == 0 && now != 0 || k == 20 && now < 1-1e-9 {
			t.Errorf("at %d of 20 the front has done %v, before %v", k, now, last)
		} else {
			last = now
		}
	}
}

// The page says of neither crowd that it holds the other: they share no field, and the
// words say what is not said.
func TestTheCrowdsStandApart(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 3, story.ZH, s.Themes[0], size.Area))
		at := placeOf(&v).Spot("gold")
		for i := range mostSweepers / perField {
			for j := range mostContestants / perField {
				a, b := march.PaddyAt(at.Path, i), march.PaddyAt(at.Line("jade"), j)
				if a[0].X < b[7].X && b[0].X < a[7].X && a[0].Y < b[7].Y && b[0].Y < a[7].Y {
					t.Fatalf("%s: field %d of the first hill lies over %d of the second", size.Name, i, j)
				}
			}
		}
	}
	for lang, want := range map[story.Lang]string{story.ZH: "没说", story.EN: "does not say"} {
		if note := s.Bundle.In(lang).Words("cleanup.note"); !strings.Contains(note, want) {
			t.Errorf("%v: the note does not say what the page leaves open: %q", lang, note)
		}
	}
}

func TestAFingerPartsTheCrowdAndTheyReturn(t *testing.T) {
	s := previewtest.Open(t, New())
	m := s.Settled(0, 1, story.ZH, s.Themes[0], preview.Sizes()[1].Area)
	v := s.View(m)
	near := func(force float64) (n int) {
		v.Finger = stage.Finger{At: geom.P(700, 620), Force: force}
		var l draw.List
		s.DrawView(&l, 0, v)
		for _, m := range fields(&l, "sweepers") {
			for i := 0; i < m.Field.Count; i++ {
				if d, _ := m.Field.At(i); m.M.At(d.At).Dist(v.Finger.At) < 30 {
					n++
				}
			}
		}
		return n
	}
	still := near(0)
	if pressed := near(1); pressed*4 > still || still == 0 {
		t.Errorf("%d people stand within 30 px of the finger, %d before it pressed", pressed, still)
	}
	if again := near(0); again != still {
		t.Errorf("%d people return of %d", again, still)
	}
}

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	var l draw.List
	for _, now := range []float64{1, 5, 10, 16, s.Deck.Slots[0].Time.Length()} {
		v := s.View(preview.Moment{Now: now, Area: preview.Sizes()[1].Area})
		v.Finger = stage.Finger{At: geom.P(700, 620), Force: 0.7}
		frame := func() { s.DrawView(&l, 0, v) }
		frame()
		frame()
		if n := testing.AllocsPerRun(5, frame); n != 0 {
			t.Errorf("at %v s: %v allocations a frame", now, n)
		}
	}
}

func BenchmarkSweep(b *testing.B) {
	s := previewtest.Open(b, New())
	var l draw.List
	v := s.View(preview.Moment{Now: 8.6, Area: preview.Sizes()[1].Area})
	for b.Loop() {
		s.DrawView(&l, 0, v)
	}
}
