package storyboard_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The shade withdraws to the right as the light comes, leans with it, and is gone when
// it has passed.
func TestTheShadeWithdraws(t *testing.T) {
	d := &storyboard.Daybreak{Name: "shade", Room: "course", Way: "title", Slant: 0.5, Come: func(v stage.View) float64 { return v.Beat("rise") }}
	b := board()
	var at20, at80 float64
	b.Parts = append(b.Parts, d.Part("cart"), storyboard.Part{Layer: "cart", Draw: func(_ *draw.List, v stage.View, at storyboard.Spot) {
		f := d.Front(&v, at)
		at20, at80 = f.At(20), f.At(80)
	}})
	s := viewer(t, b)
	var l draw.List
	was := geom.Rect{}
	for k := 0; k <= 4; k++ {
		s.Draw(&l, at(s, 0.5*float64(k), laptop))
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
