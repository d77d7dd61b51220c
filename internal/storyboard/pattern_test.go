package storyboard_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// A pattern is seen where it is set down, as often as it is, and not where it is drawn.
func TestAPatternIsSeenWhereItIsSetDown(t *testing.T) {
	places := []geom.Pt{{X: 10, Y: 20}, {X: 70, Y: 5}}
	s := open(t, &storyboard.Board{
		Cues: storyboard.Hide("house"),
		Parts: []storyboard.Part{{Layer: "ground", Draw: func(l *draw.List, v stage.View, _ storyboard.Spot) {
			for i, p := range places {
				l.PushAt(p, 1, 1)
				storyboard.Pattern(l, &v, draw.Nth("copy", i+1), "house")
				l.Pop()
			}
			storyboard.Pattern(l, &v, draw.Name("none"), "no-such-layer")
		}}},
	})
	l := picture(t, s, 0)
	if mark(l, "house/sheet.1") != nil {
		t.Error("the pattern is seen where it is drawn")
	}
	a, b := mark(l, "copy.1"), mark(l, "copy.2")
	if a == nil || b == nil || mark(l, "none") != nil {
		t.Fatal("not every copy of the pattern is there, or one of nothing")
	}
	if got := b.M.At(geom.Pt{}).Sub(a.M.At(geom.Pt{})); got.Dist(places[1].Sub(places[0]).Mul(a.M.Scale())) > 1e-9 {
		t.Errorf("the copies lie %v apart", got)
	}
}
