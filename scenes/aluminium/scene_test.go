package aluminium

import (
	"fmt"
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/scenes/aluminium/benches"
)

func find(l *draw.List, id draw.ID) *draw.Mark {
	if i := l.Find(id); i >= 0 {
		return &l.Marks[i]
	}
	return nil
}

func stageID(i int) draw.ID { return draw.Nth(chain.Name, i+1) }

// Every smart line has a bed of its own, which is dark until the last beat lights it.
func TestEverySmartLineHasABed(t *testing.T) {
	s := previewtest.Open(t, New())
	want := previewtest.Figure(t, s, linesID).Count()
	const beds = 1 // the second shape of a sheet
	for _, size := range preview.Sizes() {
		for beat := range New().Beats() {
			l := previewtest.Settled(t, s, beat, story.ZH, size.Area)
			if n := previewtest.Contours(find(l, draw.Name("lines-off")).Sheet.Marks[beds].Path); n != want {
				t.Errorf("%s: %d beds for %d lines", size.Name, n, want)
			}
			on := find(l, draw.Name("lines-on"))
			if last := beat == len(New().Beats())-1; (on != nil) != last || last && previewtest.Contours(on.Sheet.Marks[beds].Path) != want {
				t.Errorf("%s, beat %d: lit lines are there: %v", size.Name, beat+1, on != nil)
			}
		}
	}
}

// At any moment the counter and the lit lines tell the same number: the edge of the
// light lies between two lines.
func TestTheCounterTellsTheLinesThatAreLit(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	b, _ := time.Index(lines)
	n := previewtest.Figure(t, s, linesID).Count()
	for k := 2; k <= 19; k++ {
		var l draw.List
		m := preview.Moment{Now: time.Start(b) + float64(k)/20*(time.End(b)-time.Start(b)), Area: preview.Sizes()[1].Area}
		s.Draw(&l, m)
		number := 0
		for _, d := range find(&l, draw.Name("lines").Sub("number")).Run.Text {
			number = number*10 + int(d-'0')
		}
		if got := benches.Lit(n, running(s.View(m))); got != number {
			t.Errorf("at %d/20 of the beat the counter says %d and %d lines are lit", k, number, got)
		}
	}
}

func TestLinesLieApartToTheirNumber(t *testing.T) {
	for _, d := range previewtest.Drawings(t, "aluminium").Drawings {
		line := func(name string) *geom.Path {
			i, ok := d.Slot(name, "")
			if !ok {
				t.Fatalf("%s has no slot %s", d.Name, name)
			}
			return d.Slots[i].Path
		}
		b, ok := benches.FloorOf(mostLines, line(smart().Front), line(smart().Back))
		if !ok {
			t.Fatalf("%s: the lines have no floor", d.Name)
		}
		for i := 1; i <= b.N; i++ {
			for _, depth := range []float64{0, 0.5, 1} {
				if a, c := b.At(float64(i-1), depth), b.At(float64(i), depth); c.X <= a.X || math.Abs(c.Dist(a)-b.Pitch(depth)) > 0.02*b.Pitch(depth) {
					t.Fatalf("%s: at depth %v line %d lies at %v, the next at %v", d.Name, depth, i, a, c)
				}
			}
		}
	}
}

// counted are the places of the marks of a count, and how many they are.
func counted(l *draw.List, s *storyboard.Stamps) (box geom.Rect, n int) {
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.ID.Name != s.Mark || m.Kind == draw.KindSheet {
			continue
		}
		box = box.Union(l.Bounds(i))
		if m.ID.K == 1 { // of a mark's shapes, the first
			n += previewtest.Contours(m.Path)
		}
	}
	return box, n
}

// The park's other counts have a mark for each, where a form has room for them; none
// lies within another, for the page does not say that one is a part of another.
func TestMarksAreAsManyAsTheFiguresCountAndLieApart(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, len(New().Beats())-1, story.ZH, size.Area)
		boxes := []geom.Rect{l.Bounds(l.Find(draw.Name("lines-off")))}
		for _, count := range []*storyboard.Stamps{firms, upgraded, factories} {
			box, got := counted(l, count)
			want := previewtest.Figure(t, s, count.Figure).Count()
			if size.Area.W < 400 {
				want = 0 // they could not be told apart
			}
			if got != want {
				t.Errorf("%s: %d marks for %d of %s", size.Name, got, want, count.Figure)
			}
			for _, other := range boxes {
				if o := other.Intersect(box); o.W > 0 && o.H > 0 {
					t.Errorf("%s: the marks of %s lie over others: %v and %v", size.Name, count.Figure, box, other)
				}
			}
			boxes = append(boxes, box)
		}
	}
	// "About" so many: the last ones fade.
	l := previewtest.Settled(t, s, len(New().Beats())-1, story.ZH, preview.Sizes()[1].Area)
	last := l.Find(draw.Nth(firms.Mark, previewtest.Figure(t, s, firmsID).Count()).SubN("shape", 1))
	if last < 0 || l.Marks[last].Alpha > 0.4 {
		t.Error("the last roof is as firm as the first")
	}
}

// The marks of the park's counts stand clear of all words, on the screens between a
// phone and a kiosk too, where they are large enough to be seen.
func TestMarksLieOverNoWords(t *testing.T) {
	s := previewtest.Open(t, New())
	sizes := preview.Sizes()
	for _, w := range [...][2]float64{{480, 800}, {540, 900}, {540, 960}, {600, 1024}, {690, 1100}, {699, 960}, {768, 1366}, {1024, 576}} {
		sizes = append(sizes, preview.Size{Name: fmt.Sprint(w), Area: geom.R(0, 0, w[0], w[1])})
	}
	for _, size := range sizes {
		for _, lang := range story.Langs() {
			l := previewtest.Settled(t, s, len(New().Beats())-1, lang, size.Area)
			for _, count := range []*storyboard.Stamps{firms, upgraded, factories} {
				box, _ := counted(l, count)
				for i := range l.Marks {
					m := &l.Marks[i]
					if m.Kind != draw.KindText || m.Alpha == 0 {
						continue
					}
					if o := l.Bounds(i).Intersect(box); o.W > 1 && o.H > 1 {
						t.Errorf("%s, %v: the marks of %s, %v, lie over %v, %v", size.Name, lang, count.Figure, box, m.ID, l.Bounds(i))
					}
				}
			}
		}
	}
}

// The page gives no tonnages: no way out of the ring may look as if it carried more.
// All four are bands of one width, whose ends tell it: seen from nearer it is wider.
func TestTheWaysComeTogetherToFourUses(t *testing.T) {
	if got := len(chain.Stages) - firstUse; got != len(useNames) {
		t.Fatalf("%d uses, %d names", got, len(useNames))
	}
	for _, d := range previewtest.Drawings(t, "aluminium").Drawings {
		for i, name := range useNames {
			if chain.Stages[firstUse+i].Title != "aluminium."+name {
				t.Errorf("the use %d is %s and called %s", i+1, chain.Stages[firstUse+i].Title, name)
			}
			if k, ok := d.Slot("way-"+name, ""); !ok || d.Slots[k].Path == nil {
				t.Errorf("%s: no way leads to %s", d.Name, name)
			}
		}
	}
}

// The pencil of what is made of the metal is faint until its ribbon arrives.
func TestUsesTurnToInkInTheirBeat(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		before, after := previewtest.Settled(t, s, 2, story.ZH, size.Area), previewtest.Settled(t, s, 3, story.ZH, size.Area)
		for _, layer := range []string{"plane", "beam", "car", "house"} {
			b, a := before.Marks[previewtest.Sheet(before, layer)].Alpha, after.Marks[previewtest.Sheet(after, layer)].Alpha
			if math.Abs(b-faint) > 1e-9 || a != 1 {
				t.Errorf("%s: %s is seen at %.2f, then at %.2f", size.Name, layer, b, a)
			}
		}
		if previewtest.Sheet(before, "train") >= 0 && before.Marks[previewtest.Sheet(before, "train")].Alpha > 0 {
			t.Errorf("%s: the train is there before its beat", size.Name)
		}
	}
}

// The ram falls three times and ends where it began.
func TestTheRamFallsAndIsRaised(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	b, _ := time.Index(forge)
	falls, down := 0, false
	for k := 0; k <= 400; k++ {
		now := time.Start(b) + float64(k)/400*(time.End(b)-time.Start(b))
		v := s.View(preview.Moment{Now: now, Area: preview.Sizes()[1].Area})
		var l draw.List
		s.DrawView(&l, 0, v)
		y := l.Marks[previewtest.Sheet(&l, "ram")].M.F - l.Marks[previewtest.Sheet(&l, "press")].M.F
		if low := y > 30; low && !down {
			falls, down = falls+1, true
		} else if y < 10 {
			down = false
		}
	}
	if falls != strikes || down {
		t.Errorf("the ram falls %d times, and ends low: %v", falls, down)
	}
}

// Each stage answers to touch by its name and by what it shows.
func TestEveryStageAnswersToTouch(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, len(New().Beats())-1, story.ZH, size.Area)
		for i := range chain.Stages {
			name := l.Find(stageID(i).Sub("name"))
			if name < 0 {
				name = l.Find(stageID(i).SubN("name", 1))
			}
			for part, at := range map[string]int{"name": name, "touch": l.Find(stageID(i).Sub("touch")), "whole": l.Find(stageID(i))} {
				if hit, ok := l.Hit(l.Bounds(at).Center()); !ok || hit != stageID(i) {
					t.Errorf("%s: touching the %s of stage %d answers %v", size.Name, part, i+1, hit)
				}
			}
		}
	}
}

// The slider passes the stages once, in the chain's order, and the story takes it along.
func TestTheSliderPassesTheStagesInOrder(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(preview.Moment{Area: size.Area})
		_, starts := trackOf(&v)
		last := -1
		for now := 0.0; now <= chainEnd; now++ {
			at := starts.stageAt(now)
			if at != last && at != last+1 {
				t.Fatalf("%s: at %v the slider goes from stage %d to %d", size.Name, now, last+1, at+1)
			}
			last = at
		}
		if last != len(chain.Stages)-1 {
			t.Errorf("%s: the slider ends at stage %d", size.Name, last+1)
		}
		end := s.View(s.Settled(0, len(New().Beats())-1, story.ZH, s.Themes[0], size.Area))
		if a, b := told(&v, &starts), told(&end, &starts); a != 0 || math.Abs(b-chainEnd) > 1e-9 {
			t.Errorf("%s: the story leads from %.1f to %.1f", size.Name, a, b)
		}
	}
}

func TestWhatIsPickedKeepsItsLight(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, 4, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	v.Picked, v.Clock = stage.Touch{ID: stageID(2)}, 9
	var l draw.List
	s.DrawView(&l, 0, v)
	alpha := func(name string) float64 { return l.Marks[previewtest.Sheet(&l, name)].Alpha }
	if alpha("ring") != 1 || math.Abs(alpha("car")-chain.Dim)+math.Abs(alpha("mill")-chain.Dim) > 1e-9 || alpha("hills") != 1 {
		t.Errorf("ring %.2f, car %.2f, mill %.2f, hills %.2f", alpha("ring"), alpha("car"), alpha("mill"), alpha("hills"))
	}
}

// A picked stage, a dragged drop and a still picture make no garbage.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for beat := range New().Beats() {
			v := s.View(s.Settled(0, beat, story.EN, s.Themes[0], size.Area))
			v.Picked = stage.Touch{ID: stageID(2)}
			v.Clock = 9
			v.Inputs = v.Inputs.With(chainID, 40)
			previewtest.Steady(t, s, v, fmt.Sprintf("%s, beat %d", size.Name, beat+1))
		}
	}
}
