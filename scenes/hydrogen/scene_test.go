package hydrogen

import (
	"math"
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

// The page gives no amounts: no link may look as if it carried more.
func TestTheLinksAreEquallyWide(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := settled(t, s, size.Area)
		first := l.Marks[l.Find(draw.Nth("link", 1))].Pen.Width
		for i := 1; i < linkCount; i++ {
			if w := l.Marks[l.Find(draw.Nth("link", i+1))].Pen.Width; w != first {
				t.Errorf("%s: link %d is %.2f wide, the first %.2f", size.Name, i+1, w, first)
			}
		}
	}
}

// What is only a goal is drawn in dashes, and what exists is not.
func TestOnlyTheGoalIsDashed(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := settled(t, s, size.Area)
		for i := 1; i <= ridges; i++ {
			if m := l.Marks[l.Find(draw.Name("valley").SubN("ridge", i))]; m.Pen.Dash == 0 {
				t.Errorf("%s: ridge %d of the goal is drawn solid", size.Name, i)
			}
		}
		for i := 1; i <= linkCount; i++ {
			if m := l.Marks[l.Find(draw.Nth("link", i))]; m.Pen.Dash != 0 {
				t.Errorf("%s: link %d is dashed", size.Name, i)
			}
		}
	}
}

// Water gives two volumes of hydrogen with one of oxygen.
func TestTwiceAsMuchHydrogenAsOxygen(t *testing.T) {
	l := settled(t, previewtest.Open(t, New()), preview.Sizes()[1].Area)
	h := len(l.Marks[l.Find(stageID(1).Sub("hydrogen"))].Dots)
	o := len(l.Marks[l.Find(stageID(1).Sub("oxygen"))].Dots)
	if o == 0 || h != 2*o {
		t.Errorf("%d bubbles of hydrogen, %d of oxygen", h, o)
	}
}

// Bubbles stay in the water and on their side of the membrane.
func TestBubblesKeepToTheirElectrode(t *testing.T) {
	for i := 0; i < 300; i++ {
		for turns := 0.0; turns < 3; turns += 0.07 {
			at, r, fade := bubble(i, -poleAt, turns)
			if at.X+r > 0 || at.X-r < -cellHalf || at.Y-r < surface-6 || at.Y+r > floor || fade < 0 || fade > 1 {
				t.Fatalf("bubble %d at %v turns: at %v, radius %.1f, opacity %.2f", i, turns, at, r, fade)
			}
		}
	}
}

func TestPressingMakesMoreGasOnlyAtTheElectrolyser(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, 3, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	var l draw.List
	more := func(at geom.Pt, force float64) bool {
		v.Finger = stage.Finger{At: at, Force: force}
		s.DrawView(&l, 0, v)
		return l.Find(stageID(1).Sub("pressed")) >= 0
	}
	s.DrawView(&l, 0, v)
	water := l.Bounds(l.Find(stageID(1).Sub("water"))).Center()
	road := geom.P(v.Area.Right()-40, water.Y)
	if !more(water, 1) || more(water, 0) || more(road, 1) {
		t.Errorf("pressed: %v, released: %v, elsewhere: %v", more(water, 1), more(water, 0), more(road, 1))
	}
}

// The wheels roll on the road and do not slide.
func TestTheWheelsRollAsFarAsTheCarGoes(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	var l draw.List
	at := func(now float64) (x, angle, radius float64) {
		s.Draw(&l, preview.Moment{Now: now, Area: preview.Sizes()[1].Area})
		m := &l.Marks[l.Find(stageID(3).Sub("spokes"))]
		tyres := &l.Marks[l.Find(stageID(3).Sub("tyres"))]
		hub, end := m.Path.Pts[0], m.Path.Pts[1]
		return m.M.At(hub).X, math.Atan2(end.Y-hub.Y, end.X-hub.X), tyres.Path.Bounds().H / 2 * m.M.Scale()
	}
	moved := false
	for now := time.Length() - 3; now < time.Length(); now += 0.05 {
		x0, a0, _ := at(now)
		x1, a1, r := at(now + 0.01)
		rolled := math.Remainder(a1-a0, 2*math.Pi) * r
		if math.Abs(x1-x0-rolled) > 0.01 {
			t.Fatalf("at %.2f s the car goes %.3f and its wheels roll %.3f", now, x1-x0, rolled)
		}
		moved = moved || x1 > x0
	}
	if !moved {
		t.Error("the car stands still")
	}
}

func TestEveryOutlineParses(t *testing.T) {
	a := newCarArt()
	for i, p := range []geom.Path{a.body, a.glass, a.sill} {
		if b := p.Bounds(); b.W < 60 || b.H < 10 {
			t.Errorf("outline %d of the car spans %.0f by %.0f", i, b.W, b.H)
		}
	}
}

func TestEveryStageAnswersToTouch(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := settled(t, s, size.Area)
		for i := 0; i < stageCount; i++ {
			at := l.Bounds(l.Find(stageID(i).Sub("name"))).Center()
			if hit, ok := l.Hit(at); !ok || hit != stageID(i) {
				t.Errorf("%s: touching the name of stage %d answers %v", size.Name, i+1, hit)
			}
		}
	}
}

// A picked stage, a pressing finger and a still picture make no garbage.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 3, story.EN, s.Themes[0], size.Area))
		v.Picked = stage.Touch{ID: stageID(1)}
		v.Clock = 9
		var l draw.List
		s.DrawView(&l, 0, v)
		v.Finger = stage.Finger{At: l.Bounds(l.Find(stageID(1).Sub("water"))).Center(), Force: 1}
		s.DrawView(&l, 0, v)
		if err := l.Check(); err != nil {
			t.Errorf("%s: %v", size.Name, err)
		}
		if n := testing.AllocsPerRun(5, func() { s.DrawView(&l, 0, v) }); n != 0 {
			t.Errorf("%s: %v allocations a frame", size.Name, n)
		}
	}
}
