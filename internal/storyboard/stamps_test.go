package storyboard_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// One mark, one thing: as many as have come, each in its row on the slope, and the
// layer that they are drawn after is never seen by itself.
func TestStampsAreCountedInRows(t *testing.T) {
	stamps := &storyboard.Stamps{
		Mark: "house", Figure: "inspection.teams", Slope: "path", Grid: "bank", Wide: 4, Upright: 3,
		Come: func(v stage.View) float64 { return v.Beat("come") },
	}
	s := open(t, &storyboard.Board{Cues: []storyboard.Cue{stamps.Cue()}, Parts: []storyboard.Part{stamps.Part("ground")}})
	fig, ok := s.Bundle.In(0).Figure("inspection.teams")
	if !ok {
		t.Fatal("there is no such figure")
	}
	for now, want := range map[float64]int{0: 0, 2: fig.Count()} {
		l := picture(t, s, now)
		if mark(l, "house/sheet.1") != nil {
			t.Errorf("at %v the mark's own layer is seen", now)
		}
		n := 0
		if m := mark(l, "house/all.1"); m != nil {
			places := map[geom.Pt]bool{}
			for k, v := 0, 0; v < len(m.Path.Verbs); v++ {
				if m.Path.Verbs[v] == geom.MoveTo {
					n++
					places[m.Path.Pts[k]] = true
				}
				k += m.Path.Verbs[v].Points()
			}
			if len(places) != n {
				t.Errorf("at %v %d marks stand in %d places", now, n, len(places))
			}
		}
		if n != want {
			t.Errorf("at %v %d marks stand, want %d", now, n, want)
		}
	}
	if l := picture(t, s, 2); l.Find(draw.ParseID("house/all.2")) >= 0 {
		t.Error("a mark of one shape is stamped twice")
	}
}

// Where a figure says about how many there are, the last marks are fainter and fainter;
// marks that would stand too near to one another are left out.
func TestTheLastStampsOfAboutSoManyFade(t *testing.T) {
	const about = 5
	stamps := &storyboard.Stamps{
		Mark: "house", Figure: "inspection.teams", Slope: "path", Grid: "bank", Wide: 4, Upright: 3, About: about,
		Come: func(stage.View) float64 { return 1 },
	}
	s := open(t, &storyboard.Board{Cues: []storyboard.Cue{stamps.Cue()}, Parts: []storyboard.Part{stamps.Part("ground")}})
	fig, _ := s.Bundle.In(0).Figure("inspection.teams")
	l := picture(t, s, 2)
	firm := previewtest.Contours(mark(l, "house/all.1").Path)
	last := 1.0
	for i := firm + 1; i <= fig.Count(); i++ {
		m := l.Find(draw.Nth("house", i).SubN("shape", 1))
		if m < 0 || l.Marks[m].Alpha >= last {
			t.Fatalf("the mark %d is no fainter than the one before", i)
		}
		last = l.Marks[m].Alpha
	}
	if firm != fig.Count()-about || last > 0.3 {
		t.Errorf("%d marks are firm, and the last is seen at %.2f", firm, last)
	}
	stamps.Least = 1e6
	if l = picture(t, s, 2); mark(l, "house/all.1") != nil {
		t.Error("marks stand that have no room")
	}
}

// Where nobody says how many stand side by side, the slope does.
func TestTheSlopeSaysHowManyStandSideBySide(t *testing.T) {
	stamps := &storyboard.Stamps{Mark: "house", Figure: "inspection.teams", Slope: "path", Grid: "bank", Come: func(stage.View) float64 { return 1 }}
	s := open(t, &storyboard.Board{Cues: []storyboard.Cue{stamps.Cue()}, Parts: []storyboard.Part{stamps.Part("ground")}})
	rows := map[float64]int{}
	m := mark(picture(t, s, 2), "house/all.1")
	for k, v := 0, 0; v < len(m.Path.Verbs); v++ {
		if m.Path.Verbs[v] == geom.MoveTo {
			rows[m.Path.Pts[k].X]++
		}
		k += m.Path.Verbs[v].Points()
	}
	// The slope is 400 long, along and down, and marks stand 200 apart.
	if len(rows) != 2 {
		t.Errorf("%d marks stand side by side", len(rows))
	}
}

// A mark's strokes are strokes of all marks.
func TestStampsAreStrokedAsTheirMarkIs(t *testing.T) {
	stamps := &storyboard.Stamps{Mark: "wire", Figure: "inspection.teams", Slope: "path", Grid: "bank", Come: func(stage.View) float64 { return 1 }}
	s := open(t, &storyboard.Board{Cues: []storyboard.Cue{stamps.Cue()}, Parts: []storyboard.Part{stamps.Part("ground")}})
	l := picture(t, s, 2)
	if line, rect := mark(l, "wire/all.1"), mark(l, "wire/all.2"); line.Pen.Width != 4 || rect.Pen.Width != 0 {
		t.Errorf("a line is stamped with a pen of %v, a rectangle with one of %v", line.Pen.Width, rect.Pen.Width)
	}
}

// What stands is told as still, to be kept, until the count is another.
func TestStampsThatStandAreStill(t *testing.T) {
	stamps := &storyboard.Stamps{
		Mark: "house", Figure: "inspection.teams", Slope: "path", Grid: "bank", Wide: 4, Upright: 3,
		Come: func(v stage.View) float64 { return v.Beat("come") },
	}
	s := open(t, &storyboard.Board{Cues: []storyboard.Cue{stamps.Cue()}, Parts: []storyboard.Part{stamps.Part("ground")}})
	if l := picture(t, s, 1); len(l.Stills) != 0 {
		t.Error("what comes is still")
	}
	first, again := picture(t, s, 2), picture(t, s, 2)
	if len(first.Stills) != 1 || len(again.Stills) != 1 {
		t.Fatalf("%d and %d stretches are still, want one", len(first.Stills), len(again.Stills))
	}
	if a, b := &first.Stills[0], &again.Stills[0]; a.Mark.Sheet != b.Mark.Sheet {
		t.Error("what stands is drawn again")
	}
}
