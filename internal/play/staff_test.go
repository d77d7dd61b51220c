package play

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

const code = "2580"

var (
	inCorner = geom.P(20, 20)
	cleanKey = geom.P(700, 800)
)

// buttons draws those of the keypad that a test touches.
func buttons(l *draw.List, v *stage.View, c Controls) {
	if !c.Keypad.Open {
		return
	}
	for i, target := range []string{"2", "5", "8", "0", Erase, Dismiss, Clean} {
		sem := draw.Sem{Role: draw.RoleLink, Target: target, Label: target}
		l.Rect(draw.Nth(KeypadName, i+1), geom.R(100*float64(i)+60, 760, 80, 80), 0, draw.Ink(v.Theme.Ink), sem)
	}
}

func staffed(t *testing.T, code string) *player {
	p := newPlayer(t, Options{Playing: true, Lang: story.ZH, Swipe: true, Chrome: buttons, Hall: &Hall{Quiet: minute, Ask: asked, Code: code}})
	p.pass(1.5, 30)
	return p
}

// hold keeps a finger at a place.
func (p *player) hold(at geom.Pt, seconds float64) {
	p.Pointer(Down, 1, at)
	p.pass(seconds, 30)
	p.Pointer(Up, 1, at)
	p.pass(0.1, 30)
}

func (p *player) keys(names ...string) {
	for _, name := range names {
		p.Key(name, false)
		p.pass(0.1, 30)
	}
}

func TestStaffHoldTheCorner(t *testing.T) {
	for what, c := range map[string]struct {
		at      geom.Pt
		seconds float64
		opens   bool
	}{
		"the corner, long": {inCorner, 4.2, true}, "the corner, briefly": {inCorner, 3.8, false},
		"beside it": {geom.P(60, 20), 5, false}, "below it": {geom.P(20, 60), 5, false},
	} {
		p := staffed(t, code)
		if p.hold(c.at, c.seconds); p.covered() != c.opens {
			t.Errorf("%s: the keypad is open: %v", what, p.covered())
		}
	}
	p := staffed(t, code)
	p.Pointer(Down, 1, inCorner)
	p.pass(2, 30)
	p.Pointer(Move, 1, geom.P(70, 20))
	p.Pointer(Move, 1, inCorner)
	if p.pass(3, 30); p.covered() {
		t.Error("a finger that has left the corner opens it")
	}
	p = newPlayer(t, Options{Chrome: buttons})
	if p.hold(inCorner, 5); p.covered() || p.CallStaff() {
		t.Error("it opens where there is no hall")
	}
}

// A tap there does what it did, and who holds it is no visitor: the story plays on.
func TestTheCornerHindersNobody(t *testing.T) {
	p := staffed(t, code)
	if p.tapAt(t, inCorner); p.Attracts() || p.Playing() {
		t.Error("a tap in the corner is no visitor's")
	}
	p = staffed(t, code)
	p.hold(inCorner, 5)
	p.keys(Dismiss)
	if !p.Attracts() || !p.Playing() || p.covered() || len(p.TakeVisits()) > 0 {
		t.Errorf("after the staff: attracts %v, plays %v", p.Attracts(), p.Playing())
	}
	p.tapAt(t, plate)
	picked := p.Picked()
	p.hold(inCorner, 5)
	if p.keys(Dismiss); p.Attracts() || picked.Zero() || p.Picked() != picked {
		t.Error("a visitor does not find again what they saw")
	}
}

// What was down when the picture is covered is forgotten, and so is what the staff's own
// finger has opened in it.
func TestCoveringForgetsWhatIsDown(t *testing.T) {
	p := staffed(t, code)
	p.Pointer(Down, 1, plate)
	p.pass(0.1, 30)
	p.CallStaff()
	p.keys(Dismiss)
	if p.Pointer(Up, 1, plate); p.press.on || !p.Picked().Zero() {
		t.Error("a finger that was down before works something after")
	}
	p = staffed(t, code)
	p.options.Chrome = func(l *draw.List, v *stage.View, _ Controls) {
		l.Rect(draw.Name("thing"), geom.R(0, 0, 40, 40), 0, draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RoleButton, Label: "thing"})
	}
	p.draw()
	p.Pointer(Down, 1, inCorner)
	if p.pass(1, 30); p.Picked().Zero() {
		t.Fatal("the corner has nothing to pick")
	}
	p.pass(4, 30)
	if p.keys(Dismiss); !p.Picked().Zero() || !p.Attracts() {
		t.Errorf("the story plays on with %v picked", p.Picked())
	}
}

func TestTheRightCodeEndsThePlayer(t *testing.T) {
	p := staffed(t, code)
	p.CallStaff()
	if p.keys("2", "5", "8"); p.Ended() || p.keypad().Typed != 3 {
		t.Errorf("ended %v, typed %d", p.Ended(), p.keypad().Typed)
	}
	p.keys(Erase, Erase, Erase, Erase)
	if n := p.keypad().Typed; n != 0 {
		t.Errorf("%d digits are left", n)
	}
	if p.keys("2", "5", "8", "0"); !p.Ended() {
		t.Error("the right code does not end it")
	}
	p = staffed(t, code)
	p.hold(inCorner, 5)
	for i := range 4 { // by touch
		p.Pointer(Down, i+1, geom.P(100*float64(i)+100, 800))
	}
	if !p.Ended() {
		t.Error("the touched code does not end it")
	}
}

func TestThreeWrongCodesBarTheKeypad(t *testing.T) {
	p := staffed(t, code)
	p.CallStaff()
	p.keys("1", "1", "1", "1")
	if k := p.keypad(); !k.Open || !k.Wrong || k.Typed != 0 {
		t.Errorf("after a wrong code: %+v", k)
	}
	if p.keys("2"); p.keypad().Wrong {
		t.Error("it still says so while the next is typed")
	}
	p.keys("Enter", Dismiss) // too short is wrong too; closing does not begin anew
	p.CallStaff()
	p.keys("1", "1", "1", "1")
	if p.Ended() || p.covered() || p.CallStaff() {
		t.Error("after three it is still there")
	}
	p.Pointer(Down, 1, inCorner)
	p.pass(5, 30)
	if p.pass(minute-3, 10); p.covered() {
		t.Error("the corner opens it")
	}
	if p.pass(minute, 10); !p.CallStaff() {
		t.Error("it stays barred")
	}
	if p.keys("1", "1", "1", "1"); !p.covered() {
		t.Error("the old ones still count")
	}
}

func TestTheKeypadClosesByItself(t *testing.T) {
	p := staffed(t, code)
	p.CallStaff()
	p.pass(19, 10)
	p.keys("2")
	p.Key("x", false) // means nothing
	if p.pass(19, 10); !p.covered() {
		t.Error("too early")
	}
	if p.pass(2, 10); p.covered() || p.keypad().Typed > 0 {
		t.Errorf("it stays: %+v", p.keypad())
	}
	p.Pointer(Down, 1, inCorner) // and something lies on the corner
	p.pass(5, 10)
	p.pass(21, 10)
	if p.pass(10, 10); p.covered() {
		t.Error("it opens again under the same finger")
	}
}

// While the screen is cleaned nothing is heard, the story holds still, and it goes on.
func TestCleaningHearsNothing(t *testing.T) {
	for _, code := range []string{code, ""} {
		p := staffed(t, code)
		at := p.Now()
		p.CallStaff()
		p.pass(5, 10)
		p.Pointer(Down, 1, cleanKey)
		if c := p.keypad().Cleaning; c < 0.9 {
			t.Fatalf("cleaning %v", c)
		}
		for i := range 29 {
			p.Pointer(Down, 2, plate)
			p.Pointer(Move, 2, geom.P(300, 20*float64(i)))
			p.Pointer(Up, 2, plate)
			p.Pointer(Down, Mouse, inCorner)
			p.keys("l", " ", "2", "5", "8", "0", Dismiss)
			p.Wheel(plate, 0, -100, true)
			if p.MoveStep(1) || p.CallStaff() {
				t.Fatal("it moves")
			}
			if !p.keypadCleans() {
				break
			}
		}
		if p.Now() != at || !p.Attracts() || !p.Playing() || p.Lang() != story.ZH || p.Ended() || !p.Picked().Zero() {
			t.Errorf("something was heard: %s at %v for %v", p.Link(), p.Now(), at)
		}
	}
}

func (p *player) keypadCleans() bool { return p.keypad().Cleaning > 0 }

func TestCleaningEnds(t *testing.T) {
	p := staffed(t, "")
	p.tapAt(t, geom.P(10, 300))
	p.pass(minute-10, 10)
	p.CallStaff()
	p.keys(Clean)
	p.pass(28, 10)
	p.Pointer(Down, 1, plate)
	p.Key("l", false)
	if p.Due() > 0 || p.Asks() > 0 || !p.keypadCleans() {
		t.Errorf("due %v, asks %v", p.Due(), p.Asks())
	}
	p.pass(3, 10)
	p.KeyRepeat("l", false)
	p.Pointer(Move, 1, geom.P(400, 430))
	p.Pointer(Up, 1, plate)
	p.settle(t)
	if p.covered() || !p.Picked().Zero() || p.Lang() != story.ZH || p.Attracts() {
		t.Errorf("what was down when it ended does something: %s", p.Link())
	}
	if p.pass(minute-5, 10); p.Asks() > 0 || p.Attracts() {
		t.Error("what was before it counts as quiet")
	}
	if p.tapAt(t, plate); p.Picked().Zero() {
		t.Error("the next touch does nothing")
	}
}

// On a machine that draws slowly half a minute is no longer, and after a long rest
// nothing is over before it has begun.
func TestTheStaffsTimeIsTrue(t *testing.T) {
	p := staffed(t, code)
	p.SetPlaying(false)
	p.settle(t)
	p.pass(0.5, 30)
	p.Tick(0.01)
	p.CallStaff()
	if p.Tick(300); !p.covered() {
		t.Fatal("it closes at once")
	}
	p.Key(Clean, false)
	for range 29 {
		p.Tick(1)
	}
	if !p.keypadCleans() {
		t.Error("the cleaning ends early")
	}
	if p.pass(2, 1); p.covered() {
		t.Error("the cleaning lasts longer where frames are slow")
	}
	p.Pointer(Down, 1, inCorner)
	p.Tick(300)
	if p.covered() {
		t.Error("a touch after a long rest is taken for a long one")
	}
	p.pass(3, 1)
	if p.pass(2, 1); !p.covered() {
		t.Error("a finger on a slow machine waits longer")
	}
}

// Without a code there is nothing to type, and nothing ends the player.
func TestWithoutACodeTheKeypadOnlyCleans(t *testing.T) {
	p := staffed(t, "")
	p.hold(inCorner, 5)
	if k := p.keypad(); !k.Open || k.Digits {
		t.Fatalf("%+v", k)
	}
	if p.keys("2", "5", "8", "0", "Enter", Erase); p.Ended() || p.keypad().Typed > 0 || !p.covered() {
		t.Errorf("%+v", p.keypad())
	}
}

// A new code holds at once, and settings change under nobody's hands.
func TestAHallIsSetAnew(t *testing.T) {
	p := staffed(t, code)
	p.CallStaff()
	p.keys("2", "5")
	p.SetHall(Hall{Quiet: 5, Ask: asked, Code: "77", Speed: 2, Looks: []Look{{story.EN, "night"}}})
	if p.keys("7", "7"); !p.Ended() || p.Speed() != 2 {
		t.Errorf("ended %v, speed %v", p.Ended(), p.Speed())
	}
	if l := p.First(); l.Lang != story.EN || l.Theme != "night" {
		t.Errorf("a visitor begins in %v", l)
	}

	p = staffed(t, code)
	p.tapAt(t, plate)
	p.SetSpeed(0.5)
	p.pass(40, 10)
	p.SetHall(Hall{Quiet: 5, Ask: asked})
	p.pass(1, 10)
	if p.Asks() <= 0 || p.Speed() != 0.5 {
		t.Errorf("the visitor is asked: %v, speed %v", p.Asks(), p.Speed())
	}
	one := newPlayer(t, Options{})
	if one.SetHall(Hall{Quiet: 1}); one.Attracts() {
		t.Error("a player without a hall has one")
	}
}

// A look that was to come is gone with the looks.
func TestLooksMayGo(t *testing.T) {
	p := newPlayer(t, Options{Playing: true, Hall: &Hall{Looks: []Look{{story.ZH, "day"}, {story.EN, "night"}}}})
	for range 4000 {
		if p.pass(0.05, 20); p.turns {
			break
		}
	}
	if !p.turns {
		t.Fatal("no round has ended")
	}
	p.SetHall(Hall{})
	p.pass(2, 20)
	if p.Lang() != story.ZH {
		t.Error("the look that is gone comes")
	}
}
