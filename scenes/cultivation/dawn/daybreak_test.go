package dawn_test

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
	"lianhua/scenes/cultivation/dawn"
)

// room is a scene whose only beat is a daybreak.
type room struct{ board *storyboard.Board }

func (room) Name() string                      { return "room" }
func (room) Beats() []anim.Beat                { return []anim.Beat{{Name: "rise", Move: 2, Hold: 1}} }
func (r room) Draw(l *draw.List, v stage.View) { r.board.Draw(l, &v) }

// The shade withdraws to the right as the light comes, leans with it, and is gone when
// it has passed.
func TestTheShadeWithdraws(t *testing.T) {
	d := &dawn.Daybreak{Name: "shade", Room: "walls", Way: "way", Slant: 0.5, Come: func(v stage.View) float64 { return v.Beat("rise") }}
	walls := new(geom.Path).Rect(geom.R(10, 10, 300, 100))
	var at20, at80 float64
	b := &storyboard.Board{Parts: []storyboard.Part{d.Part("floor"), {Layer: "floor", Draw: func(_ *draw.List, v stage.View, at storyboard.Spot) {
		f := d.Front(&v, at)
		at20, at80 = f.At(20), f.At(80)
	}}}}
	s := previewtest.Open(t, room{b})
	set := previewtest.Sketch([]string{"floor"}, art.Slot{Name: "walls", Rect: walls.Bounds(), Path: walls}, art.Slot{Name: "way", Rect: geom.R(20, 20, 200, 60)})
	if err := s.SetArt(0, set); err != nil {
		t.Fatal(err)
	}
	var l draw.List
	was := geom.Rect{}
	for k := 0; k <= 4; k++ {
		s.Draw(&l, preview.Moment{Now: 0.5 * float64(k), Lang: story.ZH, Area: geom.R(0, 0, 1440, 900)})
		i := l.Find(draw.Name("shade"))
		if (i >= 0) != (k < 4) {
			t.Fatalf("%d/4: the shade is there: %v", k, i >= 0)
		}
		if i < 0 {
			break
		}
		if now := l.Marks[i].Path.Bounds(); k > 0 && now.X <= was.X {
			t.Errorf("%d/4: the shade begins at %.1f, before at %.1f", k, now.X, was.X)
		} else {
			was = now
		}
		if at80-at20 != 30 {
			t.Errorf("the edge stands at %.1f, and 60 lower at %.1f", at20, at80)
		}
	}
}
