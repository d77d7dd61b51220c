package gpu

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// stars are a list of shapes, which lie one over the other.
func stars() *draw.List {
	l := picture(330, 180)
	for i := range 40 {
		c := geom.P(20+float64(i%10)*22.3, 20+float64(i/10)*24.7)
		l.Fill(draw.Nth("star", i+1), star(l.NewPath(), c, 17), draw.Ink(draw.RGB(0x804020)), draw.Decor())
		l.Stroke(draw.Nth("ray", i+1), l.NewPath().Move(c.X, c.Y).Quad(c.X+9, c.Y-4, c.X+20, c.Y+11), geom.Pen{Width: 2.3}, draw.Ink(draw.RGB(0x204080).Fade(0.7)), draw.Decor())
	}
	return l
}

// A stretch of marks that a list says is still is kept, and looks as its marks do.
func TestStillMarksAreKept(t *testing.T) {
	from, sheet := stars(), village(60, 15)
	still, marks := picture(330, 180), picture(330, 180)
	for _, l := range []*draw.List{still, marks} {
		l.Sheet(draw.Name("village"), sheet) // what is before a stretch may be sheets
		l.Push(geom.Translate(30.3, 20.6), 1)
		l.Repeat(from, from.Sheeted())
		l.Pop()
		l.Rect(draw.Name("after"), geom.R(40, 30, 50, 20), 0, draw.Ink(draw.RGB(0x225588)), draw.Decor())
	}
	marks.Stills = nil
	withScene(t, 330, 180, func(s *scene) {
		want := settle(s, marks, 1, 2)
		got := settle(s, still, 1, 3)
		if st := s.Stats(); st.Laid != 2 || st.Made != 0 {
			t.Errorf("a frame takes %+v", st)
		}
		for i, v := range got.Pix {
			if d := int(v) - int(want.Pix[i]); d < -2 || d > 2 {
				t.Fatalf("pixel %d,%d differs by %d levels", i/4%330, i/4/330, d)
			}
		}
	})
}

// A fading stretch fades mark by mark, as its list says.
func TestStillMarksThatFadeAreDrawnOneByOne(t *testing.T) {
	from, l := stars(), picture(330, 180)
	l.Push(geom.Identity(), 0.5)
	l.Repeat(from, from.Sheeted())
	l.Pop()
	withScene(t, 330, 180, func(s *scene) {
		settle(s, l, 1, 3)
		if st := s.Stats(); st.Laid != 0 {
			t.Errorf("%+v, want no layer", st)
		}
	})
}
