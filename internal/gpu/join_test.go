package gpu

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// neighbours shows three sheets, and nothing between, the second moved by so much.
func neighbours(l *draw.List, sheets []*draw.Sheet, by float64) {
	l.Reset(geom.R(0, 0, 330, 180), ground)
	for i, s := range sheets {
		at := geom.Translate(10.3+20*float64(i), 8+11.4*float64(i))
		if i == 1 {
			at.E += by
		}
		l.Open(draw.Nth("layer", i+1), draw.Decor())
		l.Push(at, 1)
		l.Sheet(draw.Nth("village", i+1), s)
		l.Pop()
		l.Close()
	}
	l.Circle(draw.Name("sun"), geom.P(200, 60), 30, draw.Ink(clay), draw.Decor())
}

func TestNeighboursThatStandStillBecomeOneLayer(t *testing.T) {
	sheets := []*draw.Sheet{village(60, 15), village(61, 15), village(62, 15)}
	withScene(t, 660, 360, func(s *scene) {
		l := new(draw.List)
		show := func(what string, by float64, laid int) Stats {
			t.Helper()
			neighbours(l, sheets, by)
			got := settle(s, l, 2, 1)
			st := s.Stats()
			if st.Laid != laid {
				t.Errorf("%s: %d layers, want %d: %+v", what, st.Laid, laid, st)
			}
			if mean, off := compare(got, raster.Render(l, nil, 2)); mean > 0.5 || off > 0.001 {
				t.Errorf("%s: off by %v levels, %v of its pixels", what, mean, off)
			}
			return st
		}
		for range joinAfter {
			show("apart", 0, 3)
		}
		neighbours(l, sheets, 0)
		want := settle(s, l, 2, 0)
		show("becoming one", 0, 1)
		if st := show("one", 0, 1); st.Made != 0 || st.Sent != 0 {
			t.Errorf("as one layer they take %+v", st)
		}
		got := read(s.dst)
		for i, v := range got.Pix {
			if d := int(v) - int(want.Pix[i]); d < -2 || d > 2 {
				t.Fatalf("as one they differ by %d levels from each by itself", d)
			}
		}
		// Those around the one that moves have their own again, and it is carried by its.
		apart := show("moving", 0.7, 3)
		if most := len(sheets[1].Marks); apart.Made > most {
			t.Errorf("%d masks are made when a sheet of %d moves", apart.Made, most)
		}
		for i := range joinAfter + 2 {
			show("at its new place", 0.7, []int{3, 3, 3, 1, 1, 1}[i])
		}
	})
}

// Neighbours that another one joins are drawn from their layer, and its marks alone anew.
func TestALayerGrowsByWhatJoins(t *testing.T) {
	sheets := []*draw.Sheet{village(5, 3), village(4, 3), village(3, 3)} // too few marks for their own
	withScene(t, 660, 360, func(s *scene) {
		l := new(draw.List)
		show := func(n int) (made int) {
			for range joinAfter + 2 {
				neighbours(l, sheets[:n], 0)
				s.Draw(s.dst, l, 2)
				made += s.Stats().Made
			}
			return made
		}
		show(2)
		s.evict(s.frame + 1) // the masks of which it was drawn
		if made, most := show(3), 2*sheets[2].Len(); made > most {
			t.Errorf("%d masks are made for a sheet of %d", made, sheets[2].Len())
		}
		if st := s.Stats(); st.Laid != 1 {
			t.Errorf("%+v", st)
		}
		if mean, off := compare(read(s.dst), raster.Render(l, nil, 2)); mean > 0.5 || off > 0.001 {
			t.Errorf("off by %v levels, %v of its pixels", mean, off)
		}
	})
}

// Neighbours whose common layer would be larger than theirs stay apart.
func TestNeighboursFarApartKeepTheirLayers(t *testing.T) {
	sheets := []*draw.Sheet{village(6, 3), village(7, 3)}
	withScene(t, 660, 360, func(s *scene) {
		l := picture(330, 180)
		for i, sheet := range sheets {
			l.Push(geom.Translate(200*float64(i), 90*float64(i)), 1)
			l.Sheet(draw.Nth("village", i+1), sheet)
			l.Pop()
		}
		settle(s, l, 2, 3*joinAfter)
		if st := s.Stats(); st.Laid != 2 || st.Made != 0 {
			t.Errorf("%+v", st)
		}
	})
}

func TestAFrameOfLayersDoesNotAllocate(t *testing.T) {
	sheets := []*draw.Sheet{village(60, 15), village(61, 15), village(62, 15)}
	s := open(t, 660, 360)
	l := new(draw.List)
	if n := allocations(func() {
		neighbours(l, sheets, 0)
		s.Draw(s.dst, l, 2)
	}); n != 0 {
		t.Errorf("%d allocations", n)
	}
	if st := s.Stats(); st.Laid != 1 {
		t.Errorf("%+v", st)
	}
}

// What neighbours have together goes before what they have each by itself, of which it
// can be made again.
func TestLayersOfSeveralMakeRoomFirst(t *testing.T) {
	withScene(t, 66, 36, func(s *scene) {
		s.Draw(s.dst, picture(33, 18), 2)
		l := &s.layers
		for i := range keptWindows {
			l.add(place{sheet: uint64(i), at: box{0, 0, 66, 36}}, uint32(i), []int{1, 1, 2, 1}[i], uint64(i))
		}
		l.fit(1, 100)
		if got := l.find(place{sheet: 2, at: box{0, 0, 66, 36}}); got >= 0 || len(l.kept) != keptWindows-1 {
			t.Errorf("of %d layers %d are left, that of several at %d", keptWindows, len(l.kept), got)
		}
		l.fit(l.kept[0].at.bytes()+1, 100)
		if got := l.find(place{sheet: 0, at: box{0, 0, 66, 36}}); got >= 0 {
			t.Error("then those that were shown least recently go")
		}
	})
}
