package play

import (
	"math"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
)

// live runs a player as its programs do, which sleep while nothing is due: until it
// asks for no more frames, and at most for so long. It returns how long that was.
func live(p *player, most anim.Seconds) anim.Seconds {
	var t anim.Seconds
	for t < most {
		due := p.Due()
		if math.IsInf(due, 1) {
			return t
		}
		dt := max(due, frame)
		t += dt
		p.Tick(dt)
	}
	return t
}

// What is due comes when it is, though the player has slept until then.
func TestWhatIsDueComesInTime(t *testing.T) {
	p := newPlayer(t, Options{})
	p.draw()
	live(p, 60)
	p.Tick(30) // nobody does anything, and then somebody does
	p.warn("shell.bad-link")
	if took := live(p, 60); math.Abs(took-noticeLasts) > 0.2 || p.notice != "" {
		t.Errorf("a notice of %v s lasts %v s", noticeLasts, took)
	}

	p.Tick(30) // asleep, and somebody comes
	p.Pointer(Down, Mouse, geom.P(10, 880))
	if p.Tick(20); p.press.long {
		t.Error("a press is long that has begun just now")
	}
	var took anim.Seconds
	for !p.press.long && took < 60 {
		dt := max(p.Due(), frame)
		took += dt
		p.Tick(dt)
	}
	if math.Abs(took-longPress) > 0.1 {
		t.Errorf("a press is long after %v s, not %v", took, longPress)
	}
	p.Pointer(Up, Mouse, geom.P(10, 880))
}
