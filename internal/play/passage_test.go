package play

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// divided is a first scene that knows the acts of a story of three.
type divided struct{ plates }

func (divided) Acts() []stage.Act {
	return []stage.Act{{Name: "roots", Scenes: []stage.Member{{Scene: "second"}, {Scene: "third"}}}}
}

// passages notes what is drawn of each way.
func passages(t *testing.T, reduced bool) (*player, *[]Passage) {
	t.Helper()
	var seen []Passage
	p := newPlayerOf(t, Options{Reduced: reduced, Passage: func(_ *draw.List, _ *stage.View, at *Passage) { seen = append(seen, *at) }},
		divided{plates{"first"}}, page{}, plates{"third"})
	p.settle(t)
	return p, &seen
}

func TestAPassageLeadsFromActToAct(t *testing.T) {
	p, seen := passages(t, false)
	p.GoTo(1, 0)
	for drawn := p.Drawn(); p.Due() == 0; drawn = p.Drawn() {
		n := len(*seen)
		p.Tick(frame)
		p.draw()
		if p.Drawn() != drawn && (*seen)[n].Shut != 1 {
			t.Errorf("the scene changes where the way is shut by %v", (*seen)[n].Shut)
		}
		if len(*seen) > n && (*seen)[n].Shut == 1 && p.Now() > 0 {
			t.Errorf("the scene is at %v s while nothing of it shows", p.Now())
		}
	}
	shut, rests := 0, 0
	for i, at := range *seen {
		if at.Act != "roots" {
			t.Fatalf("the way leads to %q", at.Act)
		}
		switch {
		case at.Shut == 1:
			rests++
		case rests == 0 && i > 0 && at.Shut < (*seen)[i-1].Shut, rests > 0 && at.Shut > (*seen)[i-1].Shut:
			t.Errorf("the way goes back from %v to %v", (*seen)[i-1].Shut, at.Shut)
		case rests == 0:
			shut++
		}
	}
	if shut < 10 || float64(rests) < passageRests/frame-2 {
		t.Errorf("the way closes in %d frames and rests for %d", shut, rests)
	}
	if p.Drawn() != "second" || p.Now() != p.time(1).End(0) {
		t.Errorf("the way ends in %s at %v s", p.Drawn(), p.Now())
	}
}

func TestScenesOfOneActFade(t *testing.T) {
	p, seen := passages(t, false)
	p.GoTo(1, 0)
	p.settle(t)
	*seen = nil
	p.GoTo(2, 0)
	p.settle(t)
	if len(*seen) > 0 {
		t.Errorf("%d moments of a way within one act", len(*seen))
	}
	p.GoTo(0, 0)
	p.settle(t)
	if len(*seen) == 0 || (*seen)[0].Act != "" {
		t.Errorf("the way back to the scene of no act: %v", *seen)
	}
}

func TestNoPassageWhereMotionIsReduced(t *testing.T) {
	p, seen := passages(t, true)
	p.GoTo(1, 0)
	p.settle(t)
	if len(*seen) > 0 || p.Drawn() != "second" {
		t.Errorf("%d moments of a way to %s", len(*seen), p.Drawn())
	}
}

func TestAPassageTurnsBackWithTheReader(t *testing.T) {
	p, seen := passages(t, false)
	p.GoTo(1, 0)
	p.pass(passageCloses/2, 60)
	p.GoTo(0, 0)
	before := len(*seen)
	p.settle(t)
	for i := before + 1; i < len(*seen); i++ {
		if (*seen)[i].Shut > (*seen)[i-1].Shut {
			t.Errorf("the way closes from %v to %v after the reader has turned back", (*seen)[i-1].Shut, (*seen)[i].Shut)
		}
	}
	if p.Drawn() != "first" || len(*seen) == before {
		t.Errorf("%d moments of the way back; %s is drawn", len(*seen)-before, p.Drawn())
	}
}

func TestAReaderMayLeaveAPassageAtAnyMoment(t *testing.T) {
	for frames := range 130 {
		p, _ := passages(t, false)
		p.GoTo(1, 0)
		p.pass(float64(frames)*frame, 60)
		p.GoTo(2, 1)
		p.settle(t)
		if p.Drawn() != "third" || p.veil != 0 || p.stay != 0 {
			t.Fatalf("after %d frames: %s, veil %v, %v s of rest", frames, p.Drawn(), p.veil, p.stay)
		}
	}
}
