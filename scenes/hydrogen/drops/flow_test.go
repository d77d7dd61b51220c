package drops_test

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/scenes/hydrogen/drops"
)

var glints = []drops.Glint{{R: 1, Color: draw.RGB(0x2A9374)}, {X: -0.3, Y: -0.3, R: 0.2, Color: draw.RGB(0xFFFFFF)}}

// works is a tube through which pearls run, and a basin in which bubbles rise.
func works() *storyboard.Board {
	f := &drops.Flow{
		Name: "pearls", Bore: "bore", Glints: glints, Sizes: []float64{0.35, 0.25},
		Share: func(v stage.View) float64 { return v.Beat("come") },
		Run:   func(v stage.View) float64 { return 3.3 * v.Beat("go") },
		Head: func(l *draw.List, _ stage.View, at geom.Pt, bore float64) {
			l.Circle(draw.Name("head"), at, bore, draw.Ink(draw.RGB(0xBFFFE8)), draw.Decor())
		},
	}
	b := &drops.Bubbles{
		Name: "bubbles", Strings: 4, Each: 5, Glints: glints,
		Turns: func(v stage.View) float64 { return 2 * v.Beat("come") },
		Show:  func(v stage.View) float64 { return v.Beat("come") },
	}
	return &storyboard.Board{Parts: []storyboard.Part{f.Part("house", "path"), b.Part("house", "bank")}, Uses: []string{"bore"}}
}

// plant is a scene of a storyboard.
type plant struct{ board *storyboard.Board }

func (plant) Name() string { return "plant" }
func (plant) Beats() []anim.Beat {
	return []anim.Beat{{Name: "come", Move: 2}, {Name: "go", Move: 2}}
}
func (p plant) Draw(l *draw.List, v stage.View) { p.board.Draw(l, &v) }

var window = geom.R(0, 0, 1440, 900)

// built shows the works in a drawing.
func built(t *testing.T) *preview.Viewer {
	t.Helper()
	s := previewtest.Open(t, plant{works()})
	tube := new(geom.Path).Move(100, 200).Line(300, 200).Line(300, 400)
	set := previewtest.Sketch([]string{"house"}, art.Slot{Name: "path", Rect: tube.Bounds(), Path: tube},
		art.Slot{Name: "bore", Rect: geom.R(0, 0, 20, 20)}, art.Slot{Name: "bank", Rect: geom.R(600, 300, 200, 200)})
	if err := s.SetArt(0, set); err != nil {
		t.Fatal(err)
	}
	return s
}

func pictured(t *testing.T, s *preview.Viewer, now float64) *draw.List {
	t.Helper()
	return previewtest.Drawn(t, s, preview.Moment{Now: now, Lang: story.ZH, Area: window})
}

// named is the mark of an ID as String writes it; nil where the list has none.
func named(l *draw.List, id string) *draw.Mark {
	if i := l.Find(draw.ParseID(id)); i >= 0 {
		return &l.Marks[i]
	}
	return nil
}

// visible are the pearls that are not all transparent.
func visible(l *draw.List) (all []draw.Dot) {
	for _, d := range named(l, "pearls/glint.1").Dots {
		if d.Color.A() > 0 {
			all = append(all, d)
		}
	}
	return all
}

func TestNothingOfAFlowRunsAheadOfIt(t *testing.T) {
	s := built(t)
	if l := pictured(t, s, 0); named(l, "pearls/glint.1") != nil || named(l, "head") != nil {
		t.Error("something is in the tube before the flow has begun")
	}
	l := pictured(t, s, 1)
	dots := visible(l)
	if want := 9; len(dots) != want { // and one under the collar
		t.Errorf("half of the tube, 200 of 400, holds %d pearls, want %d", len(dots), want)
	}
	for _, d := range dots {
		if d.At.Y > 200+1e-6 {
			t.Errorf("a pearl at %v is ahead of half the way", d.At)
		}
	}
	if head := named(l, "head").Path.Bounds().Center(); head.Dist(geom.P(300, 200)) > 0.1 {
		t.Errorf("half way the first is at %v", head)
	}
	if l := pictured(t, s, 2); named(l, "head") != nil {
		t.Error("the first is still on its way when all has come")
	}
	// A flow that runs on keeps its tube filled, and its pearls their order.
	for now := 2.1; now < 4; now += 0.17 {
		dots := visible(pictured(t, s, now))
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
	s := built(t)
	for now := 0.2; now <= 2; now += 0.2 {
		dots := named(pictured(t, s, now), "bubbles/glint.1").Dots
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
	s := built(t)
	v := s.View(preview.Moment{Now: 1.3, Lang: story.ZH, Area: window})
	var l draw.List
	frame := func() { s.DrawView(&l, 0, v) }
	frame()
	if n := testing.AllocsPerRun(20, frame); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
