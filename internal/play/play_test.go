package play

import (
	"fmt"
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

func ExampleMachine() {
	p := newPlayer(&testing.T{}, Options{Lang: story.EN})
	where := func() {
		fmt.Printf("%s beat %d at %.2f s, due %v, %s\n", p.SceneName(), p.Beat()+1, p.Now(), p.Due(), p.Link())
	}
	where()
	p.pass(2, 60)
	where()
	p.Key("ArrowRight", false)
	p.pass(0.5, 60)
	where()
	p.ScrollTo(3.6)
	p.pass(3, 60)
	where()
	fmt.Println(p.Open("#nowhere/7"), p.SceneName(), p.Notice())
	// Output:
	// first beat 1 at 0.00 s, due 0, #first/1?lang=en&theme=day
	// first beat 1 at 1.00 s, due +Inf, #first/1?lang=en&theme=day
	// first beat 2 at 1.50 s, due 0, #first/2?lang=en&theme=day
	// second beat 2 at 2.00 s, due +Inf, #second/2?lang=en&theme=day
	// false first shell.bad-link
}

// A moment gives the same picture however it was reached: by playing at any
// frame rate, by scrubbing in any order, by stepping back from behind.
func TestAMomentIsTheSameHoweverReached(t *testing.T) {
	want := map[float64]uint64{}
	seek := newPlayer(t, Options{})
	for _, now := range []float64{3.5, 0, 1, 2.25, 0.125, 3, 1.75, 0.5} {
		seek.Seek(0, now)
		seek.Tick(0)
		want[now] = seek.draw().Hash()
	}
	for _, fps := range []float64{24, 60, 144} {
		p := newPlayer(t, Options{})
		p.SetPlaying(true)
		for i := 0; i < int(20*fps) && p.Scene() == 0; i++ {
			p.Tick(1 / fps)
			p.draw()
			seek.Seek(0, p.Now())
			seek.Tick(0)
			if p.Scene() == 0 && p.l.Hash() != seek.draw().Hash() {
				t.Fatalf("at %v frames a second the picture at %v s differs from the one scrubbed to", fps, p.Now())
			}
		}
	}
	for now, hash := range want {
		p := newPlayer(t, Options{})
		p.Seek(0, 3.5)
		p.pass(0.1, 60)
		p.Seek(0, now)
		p.Tick(0)
		if p.draw().Hash() != hash {
			t.Errorf("the picture at %v s depends on what was shown before", now)
		}
	}
	p := newPlayer(t, Options{})
	p.GoTo(0, 2)
	p.settle(t)
	p.GoTo(0, 0)
	p.settle(t)
	if p.Now() != 1 || p.l.Hash() != want[1] {
		t.Errorf("going back ends at %v s with another picture than going there", p.Now())
	}
}

func TestStillPictureNeedsNoFrame(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	still := func(after string) {
		t.Helper()
		if !math.IsInf(p.Due(), 1) {
			t.Errorf("%s: due in %v s, want never", after, p.Due())
		}
		if n := p.pass(5, 60); n != 0 {
			t.Errorf("%s: %d frames in five still seconds", after, n)
		}
	}
	still("at the beginning")
	for _, e := range []struct {
		name string
		do   func()
	}{
		{"a hover", func() { p.Pointer(Move, Mouse, geom.P(230, 430)) }},
		{"a pick", func() { p.tapAt(t, geom.P(230, 430)) }},
		{"a finger", func() {
			p.Pointer(Down, 1, geom.P(50, 300))
			p.pass(1, 60)
			p.Pointer(Up, 1, geom.P(50, 300))
		}},
		{"a theme", p.NextTheme}, {"a language", p.NextLang},
		{"a bad link", func() { p.Open("#no"); p.pass(7, 60) }},
		{"a focus", func() { p.Key("Tab", false) }},
		{"a zoom", func() { p.Key("+", false) }},
		{"a cut", func() { p.GoTo(1, 0) }},
	} {
		frames := p.frames
		e.do()
		p.settle(t)
		p.pass(0.5, 60)
		if p.frames == frames {
			t.Errorf("%s draws no frame", e.name)
		}
		still(e.name)
	}
	// A finger that rests on the picture presses, and the picture stands still.
	p.GoTo(0, 0)
	p.settle(t)
	p.Pointer(Down, 1, geom.P(50, 300))
	p.pass(1, 60)
	still("a resting finger")
}

func TestHoverOverNothingNewDrawsNothing(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	for i := range 50 {
		p.Pointer(Move, Mouse, geom.P(50+float64(i), 200))
		if p.Tick(frame) {
			t.Fatal("a pointer over the empty ground draws a frame")
		}
	}
}

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	p := newPlayer(t, Options{})
	p.SetPlaying(true)
	p.pass(0.2, 60)
	if n := testing.AllocsPerRun(20, func() { p.Tick(0.001); p.draw() }); n != 0 {
		t.Errorf("%v allocations a frame", n)
	}
}

func TestReducedMotionShowsSettledPicturesOnly(t *testing.T) {
	p := newPlayer(t, Options{Reduced: true})
	settled := map[float64]bool{}
	for i := range 3 {
		settled[p.time(0).End(i)] = true
	}
	seen := 0
	p.SetPlaying(true)
	for i := 0; i < 60*12 && p.Scene() == 0; i++ {
		if p.Tick(frame) {
			p.draw()
			seen++
			if p.shot.scene == 0 && !settled[p.Now()] {
				t.Fatalf("the picture at %v s is shown, between beats", p.Now())
			}
		}
	}
	if p.Scene() != 1 {
		t.Errorf("playback stays in scene %d", p.Scene())
	}
	// A cross-fade takes half a second; all else stands still.
	if seen > 4*32 {
		t.Errorf("%d frames for three beats and a cut", seen)
	}
	p.Seek(0, 0.3)
	p.Tick(0)
	if p.Now() != p.time(0).End(0) {
		t.Errorf("scrubbing shows %v s", p.Now())
	}
}

func TestNewStoryKeepsThePlace(t *testing.T) {
	p := newPlayer(t, Options{})
	p.Open("#third/2?lang=en&theme=night&pick=plate.2&in=level:25")
	p.settle(t)
	before, link := p.draw().Hash(), p.Link().String()
	r := p.show.Bundle.Records()
	r.Timings = append(r.Timings[:len(r.Timings):len(r.Timings)], story.TimingRecord{Scene: "third", Beat: "turn", Duration: 4000, Hold: 500})
	next, err := story.New(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.SetStory(next); err != nil {
		t.Fatal(err)
	}
	p.settle(t)
	if got := p.time(2).End(1); got != 5 {
		t.Errorf("the changed beat ends at %v s, want 5", got)
	}
	if p.Link().String() != link || p.draw().Hash() != before {
		t.Errorf("the reader is at %s, was at %s", p.Link(), link)
	}
	r.Themes = r.Themes[:1:1]
	r.Themes[0].Colors = r.Themes[0].Colors[1:]
	broken, err := story.New(r)
	if err != nil {
		t.Fatal(err)
	}
	if p.SetStory(broken) == nil || p.Theme().Name != "night" {
		t.Error("a theme that lacks a colour is taken")
	}
}

func TestNoScenesIsAnError(t *testing.T) {
	if _, err := New(bundle(t), nil, nil, Options{}); err == nil {
		t.Error("a story without scenes plays")
	}
}

func TestWhatIsDrawnIsWhole(t *testing.T) {
	p := newPlayer(t, Options{})
	p.Key("Tab", false)
	p.settle(t)
	if !p.has("focus.ring") {
		t.Error("the focus is not shown")
	}
	if err := p.draw().Check(); err != nil {
		t.Error(err)
	}
	if draw.Name("x") != draw.ParseID("x") {
		t.Error("ids do not read back")
	}
}
