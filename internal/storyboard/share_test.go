package storyboard_test

import (
	"math"
	"testing"

	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// A figure that counts what the picture shows is not there before the first of it, says
// no more than has come, and is ink once all of it has.
func TestAFigureCountsAsFarAsItsShare(t *testing.T) {
	share := 0.0
	s := open(t, &storyboard.Board{Texts: []storyboard.Text{
		{Slot: "count", Figure: "inspection.towns", Size: 30, Share: func(stage.View) float64 { return share }},
	}})
	fig, _ := s.Bundle.In(0).Figure("inspection.towns")
	n := float64(fig.Count())
	for _, c := range []struct{ share, number, light float64 }{{0, -1, 0}, {0.5 / n, 0, 0.5}, {1 / n, 1, 1}, {7.5 / n, 7, 1}, {1, n, 1}} {
		share = c.share
		m := mark(picture(t, s, 0), "count/number")
		if m == nil {
			if c.number >= 0 {
				t.Errorf("at %v there is no number", c.share)
			}
			continue
		}
		number := 0.0
		for _, d := range m.Run.Text {
			number = 10*number + float64(d-'0')
		}
		if number != c.number || math.Abs(m.Alpha-c.light) > 1e-9 {
			t.Errorf("at %v it says %v in %.2f of its light, want %v in %.2f", c.share, number, m.Alpha, c.number, c.light)
		}
		ink, pencil := s.Themes[0].Ink, s.Themes[0].Mute
		if want := map[bool]any{true: ink, false: pencil}[c.share == 1]; m.Paint.Color != want {
			t.Errorf("at %v it has the colour %v", c.share, m.Paint.Color)
		}
	}
}
