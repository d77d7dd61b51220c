package output

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
)

// lying are the ends of the ingots, on the window.
func lying(l *draw.List) (all []geom.Rect) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.ID.Name == "ingot" && m.Alpha > 0 {
			all = append(all, l.Bounds(i))
		}
	}
	return all
}

// An ingot is a billion yuan: the pile is the stated sum, to the ingot, and closes on one.
func TestThePileIsTheOutput(t *testing.T) {
	s := previewtest.Open(t, New())
	fig, _ := s.Bundle.In(story.EN).Figure(totalID)
	for _, size := range preview.Sizes() {
		for beat := range s.Deck.Slots[0].Time.Beats {
			all := lying(previewtest.Settled(t, s, beat, story.ZH, size.Area))
			if got := float64(len(all)) * ingotWorth; got != fig.Float64() {
				t.Errorf("%s: %d ingots are %.0f yuan, the page says %s", size.Name, len(all), got, fig.Text)
			}
			apart, rows := map[geom.Pt]bool{}, map[int]int{}
			for _, r := range all {
				apart[r.Center()] = true
				rows[int(math.Round(r.Bottom()/r.H*4))]++
			}
			if len(apart) != len(all) {
				t.Errorf("%s: %d ingots lie in %d places", size.Name, len(all), len(apart))
			}
			for n := 1; n <= len(rows); n++ {
				found := false
				for _, k := range rows {
					found = found || k == n
				}
				if !found {
					t.Errorf("%s: no row has %d ingots", size.Name, n)
				}
			}
		}
	}
}

// Ingots only come, one by one, and the sum is said when the last one lies.
func TestTheSumComesWithTheLastIngot(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	var l draw.List
	before := 0
	const steps = 200
	for k := 0; k <= steps; k++ {
		s.Draw(&l, preview.Moment{Now: time.Start(0) + float64(k)/steps*time.Beats[0].Move, Area: preview.Sizes()[1].Area})
		n := len(lying(&l))
		said := l.Find(draw.Name("total")) >= 0
		all := count(&stage.View{Story: s.Bundle.In(story.ZH)})
		if n < before || said && n < all {
			t.Fatalf("at %d/%d: %d ingots after %d, the sum is said: %v", k, steps, n, before, said)
		}
		if k == 0 && n != 0 || k == steps && (n != all || !said) {
			t.Errorf("at %d/%d: %d of %d ingots, the sum is said: %v", k, steps, n, all, said)
		}
		before = n
	}
}

// The ring has as many hot teeth as the figure has per cent.
func TestTheHotTeethAreTheShare(t *testing.T) {
	s := previewtest.Open(t, New())
	fig, _ := s.Bundle.In(story.EN).Figure(shareID)
	for _, size := range preview.Sizes() {
		if l := previewtest.Settled(t, s, 0, story.ZH, size.Area); l.Find(draw.Name("teeth")) >= 0 || l.Find(draw.Name("share")) >= 0 {
			t.Errorf("%s: the ring is hot before its beat", size.Name)
		}
		l := previewtest.Settled(t, s, 1, story.ZH, size.Area)
		i := l.Find(draw.Name("teeth"))
		if i < 0 {
			t.Fatalf("%s: no tooth is hot", size.Name)
		}
		n := 0
		for _, v := range l.Marks[i].Path.Verbs {
			if v == geom.MoveTo {
				n++
			}
		}
		if float64(n) != fig.Float64() {
			t.Errorf("%s: %d teeth are hot, the page says %s", size.Name, n, fig.Text)
		}
	}
}

// The ring does not stand on, in or behind the ingots, and does not lend them its light.
func TestTheYardsticksStandApart(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 1, story.ZH, size.Area)
		hot := l.Bounds(l.Find(draw.Name("ember")))
		ring := geom.RectAround(geom.P(hot.X, hot.Y+hot.W), 2*hot.W, 2*hot.W)
		for _, r := range lying(l) {
			if r.Overlaps(ring) {
				t.Errorf("%s: an ingot at %v lies before the ring at %v", size.Name, r, ring)
			}
		}
		var before []draw.Paint
		for _, beat := range []int{0, 1} {
			l := previewtest.Settled(t, s, beat, story.ZH, size.Area)
			var paints []draw.Paint
			for i := range l.Marks {
				if m := &l.Marks[i]; m.ID.Name == "ingot" || m.ID.Name == "row" {
					paints = append(paints, m.Paint)
				}
			}
			for i := range before {
				if before[i] != paints[i] {
					t.Fatalf("%s: the pile takes another colour when the ring is hot", size.Name)
				}
			}
			before = paints
		}
	}
}

// No product of the two is written, no rest, no growth, and no fraction in words.
func TestNothingIsMultiplied(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			l := previewtest.Settled(t, s, 1, lang, size.Area)
			for i := range l.Marks {
				m := &l.Marks[i]
				if m.Kind != draw.KindText {
					continue
				}
				for _, wrong := range []string{"448", "67", "三分之一", "third", "+"} {
					if strings.Contains(m.Run.Text, wrong) {
						t.Errorf("%s, %s: %q", size.Name, lang, m.Run.Text)
					}
				}
			}
		}
	}
}

func TestAnIngotLiftsUnderTheFinger(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		var l draw.List
		s.DrawView(&l, 0, v)
		r := lying(&l)[40]
		v.Finger = stage.Finger{At: r.Center(), Force: 1}
		s.DrawView(&l, 0, v)
		i := l.Find(draw.Name("lifted").Sub("face"))
		if i < 0 || l.Bounds(i).Center().Y >= r.Center().Y-r.H/5 {
			t.Errorf("%s: the ingot under the finger stays where it lies", size.Name)
		}
		for _, id := range []string{"pile", "ring"} {
			if k := l.Find(draw.Name(id)); k < 0 || l.Marks[k].Sem.Role != draw.RoleButton || l.Marks[k].Sem.Label == "" {
				t.Errorf("%s: the %s does not answer", size.Name, id)
			}
		}
	}
}

// A picked pile, a pressing finger and a still picture make no garbage.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 1, story.EN, s.Themes[0], size.Area))
		v.Picked, v.Clock = stage.Touch{ID: draw.Name("pile")}, 9
		var l draw.List
		s.DrawView(&l, 0, v)
		v.Finger = stage.Finger{At: lying(&l)[20].Center(), Force: 1}
		s.DrawView(&l, 0, v)
		if err := l.Check(); err != nil {
			t.Errorf("%s: %v", size.Name, err)
		}
		if n := testing.AllocsPerRun(5, func() { s.DrawView(&l, 0, v) }); n != 0 {
			t.Errorf("%s: %v allocations a frame", size.Name, n)
		}
	}
}
