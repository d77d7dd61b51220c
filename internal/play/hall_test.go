package play

import (
	"testing"

	"lianhua/internal/geom"
	"lianhua/internal/story"
)

const minute = 60

func hall(t *testing.T) *player {
	return newPlayer(t, Options{Playing: true, Hall: &Hall{Quiet: minute}, Lang: story.ZH, Swipe: true})
}

// What is left of a reader's when the player has gone back to the start: nothing.
func TestNothingOfAReaderIsLeftAtTheStart(t *testing.T) {
	p := hall(t)
	p.pass(0.5, 30)
	p.Pointer(Move, Mouse, geom.P(230, 430)) // over a plate of the first scene
	p.Key("m", false)
	p.Key("Tab", false)
	p.SetSpeed(2)
	p.SetPlaying(false)
	p.settle(t)
	if p.shot.hover.ID.Zero() || !p.Reduced() {
		t.Fatal("the reader has done nothing")
	}
	p.pass(minute+3, 30)
	fresh := hall(t)
	if got, want := p.Link().String(), fresh.Link().String(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if p.Reduced() || !p.shot.hover.ID.Zero() || !p.Focused().Zero() || p.ringed || p.Speed() != 1 {
		t.Errorf("reduced %v, hover %v, focus %v, speed %v", p.Reduced(), p.shot.hover.ID, p.Focused(), p.Speed())
	}
}

// The start is what the one who set the player up asked for.
func TestTheStartIsWhereItWasBegun(t *testing.T) {
	p := hall(t)
	const link = "second/2?lang=en&speed=2"
	if p.Begin("nowhere") || !p.Begin(link) {
		t.Fatal("the start is not taken")
	}
	begun := p.Link().String()
	p.pass(1, 30)
	if p.touched {
		t.Error("the beginning is taken for a reader")
	}
	there := func(what string) {
		t.Helper()
		if p.SceneName() != "second" || p.Beat() != 1 || p.Lang() != story.EN || p.Speed() != 2 || !p.Playing() {
			t.Errorf("%s: %s, begun as %s", what, p.Link(), begun)
		}
	}
	there("begun")
	p.Open("third/1?lang=zh&speed=1&play=0")
	p.settle(t)
	for range 30 * (minute + 1) {
		if p.pass(1.0/30, 30); !p.touched {
			break
		}
	}
	p.pass(0.5, 30) // the fade
	there("after a reader")
}

// Only what a reader does keeps the player waiting.
func TestWhatIsNoReader(t *testing.T) {
	plate := geom.P(230, 430)
	for what, trouble := range map[string]func(p *player, second int){
		"a held pointer": func(p *player, second int) {
			if second == 0 {
				p.Pointer(Down, 1, plate)
			}
		},
		"a held mouse that trembles": func(p *player, second int) {
			if second == 0 {
				p.Pointer(Down, Mouse, plate)
			}
			if second%5 == 0 {
				p.Pointer(Move, Mouse, plate.Add(geom.P(float64(second/5%2)/2, 0)))
			}
		},
		"a mouse that trembles": func(p *player, second int) {
			if second%5 == 0 {
				p.Pointer(Move, Mouse, plate.Add(geom.P(float64(second/5%2)/2, 0)))
			}
		},
		"two fingers that tremble": func(p *player, second int) {
			if second == 0 {
				p.Pointer(Down, 1, plate)
				p.Pointer(Down, 2, geom.P(600, 430))
			}
			p.Pointer(Move, 1, plate.Add(geom.P(float64(second%2)/2, 0)))
			p.Pointer(Move, 2, geom.P(600+float64(second%2)/2, 430))
		},
		"unknown keys": func(p *player, second int) {
			if second%30 == 0 {
				p.Key("F9", false)
			}
		},
		"keys that lead nowhere": func(p *player, second int) { p.Key("ArrowRight", false) },
		"a key under something":  func(p *player, second int) { p.KeyRepeat("t", false) },
		"a pointer that leaves":  func(p *player, second int) { p.Pointer(Leave, Mouse, plate) },
		"a release of nothing":   func(p *player, second int) { p.Pointer(Up, 1, plate) },
	} {
		p := hall(t)
		p.Open("third/3?play=0&lang=en")
		p.End()
		p.SetPlaying(false)
		p.settle(t)
		for second := range minute + 8 {
			trouble(p, second)
			p.pass(1, 10)
			if !p.touched {
				break
			}
		}
		p.pass(0.6, 30)
		if p.touched || p.Lang() != story.ZH || p.Scene() != 0 {
			t.Errorf("%s keeps the player waiting: %s", what, p.Link())
		}
	}
}

// And what a reader does is seen: a slow hand too.
func TestWhatIsAReader(t *testing.T) {
	for what, act := range map[string]func(p *player, second int){
		"a slow drag": func(p *player, second int) {
			if second == 0 {
				p.Pointer(Down, 1, geom.P(550, 605))
			}
			p.Pointer(Move, 1, geom.P(550+float64(second), 605))
		},
		"a mouse": func(p *player, second int) { p.Pointer(Move, Mouse, geom.P(float64(9*second), 40)) },
		"keys":    func(p *player, second int) { p.Key("t", false) },
		"taps": func(p *player, second int) {
			if second%30 == 0 {
				p.tapAt(t, geom.P(10, 10))
			}
		},
	} {
		p := hall(t)
		p.Open("third/3?play=0&lang=en")
		p.settle(t)
		for second := range 3 * minute {
			act(p, second)
			p.pass(1, 10)
		}
		if !p.touched || p.Lang() != story.EN {
			t.Errorf("%s is not seen", what)
		}
	}
}
