package aluminium

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func settled(t testing.TB, s *preview.Viewer, area geom.Rect) *draw.List {
	t.Helper()
	l := &draw.List{}
	s.Draw(l, s.Settled(0, len(New().Beats())-1, story.ZH, s.Themes[0], area))
	return l
}

// contours counts the closed strokes that the units are drawn as.
func contours(l *draw.List, part string) int {
	i := l.Find(draw.Name("lines").Sub(part))
	n := 0
	for _, v := range l.Marks[i].Path.Verbs {
		if v == geom.MoveTo {
			n++
		}
	}
	return n
}

func TestEverySmartLineHasAStroke(t *testing.T) {
	s := previewtest.Open(t, New())
	fig, ok := s.Bundle.In(story.ZH).Figure(linesID)
	if !ok {
		t.Fatal("the story has no " + linesID)
	}
	for _, size := range preview.Sizes() {
		l := settled(t, s, size.Area)
		if got := contours(l, "on"); got != fig.Count() {
			t.Errorf("%s: %d strokes lit for %s", size.Name, got, fig.Text)
		}
		if got := contours(l, "off"); got != 0 {
			t.Errorf("%s: %d strokes left unlit", size.Name, got)
		}
	}
}

// At any moment the counter and the strokes tell the same number.
func TestTheCounterTellsTheStrokesThatAreLit(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	b, _ := time.Index(lines)
	for k := 2; k <= 18; k++ {
		var l draw.List
		s.Draw(&l, preview.Moment{Now: time.Start(b) + float64(k)/20*(time.End(b)-time.Start(b)), Area: preview.Sizes()[1].Area})
		number := l.Marks[l.Find(draw.Nth("figure", len(statements)+1).Sub("number"))].Run.Text
		whole := 0
		for _, d := range number {
			whole = whole*10 + int(d-'0')
		}
		if lit := contours(&l, "on"); lit-whole < 0 || lit-whole > 1 {
			t.Errorf("at %d/20 of the beat the counter says %s and %d strokes are lit", k, number, lit)
		}
	}
}

// The page gives no tonnages: no link may look as if it carried more.
func TestTheBranchesAreEquallyWide(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := settled(t, s, size.Area)
		first := l.Marks[l.Find(draw.Nth("metal", 2))].Pen.Width
		for i := 1; i < goodsCount; i++ {
			if w := l.Marks[l.Find(draw.Nth("metal", 2+i))].Pen.Width; w != first {
				t.Errorf("%s: branch %d is %.2f wide, the first %.2f", size.Name, i+1, w, first)
			}
		}
	}
}

func TestEveryOutlineParses(t *testing.T) {
	for i, parts := range drawings {
		for k, d := range parts {
			if p, err := geom.ParseSVG(d); err != nil || p.Empty() {
				t.Errorf("drawing %d, part %d: %v", i, k, err)
			}
		}
	}
}

// Each stage answers to touch, in its own place and not in another's.
func TestEveryStageAnswersToTouch(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := settled(t, s, size.Area)
		for i := 0; i < stageCount; i++ {
			name := l.Find(stageID(i).Sub("name"))
			if name < 0 {
				name = l.Find(stageID(i).SubN("name", 1))
			}
			if name < 0 {
				name = l.Find(stageID(i).SubN("inside", 1))
			}
			if hit, ok := l.Hit(l.Bounds(name).Center()); !ok || hit != stageID(i) {
				t.Errorf("%s: touching the name of stage %d answers %v", size.Name, i+1, hit)
			}
		}
	}
}

// The slider names each stage of the chain once, in the chain's order.
func TestTheSliderPassesTheStagesInOrder(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		v := s.View(preview.Moment{Area: size.Area})
		l.Reset(v.Area, 0)
		var p plan
		p.build(&l, stage.LayoutOf(size.Area))
		last, seen := -1, 0
		for now := 0.0; now <= chainEnd; now++ {
			at := p.stageAt(now)
			if at < last {
				t.Fatalf("%s: at %v the slider falls back to stage %d", size.Name, now, at)
			}
			if at > last {
				seen++
			}
			last = at
		}
		if seen != stageCount {
			t.Errorf("%s: the slider names %d of %d stages", size.Name, seen, stageCount)
		}
	}
}

// A picked stage, a dragged drop and a still picture make no garbage.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 3, story.EN, s.Themes[0], size.Area))
		v.Picked = stage.Touch{ID: stageID(alloy)}
		v.Clock = 9
		v.Inputs = v.Inputs.With(chain, 40)
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
