package play

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// A picture that is held stands still, its link leads to it, and it goes on
// afterwards as before.
func TestHoldStopsThePictureAndLetsItGoOn(t *testing.T) {
	p := newPlayer(t, Options{Playing: true})
	p.pass(0.4, 60)
	now := p.Now()
	p.Hold(true)
	p.Hold(true)
	p.pass(2, 60)
	if p.Now() != now || p.Due() != math.Inf(1) || p.Playing() {
		t.Errorf("held at %v s, it is at %v s, due in %v s, playing %v", now, p.Now(), p.Due(), p.Playing())
	}
	link := p.Link()
	if !link.Held || math.Abs(link.Time-now) > 0.001 || link.Play != Unset {
		t.Errorf("the link is %s", link)
	}
	var seen draw.List
	p.Picture(&seen, screen)
	q := newPlayer(t, Options{})
	if !q.Open(link.String()) {
		t.Fatalf("%s leads nowhere", link)
	}
	q.settle(t)
	var opened draw.List
	q.Picture(&opened, screen)
	if seen.Hash() != opened.Hash() {
		t.Errorf("%s leads to another picture: %v s, not %v", link, q.Now(), p.Now())
	}
	p.Hold(false)
	p.pass(0.3, 60)
	if !p.Playing() || math.Abs(p.Now()-now-0.3) > 0.02 {
		t.Errorf("let go, it is at %v s, playing %v", p.Now(), p.Playing())
	}
}

func TestHoldEndsACutAndAZoomAtOnce(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	p.Key("+", false)
	p.Tick(frame)
	p.Hold(true)
	if z := p.View(screen).Zoom.Scale; z <= 1 || z != p.shot.zoom.to || p.shot.zoom.gliding() {
		t.Errorf("the zoom stands at %v", z)
	}
	p.Hold(false)
	p.GoTo(1, 0)
	p.pass(0.1, 60)
	p.Hold(true)
	p.draw()
	if !p.has("second") || p.veil != 0 || p.Link().Scene != "second" {
		t.Errorf("in the middle of a cut: veil %v, link %s", p.veil, p.Link())
	}
	p.Hold(false)
	p.settle(t)
	if p.Now() != 1 {
		t.Errorf("let go, the scene comes to rest at %v s", p.Now())
	}
}

// Who follows a link while the picture is held is not taken back.
func TestHoldDoesNotUndoWhatTheReaderDid(t *testing.T) {
	for _, link := range []string{"#second/2", "#first/1?t=0.25"} {
		p := newPlayer(t, Options{Playing: true})
		p.pass(0.4, 60)
		p.Hold(true)
		p.Open(link)
		want := p.Link().String()
		p.Hold(false)
		if got := p.Link().String(); got != want {
			t.Errorf("%s: let go, the link is %s, before %s", link, got, want)
		}
	}
}

// What the hand does is not part of the picture, what the reader chose is.
func TestPictureIsWithoutTheHand(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	picture := func() uint64 {
		var l draw.List
		p.Picture(&l, screen)
		return l.Hash()
	}
	plain := picture()
	p.Focus(draw.Nth("plate", 1), true)
	p.pass(1, 60)
	if p.l.Find(draw.Name("focus.ring")) < 0 {
		t.Fatal("the focus has no ring")
	}
	if picture() != plain {
		t.Error("a focus is in the picture")
	}
	p.Focus(noID, false)
	p.Pointer(Down, 1, geom.P(700, 200))
	p.pass(1, 60)
	if picture() != plain {
		t.Error("a press is in the picture")
	}
	p.Pointer(Cancel, 1, geom.P(700, 200))
	p.Activate(draw.Nth("plate", 2))
	p.settle(t)
	if picture() == plain {
		t.Error("a pick is not in the picture")
	}
	list := p.List()
	if picture(); p.List() != list {
		t.Error("touches are looked up in the picture that was taken")
	}
}
