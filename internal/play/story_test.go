package play

import (
	"slices"
	"testing"

	"lianhua/assets"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/ledger"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// The story's own scenes, as readers meet them.

func storyPlayer(t *testing.T, o Options) *player {
	t.Helper()
	return newPlayerOf(t, o, scenes.All()...)
}

// drawnPlayer is a storyPlayer whose scenes have their drawings.
func drawnPlayer(t *testing.T, o Options) *player {
	t.Helper()
	p := storyPlayer(t, o)
	if err := p.Hang(assets.Pack); err != nil {
		t.Fatal(err)
	}
	return p
}

// Without motion no figure is lost: each that a playing story shows is in one of
// the settled pictures.
func TestReducedMotionLosesNoFigure(t *testing.T) {
	figures := func(p *player, seen []string) []string {
		for _, e := range ledger.Of(&p.l).Entries {
			if !slices.Contains(seen, e.Figure) {
				seen = append(seen, e.Figure)
			}
		}
		return seen
	}
	var full, reduced []string
	p := storyPlayer(t, Options{Lang: story.EN})
	for i := range scenes.All() {
		for now := 0.0; now <= p.time(i).Length(); now += 0.4 {
			p.Seek(i, now)
			p.Tick(frame)
			p.draw()
			full = figures(p, full)
		}
	}
	p = storyPlayer(t, Options{Lang: story.EN, Reduced: true})
	for step := range p.Deck().Steps() {
		p.ScrollTo(float64(step))
		p.settle(t)
		reduced = figures(p, reduced)
	}
	if len(full) == 0 {
		t.Fatal("the story shows no figure")
	}
	for _, id := range full {
		if !slices.Contains(reduced, id) {
			t.Errorf("%s is never shown without motion", id)
		}
	}
}

func TestKeysReachAllTouchablesOfTheStory(t *testing.T) {
	p := storyPlayer(t, Options{})
	for step := range p.Deck().Steps() {
		p.ScrollTo(float64(step))
		p.settle(t)
		want := p.Touchables(nil)
		for k, id := range want {
			if !p.Key("Tab", false) || p.Focused() != id {
				t.Fatalf("%s beat %d: Tab %d reaches %v, want %v", p.SceneName(), p.Beat()+1, k+1, p.Focused(), id)
			}
			p.draw()
		}
		p.Focus(draw.ID{}, false)
	}
}

// Playing, stepping and scrubbing meet in the same settled pictures.
func TestStoryIsTheSameHoweverReached(t *testing.T) {
	settled := map[int]uint64{}
	p := storyPlayer(t, Options{})
	p.SetPlaying(true)
	for i := 0; p.Playing(); i++ {
		if i > 60*600 {
			t.Fatal("the story does not end")
		}
		p.Tick(1.0 / 24)
		if p.resting && p.veil == 0 && settled[p.Step()] == 0 {
			settled[p.Step()] = p.draw().Hash()
		}
	}
	p = storyPlayer(t, Options{})
	last := p.Deck().Steps() - 1
	for step := last; step >= 0; step-- {
		p.ScrollTo(float64(step))
		p.settle(t)
		if got := p.draw().Hash(); step < last && got != settled[step] {
			t.Errorf("%s beat %d: scrolled back to, the picture differs from the one that playback rests at", p.SceneName(), p.Beat()+1)
		}
	}
}

// A reader who touches everything in sight breaks nothing.
func TestTouchingTheStoryAllOver(t *testing.T) {
	p := storyPlayer(t, Options{Swipe: true})
	for step := range p.Deck().Steps() {
		p.ScrollTo(float64(step))
		p.settle(t)
		for _, id := range p.Touchables(nil) {
			p.Activate(id)
			p.pass(0.3, 30)
			if err := p.draw().Check(); err != nil {
				t.Errorf("%s after %v: %v", p.SceneName(), id, err)
			}
			if p.Step() != step {
				p.GoTo(p.Deck().Locate(step))
				p.settle(t)
			}
		}
		p.Pointer(Down, 1, geom.P(700, 600))
		p.pass(0.5, 30)
		p.Pointer(Move, 1, geom.P(800, 640))
		p.pass(0.2, 30)
		if err := p.draw().Check(); err != nil {
			t.Errorf("%s under a finger: %v", p.SceneName(), err)
		}
		p.Pointer(Cancel, 1, geom.P(800, 640))
		p.settle(t)
	}
}
