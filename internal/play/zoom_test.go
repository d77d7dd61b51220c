package play

import (
	"math"
	"testing"

	"lianhua/internal/geom"
)

// A page may scroll with a finger until the picture takes it.
func TestWhoseTheFingerIs(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	up, down, across := geom.P(0, -12), geom.P(0, 12), geom.P(12, 3)
	inside := geom.P(400, 500)
	takes := func(from, by geom.Pt) bool {
		p.Pointer(Down, 1, from)
		defer p.Pointer(Cancel, 1, from)
		return p.Takes(by)
	}
	if takes(inside, up) || takes(inside, across) || takes(onPlate1, down) {
		t.Error("a whole picture takes a finger")
	}
	p.Pointer(Down, 1, inside)
	p.pass(0.6, 60)
	if !p.Takes(up) {
		t.Error("a finger that has rested is not taken")
	}
	p.Pointer(Down, 2, onPlate1)
	if !p.Takes(up) {
		t.Error("two fingers are not taken")
	}
	p.Pointer(Cancel, 1, inside)
	p.Wheel(inside, 0, -100, true)
	if !takes(inside, up) || !takes(inside, down) || !takes(inside, across) {
		t.Error("a magnified picture does not take a finger")
	}
	if takes(onGround, up) {
		t.Error("the title takes a finger")
	}
	drag := func(id int, by geom.Pt) {
		p.Pointer(Down, id, inside)
		for i := 1.0; i <= 80; i++ {
			p.Pointer(Move, id, inside.Add(by.Mul(i)))
		}
		p.Pointer(Up, id, inside)
	}
	drag(1, up)
	if takes(inside, up) || !takes(inside, down) || !takes(inside, across) {
		t.Error("at its lower edge the picture keeps the finger")
	}
	drag(1, down)
	if takes(inside, down) || !takes(inside, up) {
		t.Error("at its upper edge the picture keeps the finger")
	}
	before := p.View(screen).Zoom.Focus
	drag(1, geom.P(1, 12))
	if p.View(screen).Zoom.Focus != before {
		t.Error("a finger that the page has moves the picture too")
	}
	p.GoTo(1, 0)
	p.settle(t)
	p.Pointer(Down, 1, inside)
	p.Pointer(Down, 2, onPlate1)
	if p.Takes(up) {
		t.Error("a scene that cannot be magnified takes two fingers")
	}
}

func TestPinchesEndInAnyOrder(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	a, b := geom.P(300, 460), geom.P(400, 460)
	for _, gone := range []int{1, 2} {
		p.SetZoom(1)
		p.settle(t)
		p.Pointer(Down, 1, a)
		p.Pointer(Down, 2, b)
		p.Pointer(Move, 2, b.Add(geom.P(100, 0)))
		p.Pointer(Up, gone, a)
		stays, at := 3-gone, []geom.Pt{a, b.Add(geom.P(100, 0))}[2-gone]
		before := p.View(screen).Zoom
		if before.Scale != 2 {
			t.Fatalf("fingers twice as far apart: scale %v", before.Scale)
		}
		p.Pointer(Move, stays, at.Add(geom.P(0, 15)))
		if z := p.View(screen).Zoom; z.Focus == before.Focus || z.Scale != 2 {
			t.Errorf("finger %d has gone, the other moves nothing: %+v", gone, z)
		}
		p.Pointer(Up, stays, at.Add(geom.P(0, 15)))
		p.settle(t)
		if !p.Picked().Zero() || p.Pressed() {
			t.Errorf("the fingers have gone: picked %v, pressed %v", p.Picked(), p.Pressed())
		}
	}
	// Both fingers move together.
	before := p.View(screen).Zoom
	p.Pointer(Down, 1, a)
	p.Pointer(Down, 2, b)
	p.Pointer(Move, 1, a.Add(geom.P(10, 0)))
	p.Pointer(Move, 2, b.Add(geom.P(10, 0)))
	if z := p.View(screen).Zoom; math.Abs(z.Scale-before.Scale) > 1e-9 || z.Focus == before.Focus {
		t.Errorf("two fingers moved aside: from %+v to %+v", before, z)
	}
	p.Pointer(Cancel, 1, a)
	// Fingers that come back nearly to the whole picture mean it.
	p.SetZoom(1)
	p.settle(t)
	p.Pointer(Down, 1, a)
	p.Pointer(Down, 2, b)
	p.Pointer(Move, 2, b.Add(geom.P(4, 0)))
	p.Pointer(Up, 2, b)
	p.Pointer(Up, 1, a)
	p.settle(t)
	if scale, most := p.Zoom(); scale != 1 || most != 16 {
		t.Errorf("let go at 1.04: %v of %v", scale, most)
	}
}

// Whom a magnified crowd shows in its middle stays in view when the screen turns,
// and in the middle where no edge of the picture is near.
func TestTurningKeepsWhatIsSeen(t *testing.T) {
	upright, wide := geom.R(0, 0, 360, 640), geom.R(0, 0, 640, 360)
	for _, at := range []struct {
		scene string
		beat  int
	}{{"households", 1}, {"cleanup", 1}, {"cleanup", 3}} {
		p := drawnPlayer(t, Options{Reduced: true})
		for i := range p.Deck().Slots {
			if p.Deck().Slots[i].Scene.Name() == at.scene {
				p.GoTo(i, at.beat)
			}
		}
		p.settle(t)
		p.Draw(&p.l, upright)
		p.Wheel(geom.P(100, 420), 0, -200, true)
		p.Draw(&p.l, upright)
		k, ok := p.inMiddle(wide)
		if !ok {
			t.Fatalf("%s shows nobody", p.SceneName())
		}
		for _, area := range []geom.Rect{wide, upright, geom.R(0, 0, 360, 584), wide} {
			p.Draw(&p.l, area)
			body, _ := p.body()
			mark := &p.l.Marks[p.l.Find(k.crowd)]
			d, _ := mark.Field.At(k.n)
			seen := mark.M.At(d.At)
			z := p.View(area).Zoom
			free := z.Focus.X > 0 && z.Focus.X < 1 && z.Focus.Y > 0 && z.Focus.Y < 1
			if !body.Inset(-1).Has(seen) || free && seen.Dist(body.Center()) > 4*d.R*mark.M.Scale() {
				t.Errorf("%s, %v: %v stands at %v in %v", p.SceneName(), area, k, seen, body)
			}
		}
	}
}

// As often up as down is the whole picture, though the factors do not end at 1 exactly.
func TestAsOftenUpAsDownIsWhole(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	for _, key := range []string{"+", "+", "-", "-"} {
		p.Key(key, false)
		p.settle(t)
	}
	if scale, _ := p.Zoom(); scale != 1 {
		t.Errorf("it ends at %v", scale)
	}
	for _, dy := range []float64{-100, -30, 100, 30} {
		p.Wheel(geom.P(300, 460), 0, dy, true)
		p.settle(t)
	}
	if l := p.Link(); l.Zoom.Scale != 0 {
		t.Errorf("the wheel ends at %s", l)
	}
}
