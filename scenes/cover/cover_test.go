package cover

import (
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// What stands on a ridge stands inside the ring.
func TestHomesStandInTheValley(t *testing.T) {
	for _, o := range homes {
		x, y := o.x, -hills[o.hill].at(o.x)
		if reach := o.size; (x*x+y*y)+reach > 1 {
			t.Errorf("the home at %v leaves the ring", o)
		}
	}
}

func TestBothDoorsCanBeTouched(t *testing.T) {
	s, err := preview.Open(assets.Story, fonts.Sans, fonts.Bold, fonts.Serif, []stage.Scene{New()}, assets.Pack)
	if err != nil {
		t.Fatal(err)
	}
	var l draw.List
	for _, size := range preview.Sizes() {
		m := s.Settled(0, 2, story.EN, nil, size.Area)
		s.Draw(&l, m)
		lay := stage.LayoutOf(size.Area)
		for i, r := range placeOn(lay, lay.Head).doors {
			if r.W < draw.MinTouch || r.H < draw.MinTouch {
				t.Errorf("%s: door %d is %v", size.Name, i+1, r)
			}
		}
		for i, d := range doors {
			k := l.Find(draw.Nth("door", i+1))
			if k < 0 {
				t.Fatalf("%s: no door %d", size.Name, i+1)
			}
			if got := l.Marks[k].Sem.Target; got != d.target {
				t.Errorf("%s: door %d leads to %q", size.Name, i+1, got)
			}
			if id, ok := l.Hit(l.Bounds(k).Center()); !ok || id != draw.Nth("door", i+1) {
				t.Errorf("%s: a tap on door %d works %v", size.Name, i+1, id)
			}
		}
	}
}
