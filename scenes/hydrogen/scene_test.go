package hydrogen

import (
	"math"
	"testing"

	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// layer is a layer's shapes and those of the layers within.
func layer(t testing.TB, d *art.Drawing, name string) (all []art.Shape) {
	t.Helper()
	i, ok := d.Layer(name)
	if !ok {
		t.Fatalf("%s has no layer %s", d.Name, name)
	}
	for _, it := range d.Layers[i].Items {
		if it.Layer < 0 {
			all = append(all, it.Shape)
		}
	}
	return all
}

func stageID(i int) draw.ID { return draw.Nth(chain.Name, i+1) }

// The page gives no amounts: no tube may look as if it carried more.
func TestTheTubesAreEquallyWide(t *testing.T) {
	for _, d := range previewtest.Drawings(t, "hydrogen").Drawings {
		first := layer(t, &d, "string-far-back")[0].Pen.Width
		for _, name := range []string{"string-near-back", "feed-back", "line-back"} {
			if w := layer(t, &d, name)[0].Pen.Width; w != first {
				t.Errorf("%s: the tube of %s is %.2f wide, the first %.2f", d.Name, name, w, first)
			}
		}
	}
}

// What is only a goal is drawn in dashes, and what exists is not.
func TestOnlyTheGoalIsDashed(t *testing.T) {
	for _, d := range previewtest.Drawings(t, "hydrogen").Drawings {
		for _, name := range []string{"ridge.1", "ridge.2", "ridge.3"} {
			for _, s := range layer(t, &d, name) {
				if s.Pen.Width == 0 || s.Pen.Dash == 0 {
					t.Errorf("%s: the goal's %s is drawn solid", d.Name, name)
				}
			}
		}
		for _, name := range []string{"string-far-back", "string-far-front", "feed-back", "line-back", "station", "rods"} {
			for _, s := range layer(t, &d, name) {
				if s.Pen.Dash != 0 {
					t.Errorf("%s: %s is dashed", d.Name, name)
				}
			}
		}
	}
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 3, story.ZH, size.Area)
		if i := l.Find(draw.Name("goal")); i < 0 || l.Marks[i].Pen.Dash == 0 {
			t.Errorf("%s: the goal's name has no dashed line", size.Name)
		}
	}
}

// Water gives two volumes of hydrogen with one of oxygen.
func TestTwiceAsMuchHydrogenAsOxygen(t *testing.T) {
	l := previewtest.Settled(t, previewtest.Open(t, New()), 3, story.ZH, preview.Sizes()[1].Area)
	count := func(name string) int { return len(l.Marks[l.Find(draw.Name(name).SubN("glint", 1))].Dots) }
	h, o := count("bubbles-hydrogen"), count("bubbles-oxygen")
	if o == 0 || h != 2*o {
		t.Errorf("%d bubbles of hydrogen, %d of oxygen", h, o)
	}
}

// The string is one: from the first tube it runs on into the second, and the first
// pearl leads it.
func TestTheStringFollowsItsFirstPearl(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	var l draw.List
	pearlsAt := func(now float64) (far, near int, led bool) {
		s.Draw(&l, preview.Moment{Now: now, Area: preview.Sizes()[1].Area})
		count := func(name string) (n int) {
			if i := l.Find(draw.Name(name).SubN("glint", 1)); i >= 0 {
				for _, d := range l.Marks[i].Dots {
					if d.Color.A() > 0 {
						n++
					}
				}
			}
			return n
		}
		return count("pearls-string-far"), count("pearls-string-near"), l.Find(draw.Name("lead").Sub("glow")) >= 0
	}
	start := time.Start(1)
	full, _, _ := pearlsAt(start + 4.2)
	lastFar, lastNear, ledOnce := 0, 0, false
	for now := start; now < start+4.2; now += 0.05 {
		far, near, led := pearlsAt(now)
		if far < lastFar || near < lastNear {
			t.Fatalf("at %.2f s the string is shorter than before", now)
		}
		if near > 0 && far < full {
			t.Fatalf("at %.2f s there are pearls in the second tube and not yet in all of the first", now)
		}
		lastFar, lastNear, ledOnce = far, near, ledOnce || led
	}
	if _, _, led := pearlsAt(start + 4.2); led || !ledOnce || lastFar == 0 || lastNear == 0 {
		t.Errorf("%d and %d pearls, led on the way: %v, led at the end: %v", lastFar, lastNear, ledOnce, led)
	}
}

func TestPressingMakesMoreGasOnlyAtTheBasin(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, 3, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	var l draw.List
	more := func(at geom.Pt, force float64) bool {
		v.Finger = stage.Finger{At: at, Force: force}
		s.DrawView(&l, 0, v)
		return l.Find(draw.Name("bubbles-hydrogen-pressed").SubN("glint", 1)) >= 0
	}
	s.DrawView(&l, 0, v)
	water := l.Bounds(l.Find(draw.Name("bubbles-hydrogen").SubN("glint", 1))).Center()
	road := geom.P(v.Area.Right()-40, water.Y)
	if !more(water, 1) || more(water, 0) || more(road, 1) {
		t.Errorf("pressed: %v, released: %v, elsewhere: %v", more(water, 1), more(water, 0), more(road, 1))
	}
}

func TestEveryStageAnswersToTouch(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 3, story.ZH, size.Area)
		for i := range chain.Stages {
			for _, part := range []string{"name", "touch"} {
				at := l.Bounds(l.Find(stageID(i).Sub(part))).Center()
				if hit, ok := l.Hit(at); part == "name" && (!ok || hit != stageID(i)) {
					t.Errorf("%s: touching the name of stage %d answers %v", size.Name, i+1, hit)
				}
			}
		}
		// What the names name answers too: the lens, the globe, the stack, the car.
		for slot, want := range map[string]int{"lens-glass": 0, "globe-glass": 1, "stack-light": 2, "car": 3} {
			at := l.Bounds(previewtest.Sheet(l, slot)).Center()
			if hit, ok := l.Hit(at); !ok || hit != stageID(want) {
				t.Errorf("%s: touching the %s answers %v", size.Name, slot, hit)
			}
		}
	}
}

func TestWhatIsPickedKeepsItsLight(t *testing.T) {
	s := previewtest.Open(t, New())
	v := s.View(s.Settled(0, 3, story.ZH, s.Themes[0], preview.Sizes()[1].Area))
	v.Picked, v.Clock = stage.Touch{ID: stageID(2)}, 9
	var l draw.List
	s.DrawView(&l, 0, v)
	alpha := func(name string) float64 { return l.Marks[previewtest.Sheet(&l, name)].Alpha }
	if alpha("stack-foot") != 1 || math.Abs(alpha("car")-chain.Dim)+math.Abs(alpha("lens-glass")-chain.Dim) > 1e-9 || alpha("lake") != 1 {
		t.Errorf("stack %.2f, car %.2f, lens %.2f, lake %.2f", alpha("stack-foot"), alpha("car"), alpha("lens-glass"), alpha("lake"))
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
		v.Finger = stage.Finger{At: l.Bounds(l.Find(draw.Name("bubbles-hydrogen").SubN("glint", 1))).Center(), Force: 1}
		s.DrawView(&l, 0, v)
		if err := l.Check(); err != nil {
			t.Errorf("%s: %v", size.Name, err)
		}
		if n := testing.AllocsPerRun(5, func() { s.DrawView(&l, 0, v) }); n != 0 {
			t.Errorf("%s: %v allocations a frame", size.Name, n)
		}
	}
}
