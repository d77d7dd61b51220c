package storyboard_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

var glints = []storyboard.Glint{{R: 1, Color: draw.RGB(0x2A9374)}, {X: -0.3, Y: -0.3, R: 0.2, Color: draw.RGB(0xFFFFFF)}}

// works is a tube through which pearls run, and a basin in which bubbles rise.
func works() *storyboard.Board {
	f := &storyboard.Flow{
		Name: "pearls", Bore: "bore", Glints: glints, Sizes: []float64{0.35, 0.25},
		Share: func(v stage.View) float64 { return v.Beat("come") },
		Run:   func(v stage.View) float64 { return 3.3 * v.Beat("go") },
		Head: func(l *draw.List, _ stage.View, at geom.Pt, bore float64) {
			l.Circle(draw.Name("head"), at, bore, draw.Ink(draw.RGB(0xBFFFE8)), draw.Decor())
		},
	}
	b := &storyboard.Bubbles{
		Name: "bubbles", Strings: 4, Each: 5, Glints: glints,
		Turns: func(v stage.View) float64 { return 2 * v.Beat("come") },
		Show:  func(v stage.View) float64 { return v.Beat("come") },
	}
	return &storyboard.Board{Parts: []storyboard.Part{f.Part("house", "path"), b.Part("house", "bank")}, Uses: []string{"bore"}}
}

// seen are the pearls that are not all transparent.
func seen(l *draw.List) (all []draw.Dot) {
	for _, d := range mark(l, "pearls/glint.1").Dots {
		if d.Color.A() > 0 {
			all = append(all, d)
		}
	}
	return all
}

func TestNothingOfAFlowRunsAheadOfIt(t *testing.T) {
	s := open(t, works())
	if l := picture(t, s, 0); mark(l, "pearls/glint.1") != nil || mark(l, "head") != nil {
		t.Error("something is in the tube before the flow has begun")
	}
	l := picture(t, s, 1)
	dots := seen(l)
	if want := 9; len(dots) != want { // and one under the collar
		t.Errorf("half of the tube, 200 of 400, holds %d pearls, want %d", len(dots), want)
	}
	for _, d := range dots {
		if d.At.Y > 200+1e-6 {
			t.Errorf("a pearl at %v is ahead of half the way", d.At)
		}
	}
	if head := mark(l, "head").Path.Bounds().Center(); head.Dist(geom.P(300, 200)) > 0.1 {
		t.Errorf("half way the first is at %v", head)
	}
	if l := picture(t, s, 2); mark(l, "head") != nil {
		t.Error("the first is still on its way when all has come")
	}
	// A flow that runs on keeps its tube filled, and its pearls their order.
	for now := 2.1; now < 4; now += 0.17 {
		dots := seen(picture(t, s, now))
		if len(dots) < 18 || len(dots) > 19 {
			t.Errorf("at %v the tube holds %d pearls", now, len(dots))
		}
		for i := 1; i < len(dots); i++ {
			if dots[i].R == dots[i-1].R {
				t.Errorf("at %v two pearls of one size follow each other", now)
			}
		}
	}
}

func TestBubblesStayInTheirBasin(t *testing.T) {
	s := open(t, works())
	for now := 0.2; now <= 2; now += 0.2 {
		dots := mark(picture(t, s, now), "bubbles/glint.1").Dots
		if len(dots) != 20 {
			t.Fatalf("%d bubbles", len(dots))
		}
		for _, d := range dots {
			if d.At.X-d.R < 600 || d.At.X+d.R > 800 || d.At.Y-d.R < 300-1e-9 || d.At.Y+d.R > 500+1e-9 {
				t.Errorf("at %v a bubble of %v at %v leaves the basin", now, d.R, d.At)
			}
		}
	}
}

func TestFlowsAllocateNothing(t *testing.T) {
	s := open(t, works())
	v := s.View(preview.Moment{Now: 1.3, Lang: story.ZH, Area: area})
	var l draw.List
	frame := func() { s.DrawView(&l, 0, v) }
	frame()
	if n := testing.AllocsPerRun(20, frame); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
