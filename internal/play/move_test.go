package play

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

func TestScrollingPlaysTheBeatThatIsEntered(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	if p.ScrollTo(0.4); p.Beat() != 0 {
		t.Error("less than half a step enters the next beat")
	}
	p.ScrollTo(0.6)
	p.pass(1, 60)
	if p.Beat() != 1 || math.Abs(p.Now()-2) > 0.02 {
		t.Errorf("a second into the second beat: beat %d at %v s, want 1 at 2", p.Beat(), p.Now())
	}
	p.ScrollTo(0)
	p.pass(0.2, 60)
	if math.Abs(p.Now()-1.4) > 0.02 {
		t.Errorf("time runs back to %v s in a fifth of a second, want 1.4: three times as fast", p.Now())
	}
	p.settle(t)
	if p.Now() != 1 {
		t.Errorf("comes to rest at %v s", p.Now())
	}
	p.ScrollTo(2)
	p.pass(0.5, 60)
	if math.Abs(p.Now()-3) > 0.05 {
		t.Errorf("catches up to %v s in half a second, want 3: four times as fast", p.Now())
	}
	p.ScrollTo(3)
	p.settle(t)
	if p.Scene() != 1 || p.Beat() != 0 || p.Now() != 1 {
		t.Errorf("scene %d beat %d at %v s", p.Scene(), p.Beat(), p.Now())
	}
	p.ScrollTo(2)
	p.pass(0.3, 60)
	if p.shot.scene != 0 || p.Now() != 3.5 {
		t.Errorf("scrolling back enters scene %d at %v s, want its end", p.shot.scene, p.Now())
	}
	p.ScrollTo(math.NaN())
	p.ScrollTo(math.Inf(1))
	if p.Step() != 2 {
		t.Error("a scroller that is nowhere moves the story")
	}
}

// A scroller that is moved to where the story is must not disturb it.
func TestScrollingToThePresentBeatChangesNothing(t *testing.T) {
	p := newPlayer(t, Options{})
	p.Seek(0, 1.7)
	p.Tick(frame)
	p.draw()
	p.ScrollTo(1)
	if p.Due() != math.Inf(1) || p.Now() != 1.7 {
		t.Errorf("the moment that was scrubbed to is left: %v s", p.Now())
	}
	p.SetPlaying(true)
	p.ScrollTo(1)
	if !p.Playing() {
		t.Error("playback stops")
	}
	p.ScrollTo(4)
	if p.Playing() {
		t.Error("a reader who scrolls elsewhere does not take over")
	}
}

func TestCutShowsOneSceneAtATime(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	p.GoTo(1, 0)
	frames, last, gone := 0, 1.0, false
	for p.cutting || p.veil > 0 {
		p.Tick(frame)
		p.draw()
		frames++
		if p.has("first") && p.has("second") {
			t.Fatal("both scenes are drawn")
		}
		if p.has("second") {
			gone = true
		}
		a := p.l.Marks[0].Alpha
		if !gone && a > last || gone && p.has("first") {
			t.Fatalf("the old scene comes back: %v after %v", a, last)
		}
		last = a
	}
	if frames < 28 || frames > 33 {
		t.Errorf("a cut takes %d frames, want half a second", frames)
	}
	if last != 1 {
		t.Errorf("the new scene ends at the opacity %v", last)
	}
}

func TestTurningBackDuringACut(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	p.GoTo(1, 0)
	p.pass(0.1, 60)
	p.GoTo(0, 0)
	p.settle(t)
	if p.Scene() != 0 || p.shot.scene != 0 || p.veil != 0 {
		t.Errorf("scene %d, drawn %d, veil %v", p.Scene(), p.shot.scene, p.veil)
	}
}

// Links that follow on one another faster than pictures leave nothing of each other.
func TestAPickGoesWithItsPictureBeforeItWasShown(t *testing.T) {
	for _, way := range [][]string{
		{"#third/2?pick=plate.2", "#third/1"},                      // within the scene that is on its way
		{"#third/2?pick=plate.2", "#third/1", "#third/2"},          // and back
		{"#first/2?pick=plate.2", "#third/2", "#first/1"},          // back before the old scene has gone
		{"#third?pick=plate.1", "#second", "#third/3", "#third/2"}, // over another
	} {
		p := newPlayer(t, Options{})
		for _, link := range way {
			if !p.Open(link) {
				t.Fatalf("%s leads nowhere", link)
			}
		}
		p.settle(t)
		want := newPlayer(t, Options{})
		want.Open(way[len(way)-1])
		want.settle(t)
		if got, want := p.Link().String(), want.Link().String(); got != want {
			t.Errorf("%q lead to %s, want %s", way, got, want)
		}
	}
}

func TestPlaybackRestsAndEnds(t *testing.T) {
	p := newPlayer(t, Options{})
	p.SetPlaying(true)
	p.pass(2.9, 60)
	if p.Beat() != 0 {
		t.Error("the beat is left before its rest is over")
	}
	if due := p.Due(); due <= 0 || due > 0.2 {
		t.Errorf("due in %v s while it rests, want about a tenth", due)
	}
	p.pass(0.3, 60)
	if p.Beat() != 1 {
		t.Error("playback does not go on")
	}
	// All: 1+2, 2+1, 0.5+1; 1+1, 1+1; 1+2, 2+1, 0.5+1, and two cuts.
	p.pass(25, 60)
	if p.Playing() || p.Step() != 7 {
		t.Errorf("at the end: playing %v, step %d", p.Playing(), p.Step())
	}
	p.SetPlaying(true)
	p.pass(0.6, 60)
	if p.Step() != 0 || !p.Playing() {
		t.Errorf("played again: step %d", p.Step())
	}
}

// A timer that waits for the end of a rest gives one long tick.
func TestRestMayPassInOneTick(t *testing.T) {
	p := newPlayer(t, Options{})
	p.SetPlaying(true)
	for p.Due() == 0 {
		p.Tick(frame)
		p.draw()
	}
	p.Tick(p.Due() + 0.01)
	p.Tick(frame)
	if p.Beat() != 1 || p.Now() > 1.05 {
		t.Errorf("beat %d at %v s after one long tick", p.Beat(), p.Now())
	}
}

func TestSpeedAndPause(t *testing.T) {
	p := newPlayer(t, Options{})
	p.SetSpeed(2)
	p.pass(0.25, 60)
	if math.Abs(p.Now()-0.5) > 0.04 {
		t.Errorf("at twice the speed: %v s after a quarter", p.Now())
	}
	p.SetPlaying(true)
	p.SetPlaying(false)
	before := p.Now()
	p.pass(1, 60)
	if p.Now() != before {
		t.Errorf("paused, time goes from %v to %v", before, p.Now())
	}
	if l := p.Link(); !l.Held || l.Speed != 2 {
		t.Errorf("the link does not hold the pause: %s", l)
	}
	p.SetPlaying(true)
	p.pass(0.1, 60)
	if p.Now() <= before {
		t.Error("playback does not go on")
	}
	p.SetSpeed(1000)
	if p.Speed() != 4 {
		t.Errorf("speed %v", p.Speed())
	}
}

func TestHallLoopsAndBeginsAgainWhenLeft(t *testing.T) {
	p := newPlayer(t, Options{Playing: true, Hall: &Hall{Quiet: 60}, Lang: story.ZH})
	p.pass(20, 30)
	for i := 0; p.Step() != 0; i++ {
		if i > 600 {
			t.Fatal("the story does not begin again")
		}
		p.pass(0.1, 30)
	}
	if !p.Playing() {
		t.Error("it begins again and stops")
	}
	for range 100 * 30 {
		before := p.Step()
		p.pass(1.0/30, 30)
		if p.Scene() == 0 && before > 2 && before != 7 {
			t.Fatalf("nobody was here, and from step %d it goes back to the start", before)
		}
	}
	p.Open("#third/2?lang=en&theme=night&in=level:25")
	p.SetPlaying(false)
	p.settle(t)
	if due := p.Due(); due < 59 || due > 60 {
		t.Errorf("due in %v s, want when it gives up waiting", due)
	}
	p.pass(59, 10)
	if p.Lang() != story.EN {
		t.Error("it gives up too early")
	}
	p.pass(3, 30)
	if p.Lang() != story.ZH || p.Scene() != 0 || !p.Playing() || p.Theme().Name != "day" {
		t.Errorf("after a minute: %s, playing %v", p.Link(), p.Playing())
	}
	p.GoTo(2, 1)
	if p.Link().Inputs.Len() != 0 {
		t.Error("what the last reader set is still there")
	}
}

func TestHomeEndAndTheirKeys(t *testing.T) {
	p := newPlayer(t, Options{})
	for _, c := range []struct {
		key  string
		want int
	}{{"End", 7}, {"ArrowRight", 7}, {"ArrowLeft", 6}, {"Home", 0}, {"ArrowUp", 0}, {"PageDown", 1}, {"ArrowDown", 2}} {
		before := p.Step()
		if means := p.Key(c.key, false); means != (c.want != before || c.key == "Home") {
			t.Errorf("%s at step %d means something: %v", c.key, before, means)
		}
		if p.Step() != c.want {
			t.Errorf("%s: step %d, want %d", c.key, p.Step(), c.want)
		}
	}
	if p.Key("F5", false) {
		t.Error("F5 is taken")
	}
	lang, theme := p.Lang(), p.Theme()
	p.Key("l", false)
	p.Key("t", false)
	p.Key("m", false)
	p.Key(" ", false)
	if p.Lang() == lang || p.Theme() == theme || !p.Reduced() || !p.Playing() {
		t.Error("a key for language, theme, motion or playback does nothing")
	}
}

// A page that is loaded again shows what its reader has seen move at rest.
func TestSettle(t *testing.T) {
	p := newPlayer(t, Options{})
	p.Open("#second/1")
	p.Settle()
	if end := p.time(1).End(0); p.Scene() != 1 || p.coming().now != end {
		t.Errorf("scene %d at %v s, want its beat's end %v", p.Scene(), p.coming().now, end)
	}
	p.Open("#first/1?t=0.4")
	p.settle(t)
	p.Settle()
	if p.Now() != 0.4 {
		t.Errorf("the moment that the link holds is left for %v s", p.Now())
	}
}

// What is foreseen is the picture in which the story comes to rest, wherever it is
// and whatever is on the way; arriving shows it at once.
func TestWhatIsForeseenComes(t *testing.T) {
	for name, do := range map[string]func(p *player){
		"still":             func(p *player) {},
		"on":                func(p *player) { p.MoveStep(1) },
		"another scene":     func(p *player) { p.GoTo(2, 1) },
		"behind the veil":   func(p *player) { p.GoTo(1, 0); p.pass(0.3, 60) },
		"on its way back":   func(p *player) { p.GoTo(2, 1); p.settle(t); p.MoveStep(-1); p.pass(0.1, 60) },
		"back in time":      func(p *player) { p.GoTo(1, 0); p.pass(0.1, 60); p.GoTo(0, 0) },
		"scrubbed":          func(p *player) { p.Seek(2, 1.625) },
		"with what was set": func(p *player) { p.tapAt(t, geom.P(541, 605)); p.MoveStep(1) },
		"reduced":           func(p *player) { p.SetReduced(true); p.GoTo(1, 1) },
	} {
		for _, arrive := range []bool{false, true} {
			p := newPlayer(t, Options{})
			p.settle(t)
			do(p)
			var foreseen, come draw.List
			p.Foresee(&foreseen, screen)
			if arrive {
				p.Arrive()
				p.Draw(&come, screen)
				if got := come.Hash(); got != foreseen.Hash() {
					t.Errorf("%s: arriving shows another picture than was foreseen", name)
				}
			}
			p.settle(t)
			p.Draw(&come, screen)
			if come.Hash() != foreseen.Hash() {
				t.Errorf("%s (arriving: %t): it comes to rest in another picture than was foreseen", name, arrive)
			}
		}
	}
}
