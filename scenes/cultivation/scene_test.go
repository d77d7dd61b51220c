package cultivation

import (
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// last is the last beat.
const last = 3

// drawn is how many contours the marks of a part have, all of a name together.
func drawn(l *draw.List, name, part string) (n int) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.ID.Name == name && m.ID.Part == part && m.Path != nil && m.Alpha > 0 {
			n += previewtest.Contours(m.Path)
		}
	}
	return n
}

// seedsOf is how many seeds lie on a shelf, and that all of them are hollow.
func seedsOf(t *testing.T, l *draw.List, r rung) (n int) {
	t.Helper()
	outlined := func(m *draw.Mark) {
		if m.Pen.Width == 0 || m.Pen.Dash == 0 {
			t.Errorf("a seed of %s is drawn solid", r.name)
		}
	}
	for i := range l.Marks {
		m := &l.Marks[i]
		switch {
		case m.Kind == draw.KindField && m.ID.Name == r.name:
			if m.Field.Symbol != draw.BrokenRing {
				t.Errorf("seeds of %s are drawn as %s", r.name, m.Field.Symbol)
			}
			for k := 0; k < m.Field.Count; k++ {
				if d, shown := m.Field.At(k); shown && d.Color.A() > 250 {
					n++
				}
			}
		case m.ID == draw.Name(r.name).Sub("outline"):
			outlined(m)
			n += previewtest.Contours(m.Path)
		}
	}
	return n
}

// One seed, one firm planned, and hollow; one seedling, one firm counted; one cord,
// one difficulty: on every form as many as the ledger says.
func TestEveryMarkIsCounted(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, last, story.ZH, size.Area)
		for _, r := range rungs {
			if got, want := seedsOf(t, l, r), previewtest.Figure(t, s, r.figure).Count(); got != want {
				t.Errorf("%s: %d seeds for %s, the page says %d", size.Name, got, r.figure, want)
			}
		}
		for _, b := range seedbeds {
			want := previewtest.Figure(t, s, b.figure).Count()
			for _, part := range []string{"stems", "left", "right"} {
				if got := drawn(l, b.plants, part); got != want {
					t.Errorf("%s: %d %s for %s, the page says %d", size.Name, got, part, b.figure, want)
				}
			}
			want = 0
			if b.flowers != "" {
				want = previewtest.Figure(t, s, b.flowers).Count()
			}
			for _, part := range []string{"petals", "hearts"} {
				if got := drawn(l, b.plants, part); got != want {
					t.Errorf("%s: %d %s in %s, the page says %d", size.Name, got, part, b.layer, want)
				}
			}
		}
		got := drawn(l, "cord", "wire") + drawn(l, "cord", "pale")
		if want := previewtest.Figure(t, s, solvedID).Count(); got != want {
			t.Errorf("%s: %d cords, the page says %d", size.Name, got, want)
		}
	}
}

// No two seeds lie in one place, and none beside its shelf: not while they lie in a
// heap, nor when they have lined up.
func TestSeedsLieApartOnTheirShelf(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, picked := range []bool{false, true} {
			for _, r := range rungs[2:] {
				v := s.View(s.Settled(0, last, story.ZH, s.Themes[0], size.Area))
				if picked {
					v.Picked, v.Clock = stage.Touch{ID: draw.Name(r.shelf)}, 9
				}
				var l draw.List
				s.DrawView(&l, 0, v)
				i := l.Find(draw.Name(r.name).Sub("marks"))
				f, m := l.Marks[i].Field, l.Marks[i].M
				if reach := f.Reach(m.Scale()); reach > draw.MaxReach {
					t.Errorf("%s: a seed of %s reaches over %.1f cells", size.Name, r.name, reach)
				}
				room := l.Bounds(l.Find(draw.Name(r.name).Sub("touch"))).Inset(-3)
				seen := map[[2]int]bool{}
				for k := 0; k < f.Count; k++ {
					d, _ := f.At(k)
					cell := [2]int{int(math.Round(d.At.X * 4)), int(math.Round(d.At.Y * 4))}
					if seen[cell] {
						t.Fatalf("%s: two seeds of %s lie at %v", size.Name, r.name, d.At)
					}
					seen[cell] = true
					if p := m.At(d.At); !room.Has(p) {
						t.Fatalf("%s: seed %d of %s lies at %v, its shelf is %v", size.Name, k, r.name, p, room)
					}
				}
			}
		}
	}
}

// What would be worked out from the page's numbers and is not on it is nowhere written:
// no sum of the rungs, no rest of those that applied, no rate.
func TestNothingIsWorkedOut(t *testing.T) {
	s := previewtest.Open(t, New())
	sum := 0
	for _, r := range rungs {
		sum += previewtest.Figure(t, s, r.figure).Count()
	}
	rest := previewtest.Figure(t, s, seedbeds[1].figure).Count() - previewtest.Figure(t, s, approvedID).Count()
	for _, lang := range story.Langs() {
		for _, size := range preview.Sizes() {
			for beat := range last + 1 {
				var l draw.List
				s.Draw(&l, s.Settled(0, beat, lang, s.Themes[0], size.Area))
				for i := range l.Marks {
					m := &l.Marks[i]
					if m.Kind != draw.KindText {
						continue
					}
					for _, wrong := range []int{sum, rest} {
						if n := strings.ReplaceAll(m.Run.Text, ",", ""); strings.Contains(n, digits(wrong)) {
							t.Errorf("%s, %s: %q", size.Name, lang, m.Run.Text)
						}
					}
					if strings.ContainsAny(m.Run.Text, "%％") {
						t.Errorf("%s, %s: a share in %q", size.Name, lang, m.Run.Text)
					}
				}
			}
		}
	}
}

func digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + string(rune('0'+n%10))
}

// A target is dashed, what is counted is not, and neither is written before its beat.
func TestFiguresComeWithTheirMarks(t *testing.T) {
	s := previewtest.Open(t, New())
	beatOf := map[string]int{}
	for _, text := range New().Storyboard.Texts {
		if text.Figure != "" {
			beatOf[text.Slot], _ = s.Deck.Slots[0].Time.Index(text.Beat)
		}
	}
	for _, lang := range story.Langs() {
		for _, size := range preview.Sizes() {
			for beat := range last + 1 {
				var l draw.List
				s.Draw(&l, s.Settled(0, beat, lang, s.Themes[0], size.Area))
				for slot, from := range beatOf {
					at := l.Find(draw.Name(slot))
					if slot == "figure-solved" && at < 0 { // said in words, on upright forms
						at = l.Find(draw.Name("solved").SubN("line", 1))
					}
					if shown := at >= 0; shown != (from <= beat) {
						t.Errorf("%s, %s, beat %d: %s is shown: %v", size.Name, lang, beat+1, slot, shown)
					}
					if dashed := l.Find(draw.Name(slot).Sub("target")) >= 0; at >= 0 && dashed != (from == 0) {
						t.Errorf("%s, %s: the number of %s is dashed: %v", size.Name, lang, slot, dashed)
					}
				}
			}
		}
	}
}

// The sign hangs over neither part of the bed, or says of what it is the second batch.
func TestTheSignSaysWhoseBatch(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 2, story.ZH, size.Area)
		said := false
		for i := range l.Marks {
			if m := &l.Marks[i]; m.Kind == draw.KindText && strings.Contains(m.Run.Text, "申报第二批") {
				said = true
			}
		}
		if !said {
			t.Errorf("%s: the sign does not say whose batch it means", size.Name)
		}
		if l := previewtest.Settled(t, s, 1, story.ZH, size.Area); l.Find(draw.Name("sign")) >= 0 {
			t.Errorf("%s: the sign hangs before its beat", size.Name)
		}
	}
}

// Shelves, beds, lists, cords and the sign open a card each.
func TestAllThatCanBeTouchedTells(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			for i := range New().Storyboard.Cards {
				c := &New().Storyboard.Cards[i]
				v := s.View(s.Settled(0, last, lang, s.Themes[0], size.Area))
				v.Picked, v.Clock = stage.Touch{ID: draw.Name(c.Layer)}, 9
				var l draw.List
				s.DrawView(&l, 0, v)
				if l.Find(draw.Name(c.Layer)) < 0 || l.Find(draw.Name(c.Layer).Sub("card")) < 0 {
					t.Errorf("%s, %s: %s tells nothing", size.Name, lang, c.Layer)
				}
			}
		}
	}
}

// A still picture, a picked shelf and a pressing finger make no garbage.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, last, story.EN, s.Themes[0], size.Area))
		v.Picked, v.Clock = stage.Touch{ID: draw.Name(rungs[3].shelf)}, 9
		v.Finger = stage.Finger{At: size.Area.Center(), Force: 1}
		var l draw.List
		s.DrawView(&l, 0, v)
		if err := l.Check(); err != nil {
			t.Errorf("%s: %v", size.Name, err)
		}
		if n := testing.AllocsPerRun(5, func() { s.DrawView(&l, 0, v) }); n != 0 {
			t.Errorf("%s: %v allocations a frame", size.Name, n)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	s := previewtest.Open(b, New())
	var l draw.List
	v := s.View(s.Settled(0, last, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	s.DrawView(&l, 0, v)
	for b.Loop() {
		s.DrawView(&l, 0, v)
	}
}
