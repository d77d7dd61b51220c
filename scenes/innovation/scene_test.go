package innovation

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/ledger"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

// lit is the middles of the lamps that a field's sheet shows, without their glow;
// nil where it is not shown.
func lit(l *draw.List, name string) (at []geom.Pt) {
	k := l.Find(draw.Name(name))
	if k < 0 {
		return nil
	}
	for _, m := range l.Marks[k].Sheet.Marks {
		if m.Paint.Color.A() < 128 {
			continue // their glow
		}
		from := 0
		for i, v := range m.Path.Verbs {
			if v != geom.CloseTo {
				continue
			}
			pts := 0
			for _, w := range m.Path.Verbs[:i+1] {
				pts += w.Points()
			}
			at = append(at, (&geom.Path{Verbs: []geom.Verb{geom.MoveTo, geom.LineTo, geom.LineTo, geom.LineTo}, Pts: m.Path.Pts[from:pts]}).Bounds().Center())
			from = pts
		}
	}
	return at
}

func stars(l *draw.List, g *group) []draw.Dot {
	k := l.Find(draw.Name(g.layer).SubN("star", 1))
	if k < 0 {
		return nil
	}
	return l.Marks[k].Dots
}

// A mark is one firm: as many windows and panes are lit as the page states, each in a
// place of its own, and as many stars stand in each figure.
func TestEveryMarkIsOneOfWhatIsCounted(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 2, story.ZH, size.Area)
		for name, id := range map[string]string{"lit-windows": firmsID, "lit-panes": highTechID} {
			at := lit(l, name)
			apart := map[geom.Pt]bool{}
			for _, p := range at {
				apart[p] = true
			}
			if want := previewtest.Figure(t, s, id).Count(); len(at) != want || len(apart) != want {
				t.Errorf("%s: %d %s in %d places, the page says %d", size.Name, len(at), name, len(apart), want)
			}
		}
		for i := range groups {
			g := &groups[i]
			if n, want := len(stars(l, g)), previewtest.Figure(t, s, g.figure).Count(); n != want {
				t.Errorf("%s: %s has %d stars, the page says %d", size.Name, g.layer, n, want)
			}
		}
	}
}

// Every drawing has as many places as the scene says it has room for.
func TestTheDrawingsHaveRoomForWhatIsCounted(t *testing.T) {
	set, err := art.Decode(assets.Pack("innovation"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range set.Drawings {
		a := &stage.Art{Drawing: &set.Drawings[i]}
		windows, panes := fields()
		if w, p := windows.Room(a), panes.Room(a); w < mostWindows || p < mostPanes {
			t.Errorf("%s has %d windows and %d panes, room for %d and %d is promised", a.Name, w, p, mostWindows, mostPanes)
		}
		for k := range groups {
			// Each figure has the shape of as many stars as the page states.
			s := previewtest.Open(t, New())
			n, ok := a.Slot(groups[k].stars, "")
			if want := previewtest.Figure(t, s, groups[k].figure).Count(); !ok || len(a.Slots[n].Path.Pts) != 2*want {
				t.Errorf("%s: %s is not shaped of %d stars", a.Name, groups[k].layer, want)
			}
		}
		// One firm is not more than another: a window is as large as a pane.
		w, p := storyboard.Extent(a, "window"), storyboard.Extent(a, "pane")
		if square, lozenge := w.X*w.Y, p.X*p.Y/2; math.Abs(square/lozenge-1) > 0.01 {
			t.Errorf("%s: a window covers %.2f, a pane %.2f", a.Name, square, lozenge)
		}
	}
}

// The page does not say that the two groups share a firm: their fields do not touch.
func TestTheFieldsStandApart(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 2, story.ZH, size.Area)
		windows, panes := lit(l, "lit-windows"), lit(l, "lit-panes")
		k := l.Find(draw.Name("lit-windows"))
		w := l.Marks[k].Sheet.Marks[0].Path.Bounds().W // the whole field, glow included
		gap := math.Inf(1)
		for _, p := range panes {
			for _, q := range windows {
				gap = min(gap, p.Dist(q))
			}
		}
		if gap < w*0.02 {
			t.Errorf("%s: a pane stands %.1f from a window", size.Name, gap)
		}
	}
}

// Nothing is there before the beat that tells of it; the windows stand alone first.
func TestNothingComesBeforeItsBeat(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for beat, want := range [...][3]bool{{true, false, false}, {true, true, false}, {true, true, true}} {
			l := previewtest.Settled(t, s, beat, story.ZH, size.Area)
			shown := ledger.Of(l)
			got := [3]bool{lit(l, "lit-windows") != nil, lit(l, "lit-panes") != nil, stars(l, &groups[0]) != nil}
			if got != want {
				t.Errorf("%s, beat %d: windows, panes, stars: %v, want %v", size.Name, beat+1, got, want)
			}
			if shown.Has(rankID) != want[2] || shown.Has(groups[4].figure) != want[2] {
				t.Errorf("%s, beat %d: the rank or the stars' figures are told: %v", size.Name, beat+1, !want[2])
			}
		}
	}
}

// No number runs up, and no lamp is added: what the shadow reaches was there.
func TestNothingLooksLikeGrowth(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	area := preview.Sizes()[1].Area
	numbers, lamps := map[string]bool{}, map[int]bool{}
	for k := range 60 {
		var l draw.List
		s.Draw(&l, preview.Moment{Now: float64(k) / 59 * time.End(0), Area: area})
		if n := len(lit(&l, "lit-windows")); n > 0 {
			lamps[n] = true
		}
		for i := range l.Marks {
			if m := &l.Marks[i]; m.Kind == draw.KindText && m.ID == draw.Name("firms-figure").Sub("number") {
				numbers[m.Run.Text] = true
			}
		}
	}
	if len(numbers) != 1 || len(lamps) != 1 {
		t.Errorf("the number takes %d values, the lamps %d", len(numbers), len(lamps))
	}
}

// The stars of one group are told from another's by place alone: the page lumps
// levels, and the five counts are not to be added.
func TestStarsAreOfOneColour(t *testing.T) {
	s := previewtest.Open(t, New())
	l := previewtest.Settled(t, s, 2, story.ZH, preview.Sizes()[1].Area)
	first := stars(l, &groups[0])[0].Color
	for i := range groups {
		for _, d := range stars(l, &groups[i]) {
			if d.Color != first {
				t.Fatalf("a star of %s is %08x, others are %08x", groups[i].layer, d.Color, first)
			}
		}
	}
	sum := 0
	for i := range groups {
		sum += previewtest.Figure(t, s, groups[i].figure).Count()
	}
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Kind == draw.KindText && strings.Contains(m.Run.Text, strconv.Itoa(sum)) {
			t.Errorf("%q adds the groups up", m.Run.Text)
		}
	}
}

// A figure that is picked lines its stars up in rows of ten, to be counted.
func TestPickedStarsLineUp(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for i := range groups {
			g := &groups[i]
			v := s.View(s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
			v.Picked, v.Clock = stage.Touch{ID: draw.Name(g.layer)}, 9
			var l draw.List
			s.DrawView(&l, 0, v)
			inRows := map[float64]int{}
			for _, d := range stars(&l, g) {
				inRows[math.Round(d.At.Y*100)]++
			}
			n := previewtest.Figure(t, s, g.figure).Count()
			if want := (n + inRow - 1) / inRow; len(inRows) != want {
				t.Errorf("%s: %s lines up in %d rows, want %d", size.Name, g.layer, len(inRows), want)
			}
			for y, k := range inRows {
				if k != inRow && k != n%inRow {
					t.Errorf("%s: a row of %s at %.0f has %d", size.Name, g.layer, y, k)
				}
			}
			if l.Find(draw.Name(g.layer).Sub("card")) < 0 {
				t.Errorf("%s: %s opens no card", size.Name, g.layer)
			}
		}
	}
}

// A steady frame, also with something picked, allocates nothing.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, pick := range [...]string{"cluster-centres", "firms", "pennant"} {
			v := s.View(s.Settled(0, 2, story.EN, s.Themes[0], size.Area))
			v.Picked, v.Clock = stage.Touch{ID: draw.Name(pick)}, 9
			previewtest.Steady(t, s, v, fmt.Sprintf("%s, %s picked", size.Name, pick))
		}
	}
}

func BenchmarkFrame(b *testing.B) {
	s := previewtest.Open(b, New())
	v := s.View(preview.Moment{Now: 2, Area: preview.Sizes()[1].Area})
	var l draw.List
	for b.Loop() {
		s.DrawView(&l, 0, v)
	}
}
