package play

import (
	"math"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

var (
	onPlate1 = geom.P(230, 430)
	onPlate2 = geom.P(330, 430)
	onGround = geom.P(50, 300)
)

func TestTapPicksAndLetsGo(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	p.tapAt(t, onPlate1)
	if p.Picked() != draw.Nth("plate", 1) {
		t.Fatalf("picked %v", p.Picked())
	}
	if v := p.View(screen); v.Pick(draw.Nth("plate", 1)) != 1 {
		t.Error("the pick does not show")
	}
	p.tapAt(t, onPlate2)
	if v := p.View(screen); v.Picked.ID != draw.Nth("plate", 2) || v.Left.ID != draw.Nth("plate", 1) {
		t.Errorf("picked %v, left %v", v.Picked.ID, v.Left.ID)
	}
	p.tapAt(t, onPlate2)
	if !p.Picked().Zero() {
		t.Error("a second tap does not let go")
	}
	p.tapAt(t, onPlate1)
	p.tapAt(t, onGround)
	if !p.Picked().Zero() {
		t.Error("a tap on the ground does not let go")
	}
	p.tapAt(t, onPlate1)
	p.Key("Escape", false)
	if !p.Picked().Zero() {
		t.Error("Escape does not let go")
	}
	p.tapAt(t, onPlate1)
	p.MoveStep(1)
	if !p.Picked().Zero() {
		t.Error("the next beat keeps the pick")
	}
}

func TestTouchStopsPlayback(t *testing.T) {
	p := newPlayer(t, Options{})
	p.SetPlaying(true)
	p.tapAt(t, onPlate1)
	if p.Playing() {
		t.Error("playback goes on under the reader's finger")
	}
}

func TestADragIsNoTap(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	p.Pointer(Down, 1, onPlate1)
	p.Pointer(Move, 1, onPlate1.Add(geom.P(12, 0)))
	p.Pointer(Move, 1, onPlate1)
	p.Pointer(Up, 1, onPlate1)
	p.Pointer(Down, 1, onPlate1)
	p.Pointer(Cancel, 1, onPlate1)
	p.Pointer(Up, 1, onPlate1)
	p.Pointer(Up, 7, onPlate1)
	if !p.Picked().Zero() {
		t.Errorf("picked %v", p.Picked())
	}
}

func TestMouseHoversAndFingersDoNot(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	hovered := func() draw.ID { v := p.View(screen); return v.Hover.ID }
	p.Pointer(Move, Mouse, onPlate1)
	p.Tick(frame)
	if hovered() != draw.Nth("plate", 1) {
		t.Errorf("hovers over %v", hovered())
	}
	p.Pointer(Leave, Mouse, onPlate1)
	if !hovered().Zero() {
		t.Error("the pointer has left and hovers")
	}
	p.Pointer(Move, 3, onPlate1)
	p.Tick(frame)
	if !hovered().Zero() {
		t.Error("a finger hovers")
	}
	p.tapAt(t, onPlate1)
	if !hovered().Zero() {
		t.Error("a finger that has gone hovers")
	}
}

func TestFingerPressesAndIsReleased(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	force := func() float64 { return p.View(screen).Finger.Force }
	p.Pointer(Down, 1, onGround)
	last := 0.0
	for range 20 {
		p.Tick(frame)
		if f := force(); f < last || f-last > 0.4 {
			t.Fatalf("the force goes from %v to %v", last, f)
		}
		last = force()
	}
	if last != 1 {
		t.Errorf("a third of a second on: %v", last)
	}
	p.Pointer(Move, 1, geom.P(60, 330))
	if at := p.View(screen).Finger.At; at != geom.P(60, 330) {
		t.Errorf("the finger is at %v", at)
	}
	p.Pointer(Up, 1, geom.P(60, 330))
	p.pass(0.4, 60)
	if force() != 0 {
		t.Errorf("gone, it presses with %v", force())
	}
}

func TestLongPressPicksAndPresses(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	p.Pointer(Down, 1, onPlate1)
	if due := p.Due(); due == math.Inf(1) {
		t.Error("nothing waits for the press to become long")
	}
	p.pass(1, 60)
	if p.Picked() != draw.Nth("plate", 1) || p.View(screen).Finger.Force != 1 {
		t.Errorf("picked %v, force %v", p.Picked(), p.View(screen).Finger.Force)
	}
	p.Pointer(Up, 1, onPlate1)
	if p.Picked() != draw.Nth("plate", 1) {
		t.Error("the end of a long press lets go")
	}
}

func TestToggleAndLinks(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	on := func() float64 { return p.Inputs().Get(draw.Name("switch"), 0) }
	p.tapAt(t, geom.P(830, 620))
	if on() != 1 {
		t.Error("a tap does not switch on")
	}
	p.Activate(draw.Name("switch"))
	if on() != 0 {
		t.Error("Enter does not switch off")
	}
	p.tapAt(t, geom.P(1030, 620))
	if a := p.TakeAddress(); a != "https://example.org/" || p.TakeAddress() != "" {
		t.Errorf("the way out leads to %q", a)
	}
	p.tapAt(t, geom.P(930, 620))
	if p.SceneName() != "second" || p.Beat() != 1 || p.Theme().Name != "night" {
		t.Errorf("the link leads to %s", p.Link())
	}
	if p.Activate(draw.Name("nothing")) || p.Activate(draw.Name("first")) {
		t.Error("what is not there, or not touchable, is worked")
	}
}

// A part of the story stays within it: links to other scenes lead out, and keys
// and playback end with it.
func TestPartOfTheStory(t *testing.T) {
	p := newPlayerOf(t, Options{Excerpt: true}, plates{"first"})
	p.settle(t)
	p.tapAt(t, geom.P(930, 620))
	if a := p.TakeAddress(); a != "#second/2?theme=night" || p.SceneName() != "first" || p.Notice() != "" {
		t.Errorf("the link leads to %q, here is %s", a, p.Link())
	}
	p.Key("End", false)
	p.settle(t)
	if p.Key("ArrowDown", false) || p.SceneName() != "first" || p.Beat() != 2 {
		t.Errorf("beyond the end is %s", p.Link())
	}
	if p.Home(); p.Key("PageUp", false) {
		t.Errorf("before the beginning is %s", p.Link())
	}
	p.SetPlaying(true)
	p.pass(60, 10)
	if p.Playing() || p.Beat() != 2 {
		t.Errorf("playback goes on: %s", p.Link())
	}
}

func TestOneOfACrowdIsPicked(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	// Ten by ten over 200 by 200: the one in the third row and column stands here.
	p.tapAt(t, geom.P(1052, 149))
	if p.Picked() != draw.Nth("crowd", 23) {
		t.Errorf("picked %v", p.Picked())
	}
	p.Focus(draw.Name("crowd"), true)
	p.Key("ArrowRight", false)
	p.Key("ArrowDown", false)
	if p.Picked() != draw.Nth("crowd", 34) {
		t.Errorf("to the right and down: %v", p.Picked())
	}
	p.Key("Escape", false)
	p.Key("Enter", false)
	if p.Picked().Name != "crowd" || p.Picked().N < 1 {
		t.Errorf("Enter picks %v", p.Picked())
	}
}

// The picture's point under the fingers, or the wheel, stays under them.
func TestZoomKeepsThePointUnderIt(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	body, _ := p.body()
	place := func(u geom.Pt) geom.Pt { // where the picture's point u is seen
		z := p.View(screen).Zoom
		f := body.At(z.Focus.X, z.Focus.Y)
		return f.Add(u.Sub(f).Mul(z.Scale))
	}
	at := geom.P(400, 500)
	if p.Wheel(at, 0, -100, false) {
		t.Error("the wheel alone is taken from the page")
	}
	for range 3 {
		if !p.Wheel(at, 0, -40, true) {
			t.Fatal("the wheel does not zoom")
		}
		if got := place(at); got.Dist(at) > 1e-6 {
			t.Errorf("the point under the wheel goes to %v", got)
		}
	}
	p.Key("Escape", false)
	p.settle(t)
	if z := p.View(screen).Zoom.Scale; z != 1 {
		t.Errorf("Escape leaves the scale %v", z)
	}
	p.Pointer(Down, 1, geom.P(400, 450))
	p.Pointer(Down, 2, geom.P(500, 450))
	p.Pointer(Move, 2, geom.P(600, 450))
	if z := p.View(screen).Zoom.Scale; math.Abs(z-2) > 1e-9 {
		t.Errorf("fingers twice as far apart: scale %v", z)
	}
	u := geom.P(480, 480)
	before := place(u)
	p.Pointer(Up, 2, geom.P(600, 450))
	p.Pointer(Up, 1, geom.P(400, 450))
	drag := onGround.Add(geom.P(0, 100))
	p.Pointer(Down, 1, drag)
	p.Pointer(Move, 1, drag.Add(geom.P(20, 0)))
	if got := place(u).Sub(before); math.Abs(got.X-20) > 1e-6 || got.Y != 0 {
		t.Errorf("dragged by 20: %v", got)
	}
	p.Pointer(Up, 1, drag)
	for range 200 {
		p.Wheel(at, 0, -200, true)
	}
	if z := p.View(screen).Zoom.Scale; z != 16 {
		t.Errorf("the scale grows to %v, at most 16", z)
	}
	p.GoTo(1, 0)
	p.settle(t)
	if p.Wheel(at, 0, -100, true) || p.Key("+", false) {
		t.Error("a scene that cannot be magnified is")
	}
}

func TestDoubleTapMagnifiesAndShrinks(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	double := func() {
		for range 2 {
			p.Pointer(Down, 1, onGround.Add(geom.P(0, 200)))
			p.pass(0.05, 60)
			p.Pointer(Up, 1, onGround.Add(geom.P(0, 200)))
			p.pass(0.05, 60)
		}
		p.settle(t)
	}
	double()
	if z := p.View(screen).Zoom.Scale; z != 4 {
		t.Errorf("two taps: %v", z)
	}
	double()
	if z := p.View(screen).Zoom.Scale; z != 1 {
		t.Errorf("two more: %v", z)
	}
}

func TestSwipeStepsWhereNoPageScrolls(t *testing.T) {
	for _, on := range []bool{false, true} {
		p := newPlayer(t, Options{Swipe: on})
		p.settle(t)
		swipe := func(by geom.Pt) {
			p.Pointer(Down, 1, geom.P(500, 300))
			p.pass(0.1, 60)
			p.Pointer(Move, 1, geom.P(500, 300).Add(by))
			p.Pointer(Up, 1, geom.P(500, 300).Add(by))
			p.settle(t)
		}
		swipe(geom.P(0, -150))
		swipe(geom.P(-150, 10))
		swipe(geom.P(0, 150))
		want := 0
		if on {
			want = 1
		}
		if p.Step() != want {
			t.Errorf("swiping %v: step %d, want %d", on, p.Step(), want)
		}
	}
}

func TestKeysReachAllThatCanBeTouched(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	want := p.Touchables(nil)
	if len(want) != 7 {
		t.Fatalf("%d touchable marks", len(want))
	}
	for _, id := range want {
		p.Key("Tab", false)
		p.settle(t)
		if p.Focused() != id || !p.has("focus.ring") {
			t.Errorf("Tab reaches %v, want %v", p.Focused(), id)
		}
	}
	if p.FocusNext(1) || !p.Focused().Zero() {
		t.Error("Tab does not leave the picture after the last")
	}
	p.Key("Tab", true)
	if p.Focused() != want[len(want)-1] {
		t.Errorf("Shift+Tab from outside reaches %v", p.Focused())
	}
	p.Pointer(Down, 1, onGround)
	p.draw()
	if p.has("focus.ring") {
		t.Error("the ring stays when a finger comes")
	}
}

// drummed is a scene that goes on after a pick.
type drummed struct{ plates }

func (drummed) Answers() anim.Seconds { return 2 }

// A picture that a pick has set in motion goes on to its end, and to no other: where
// less motion is wanted it stands there at once.
func TestAPickIsAnsweredToItsEnd(t *testing.T) {
	for _, reduced := range []bool{false, true} {
		p := newPlayerOf(t, Options{Reduced: reduced}, drummed{plates{"first"}}, page{})
		p.settle(t)
		p.Pointer(Down, 1, onPlate1)
		p.pass(0.05, 60)
		p.Pointer(Up, 1, onPlate1)
		p.Tick(frame)
		v := p.View(screen)
		if since := v.Clock - v.Picked.Since; reduced != (since >= 2) {
			t.Errorf("reduced %v: at once the answer stands at %.2f s", reduced, since)
		}
		began := v.Clock
		p.settle(t)
		v = p.View(screen)
		if since := v.Clock - v.Picked.Since; since < 2 {
			t.Errorf("reduced %v: the answer stops at %.2f s", reduced, since)
		}
		if took := v.Clock - began; reduced != (took < 1) || took > 3 {
			t.Errorf("reduced %v: it takes %.2f s", reduced, took)
		}
	}
}
