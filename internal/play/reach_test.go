package play

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

// touchPoint is the point nearest to the middle of the mark at index i at which
// a finger works it.
func touchPoint(l *draw.List, i int) (geom.Pt, bool) {
	b := l.Bounds(i).Grow(draw.MinTouch, draw.MinTouch).Intersect(l.Area)
	best, dist := geom.Pt{}, math.Inf(1)
	const fine = 24 // of the mark's sides
	for y := range fine + 1 {
		for x := range fine + 1 {
			at := b.At(float64(x)/fine, float64(y)/fine)
			if d := at.Dist(b.Center()); d < dist && l.HitIndex(at) == i {
				best, dist = at, d
			}
		}
	}
	return best, !math.IsInf(dist, 1)
}

// oneAt is where one of the crowd at i stands on whom a finger falls: the nearest to a
// point.
func oneAt(l *draw.List, i int, f *draw.Mark, to geom.Pt) (geom.Pt, bool) {
	best, dist := geom.Pt{}, math.Inf(1)
	for k := range f.Field.Count {
		d, ok := f.Field.At(k)
		if !ok {
			continue
		}
		if at := f.M.At(d.At); at.Dist(to) < dist && l.HitIndex(at) == i {
			best, dist = at, at.Dist(to)
		}
	}
	return best, !math.IsInf(dist, 1)
}

// A finger and Enter do the same to every mark of every beat; of a crowd, Enter
// picks the one in the middle.
func TestEnterIsATap(t *testing.T) {
	byKey, byHand := drawnPlayer(t, Options{Reduced: true}), drawnPlayer(t, Options{Reduced: true})
	worked := 0
	for _, lang := range story.Langs() {
		for step := range byKey.Deck().Steps() {
			begin := func(p *player) {
				scene, beat := p.Deck().Locate(step)
				p.SetLang(lang)
				p.Focus(draw.ID{}, false)
				p.pick(noID)
				p.GoTo(scene, beat)
				p.pass(0.5, 30) // two taps in a row would be a double tap
				p.settle(t)
			}
			begin(byKey)
			for _, id := range byKey.Touchables(nil) {
				begin(byKey)
				begin(byHand)
				i := byHand.l.Find(id)
				if byHand.l.Marks[i].Sem.Role == draw.RoleSlider {
					continue // Enter does nothing to it: arrows move it
				}
				at, ok := touchPoint(&byHand.l, i)
				if !ok {
					t.Errorf("%s beat %d: no finger reaches %v", byHand.SceneName(), byHand.Beat()+1, id)
					continue
				}
				f, crowd := byHand.fieldOf(i)
				if crowd { // between two of them nobody is
					if at, ok = oneAt(&byHand.l, i, f, at); !ok {
						t.Errorf("%s beat %d: no finger reaches any of %v", byHand.SceneName(), byHand.Beat()+1, id)
						continue
					}
				}
				byHand.tapAt(t, at)
				byHand.settle(t)
				byKey.Focus(id, true)
				if !byKey.Key("Enter", false) {
					t.Errorf("%s beat %d: Enter does nothing to %v", byKey.SceneName(), byKey.Beat()+1, id)
				}
				byKey.settle(t)
				worked++
				hand, key := byHand.Link(), byKey.Link()
				if crowd && hand.Pick.Name == id.Name {
					hand.Pick.N = key.Pick.N
				}
				if hand.String() != key.String() {
					t.Errorf("%v: a tap leads to %s, Enter to %s", id, hand, key)
				}
			}
		}
	}
	if worked < 50 {
		t.Errorf("only %d marks were worked", worked)
	}
}

// Arrows move a magnified picture as a finger does, and go on in the story at
// its edge.
func TestArrowsMoveAMagnifiedPicture(t *testing.T) {
	p := newPlayer(t, Options{Reduced: true})
	p.settle(t)
	p.SetZoom(4)
	p.settle(t)
	focus := func() geom.Pt { return p.View(screen).Zoom.Focus }
	for _, test := range []struct {
		key string
		way geom.Pt
	}{{"ArrowDown", geom.P(0, 1)}, {"ArrowUp", geom.P(0, -1)}, {"ArrowRight", geom.P(1, 0)}, {"ArrowLeft", geom.P(-1, 0)}} {
		before := focus()
		if !p.Key(test.key, false) {
			t.Errorf("%s means nothing", test.key)
		}
		p.settle(t)
		if by := focus().Sub(before); by.Dot(test.way) <= 0 || math.Abs(by.X*test.way.Y)+math.Abs(by.Y*test.way.X) > 1e-9 {
			t.Errorf("%s moves what is seen by %v", test.key, by)
		}
		if p.Step() != 0 {
			t.Fatalf("%s leads to step %d", test.key, p.Step())
		}
	}
	for range 40 {
		if p.Key("ArrowRight", false); p.Step() != 0 {
			t.Fatal("at its side the picture leaves the story's step")
		}
	}
	for n := 0; p.Step() == 0; n++ {
		if p.Key("ArrowDown", false); n > 40 {
			t.Fatal("at its lower edge the picture keeps the keys")
		}
	}
	if focus().Y < 1-1e-9 {
		t.Errorf("the story goes on at %v of the picture", focus().Y)
	}
	p.Key("PageUp", false)
	p.settle(t)
	if p.SetZoom(4); p.Step() != 0 {
		t.Fatalf("PageUp leads to step %d", p.Step())
	}
	p.settle(t)
	if p.Key("PageDown", false); p.Step() != 1 {
		t.Error("PageDown moves the picture instead of the story")
	}
}

// One of a crowd is found, looked at from near and followed to its neighbours by
// keys alone.
func TestKeysFindOneOfTheHouseholds(t *testing.T) {
	p := drawnPlayer(t, Options{Reduced: true})
	scene, _ := p.Deck().Index("households")
	p.GoTo(scene, 2)
	p.settle(t)
	for !p.Focused().Zero() || p.FocusNext(1) {
		if p.Focused().Name == "house" {
			break
		}
		p.FocusNext(1)
	}
	key := func(name string) {
		t.Helper()
		if !p.Key(name, false) {
			t.Fatalf("%q means nothing", name)
		}
		p.settle(t)
	}
	place := func() geom.Pt {
		t.Helper()
		i := p.l.Find(draw.Name("house"))
		f, ok := p.fieldOf(i)
		if !ok || p.Picked().Name != "house" {
			t.Fatalf("picked is %v", p.Picked())
		}
		d, shown := f.Field.At(p.Picked().N - 1)
		if !shown {
			t.Fatalf("%v is not shown", p.Picked())
		}
		return f.M.At(d.At)
	}
	key("Enter")
	body, _ := p.body()
	before := place()
	for range 5 {
		key("+")
		if got := place(); got.Dist(before) > 12 { // seen near, it stands nearer to the middle of its plot
			t.Errorf("at %.1f the house moves from %v to %v", p.shot.zoom.scale, before, got)
		}
	}
	first := p.Picked()
	for range 60 {
		key("ArrowDown")
		if at := place(); !body.Has(at) || !p.has("card") {
			t.Fatalf("%v stands at %v, out of sight", p.Picked(), at)
		}
	}
	if p.Picked().N <= first.N || p.SceneName() != "households" {
		t.Errorf("arrows lead from %v to %v in %s", first, p.Picked(), p.SceneName())
	}
	key("Escape")
	key("Escape")
	if p.shot.zoom.scale != 1 || !p.Picked().Zero() {
		t.Errorf("Escape leaves %v, magnified by %v", p.Picked(), p.shot.zoom.scale)
	}
}
