package play

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

const asked = 10

func asking(t *testing.T) *player {
	p := newPlayer(t, Options{Playing: true, Hall: &Hall{Quiet: minute, Ask: asked}, Lang: story.ZH, Swipe: true})
	p.pass(0.5, 30)
	return p
}

// plate is a place that can be touched in the first scene.
var plate = geom.P(230, 430)

func TestATouchEntersWhereThePictureIs(t *testing.T) {
	p := asking(t)
	p.pass(4, 30) // into the second beat
	at := p.Link().Beat
	if at < 2 || !p.Attracts() || !p.Playing() {
		t.Fatalf("at beat %d, playing %v", at, p.Playing())
	}
	p.tapAt(t, geom.P(10, 10)) // the plain picture
	if p.Attracts() || p.Playing() || p.Link().Beat != at {
		t.Errorf("attracts %v, plays %v, beat %d for %d", p.Attracts(), p.Playing(), p.Link().Beat, at)
	}
	p.pass(20, 10)
	if p.Link().Beat != at {
		t.Error("the story goes on under the visitor's hand")
	}
}

func TestAVisitorIsAskedAndMayStay(t *testing.T) {
	p := asking(t)
	p.tapAt(t, geom.P(10, 10))
	p.Key("l", false)
	p.pass(minute-2, 10)
	if p.Asks() != 0 {
		t.Fatal("asked too early")
	}
	p.pass(4, 10)
	if a := p.Asks(); a <= 0 || a >= 1 {
		t.Fatalf("asks %v", a)
	}
	if p.Due() != 0 {
		t.Error("the ring does not empty")
	}
	p.tapAt(t, plate) // the answer: it works nothing
	if p.Asks() != 0 || !p.Picked().Zero() || p.Lang() != story.EN {
		t.Errorf("asks %v, picked %v, %v", p.Asks(), p.Picked(), p.Lang())
	}
	p.tapAt(t, plate)
	if p.Picked().Zero() {
		t.Error("the next touch works nothing")
	}
	p.pass(minute+1, 10)
	if before := p.Beat(); !p.Key("ArrowRight", false) || p.Asks() != 0 || p.Beat() != before {
		t.Error("a key does not answer, or does more")
	}
	p.pass(minute+asked+2, 10)
	if p.touched || p.Lang() != story.ZH || !p.Playing() {
		t.Errorf("nobody is there, and yet: %s", p.Link())
	}
}

// A machine that stalls for a minute has asked nobody.
func TestNobodyGoesUnasked(t *testing.T) {
	p := asking(t)
	p.tapAt(t, geom.P(10, 10))
	p.Tick(10 * minute)
	if p.Asks() != 0 && p.touched {
		p.Tick(frame)
	}
	if !p.touched {
		t.Error("gone without having asked")
	}
	p.pass(asked+1, 10)
	if p.touched {
		t.Error("not gone after it")
	}
}

func TestNobodyIsAskedWhileTheStoryPlays(t *testing.T) {
	p := asking(t)
	p.tapAt(t, geom.P(10, 10))
	p.Key("l", false)
	p.SetSpeed(0.25)
	p.SetPlaying(true)
	for range minute + 3 {
		p.pass(1, 10)
		if p.Asks() > 0 {
			t.Fatal("asked while playing")
		}
		if !p.touched {
			t.Fatal("thrown out while playing")
		}
	}
	p.SetSpeed(4)
	for range 2 * minute {
		if p.pass(1, 10); !p.touched {
			break
		}
	}
	p.pass(2, 30)
	if p.touched || p.Lang() != story.ZH || p.Speed() != 1 {
		t.Errorf("played to the end, and not begun anew: %s", p.Link())
	}
}

func TestLooksComeInTurn(t *testing.T) {
	p := newPlayer(t, Options{Playing: true, Lang: story.ZH, Theme: "day", Hall: &Hall{Looks: []Look{{story.ZH, "day"}, {story.EN, "night"}, {Lang: story.EN}}}})
	p.Begin("first?speed=4")
	var seen []string
	last := ""
	for range 4000 {
		p.pass(0.05, 20)
		now := p.Lang().String() + " " + p.Theme().Name
		if now != last {
			if p.Drawn() != "first" {
				t.Fatalf("%s comes in the midst of %s", now, p.Drawn())
			}
			seen, last = append(seen, now), now
		}
		if len(seen) == 4 {
			break
		}
	}
	want := []string{"zh day", "en night", "zh day", "en night"} // the third keeps the theme: that of the first
	for i, w := range want {
		if i >= len(seen) || seen[i] != w {
			t.Fatalf("%v, want %v", seen, want)
		}
	}
}

// The picture has its part of the window: nothing of it is drawn or touched beyond.
func TestThePictureKeepsToItsPart(t *testing.T) {
	var rest geom.Rect
	p := newPlayer(t, Options{Hall: &Hall{Picture: func(w geom.Rect) geom.Rect { w.H = 420; return w }},
		Chrome: func(l *draw.List, v *stage.View, _ Controls) {
			rest = geom.R(l.Area.X, v.Area.Bottom(), l.Area.W, l.Area.Bottom()-v.Area.Bottom())
		}})
	p.draw()
	if rest.H != screen.H-420 {
		t.Fatalf("the chrome has %v", rest)
	}
	for i := range p.l.Marks {
		if b := p.l.Bounds(i); !b.Intersect(rest).Empty() {
			t.Errorf("%v is drawn in %v", p.l.Marks[i].ID, b)
		}
	}
	if _, ok := p.l.Hit(geom.P(230, 440)); ok {
		t.Error("a touch beyond the picture works it")
	}
	if _, ok := p.l.Hit(geom.P(230, 410)); !ok {
		t.Error("a touch of the picture works nothing")
	}
}

func TestVisitsAreCounted(t *testing.T) {
	p := asking(t)
	p.pass(5, 30)
	if n := len(p.TakeVisits()); n != 0 {
		t.Fatalf("%d visits of nobody", n)
	}
	p.tapAt(t, geom.P(10, 10))
	p.Key("l", false)
	p.End()
	p.settle(t)
	p.pass(5, 10)
	p.tapAt(t, plate)
	p.pass(minute+asked+2, 10)
	all := p.TakeVisits()
	if len(all) != 1 {
		t.Fatalf("%d visits", len(all))
	}
	v := all[0]
	if v.Touches != 3 || v.Lang != story.EN || len(v.Scenes) != 2 || v.Scenes[0] != "first" || v.Scenes[1] != "third" || v.Lasted < 5 || v.Lasted > 20 {
		t.Errorf("%+v", v)
	}
	if len(p.TakeVisits()) != 0 {
		t.Error("a visit is told twice")
	}
	p.tapAt(t, geom.P(10, 10))
	p.Begin("second") // the machine is set anew: what was there is a visit too
	if all := p.TakeVisits(); len(all) != 1 || all[0].Touches != 1 || all[0].Lang != story.ZH {
		t.Errorf("%+v", all)
	}
}
